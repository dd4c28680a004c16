import type { Column, NumberColumn } from "./columns";
import { linkRecords, type Dataset } from "./dataset";
import { areLines, OF_LINES } from "./order-lines";
import { Outcome } from "./outcome";
import { Records } from "./records";
import type { Kind, Role } from "./roles";

/**
 * Rows that share an id: `last` = versions of one record, the last counts, and a row that only leaves blank what the one
 * before says is a further line of it (shops fill an order's first line alone); `lines` = lines of one order, values from
 * the first filled line; `sum-lines` = likewise, amounts added up; `keep` = all count. Where the list is one of order lines
 * (see order-lines.ts) all but `keep` add up, except `each-line`, which keeps the lines apart, each with its product; in
 * other lists that is `last`.
 */
export type DuplicateRule = "last" | "each-line" | "lines" | "sum-lines" | "keep";

/** A lead that writes again within this many days is the same lead. */
const SAME_LEAD_DAYS = 30;

/**
 * Leaves one row per id in `outcome`, and one per e-mail address and 30 days for leads, and answers how many rows were
 * set aside. Rows without id or address stand for themselves.
 */
export function collapseDuplicates(
  kind: Kind,
  columns: ReadonlyMap<Role, Column>,
  outcome: Uint8Array,
  rule: DuplicateRule,
): Record<string, number> {
  const lines = areLines(columns);
  if (rule === "keep" || (rule === "each-line" && lines)) return {};
  const excluded = collapseIds(columns, outcome, lines ? "sum-lines" : rule === "each-line" ? "last" : rule);
  const repeated = kind === "lead" ? collapseAddresses(columns, outcome) : 0;
  if (repeated > 0) excluded.duplicateLead = repeated;
  return excluded;
}

const kept = new WeakMap<Dataset, Map<DuplicateRule, Dataset>>();

/**
 * Records that were read with every row (`keep`), as a metric with another rule sees them; made once for each rule.
 * O(rows × columns).
 */
export function collapsed(dataset: Dataset, rule: DuplicateRule): Dataset {
  if (rule === "keep") return dataset;
  const known = kept.get(dataset) ?? new Map<DuplicateRule, Dataset>();
  kept.set(dataset, known);
  let made = known.get(rule);
  if (made === undefined) {
    made = linkRecords(Object.values(dataset).map((records) => collapsedRecords(records, rule)));
    known.set(rule, made);
  }
  return made;
}

function collapsedRecords(records: Records, rule: DuplicateRule): Records {
  const { kind } = records;
  if (kind !== "lead" && !records.columns.has("id")) return new Records(records);
  const outcome = records.outcome.slice();
  // What the rows that stay take over from the others must not reach the records as they were read.
  const columns = new Map([...records.columns].map(([role, column]) => [role, copyOf(column)]));
  const excluded = { ...records.excluded, ...collapseDuplicates(kind, columns, outcome, rule) };
  // An order of several lines has no one product.
  if (areLines(columns) && rule !== "each-line") for (const role of OF_LINES) columns.delete(role);
  return new Records({ ...records, columns, outcome, excluded });
}

function copyOf(column: Column): Column {
  return column.type === "word"
    ? { ...column, codes: column.codes.slice() }
    : { ...column, values: column.values.slice() };
}

