import { commonOptions } from "../core/metrics/common-options";
import type { Question } from "../core/metrics/question";
import type { Metric } from "../core/metrics/metric";
import { parseOptions, type OptionSpecs, type OptionValues } from "../core/metrics/options";
import { asColumn, filledLength, isBlank, isErrorCell, plainCell, type Cells } from "../core/records/cells";
import { sampleOf } from "../core/records/columns";
import { readDateText } from "../core/records/read-date";
import { readRecords } from "../core/records/read-records";
import type { Kind, Role } from "../core/records/roles";
import { stop } from "../core/result";
import { linkRecords, type Dataset } from "../core/records/dataset";
import { isoDate, LAST_SERIAL, OFFSET_1904 } from "../core/time/serial";
import type { Period } from "../core/time/periods";
import { readPeriod } from "../core/records/read-period";
import { parametersOf, type Parameter } from "../core/metrics/parameters";

/** An argument as Excel hands it over: a matrix, a scalar, or null where omitted. */
export type Argument = unknown;

export type CommonOptions = OptionValues<typeof commonOptions>;

export interface Call {
  readonly dataset: Dataset;
  readonly question: Question;
  readonly common: CommonOptions;
  /** Values of option specs that the caller added. */
  readonly extra: OptionValues<OptionSpecs>;
  /** The role to group by, where a group column was given. */
  readonly by: Role;
}

/** Arguments in the order of `parametersOf(metric)` → records and a question; refuses with what to do. */
export function readCall(
  metric: Metric,
  args: readonly Argument[],
  more: { readonly group?: Cells; readonly options?: OptionSpecs } = {},
): Call {
  const parameters = parametersOf(metric);
  const placed = withOptionsLast(metric, parameters.length, args);
  const byName = new Map(parameters.map((parameter, i) => [parameter.name as string, placed[i]]));
  const text = scalarOf(byName.get("options"));
  const options = parseOptions(text === undefined ? "" : String(text), {
    ...metric.options,
    ...commonOptions,
    ...more.options,
  });
  const common = options as unknown as CommonOptions;
  const shift = common.dateSystem === "1904" ? OFFSET_1904 : 0;

  const cells = new Map<string, Cells>();
  const numbers: Record<string, number> = {};
  for (const parameter of parameters) {
    const given = byName.get(parameter.name);
    if (parameter.takes === "column") {
      const column = columnOf(given, parameter.required);
      if (column !== undefined) cells.set(parameter.name, column);
      else if (parameter.required) stop("missingColumn", { role: parameter.name });
    } else if (parameter.takes === "number") {
      const number = numberOf(parameter.name, given, parameter.min ?? -Infinity, parameter.max ?? Infinity);
      if (number !== undefined) numbers[parameter.name] = number;
      else if (parameter.required) stop("missingNumber", { name: parameter.name });
    }
  }
  const period =
    namedPeriod(common.period, byName.get("from"), byName.get("to")) ??
    periodOf(dateOf("from", byName.get("from"), shift), dateOf("to", byName.get("to"), shift));
  const asOf = dateOf("asOf", byName.get("asOf"), shift);
  const question: Question = {
    metric,
    options: options as OptionValues<OptionSpecs>,
    numbers,
    level: common.level,
    ...(period === undefined ? {} : { period }),
    ...(asOf === undefined ? {} : { asOf }),
  };
  const columns = parameters.flatMap((parameter): GivenColumn[] => {
    const given = cells.get(parameter.name);
    return parameter.takes === "column" ? [{ parameter, cells: given }] : [];
  });
  const { dataset, by } = datasetOf(metric, columns, common, question.options, more.group);
  return { dataset, question, common, extra: options as OptionValues<OptionSpecs>, by };
}

interface GivenColumn {
  readonly parameter: Extract<Parameter, { takes: "column" }>;
  readonly cells: Cells | undefined;
}

/** Records of each kind that the given columns belong to; a kind beside the main one needs a column of its own. */
function datasetOf(
  metric: Metric,
  columns: readonly GivenColumn[],
  common: CommonOptions,
  options: OptionValues<OptionSpecs>,
  group: Cells | undefined,
): { dataset: Dataset; by: Role } {
  const kinds = [...new Set(columns.flatMap(({ parameter }) => parameter.kinds))];
  const owned = kinds.filter((kind) =>
    columns.some(
      ({ parameter, cells }) =>
        parameter.kinds.length === 1 && parameter.kinds[0] === kind && cells !== undefined,
    ),
  );
  const present = owned.length === 0 ? kinds.slice(0, 1) : owned;
  const grouped = group === undefined ? undefined : groupOf(columns, present, group);
  const parts = present.map((kind) => {
    const ofKind: Partial<Record<Role, Cells>> = {};
    const names = new Map<Role, string>();
    for (const { parameter, cells } of columns) {
      if (!parameter.kinds.includes(kind)) continue;
      names.set(parameter.role, parameter.name);
      if (cells !== undefined) ofKind[parameter.role] = cells;
    }
    if (group !== undefined && grouped?.kind === kind) ofKind.group = group;
    return readRecords(kind, ofKind, {
      names,
      won: common.won,
      lost: common.lost,
      date1904: common.dateSystem === "1904",
      ...(common.dates === "auto" ? {} : { dateOrder: common.dates }),
      ...(common.durations === "auto" ? {} : { durations: common.durations }),
      ...(metric.duplicates === undefined ? {} : { duplicates: metric.duplicates(options) }),
    });
  });
  return { dataset: linkRecords(parts), by: grouped?.role ?? "group" };
}

