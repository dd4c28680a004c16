import type { Metric } from "../../core/metrics/metric";
import { parametersOf } from "../../core/metrics/parameters";
import { headerWords } from "../../core/records/header-words";
import { headerKey, isHeaderOf } from "../../core/records/headers";
import { kinds, typeOfRole, type Kind, type Role } from "../../core/records/roles";
import { normaliseWord } from "../../core/text";
import type { Source } from "../../workbook";

/** Argument name → index of the column among the source's headers. */
export type Columns = ReadonlyMap<string, number>;

export interface Choice {
  readonly source: Source;
  readonly columns: Columns;
}

type ColumnParameter = Extract<ReturnType<typeof parametersOf>[number], { takes: "column" }>;

export function columnParameters(metric: Metric): readonly ColumnParameter[] {
  return parametersOf(metric).filter((parameter) => parameter.takes === "column");
}

/**
 * The columns of a source that a metric's formula should read, by their headers: required ones, and those optional ones
 * that make the number truer, or with `all` every one there is. A column plays one role at most.
 */
export function chooseColumns(metric: Metric, headers: readonly string[], all = false): Columns {
  const parameters = columnParameters(metric);
  const taken = new Map<number, Role>();
  // A deal's own name is a usual header of ids and customers too: it is claimed first, so that it is used for neither.
  claim(["name"], headers, taken);
  claim(rolesOf(parameters, true), headers, taken);
  // Zoho's "Closing Date" may be both; a period is asked for far more often than stale deals.
  if (parameters.some(({ role }) => role === "closedDate")) claim(["closedDate"], headers, taken);
  claim(rolesOf(parameters, false), headers, taken);
  const found = new Map([...taken].map(([column, role]) => [role, column]));
  const columns = parameters
    .filter((parameter) => all || parameter.required || isUseful(metric, parameter))
    .flatMap(({ name, role }): [string, number][] => {
      const column = found.get(role);
      return column === undefined ? [] : [[name, column]];
    });
  return new Map(columns);
}

/**
 * The source that fits a metric best: most required columns first, then tables before plain ranges, then the sheet the
 * person is on. A metric that needs a status is about deals, so the source with most of a deal's columns follows: orders
 * have amounts and dates as well. Undefined when no source has a required column.
 */
export function chooseSource(
  metric: Metric,
  sources: readonly Source[],
  activeSheet: string,
): Choice | undefined {
  const required = columnParameters(metric).filter((parameter) => parameter.required);
  const isAboutDeals = required.some(({ role }) => role === "status");
  const ranked = sources
    .map((source): Choice & { score: readonly number[] } => {
      const columns = chooseColumns(metric, source.headers);
      const matched = required.filter(({ name }) => columns.has(name)).length;
      const score = [
        matched,
        Number(source.kind === "table"),
        Number(source.sheet === activeSheet),
        isAboutDeals ? dealColumns(source.headers) : 0,
        columns.size,
        source.rows,
      ];
      return { source, columns, score };
    })
    .sort((one, other) => compareScores(other.score, one.score));
  const [best] = ranked;
  return best === undefined || best.score[0] === 0
    ? undefined
    : { source: best.source, columns: best.columns };
}

/** How many columns of a deal there are among the headers. */
function dealColumns(headers: readonly string[]): number {
  const taken = new Map<number, Role>();
  claim(Object.keys(kinds.deal) as Role[], headers, taken);
  return taken.size;
}

/** The column of a source that best fits one role, whatever else it may be. */
export function columnFor(role: Role, headers: readonly string[]): number | undefined {
  const ranks = headers.map((header) => rankOf(role, header));
  const best = Math.min(...ranks);
  return Number.isFinite(best) ? ranks.indexOf(best) : undefined;
}

function rolesOf(parameters: readonly ColumnParameter[], required: boolean): Role[] {
  return parameters.filter((parameter) => parameter.required === required).map(({ role }) => role);
}

/** Gives each role its best free column, the surest match first. */
function claim(roles: readonly Role[], headers: readonly string[], taken: Map<number, Role>): void {
  const matches = roles.flatMap((role, order) =>
    headers.map((header, column) => ({ role, order, column, rank: rankOf(role, header) })),
  );
  matches.sort((a, b) => a.rank - b.rank || a.order - b.order || a.column - b.column);
  const served = new Set(taken.values());
  for (const { role, column, rank } of matches) {
    if (!Number.isFinite(rank) || served.has(role) || taken.has(column)) continue;
    taken.set(column, role);
    served.add(role);
  }
}

/** Place of a header among the usual ones of a role, 0 being the most usual; Infinity when it is none. */
function rankOf(role: Role, header: string): number {
  const spaced = header.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"); // InvoiceDate
  const spelling = [header, spaced].find((text) => isHeaderOf(role, text));
  if (spelling === undefined) return Infinity;
  const words = usualHeaders(role);
  const whole = words.indexOf(normaliseWord(spelling));
  return whole >= 0 ? whole : words.indexOf(headerKey(spelling));
}

const usual = new Map<Role, readonly string[]>();

function usualHeaders(role: Role): readonly string[] {
  const known = usual.get(role);
  if (known) return known;
  const words = (headerWords[role] ?? []).flatMap((line) => line.split("|")).map(normaliseWord);
  usual.set(role, words);
  return words;
}

/** Optional columns without which the number means the same are left out, to keep the formula short. */
function isUseful(metric: Metric, { role, kinds: of }: ColumnParameter): boolean {
  if (of.some((kind: Kind) => typeOfRole(kind, role) === "date")) return true;
  if (role === "amount" || role === "mrr" || role === "currency") return metric.unit === "currency";
  return ALWAYS_USEFUL.has(role);
}

/** They keep out what must not count: duplicates, refunds, test entries. */
const ALWAYS_USEFUL: ReadonlySet<Role> = new Set(["id", "status", "refund", "lostReason"]);

function compareScores(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
