import type { CellColumn } from "../../core/records/cells";
import { ProblemList } from "../../core/records/columns";
import { readDates } from "../../core/records/read-columns";
import { recordsInSteps, type RecordSettings } from "../../core/records/read-records";
import type { Records } from "../../core/records/records";
import { typeOfRole, type Kind, type Role } from "../../core/records/roles";
import type { Steps } from "../../core/steps";
import type { MappedSource } from "../mapping";

/** The cells of one source's records: the mapped columns, without the rows that are no records. */
export interface SourceCells {
  readonly source: Pick<MappedSource, "kind" | "dateOrder" | "words">;
  readonly rows: number;
  /** All of them have `rows` rows. */
  readonly columns: ReadonlyMap<Role, CellColumn>;
}

/**
 * The records of a kind from all its sources, one below the other in the order given; a role that a source lacks is blank
 * there. Pauses after each column. Row i of the records is row i of the sources stacked.
 */
export function* stackRecords(kind: Kind, parts: readonly SourceCells[]): Steps<Records> {
  const settings = settingsOf(parts);
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return yield* recordsInSteps(kind, first.columns, settings);

  const roles = new Set(parts.flatMap(({ columns }) => [...columns.keys()]));
  const stacked = new Map<Role, CellColumn>();
  for (const role of roles) {
    const isDate = typeOfRole(kind, role) === "date";
    const rows: unknown[][] = [];
    for (const part of parts) {
      const column = part.columns.get(role);
      // Each list has its own order of day and month: dates are read before they stand below each other.
      const read = isDate && column ? serialsOf(role, column, part) : undefined;
      for (let i = 0; i < part.rows; i++) rows.push([read?.(i) ?? column?.rows[i]?.[column.at] ?? ""]);
    }
    stacked.set(role, { rows, at: 0 });
    yield;
  }
  return yield* recordsInSteps(kind, stacked, settings);
}

function settingsOf(parts: readonly SourceCells[]): RecordSettings {
  const dateOrder = parts.length === 1 ? parts[0]?.source.dateOrder : undefined;
  // Every row is kept: a question has its own rule for rows with the same id.
  return {
    headless: true,
    duplicates: "keep",
    meanings: meaningsOf(parts),
    ...(dateOrder === undefined ? {} : { dateOrder }),
  };
}

/** Words mean the same in all lists of a kind, as they are counted together. */
function meaningsOf(parts: readonly SourceCells[]): Partial<Record<Role, Record<string, string>>> {
  const meanings: Partial<Record<Role, Record<string, string>>> = {};
  for (const { source } of parts) {
    for (const [role, words] of Object.entries(source.words ?? {}) as [Role, Record<string, string>][])
      meanings[role] = { ...meanings[role], ...words };
  }
  return meanings;
}

/** The dates of one source as serials where they can be read. */
function serialsOf(
  role: Role,
  column: CellColumn,
  { rows, source: { dateOrder } }: SourceCells,
): (row: number) => number | undefined {
  const context = { role, from: 0, rows, filled: new Uint8Array(rows), problems: new ProblemList() };
  const { values } = readDates(column, context, dateOrder === undefined ? {} : { dateOrder });
  return (row) => {
    const value = values[row];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  };
}
