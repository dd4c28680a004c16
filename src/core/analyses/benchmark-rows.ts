import { addsUp, isTable, type Metric } from "../metrics/metric";
import { metricNamed } from "../metrics/named-metric";
import type { LevelUnit } from "../records/columns";
import { Outcome } from "../records/outcome";
import type { Records } from "../records/records";
import type { Role } from "../records/roles";
import { civilOf } from "../time/serial";

/** What others reach in a metric: a range, what is typical within it, or either. In the metric's unit, rates as 0 … 1. */
export interface Levels {
  readonly low?: number;
  readonly typical?: number;
  readonly high?: number;
}

/** A row of the table of benchmarks. */
export interface BenchmarkRow extends Levels {
  readonly row: number;
  /** The metric as it is written. */
  readonly name: string;
  /** The text resembles the metric's name and is none of them. */
  readonly isNear: boolean;
  /** Missing where no metric is named. */
  readonly metric?: Metric;
  readonly source: string;
  readonly year?: number;
  /** "" is everybody's. */
  readonly segment: string;
  /** Why the row is not compared with. */
  readonly fault?: BenchmarkFault;
}

export type BenchmarkFault =
  /** No metric has this name. */
  | "unknown"
  /** A total depends on the length of its period, which the table does not tell; a table is no number. */
  | "noLevel"
  | "empty"
  /** "25 %" of a time, "3 days" of money. */
  | "unit"
  /** A share above 100 % or below 0. */
  | "outOfScale"
  /** Per cent or not: both are possible. */
  | "doubtful"
  | "disorder";

/** The rows of the table, read once as their metrics have them. O(rows). */
export function benchmarkRows(records: Records): readonly BenchmarkRow[] {
  const rows = known.get(records) ?? readRows(records);
  known.set(records, rows);
  return rows;
}

const known = new WeakMap<Records, readonly BenchmarkRow[]>();

function readRows(records: Records): readonly BenchmarkRow[] {
  const wordAt = (role: Role) => {
    const column = records.columns.get(role);
    return (row: number) => (column?.type === "word" ? (column.words[column.codes[row] ?? 0] ?? "") : "");
  };
  const cellAt = (role: Role) => {
    const column = records.columns.get(role);
    return (row: number): Cell | undefined => {
      const value = column?.type === "number" ? column.values[row] : undefined;
      const unit = column?.type === "number" ? column.units?.get(row) : undefined;
      return value === undefined || Number.isNaN(value) ? undefined : { value, unit };
    };
  };
  const [name, source, segment] = [wordAt("metric"), wordAt("source"), wordAt("segment")];
  const [low, typical, high, year] = [cellAt("low"), cellAt("typical"), cellAt("high"), cellAt("year")];
  const rows: BenchmarkRow[] = [];
  for (let row = 0; row < records.rows; row++) {
    if (records.outcome[row] === Outcome.none) continue;
    const named = metricNamed(name(row));
    const dated = readYear(year(row)?.value);
    rows.push({
      ...{ row, name: name(row), source: source(row), segment: segment(row) },
      ...(dated === undefined ? {} : { year: dated }),
      isNear: named?.isNear === true,
      ...(named === undefined
        ? { fault: "unknown" }
        : { metric: named.metric, ...levelsOf(named.metric, [low(row), typical(row), high(row)]) }),
    });
  }
  return rows;
}

interface Cell {
  readonly value: number;
  readonly unit: LevelUnit | undefined;
}
type Cells = readonly [low: Cell | undefined, typical: Cell | undefined, high: Cell | undefined];
type Read = Levels | { readonly fault: BenchmarkFault };

function levelsOf(metric: Metric, cells: Cells): Read {
  if (isTable(metric) || addsUp(metric)) return { fault: "noLevel" };
  const filled = cells.filter((cell) => cell !== undefined);
  if (filled.length === 0) return { fault: "empty" };
  if (metric.unit === "ratio") return ratesOf(metric, cells, filled);
  const read = filled.map((cell) => inUnit(metric, cell));
  if (read.includes(undefined)) return { fault: "unit" };
  return ordered(cells.map((cell) => cell && inUnit(metric, cell)));
}

/** A number without a unit has the metric's. */
function inUnit({ unit }: Metric, { value, unit: own }: Cell): number | undefined {
  if (own === undefined) return value;
  if (own === "hours") return unit === "hours" ? value : unit === "days" ? value / 24 : undefined;
  if (own === "months") return unit === "months" ? value : undefined;
  return unit === "number" ? value : undefined;
}

/** Plain numbers above this are per cent even where a ratio may lie beyond its whole. */
const NO_RATIO = 3;

/**
 * Rates may be written 0.25, 25 % or 25. A row with a plain number above 1 counts to 100; a small one beside it may be
 * half a per cent as well as a half: what stays in order decides, and where both do, nobody can tell.
 */
function ratesOf({ beyondWhole }: Metric, cells: Cells, filled: readonly Cell[]): Read {
  if (filled.some(({ unit }) => unit !== undefined && unit !== "percent")) return { fault: "unit" };
  const plain = filled.flatMap(({ value, unit }) => (unit === undefined ? [value] : []));
  const most = Math.max(...plain);
  const read = (toHundred: (value: number) => boolean): Read => {
    const levels = cells.map((cell) =>
      cell?.unit === undefined && cell !== undefined && toHundred(cell.value)
        ? cell.value / 100
        : cell?.value,
    );
    if (beyondWhole !== true && levels.some((value) => value !== undefined && !(value >= 0 && value <= 1)))
      return { fault: "outOfScale" };
    return ordered(levels);
  };
  if (!(most > 1)) return read(() => false);
  if (beyondWhole === true && most <= NO_RATIO) return { fault: "doubtful" };
  const [all, large] = [read(() => true), read((value) => value > 1)];
  if (!plain.some((value) => value > 0 && value < 1)) return all;
  if ("fault" in all) return large;
  return "fault" in large ? all : { fault: "doubtful" };
}

function ordered(levels: readonly (number | undefined)[]): Read {
  const known = levels.filter((value) => value !== undefined);
  if (known.some((value, at) => value < (known[at - 1] ?? -Infinity))) return { fault: "disorder" };
  const [low, typical, high] = levels;
  return {
    ...(low === undefined ? {} : { low }),
    ...(typical === undefined ? {} : { typical }),
    ...(high === undefined ? {} : { high }),
  };
}

/** A year, or a date in it. */
function readYear(value: number | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (value >= 1900 && value < 2200) return Math.floor(value);
  return value >= 20_000 && value < 110_000 ? civilOf(value).year : undefined;
}
