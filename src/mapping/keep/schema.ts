import * as v from "valibot";
import { kinds, type Kind, type Role } from "../../core/records/roles";
import type { Mapping } from "../mapping";

/** What a mapping of the present version must look like; what it does not name is left out. */
export const mappingSchema: v.GenericSchema<unknown, Mapping> = v.lazy(() => schema);

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const hour = v.pipe(v.number(), v.minValue(0), v.maxValue(24));
const weekday = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6));
const kind = v.picklist(Object.keys(kinds) as Kind[]);
const role = v.picklist([...new Set(Object.values(kinds).flatMap((roles) => Object.keys(roles)))] as Role[]);

const place = v.object({
  sheet: v.string(),
  sheetId: v.string(),
  table: v.exactOptional(v.object({ id: v.string(), name: v.string() })),
  headerRow: v.exactOptional(count),
  headerRows: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2))),
  row: v.exactOptional(count),
  column: count,
  columns: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const column = v.object({
  header: v.string(),
  at: count,
  id: v.exactOptional(v.string()),
});

const source = v.pipe(
  v.object({
    kind,
    place,
    roles: v.record(role, column),
    dateOrder: v.exactOptional(v.picklist(["dmy", "mdy"])),
    words: v.exactOptional(v.record(role, v.record(v.string(), v.string()))),
  }),
  v.check(({ kind, roles }) => Object.keys(roles).every((role) => role in kinds[kind])),
  v.check(({ place, roles }) => Object.values(roles).every((column) => column.at < place.columns)),
);

const settings = v.object({
  fiscalYearStart: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
  weekStart: weekday,
  currency: v.exactOptional(v.string()),
  language: v.exactOptional(v.picklist(["en", "ro"])),
  businessHours: v.exactOptional(v.object({ from: hour, to: hour, days: v.array(weekday) })),
  holidays: v.exactOptional(v.array(v.number())),
  favourites: v.exactOptional(v.array(v.string())),
});

const schema = v.object({ version: v.literal(1), sources: v.array(source), settings });