/** The earliest lead of an address stays, and takes over what the later rows know. */
function collapseAddresses(columns: ReadonlyMap<Role, Column>, outcome: Uint8Array): number {
  const addresses = columns.get("email");
  const created = columns.get("createdDate");
  if (addresses?.type !== "word") return 0;
  const dateOf = (row: number): number => (created?.type === "number" ? (created.values[row] ?? NaN) : NaN);
  const index = new Map<string, number>();
  const keys = addresses.words.map((word) => {
    const key = word.toLowerCase();
    const known = index.get(key) ?? index.size;
    index.set(key, known);
    return known;
  });
  const rows = [...outcome.keys()].filter(
    (row) => outcome[row] !== Outcome.none && addresses.codes[row] !== 0,
  );
  rows.sort((a, b) => dateOf(a) - dateOf(b) || a - b);
  const first = new Map<number, number>();
  let set = 0;
  for (const row of rows) {
    const key = keys[addresses.codes[row] ?? 0] ?? 0;
    const before = first.get(key);
    if (before === undefined || dateOf(row) - dateOf(before) > SAME_LEAD_DAYS) {
      first.set(key, row);
      continue;
    }
    set++;
    if (outcome[row] === Outcome.won) outcome[before] = Outcome.won;
    outcome[row] = Outcome.none;
    for (const [role, column] of columns) if (role !== "createdDate") fillFrom(column, before, row, false);
  }
  return set;
}

function collapseIds(
  columns: ReadonlyMap<Role, Column>,
  outcome: Uint8Array,
  rule: Exclude<DuplicateRule, "keep" | "each-line">,
): Record<string, number> {
  const ids = columns.get("id");
  if (ids?.type !== "word") return {};
  const rowOf = new Int32Array(ids.words.length).fill(-1);
  let versions = 0;
  let lines = 0;
  for (let i = 0; i < outcome.length; i++) {
    const code = ids.codes[i] ?? 0;
    if (code === 0 || outcome[i] === Outcome.none) continue;
    const before = rowOf[code] ?? -1;
    if (before < 0) {
      rowOf[code] = i;
      continue;
    }
    if (rule === "last" && !isFurtherLine(columns, before, i)) {
      versions++;
      outcome[before] = Outcome.none;
      rowOf[code] = i;
    } else {
      lines++;
      if (outcome[before] === Outcome.unknown) outcome[before] = outcome[i] ?? Outcome.unknown;
      outcome[i] = Outcome.none;
      for (const [role, column] of columns)
        fillFrom(column, before, i, rule === "sum-lines" && isMoney(role));
    }
  }
  return { ...(versions > 0 && { duplicate: versions }), ...(lines > 0 && { orderLine: lines }) };
}

/** Rows that are no records of their own but further lines of the record above with their id, as `last` sees them. */
export function furtherLines({ columns, outcome }: Records): ReadonlySet<number> {
  const lines = new Set<number>();
  const ids = columns.get("id");
  if (ids?.type !== "word" || areLines(columns)) return lines;
  const rowOf = new Map<number, number>();
  ids.codes.forEach((code, row) => {
    if (code === 0 || outcome[row] === Outcome.none) return;
    const before = rowOf.get(code);
    if (before !== undefined && isFurtherLine(columns, before, row)) lines.add(row);
    else rowOf.set(code, row);
  });
  return lines;
}

/** Nothing that both rows say differs, and the later one leaves blank what the earlier says. */
function isFurtherLine(columns: ReadonlyMap<Role, Column>, earlier: number, later: number): boolean {
  let leavesBlank = false;
  for (const [role, column] of columns) {
    if (OF_LINES.has(role)) continue;
    const cells = column.type === "word" ? column.codes : column.values;
    const blank = column.type === "word" ? 0 : NaN;
    const [said = blank, says = blank] = [cells[earlier], cells[later]];
    if (Object.is(says, blank)) leavesBlank ||= !Object.is(said, blank);
    else if (!Object.is(said, blank) && said !== says) return false;
  }
  return leavesBlank;
}

function isMoney(role: Role): boolean {
  return role === "amount" || role === "refund";
}

function fillFrom(column: Column, target: number, source: number, add: boolean): void {
  if (column.type === "word") {
    if (column.codes[target] === 0) column.codes[target] = column.codes[source] ?? 0;
    return;
  }
  const { values }: NumberColumn = column;
  const here = values[target] ?? NaN;
  const there = values[source] ?? NaN;
  if (here !== here) values[target] = there;
  else if (add && there === there) values[target] = here + there;
}
