import { compileCondition, fieldValues, type CompiledCondition } from "./conditions";
import {
  aggregatesOf,
  keyOf,
  populationsOf,
  type Condition,
  type Expression,
  type Field,
} from "./expression";
import type { Dataset } from "../records/dataset";
import { isDerived, type DerivedRole } from "../records/derived";
import { keysOf } from "../records/keys";
import { Outcome } from "../records/outcome";
import type { Records } from "../records/records";
import { typeOfRole, type Kind, type Role } from "../records/roles";
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
  for (const aggregate of aggregatesOf(expression)) {
    for (const population of populationsOf(aggregate)) {
      const field = "field" in aggregate ? aggregate.field : undefined;
      const key = keyOf(population) + (field === undefined ? "" : keyOf(field));
      const records = dataset[population.kind];
      if (seen.has(key) || records === undefined) continue;
      seen.add(key);
      kind = population.kind;
      kindsSeen.add(records);
      const { outcomes, mask } = compileCondition(population.where, records, asOf);
      for (const part of partsOf(population.where)) {
        if (part.is !== "unless") continue;
        const others = compileCondition(
          { is: "all", of: partsOf(population.where).filter((other) => other !== part) },
          records,
          asOf,
        );
        const left = compileCondition(part.of, records, asOf);
        for (let i = 0; i < records.rows; i++) {
          if (passes(others, records, i) && passes(left, records, i)) note(part.reason, i);
        }
      }
      const places = dated && aggregate.op !== "prorated" ? datesPlacing(population.on) : [];
      const codes = "role" in aggregate ? keysOf(records, aggregate.role).codes : undefined;
      for (let i = 0; i < records.rows; i++) {
        const outcome = records.outcome[i] ?? 0;
        if (((outcomes >> outcome) & 1) === 0 || (mask !== undefined && mask[i] === 0)) continue;
        for (const role of places) {
          if ((role === "closeDate" && outcome === Outcome.open) || role === "endDate") continue;
          noteMissing(records, role, i);
        }
        if (field !== undefined && aggregate.op !== "survivalMedian") noteField(records, field, i);
        if (codes?.[i] === 0 && "role" in aggregate)
          note(`missing.${records.nameOf(aggregate.role as Role)}`, i);
      }
      if (usesOutcome(population.where) && records.hasStatus) {
        for (let i = 0; i < records.rows; i++) {
          if (records.outcome[i] === Outcome.unknown && ((outcomes >> Outcome.unknown) & 1) === 0) {
            noteBlank(records, records.kind === "activity" ? "done" : "status", i);
          }
          if (records.outcome[i] === Outcome.cancelled && ((outcomes >> Outcome.cancelled) & 1) === 0)
            note("cancelled", i);
        }
      }
    }
  }
  return { kinds: kindsSeen, reasons };

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
  const isBlank = (name: Role): boolean =>
    records.has(name) &&
    typeOfRole(records.kind, name) !== "word" &&
    Number.isNaN(records.numbers(name)[row] ?? NaN);
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
  firstWon: "customer",
  firstStart: "customer",
  monthlyAmount: "recurringPeriod",
};

function partsOf(condition: Condition): readonly Condition[] {
  return condition.is === "all" ? condition.of.flatMap(partsOf) : [condition];
}

function passes({ outcomes, mask }: CompiledCondition, records: Records, row: number): boolean {
  return ((outcomes >> (records.outcome[row] ?? 0)) & 1) === 1 && (mask === undefined || mask[row] === 1);
}

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
