import { fieldValues } from "./conditions";
import { excludedByReason } from "./excluded";
import { ownAggregatesOf, populationsOf, type Aggregate, type Expression } from "./expression";
import { indexPeriods } from "./groups";
import { holdingRows } from "./held-rows";
import { preparePass } from "./pass";
import type { Dataset } from "../records/dataset";
import { isDerived } from "../records/derived";
import { keysOf } from "../records/keys";
import type { Kind, Role } from "../records/roles";
import type { Period } from "../time/periods";

/** Rows of one kind's records, in their order. */
export interface RowsOfKind {
  readonly kind: Kind;
  readonly rows: Int32Array;
  /** The column that it is about. */
  readonly role?: Role;
}

/** The rows that a number is made of, and those that are not in it. */
export interface RowsBehind {
  /** Every record that is counted, added up or compared. */
  readonly all: readonly RowsOfKind[];
  /** Of a share or a ratio. */
  readonly numerator?: readonly RowsOfKind[];
  readonly denominator?: readonly RowsOfKind[];
  /** By reason, over the whole data, as `Result.excluded` counts them. */
  readonly leftOut: ReadonlyMap<string, readonly RowsOfKind[]>;
}

interface Moment {
  readonly period?: Period;
  readonly asOf?: number;
}

/** Selects an expression's records as the evaluation does. What looks at other periods (last year's) is not among them. */
export function rowsBehind(dataset: Dataset, expression: Expression, moment: Moment): RowsBehind {
  const rows = (part: Expression) => rowsOf(dataset, ownAggregatesOf(part), moment);
  const { period, asOf } = moment;
  const dated = period !== undefined || asOf !== undefined;
  const leftOut = new Map<string, RowsOfKind[]>();
  for (const { reason, kind, rows } of excludedByReason(dataset, expression, dated, asOf).reasons.values()) {
    const role = /^(?:missing|unreadable)\.(.*)$/.exec(reason)?.[1] as Role | undefined;
    const own = { kind, rows: Int32Array.from(rows).sort(), ...(role === undefined ? {} : { role }) };
    leftOut.set(reason, [...(leftOut.get(reason) ?? []), own]);
  }
  const [top, bottom] = fraction(expression);
  return {
    all: rows(expression),
    ...(top === undefined || bottom === undefined ? {} : { numerator: rows(top), denominator: rows(bottom) }),
    leftOut,
  };
}

function fraction(expression: Expression): readonly Expression[] {
  if (expression.op === "share") return [expression.part, expression.whole];
  if (expression.op === "ratio") return [expression.top, expression.bottom];
  return expression.op === "atLeast" ? fraction(expression.of) : [];
}

function rowsOf(
  dataset: Dataset,
  aggregates: readonly Aggregate[],
  { period, asOf }: Moment,
): readonly RowsOfKind[] {
  const byKind = new Map<Kind, { rows: Set<number>; role: Role | undefined }>();
  for (const aggregate of aggregates) {
    const counts = countedBy(dataset, aggregate);
    for (const population of populationsOf(aggregate)) {
      const records = dataset[population.kind];
      if (records === undefined) continue;
      const held = holdingRows(1);
      const grouping = {
        ...(period === undefined ? {} : { periods: indexPeriods([period]) }),
        ...(asOf === undefined ? {} : { asOf }),
      };
      preparePass(records, grouping, [{ population, into: [held] }], 1)();
      held.finish();
      const known = byKind.get(population.kind) ?? { rows: new Set(), role: undefined };
      known.role ??= roleIn(aggregate);
      byKind.set(population.kind, known);
      for (const row of held.of(0)) if (counts(population.kind, row)) known.rows.add(row);
    }
  }
  return [...byKind].map(([kind, { rows, role }]) => ({
    kind,
    rows: Int32Array.from(rows).sort(),
    ...(role === undefined ? {} : { role }),
  }));
}

/** Whether a record that was selected is one of those the aggregate can use. */
function countedBy(dataset: Dataset, aggregate: Aggregate): (kind: Kind, row: number) => boolean {
  if ("role" in aggregate) {
    const { role } = aggregate;
    const codes = new Map(
      populationsOf(aggregate).flatMap(({ kind }) => {
        const records = dataset[kind];
        return records === undefined ? [] : [[kind, keysOf(records, role).codes] as const];
      }),
    );
    return (kind, row) => codes.get(kind)?.[row] !== 0;
  }
  // A wait that is not over yet is known to have lasted so far.
  if (!("field" in aggregate) || aggregate.op === "survivalMedian") return () => true;
  const records = dataset[aggregate.of.kind];
  if (records === undefined) return () => false;
  const values = fieldValues(aggregate.field, records);
  return (_, row) => !Number.isNaN(values[row] ?? NaN);
}

/** The column whose values are added up. */
function roleIn(aggregate: Aggregate): Role | undefined {
  if (!("field" in aggregate) || aggregate.field.field !== "role") return undefined;
  const { role } = aggregate.field;
  return isDerived(role) ? undefined : role;
}
