import { linkRecords } from "../core/records/dataset";
import { Records } from "../core/records/records";
import type { Kind } from "../core/records/roles";
import { stackRecords, type SourceCells } from "../mapping/keep/to-records";
import type { Mapping } from "../mapping/mapping";
import { breathing } from "./breathe";
import type { HeldData, KindCounts } from "./mapped-data";
import type { SourceReading } from "./source-cells";

/** The records of one kind, and the sources they came from. */
export interface KindReading {
  readonly records: Records;
  readonly sources: readonly Pick<SourceReading, "located" | "rows" | "sheetRows" | "skipped">[];
}

/** Cells → records of a kind; the cells are no longer needed afterwards. */
export async function readKind(
  kind: Kind,
  sources: readonly SourceReading[],
  mapping: Mapping,
  signal: AbortSignal,
): Promise<KindReading> {
  const parts: SourceCells[] = kind === "calendar" ? [...sources, holidaysOf(mapping)] : [...sources];
  const records = await breathing(stackRecords(kind, parts), signal);
  return {
    records,
    sources: sources.map(({ located, rows, sheetRows, skipped }) => ({ located, rows, sheetRows, skipped })),
  };
}

/** The holidays of the settings, as a list beside the mapped ones. */
function holidaysOf({ settings: { holidays = [] } }: Mapping): SourceCells {
  const rows = holidays.map((day) => [day]);
  return {
    source: { kind: "calendar" },
    rows: rows.length,
    columns: new Map([["holidays", { rows, at: 0 }]]),
  };
}

/** Records that were read together or kept from before, linked as one dataset. */
export function holdData(kinds: ReadonlyMap<Kind, KindReading>, mapping: Mapping, readAt: number): HeldData {
  // Columns derived along links must not outlive what they were derived from.
  const fresh = [...kinds.values()].map(({ records }) => new Records(records));
  const counts: Partial<Record<Kind, KindCounts>> = {};
  for (const [kind, { records, sources }] of kinds) counts[kind] = countsOf(records, sources);
  return {
    dataset: linkRecords(fresh),
    mapping,
    readAt,
    counts,
    placeOf(kind, row, role) {
      const records = kinds.get(kind)?.records;
      let left = row + (records?.firstRow ?? 0);
      for (const { rows, sheetRows, located } of kinds.get(kind)?.sources ?? []) {
        if (left >= rows) {
          left -= rows;
          continue;
        }
        const { sheet, sheetId, column } = located.source.place;
        const at = role === undefined ? undefined : located.source.roles[role]?.at;
        return {
          ...{ sheet, sheetId, row: sheetRows[left] ?? 0 },
          ...(at === undefined ? {} : { column: column + at }),
        };
      }
      return undefined;
    },
  };
}

function countsOf(records: Records, sources: KindReading["sources"]): KindCounts {
  const reasons: Record<string, number> = { ...records.excluded };
  for (const { skipped } of sources)
    for (const [why, count] of Object.entries(skipped)) reasons[why] = (reasons[why] ?? 0) + count;
  const skipped = Object.values(reasons).reduce((sum, count) => sum + count, 0);
  return { rows: records.rows, skipped, reasons };
}
