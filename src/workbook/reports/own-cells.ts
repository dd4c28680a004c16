import type { LookArea } from "../../reports/areas";
import type { KeptSheet } from "../../reports/registry";
import type { Former } from "./former";

/** A cell within a report that a person filled; places count from the report's first cell. */
export interface OwnCell {
  readonly row: number;
  readonly column: number;
  readonly formula: unknown;
}

/** What a person wrote among the first columns: cells that the report left blank the last time, and rows put in since. */
export function ownCells(former: Former, columns: number): readonly OwnCell[] {
  const isReports = writtenTest(former);
  return former.formulas.slice(0, former.rows).flatMap((line, row) =>
    line.slice(0, columns).flatMap((formula, column) => {
      if (formula === "" || (column < former.columns && isReports(row, column))) return [];
      return [{ row, column, formula: former.contentAt(row, column) }];
    }),
  );
}

/** Rows of a report are known again by their first cells. */
export function rowMark(first: unknown): string {
  let hash = 0x811c9dc5; // FNV-1a, 32 bits
  for (const letter of String(first)) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

function writtenTest(former: Former): (row: number, column: number) => boolean {
  const { last } = former;
  const rows = last && rowsOf(former, last);
  const written = writtenCells(last?.areas ?? []);
  const columns = last && rows && columnsOf(former, last, rows, written);
  // Where nothing is known, only formulas are surely the person's: a report has none.
  if (rows === undefined || columns === undefined) return (row, column) => !former.isFormula(row, column);
  return (row, column) => written.has(`${rows[row]},${columns[column]}`);
}

/** Of each row now the one that was written then; undefined for those a person has put in, or when most are not known. */
function rowsOf(former: Former, last: KeptSheet): readonly (number | undefined)[] | undefined {
  const { rows, values } = former;
  if (last.rows === rows) return Array.from({ length: rows }, (_, row) => row);
  const now = values.slice(0, rows).map(([first]) => rowMark(first));
  const matched = alignment(last.marks, now);
  const known = matched.filter((row) => row !== undefined).length;
  return known * 2 < Math.min(rows, last.rows) ? undefined : matched;
}

/**
 * Of each column now the one that was written then; undefined for those a person has put in, all beside each other, or when
 * none fit: it is where the fewest cells are filled that were not written, or blank that were.
 */
function columnsOf(
  { columns, formulas }: Former,
  last: KeptSheet,
  rows: readonly (number | undefined)[],
  written: ReadonlySet<string>,
): readonly (number | undefined)[] | undefined {
  const more = columns - last.columns;
  const shifted = (from: number): readonly (number | undefined)[] =>
    Array.from({ length: columns }, (_, column) => {
      if (column < from) return column;
      return column < from + more ? undefined : column - more;
    });
  if (more === 0) return shifted(columns);
  const faults = (each: readonly (number | undefined)[]): number =>
    rows.reduce<number>(
      (sum, row, at) =>
        sum +
        each.filter(
          (column, to) =>
            column !== undefined && written.has(`${row},${column}`) === (formulas[at]?.[to] === ""),
        ).length,
      0,
    );
  const candidates = Array.from({ length: Math.min(columns, last.columns) + 1 }, (_, from) => shifted(from));
  const [best] = candidates
    .map((each) => ({ each, faults: faults(each) }))
    .sort((one, other) => one.faults - other.faults);
  return best !== undefined && best.faults * 10 <= written.size ? best.each : undefined;
}

/** The longest common subsequence of two lists (Wagner and Fischer 1974): for each of `now` its place in `then`. */
function alignment(then: readonly string[], now: readonly string[]): readonly (number | undefined)[] {
  const lengths = Array.from({ length: then.length + 1 }, () => new Uint32Array(now.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = then.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const line = lengths[i];
      if (line) line[j] = then[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const matched: (number | undefined)[] = [];
  for (let i = 0, j = 0; j < now.length;) {
    if (i < then.length && then[i] === now[j]) matched[j++] = i++;
    else if (i < then.length && at(i + 1, j) >= at(i, j + 1)) i++;
    else matched[j++] = undefined;
  }
  return matched;
}

function writtenCells(areas: readonly LookArea[]): ReadonlySet<string> {
  const cells = new Set<string>();
  for (const area of areas)
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++)
        cells.add(`${row},${column}`);
  return cells;
}
