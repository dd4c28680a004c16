import { stop } from "../result";
import { isoDate } from "../time/serial";
import { asColumn, filledLength, isBlank, isErrorCell, plainCell, type Cell, type Cells } from "./cells";
import { ProblemList, sampleOf, type Column } from "./columns";
import { readAmounts, readWords, type ReadContext, type ReadSettings } from "./read-columns";
import { readMonth } from "./read-month";
import type { Role } from "./roles";
import { totalsRows } from "./totals-rows";

type Columns = Readonly<Partial<Record<Role, Cells>>>;

/**
 * Monthly amounts as a grid of customers × months, turned into subscriptions: one for each stretch of months with the
 * same amount, from the first of its first month to the first of the month after. A blank, a dash or 0 is none; what the
 * last month shows goes on. Months stand in `startDate` (a row, or a column where customers run across), else in the
 * grid's own first row. Columns that are no such grid are handed back as they are. O(cells).
 */
export function subscriptionsOfGrid(
  columns: Columns,
  settings: ReadSettings & { readonly names?: ReadonlyMap<Role, string> },
): Columns {
  const { mrr, startDate, endDate } = columns;
  if (mrr === undefined || endDate !== undefined || mrr.length < 2 || widthOf(mrr) < 2) return columns;
  const nameOf = (role: Role): string => settings.names?.get(role) ?? role;
  const down = startDate !== undefined && startDate.length > 1;
  const grid = down ? transposed(mrr) : mrr;
  const heads = startDate === undefined ? (grid[0] ?? []) : listOf(startDate);
  const body = startDate === undefined ? grid.slice(1) : grid;
  const months = monthsOf(heads, body, settings, nameOf);
  const ofCustomer = Object.entries(columns).flatMap(([role, cells]): [Role, readonly Cell[]][] => {
    if (role === "mrr" || role === "startDate") return [];
    const list = listOf(cells);
    // a column passed with the header that the grid has
    const own = startDate === undefined && list.length >= grid.length ? list.slice(1) : list;
    if (own.length < body.length || filled(own) > body.length)
      stop("differentLength", {
        role: nameOf(role as Role),
        rows: own.length,
        other: nameOf("mrr"),
        otherRows: body.length,
      });
    return [[role as Role, own]];
  });
  const amounts = amountsOf(body, months, ofCustomer);
  const rows: Record<string, Cell>[] = [];
  body.forEach((cells, row) => {
    const own = Object.fromEntries(ofCustomer.map(([role, list]) => [role, list[row]]));
    // a row of totals stays one, to be found and counted as such
    if (amounts.totals.has(row)) rows.push({ ...own, startDate: "", endDate: "", mrr: "" });
    else
      for (const stretch of stretches(cells, row, months, amounts.values)) rows.push({ ...own, ...stretch });
  });
  const roles = [...ofCustomer.map(([role]) => role), "startDate", "endDate", "mrr"];
  return Object.fromEntries(roles.map((role) => [role, rows.map((row) => [row[role]])]));
}

/** 1950: no subscription is older. */
const EARLIEST = 18_264;

interface Month {
  /** Place in the grid's rows. */
  readonly at: number;
  readonly start: number;
}

/** The grid's months in their order; a blank head over blank cells is none. */
function monthsOf(
  heads: readonly Cell[],
  body: Cells,
  settings: ReadSettings,
  nameOf: (role: Role) => string,
): readonly Month[] {
  const months: Month[] = [];
  for (let at = 0; at < Math.max(heads.length, widthOf(body)); at++) {
    const head = plainCell(heads[at]);
    if (isBlank(head) && body.every((row) => isBlank(row[at]))) continue;
    const start = readMonth(head, settings) ?? -1;
    // amounts, where the months were forgotten, are days too, yet of another time or twice the same
    if (start < EARLIEST || months.some((month) => month.start === start))
      stop("gridMonths", { role: nameOf("mrr"), other: nameOf("startDate"), value: sampleOf(head) });
    months.push({ at, start });
  }
  return months.sort((one, other) => one.start - other.start);
}

/** The amounts of each month, and the rows that are totals of those above. */
function amountsOf(
  body: Cells,
  months: readonly Month[],
  ofCustomer: readonly (readonly [Role, readonly Cell[]])[],
): { values: readonly Float64Array[]; totals: ReadonlySet<number> } {
  const marks = new Uint8Array(body.length);
  const problems = new ProblemList();
  const context = (role: string): ReadContext => ({
    role,
    from: 0,
    rows: body.length,
    filled: marks,
    problems,
  });
  const columns = new Map<string, Column>();
  for (const [role, list] of ofCustomer)
    columns.set(role, readWords({ rows: list.map((cell) => [cell]), at: 0 }, context(role)));
  const values = months.map(({ at }) => {
    const column = readAmounts(
      { rows: body.map((row) => [isDash(row[at]) ? "" : row[at]]), at: 0 },
      context("mrr"),
    );
    columns.set(`mrr ${at}`, column);
    return column.values;
  });
  return { values, totals: new Set(totalsRows(columns, marks, problems.all(), 0)) };
}

/** A row's stretches of one amount. What cannot be read has no dates, so that it is counted and nothing else. */
function* stretches(
  cells: readonly Cell[],
  row: number,
  months: readonly Month[],
  values: readonly Float64Array[],
): Generator<Record<"startDate" | "endDate" | "mrr", Cell>> {
  for (let m = 0; m < months.length; m++) {
    const amount = values[m]?.[row] ?? NaN;
    const month = months[m];
    const mrr = cells[month?.at ?? -1];
    if (month === undefined || amount === 0 || isBlank(mrr) || isDash(mrr)) continue;
    if (amount !== amount) {
      yield { startDate: "", endDate: "", mrr };
      continue;
    }
    while (values[m + 1]?.[row] === amount) m++;
    const next = months[m + 1];
    yield { startDate: isoDate(month.start), endDate: next === undefined ? "" : isoDate(next.start), mrr };
  }
}

const isDash = (cell: Cell): boolean =>
  typeof cell === "string" && !isErrorCell(cell) && /^\s*[-‐‑‒–—−]\s*$/.test(cell);

const widthOf = (cells: Cells): number => cells.reduce((most, row) => Math.max(most, row.length), 0);

function transposed(cells: Cells): Cells {
  return Array.from({ length: widthOf(cells) }, (_, at) => cells.map((row) => row[at]));
}

function listOf(cells: Cells): readonly Cell[] {
  const { rows } = asColumn(cells);
  return rows.map((row) => row[0]);
}

function filled(list: readonly Cell[]): number {
  return filledLength({ rows: list.map((cell) => [cell]), at: 0 });
}