/**
 * What a group column means: with records of one kind, another column of theirs. With several kinds it is one of the
 * columns passed (the owners of the activities), whose role then groups all kinds, else the kind with as many rows.
 */
function groupOf(
  columns: readonly GivenColumn[],
  kinds: readonly Kind[],
  group: Cells,
): { kind?: Kind; role: Role } {
  const [only] = kinds;
  if (kinds.length === 1 && only !== undefined) return { kind: only, role: "group" };
  const same = columns.find(
    ({ parameter, cells }) => parameter.kinds.length === 1 && cells !== undefined && equalCells(cells, group),
  );
  if (same !== undefined) return { role: same.parameter.role };
  const length = filledLength(asColumn(group));
  const fitting = kinds.filter((kind) =>
    columns.some(
      ({ parameter, cells }) =>
        parameter.kinds[0] === kind && cells !== undefined && cells.length >= length && cells.length > 1,
    ),
  );
  const [kind] = fitting;
  return { ...(kind === undefined ? {} : { kind }), role: "group" };
}

function equalCells(one: Cells, other: Cells): boolean {
  return (
    one.length === other.length &&
    one.every((row, i) => row.length === other[i]?.length && row.every((cell, k) => cell === other[i]?.[k]))
  );
}

/** A matrix as it is, a scalar as one cell; undefined where omitted. A single blank cell is an optional column left out. */
export function columnOf(given: Argument, required: boolean): Cells | undefined {
  if (given === null || given === undefined) return undefined;
  if (!Array.isArray(given)) return !required && isBlank(given) ? undefined : [[given]];
  const rows = given as unknown[];
  const cells: Cells = rows.every((row) => Array.isArray(row)) ? (rows as Cells) : [rows];
  if (!required && cells.length === 1 && cells[0]?.length === 1 && isBlank(cells[0][0])) return undefined;
  return cells;
}

/** The one cell of an argument that should be a scalar; undefined where blank or omitted. */
export function scalarOf(given: Argument): unknown {
  let cell: unknown = given;
  while (Array.isArray(cell)) cell = cell[0];
  cell = plainCell(cell);
  return isBlank(cell) ? undefined : cell;
}

function numberOf(name: string, given: Argument, min: number, max: number): number | undefined {
  const cell = scalarOf(given);
  if (cell === undefined) return undefined;
  const percent = typeof cell === "string" && cell.trim().endsWith("%");
  const value =
    typeof cell === "number"
      ? cell
      : typeof cell === "string"
        ? Number(cell.trim().replace("%", "").replace(",", ".")) / (percent ? 100 : 1)
        : NaN;
  if (!Number.isFinite(value)) stop("notANumber", { name, value: sampleOf(cell) });
  if (value < min || value > max) stop("numberOutOfRange", { name, value, min, max });
  return value;
}

function dateOf(name: string, given: Argument, shift: number): number | undefined {
  const cell = scalarOf(given);
  if (cell === undefined) return undefined;
  if (typeof cell === "number" && cell >= 0 && cell <= LAST_SERIAL) return cell + shift;
  if (typeof cell === "string" && !isErrorCell(cell)) {
    const date = readDateText(cell.trim());
    if (date !== undefined && "serial" in date) return date.serial;
  }
  return stop("notADate", { name, value: sampleOf(cell) });
}

/** Options may follow the last column directly: a text with "=" is moved to where the function expects options. */
function withOptionsLast(metric: Metric, places: number, args: readonly Argument[]): readonly Argument[] {
  let last = args.length - 1;
  while (last >= 0 && scalarOf(args[last]) === undefined && !(Array.isArray(args[last]) && last < places))
    last--;
  if (last >= places) stop("tooManyArguments", { metric: metric.id, count: places });
  const text = isMatrix(args[last]) ? undefined : scalarOf(args[last]);
  if (last === places - 1 || typeof text !== "string" || !/^\s*[\p{L}][\p{L}\d -]*=/u.test(text)) return args;
  const moved = [...args.slice(0, last)];
  moved[places - 1] = text;
  return moved;
}

function isMatrix(given: Argument): boolean {
  return Array.isArray(given) && (given.length > 1 || (Array.isArray(given[0]) && given[0].length > 1));
}

function namedPeriod(text: string | undefined, from: Argument, to: Argument): Period | undefined {
  if (text === undefined) return undefined;
  if (scalarOf(from) !== undefined || scalarOf(to) !== undefined) stop("periodTwice");
  return readPeriod(text) ?? stop("unknownPeriod", { period: text, valid: commonOptions.period.form });
}

function periodOf(from: number | undefined, to: number | undefined): Period | undefined {
  if (from === undefined && to === undefined) return undefined;
  const start = from === undefined ? -1 : Math.floor(from);
  const end = to === undefined ? Infinity : Math.floor(to) + 1;
  if (start >= end && from !== undefined && to !== undefined)
    stop("fromAfterTo", { from: isoDate(from), to: isoDate(to) });
  return { start, end, label: "" };
}
