import { collapsed, type DuplicateRule } from "../records/duplicates";
import type { Dataset } from "../records/dataset";
import { areLines, OF_LINES } from "../records/order-lines";
import type { Records } from "../records/records";
import type { Kind, Role } from "../records/roles";
import { stop } from "../result";
import type { ColumnInput, Metric } from "./metric";
import type { AskedMetric } from "./ask-metric";

/** What a metric is asked of: those of the mapped tables that it reads. */
export interface ReadRecords {
  readonly dataset: Dataset;
  /** Kinds whose records the metric reads. */
  readonly kinds: ReadonlySet<Kind>;
  /** The same for metrics that can be asked together. */
  readonly key: string;
}

/** A column that has to be mapped before a metric can be asked. */
export interface MissingColumn {
  readonly kind: Kind;
  readonly role: Role;
  /** The whole table is missing. */
  readonly table: boolean;
}

/**
 * The records that a metric reads. Of tables that may stand in for one another (deals, subscriptions) it is the first
 * that has the column which is needed, as its function has it; the metric's own rule says which rows are duplicates. Of a
 * product (or what else differs from line to line) each line of an order is a sale of its own: `toldApart` are the columns
 * that group and filter.
 */
export function recordsRead(
  all: Dataset,
  { metric, options }: AskedMetric,
  toldApart: readonly Role[],
): ReadRecords {
  const [missing] = missingColumns(all, metric);
  if (missing !== undefined) {
    const { kind, role, table } = missing;
    stop(table ? "mapFirst" : "mapColumn", { metric: metric.id, kind, role }, table ? "#N/A" : "#VALUE!");
  }
  const left = kindsLeftOut(all, metric);
  const kinds = new Set(
    columnsOf(metric).flatMap((input) =>
      input.kinds.filter((kind) => !left.has(kind) && all[kind] !== undefined),
    ),
  );
  const own = metric.duplicates?.(options) ?? "last";
  const rule = ruleFor(own, all.deal !== undefined && areLines(all.deal.columns), toldApart);
  const dropped = [...left].filter((kind) => all[kind] !== undefined).sort();
  return {
    dataset: without(collapsed(all, rule), dropped),
    kinds,
    key: [rule, ...dropped].join(" "),
  };
}

/** Of rules that leave the same rows it is one, so that what asks by them is asked together. */
function ruleFor(own: DuplicateRule, byLine: boolean, toldApart: readonly Role[]): DuplicateRule {
  if (!byLine) return own === "each-line" ? "last" : own;
  return own !== "keep" && toldApart.some((role) => OF_LINES.has(role)) ? "each-line" : own;
}

/** What has to be mapped before the metric can be asked; empty where it can. */
export function missingColumns(all: Dataset, metric: Metric): readonly MissingColumn[] {
  return columnsOf(metric).flatMap(({ role, kinds, required, impliedBySales }): MissingColumn[] => {
    const [kind = "deal"] = kinds;
    if (!required || kinds.some((other) => serves(all[other], role))) return [];
    if (impliedBySales === true && all.deal !== undefined && isListOfSales(all.deal)) return [];
    return [{ kind, role, table: kinds.every((other) => all[other] === undefined) }];
  });
}

/** A status may be told by the stage, a close date by the dates of winning and losing. */
function serves(records: Records | undefined, role: Role): boolean {
  if (records === undefined) return false;
  if (records.kind === "deal" && role === "status") return records.hasStatus;
  if (records.kind === "deal" && role === "closedDate") return records.has("closeDate");
  return records.has(role);
}

/** Nothing tells won from lost, and nothing speaks of deals that are not closed: orders, invoices, sales typed by hand. */
export function isListOfSales(deals: Records): boolean {
  return (
    !deals.hasStatus && !deals.has("stage") && !deals.has("expectedCloseDate") && !deals.has("lostReason")
  );
}

function columnsOf(metric: Metric): readonly ColumnInput[] {
  return metric.inputs.filter((input) => input.input === "column");
}

/** Kinds that another one stands for. */
function kindsLeftOut(all: Dataset, metric: Metric): ReadonlySet<Kind> {
  const left = new Set<Kind>();
  for (const { role, kinds, required } of columnsOf(metric)) {
    if (kinds.length === 1 || !required) continue;
    const chosen = kinds.find((kind) => serves(all[kind], role));
    for (const kind of kinds) if (kind !== chosen) left.add(kind);
  }
  return left;
}

const parts = new WeakMap<Dataset, Map<string, Dataset>>();

function without(all: Dataset, kinds: readonly Kind[]): Dataset {
  if (kinds.length === 0) return all;
  const known = parts.get(all) ?? new Map<string, Dataset>();
  parts.set(all, known);
  const key = kinds.join(" ");
  let part = known.get(key);
  if (part === undefined) {
    part = Object.fromEntries(Object.entries(all).filter(([kind]) => !kinds.includes(kind as Kind)));
    known.set(key, part);
  }
  return part;
}
