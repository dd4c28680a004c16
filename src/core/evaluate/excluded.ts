import { compileCondition, fieldValues, type CompiledCondition } from "./conditions";
import {
  apartOf,
  keyOf,
  ownAggregatesOf,
  populationsOf,
  type Aggregate,
  type Condition,
  type Expression,
  type Field,
} from "./expression";
import type { Dataset } from "../records/dataset";
import { isDerived, type DerivedRole } from "../records/derived";
import { keysOf } from "../records/keys";
import { Outcome } from "../records/outcome";
import type { Records } from "../records/records";
import type { Kind, Role } from "../records/roles";
import { datesPlacing } from "./selection";

/**
 * Why records are not in an expression's numbers: `missing.<role>`, `unreadable.<role>`, `negativeDuration`, `cancelled`,
 * `duplicate`. Each record counts once per reason, over the whole data (not per group or period).
 */
export function excludedRows(
  dataset: Dataset,
  expression: Expression,
  dated: boolean,
  asOf?: number,
): Record<string, number> {
  const { kinds, reasons } = excludedByReason(dataset, expression, dated, asOf);
  const counts: Record<string, number> = {};
  for (const records of kinds) {
    for (const [reason, rows] of Object.entries(records.excluded))
      counts[reason] = (counts[reason] ?? 0) + rows;
  }
  for (const { reason, rows } of reasons.values()) counts[reason] = (counts[reason] ?? 0) + rows.size;
  return counts;
}

/** Rows of one kind that are left out for one reason. */
interface LeftOut {
  readonly reason: string;
  readonly kind: Kind;
  readonly rows: Set<number>;
}

/** The rows themselves; those that are no records at all (`Records.excluded`) are only counted. */
export function excludedByReason(
  dataset: Dataset,
  expression: Expression,
  dated: boolean,
  asOf?: number,
): { readonly kinds: ReadonlySet<Records>; readonly reasons: ReadonlyMap<string, LeftOut> } {
  const reasons = new Map<string, LeftOut>();
  const seen = new Set<string>();
  const kindsSeen = new Set<Records>();
  let kind: Kind = "deal";
  for (const { aggregate, hasPeriod, by } of askedOf(expression, dated)) {
    for (const population of populationsOf(aggregate)) {
      const field = "field" in aggregate ? aggregate.field : undefined;
      const key = `${hasPeriod} ${by} ${aggregate.op === "prorated"} ${keyOf(population)}${field === undefined ? "" : keyOf(field)}`;
      const records = dataset[population.kind];
      if (seen.has(key) || records === undefined) continue;
      seen.add(key);
      kind = population.kind;
      kindsSeen.add(records);
      const rowsThat = (where: Condition): Passing =>
        passing(compileCondition(where, records, asOf), records);
      const chosen = rowsThat(population.where);
      noteConditions(records, population.where, rowsThat);
      if (usesOutcome(population.where) && records.hasStatus)
        noteOutcomes(records, population.where, chosen, rowsThat);
      const places = hasPeriod && aggregate.op !== "prorated" ? datesPlacing(population.on) : [];
      // A team's target has no owner, and is nobody's.
      const names = by === undefined || aggregate.op === "prorated" ? undefined : records.columns.get(by);
      const codes = "role" in aggregate ? keysOf(records, aggregate.role).codes : undefined;
      for (let i = 0; i < records.rows; i++) {
        if (!chosen(i)) continue;
        for (const role of places) {
          if ((role === "closeDate" && records.outcome[i] === Outcome.open) || role === "endDate") continue;
          noteMissing(records, role, i);
        }
        if (names?.type === "word" && names.codes[i] === 0 && by !== undefined) noteBlank(records, by, i);
        if (aggregate.op === "prorated") noteTarget(records, i);
        else if (field !== undefined && aggregate.op !== "survivalMedian") noteField(records, field, i);
        if (codes?.[i] === 0 && "role" in aggregate)
          note(`missing.${records.nameOf(aggregate.role as Role)}`, i);
      }
    }
  }
  return { kinds: kindsSeen, reasons };

  /** Rows that a condition leaves out with a reason, or that leave blank what it asks for. */
  function noteConditions(records: Records, where: Condition, rowsThat: (where: Condition) => Passing): void {
    const parts = partsOf(where);
    for (const part of parts) {
      if (part.is === "known" && part.role === "waitStart" && records.kind === "lead") {
        const counts = rowsThat({ is: "all", of: parts.filter(({ is }) => is === "outcome") });
        for (let i = 0; i < records.rows; i++) if (counts(i)) noteMissing(records, "createdDate", i);
      }
      const column = "role" in part ? records.columns.get(part.role as Role) : undefined;
      if (part.is !== "unless" && column?.type !== "word") continue;
      const others = rowsThat({ is: "all", of: parts.filter((other) => other !== part) });
      const left = part.is === "unless" ? rowsThat(part.of) : undefined;
      for (let i = 0; i < records.rows; i++) {
        if (!others(i)) continue;
        if (part.is === "unless" && left?.(i) === true) note(part.reason, i);
        else if ("role" in part && column?.type === "word" && column.codes[i] === 0)
          noteBlank(records, part.role, i);
      }
    }
  }

  /** Rows of no known outcome, or cancelled, that would count if they were won, lost or open. */
  function noteOutcomes(
    records: Records,
    where: Condition,
    chosen: Passing,
    rowsThat: (where: Condition) => Passing,
  ): void {
    const wouldCount = (["won", "lost", "open"] as const).map((name) => rowsThat(asIf(name, where)));
    for (let i = 0; i < records.rows; i++) {
      const outcome = records.outcome[i];
      if (outcome !== Outcome.unknown && outcome !== Outcome.cancelled) continue;
      if (chosen(i) || !wouldCount.some((counts) => counts(i))) continue;
      if (outcome === Outcome.cancelled) note("cancelled", i);
      else noteBlank(records, records.kind === "activity" ? "done" : "status", i);
    }
  }

  /** A target without an amount, or without a first day where others have one. */
  function noteTarget(records: Records, row: number): void {
    noteMissing(records, "amount", row);
    if (records.has("periodStart") && records.numbers("periodStart").some((day) => day === day))
      noteMissing(records, "periodStart", row);
  }

  function note(reason: string, row: number): void {
    const key = `${kind} ${reason}`;
    const known = reasons.get(key);
    if (known === undefined) reasons.set(key, { reason, kind, rows: new Set([row]) });
    else known.rows.add(row);
  }

  function noteMissing(records: Records, role: Role | DerivedRole, row: number): boolean {
    if (!Number.isNaN(records.numbers(role)[row] ?? NaN)) return false;
    noteBlank(records, sourceRole(records, role, row), row);
    return true;
  }

  function noteBlank(records: Records, role: Role | DerivedRole, row: number): void {
    const name = isDerived(role) ? role : records.nameOf(role);
    note(`${isProblem(records, role, row) ? "unreadable" : "missing"}.${name}`, row);
  }

  function noteField(records: Records, field: Field, row: number): void {
    if (field.field !== "days") {
      if (Number.isNaN(fieldValues(field, records)[row] ?? NaN))
        noteBlank(records, sourceRole(records, field.role, row), row);
      return;
    }
    const from = noteMissing(records, field.from, row);
    const to = noteMissing(records, field.to, row);
    if (!from && !to && Number.isNaN(fieldValues(field, records)[row])) note("negativeDuration", row);
  }
}

