import { stop } from "../result";
import { finish, type Steps } from "../steps";
import { asColumn, filledLength, type CellColumn, type Cells } from "./cells";
import { collapseDuplicates, type DuplicateRule } from "./duplicates";
import { ProblemList, type Column } from "./columns";
import { headerRows } from "./headers";
import { priceLines } from "./order-lines";
import { outcomesOf, type OutcomeWords } from "./outcomes";
import { Records } from "./records";
import { readAmounts, readDates, readWords, type ReadContext, type ReadSettings } from "./read-columns";
import { readLevels } from "./read-levels";
import { readDurations, readShares } from "./read-scales";
import { typeOfRole, type Kind, type Role } from "./roles";
import { subscriptionsOfGrid } from "./subscription-grid";
import { totalsRows } from "./totals-rows";
import { readMeanings } from "./vocabulary";

export interface RecordSettings extends ReadSettings, Omit<OutcomeWords, "classes"> {
  /** What rows with the same id are: later versions of one record, or the lines of one order. */
  readonly duplicates?: DuplicateRule;
  /** What the caller calls the roles, where that is not the role's own name. */
  readonly names?: ReadonlyMap<Role, string>;
  /** Classes of words as a person decided them: role → word as it stands in the cells → class of the role's vocabulary. */
  readonly meanings?: Readonly<Partial<Record<Role, Readonly<Record<string, string>>>>>;
  /** The cells are known to begin with a record: no header is looked for. */
  readonly headless?: boolean;
}

/**
 * Cells of a kind's columns → typed columns. Blank rows and a header passed along are skipped, what can't be read is
 * a problem with its row. Refuses columns of different length, naming the first. O(rows × columns).
 */
export function readRecords(
  kind: Kind,
  cells: Readonly<Partial<Record<Role, Cells>>>,
  settings: RecordSettings = {},
): Records {
  const sources = new Map<Role, CellColumn>();
  const columnwise = kind === "subscription" ? subscriptionsOfGrid(cells, settings) : cells;
  for (const [role, given] of Object.entries(columnwise) as [Role, Cells | undefined][]) {
    if (given === undefined) continue;
    const column = asColumn(given);
    if (!isOneWide(column.rows)) stop("notOneColumn", { role: settings.names?.get(role) ?? role });
    sources.set(role, column);
  }
  return finish(recordsInSteps(kind, sources, settings));
}

/** The same from columns of blocks of any width, pausing after each column, so that a page stays alive meanwhile. */
export function* recordsInSteps(
  kind: Kind,
  sources: ReadonlyMap<Role, CellColumn>,
  settings: RecordSettings,
): Steps<Records> {
  const names = settings.names ?? new Map<Role, string>();
  const length = commonLength(sources, (role) => names.get(role) ?? role);
  const from = settings.headless === true ? 0 : headerRows(kind, sources, settings);
  const rows = Math.max(0, length - from);
  const filled = new Uint8Array(rows);
  const problems = new ProblemList();
  const columns = new Map<Role, Column>();
  for (const [role, source] of sources) {
    const context: ReadContext = { role, from, rows, filled, problems };
    columns.set(role, readColumn(kind, role, source, context, settings));
    yield;
  }
  if (kind === "deal") priceLines(columns);
  const excluded = leaveOutTotals(columns, filled, problems, from);
  yield;
  const meanings = readMeanings(settings.meanings);
  const { outcome, stated } = outcomesOf(kind, columns, filled, { ...settings, classes: meanings });
  yield;
  Object.assign(excluded, collapseDuplicates(kind, columns, outcome, settings.duplicates ?? "last"));
  return new Records({
    kind,
    rows,
    outcome,
    columns,
    problems: problems.all(),
    excluded,
    firstRow: from,
    hasStatus: stated,
    names,
    meanings,
  });
}

/** A row of totals below the data is no record. */
function leaveOutTotals(
  columns: ReadonlyMap<Role, Column>,
  filled: Uint8Array,
  problems: ProblemList,
  from: number,
): Record<string, number> {
  const totals = totalsRows(columns, filled, problems.all(), from);
  for (const row of totals) filled[row] = 0;
  problems.forget(totals.map((row) => row + from));
  return totals.length === 0 ? {} : { totalsRow: totals.length };
}

function readColumn(
  kind: Kind,
  role: Role,
  source: CellColumn,
  context: ReadContext,
  settings: RecordSettings,
): Column {
  switch (typeOfRole(kind, role)) {
    case "word":
    case "status":
      return readWords(source, context);
    case "date":
      return readDates(source, context, settings);
    case "money":
    case "number":
      return readAmounts(source, context);
    case "probability":
      return readShares(source, context);
    case "duration":
      return readDurations(source, context, settings);
    case "level":
      return readLevels(source, context);
  }
}

/** Rows to read: up to the last filled one. A longer column is accepted where its surplus is blank. */
function commonLength(sources: ReadonlyMap<Role, CellColumn>, nameOf: (role: Role) => string): number {
  let shortest: { role: Role; rows: number } | undefined;
  let longest: { role: Role; rows: number } | undefined;
  for (const [role, { rows }] of sources) {
    if (shortest === undefined || rows.length < shortest.rows) shortest = { role, rows: rows.length };
  }
  let filled = 0;
  for (const [role, source] of sources) {
    const rows = filledLength(source);
    filled = Math.max(filled, rows);
    if (longest === undefined || rows > longest.rows) longest = { role, rows };
  }
  if (shortest !== undefined && longest !== undefined && longest.rows > shortest.rows) {
    stop("differentLength", {
      role: nameOf(longest.role),
      rows: sources.get(longest.role)?.rows.length ?? longest.rows,
      other: nameOf(shortest.role),
      otherRows: shortest.rows,
    });
  }
  return filled;
}

function isOneWide(rows: Cells): boolean {
  for (const row of rows) if (row.length !== 1) return false;
  return true;
}
