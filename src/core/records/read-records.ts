import { stop } from "../result";
import { asColumn, filledLength, isBlank, type CellColumn, type Cells } from "./cells";
import { collapseDuplicates, type DuplicateRule } from "./duplicates";
import { ProblemList, type Column, type WordColumn } from "./columns";
import { headerRows } from "./headers";
import { Outcome, Records } from "./records";
import { readAmounts, readDates, readWords, type ReadContext, type ReadSettings } from "./read-columns";
import { typeOfRole, type Kind, type Role } from "./roles";
import { statusOf } from "./vocabulary";
import { normaliseWord } from "../text";

export interface RecordSettings extends ReadSettings {
  /** Words that mean won or lost for this user, beside (and before) the vocabulary. */
  readonly won?: readonly string[];
  readonly lost?: readonly string[];
  /** What rows with the same id are: later versions of one record, or the lines of one order. */
  readonly duplicates?: DuplicateRule;
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
  for (const [role, given] of Object.entries(cells) as [Role, Cells | undefined][]) {
    if (given !== undefined) sources.set(role, asColumn(given));
  }
  const length = commonLength(sources);
  const from = headerRows(kind, sources, settings);
  const rows = Math.max(0, length - from);
  const filled = new Uint8Array(rows);
  const problems = new ProblemList();
  const columns = new Map<Role, Column>();
  for (const [role, source] of sources) {
    const context: ReadContext = { role, from, rows, filled, problems };
    columns.set(role, readColumn(kind, role, source, context, settings));
  }
  const hasStatus = columns.has("status");
  const outcome = hasStatus
    ? outcomes(columns.get("status") as WordColumn, filled, settings)
    : filled.map((f) => (f ? Outcome.won : Outcome.none));
  const excluded = collapseDuplicates(columns, outcome, settings.duplicates ?? "last");
  markCancelled(columns, outcome);
  return new Records({
    kind,
    rows,
    outcome,
    columns,
    problems: problems.all(),
    excluded,
    firstRow: from,
    hasStatus,
  });
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
  }
}

/** Rows to read: up to the last filled one. A longer column is accepted where its surplus is blank. */
function commonLength(sources: ReadonlyMap<Role, CellColumn>): number {
  let shortest: { role: Role; rows: number } | undefined;
  let longest: { role: Role; rows: number } | undefined;
  for (const [role, { rows }] of sources) {
    if (!isOneWide(rows)) stop("notOneColumn", { role });
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
      role: longest.role,
      rows: sources.get(longest.role)?.rows.length ?? longest.rows,
      other: shortest.role,
      otherRows: shortest.rows,
    });
  }
  return filled;
}

function isOneWide(rows: Cells): boolean {
  for (const row of rows) if (row.length !== 1) return false;
  return true;
}

/** Classifies each distinct word once. A word that is neither won nor lost is open; blank or an error is unknown. */
function outcomes(status: WordColumn, filled: Uint8Array, settings: RecordSettings): Uint8Array {
  if (status.fault !== undefined) stop(status.fault.reason, { role: "status", sample: status.fault.sample });
  const won = new Set(settings.won?.map(normaliseWord));
  const lost = new Set(settings.lost?.map(normaliseWord));
  const used = new Uint8Array(status.words.length);
  for (const code of status.codes) used[code] = 1;
  const flag = flagOf(status.words);
  const classes = status.words.map((word, code) => {
    if (code === 0) return Outcome.unknown;
    const key = normaliseWord(word);
    if (won.has(key)) return Outcome.won;
    if (lost.has(key)) return Outcome.lost;
    if (flag !== undefined) return flag(word);
    const known = statusOf(word);
    if (known === "ambiguous" && used[code] === 1) stop("ambiguousStatus", { word });
    return known === undefined || known === "ambiguous" ? Outcome.open : Outcome[known];
  });
  const outcome = new Uint8Array(filled.length);
  for (let i = 0; i < outcome.length; i++) {
    if (filled[i]) outcome[i] = classes[status.codes[i] ?? 0] ?? Outcome.unknown;
  }
  return outcome;
}

/** A column of numbers is a won flag (1, 0) or a probability (to 1 or to 100): the top is won, 0 is lost, between is open. */
function flagOf(words: readonly string[]): ((word: string) => number) | undefined {
  const numbers = words.slice(1).map((word) => Number(word.replace(",", ".").replace(/%$/, "")));
  if (numbers.length === 0 || !numbers.every((number) => number >= 0 && number <= 100)) return undefined;
  const top = numbers.some((number) => number > 1) ? 100 : 1;
  return (word) => {
    const number = Number(word.replace(",", ".").replace(/%$/, ""));
    return number === top ? Outcome.won : number === 0 ? Outcome.lost : Outcome.open;
  };
}

function markCancelled(columns: ReadonlyMap<Role, Column>, outcome: Uint8Array): void {
  const dates = columns.get("cancelledDate");
  if (dates?.type !== "number") return;
  for (let i = 0; i < outcome.length; i++) {
    const date = dates.values[i] ?? NaN;
    if (date === date && outcome[i] !== Outcome.none) outcome[i] = Outcome.cancelled;
  }
}

/** True where nothing at all stands in the cells. */
export function allBlank(cells: Cells): boolean {
  return cells.every((row) => row.every(isBlank));
}