/** The column that a person would fill in: of several the first that is blank. */
function sourceRole(records: Records, role: Role | DerivedRole, row: number): Role | DerivedRole {
  const source = SOURCES[role];
  if (source === undefined || typeof source === "string") return source ?? role;
  const isBlank = (name: Role): boolean => {
    const column = records.columns.get(name);
    return column?.type === "word" ? column.codes[row] === 0 : Number.isNaN(column?.values[row]);
  };
  return source.find(isBlank) ?? source.find((name) => records.has(name)) ?? role;
}

const SOURCES: Partial<Record<string, Role | readonly Role[]>> = {
  winChance: ["probability", "stage"],
  weightedAmount: ["amount", "probability", "stage"],
  weightedVariance: ["amount", "probability", "stage"],
  cycleStart: ["firstContactDate", "createdDate"],
  leadCreated: "leadRef",
  age: "createdDate",
  closeDate: "closedDate",
  netAmount: "amount",
  hoursSpent: "duration",
  firstWon: ["closedDate", "customer"],
  firstStart: ["startDate", "customer"],
  monthlyAmount: "recurringPeriod",
};

function partsOf(condition: Condition): readonly Condition[] {
  return condition.is === "all" ? condition.of.flatMap(partsOf) : [condition];
}

type Passing = (row: number) => boolean;

function passing({ outcomes, mask }: CompiledCondition, records: Records): Passing {
  return (row) =>
    ((outcomes >> (records.outcome[row] ?? 0)) & 1) === 1 && (mask === undefined || mask[row] === 1);
}

interface AskedAggregate {
  readonly aggregate: Aggregate;
  readonly hasPeriod: boolean;
  /** It is asked for each word of the role. */
  readonly by?: Role;
}

/** What an expression adds up; what looks at another period has one, whether one is asked for or not. */
function askedOf(expression: Expression, hasPeriod: boolean): readonly AskedAggregate[] {
  return [
    ...ownAggregatesOf(expression).map((aggregate) => ({ aggregate, hasPeriod })),
    ...apartOf(expression).flatMap((apart) => {
      if (apart.op === "shifted") return askedOf(apart.of, true);
      return askedOf(apart.of, hasPeriod).map((asked) => ({ ...asked, by: apart.role }));
    }),
  ];
}

/** The condition as it would be for a record of another outcome. */
function asIf(name: "won" | "lost" | "open", condition: Condition): Condition {
  switch (condition.is) {
    case "outcome":
      return condition.in.includes(name) ? EVERY : { is: "not", of: EVERY };
    case "all":
      return { is: "all", of: condition.of.map((part) => asIf(name, part)) };
    case "not":
    case "unless":
      return { ...condition, of: asIf(name, condition.of) };
    default:
      return condition;
  }
}

const EVERY: Condition = { is: "all", of: [] };

function usesOutcome(condition: Condition): boolean {
  if (condition.is === "outcome") return true;
  if (condition.is === "all") return condition.of.some(usesOutcome);
  return condition.is === "not" && usesOutcome(condition.of);
}

const problemRows = new WeakMap<Records, Map<string, Set<number>>>();

function isProblem(records: Records, role: string, row: number): boolean {
  let byRole = problemRows.get(records);
  if (byRole === undefined) {
    byRole = new Map();
    for (const problem of records.problems) {
      const rows = byRole.get(problem.role) ?? new Set<number>();
      for (const bad of problem.rows) rows.add(bad - records.firstRow);
      byRole.set(problem.role, rows);
    }
    problemRows.set(records, byRole);
  }
  return byRole.get(role)?.has(row) === true;
}
