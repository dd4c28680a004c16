import type { Dataset } from "../records/dataset";
import { furtherLines } from "../records/duplicates";
import { Outcome } from "../records/outcome";
import { Records } from "../records/records";
import type { Kind } from "../records/roles";
import { finish, type Steps } from "../steps";
import { benchmarkChecks } from "./benchmark-checks";
import type { Check, CheckContext, Found, Severity } from "./check";
import { commonChecks } from "./common-checks";
import { dealChecks } from "./deal-checks";
import { otherChecks } from "./other-checks";

const checks = [...commonChecks, ...dealChecks, ...otherChecks, ...benchmarkChecks];
export type CheckId = (typeof checks)[number]["id"];

export interface Finding extends Found {
  readonly check: CheckId;
  readonly severity: Severity;
  readonly kind: Kind;
}

/** How far records can be trusted. */
export interface Quality {
  /** Errors first, then by number of rows. */
  readonly findings: readonly Finding[];
  /** Rows of each kind and how many of them have an error. */
  readonly kinds: readonly KindQuality[];
  /** Share of rows without any error, over all kinds; undefined without rows. */
  readonly score: number | undefined;
}

export interface KindQuality {
  readonly kind: Kind;
  readonly rows: number;
  readonly withErrors: number;
  readonly score: number;
}

/**
 * Everything that looks wrong in the records: what cannot be read, contradicts itself or is there twice. Checks against
 * today need `asOf`, a serial day; `only` names the kinds to look at, where not all. O(rows × checks); misspelt owners O(owners²).
 */
export function dataQuality(dataset: Dataset, asOf?: number, only?: readonly Kind[]): Quality {
  return finish(dataQualityInSteps(dataset, asOf, only));
}

/** The same, check by check. */
export function* dataQualityInSteps(dataset: Dataset, asOf?: number, only?: readonly Kind[]): Steps<Quality> {
  const context: CheckContext = { dataset, asOf: asOf === undefined ? undefined : Math.floor(asOf) };
  const findings: Finding[] = [];
  const kinds: KindQuality[] = [];
  for (const all of Object.values(dataset)) {
    if (only?.includes(all.kind) === false) continue;
    const records = withoutLines(all);
    const own: Finding[] = [];
    for (const check of checksOf(records.kind)) {
      own.push(...(yield* findingsOf(check, records, context)));
      yield;
    }
    findings.push(...own);
    kinds.push(qualityOf(records, own));
    yield;
  }
  const rows = kinds.reduce((sum, kind) => sum + kind.rows, 0);
  const withErrors = kinds.reduce((sum, kind) => sum + kind.withErrors, 0);
  return {
    findings: findings.sort(bySeverity),
    kinds,
    score: rows === 0 ? undefined : 1 - withErrors / rows,
  };
}

/** A further line of an order is blank where its first line speaks for it: nothing is missing there. */
function withoutLines(all: Records): Records {
  const lines = furtherLines(all);
  if (lines.size === 0) return all;
  const outcome = all.outcome.map((code, row) => (lines.has(row) ? Outcome.none : code));
  const records = new Records({ ...all, outcome });
  records.linked = all.linked;
  return records;
}

function checksOf(kind: Kind): readonly Check<CheckId>[] {
  return (checks as readonly Check<CheckId>[]).filter(({ kinds }) => kinds.includes(kind));
}

function* findingsOf(check: Check<CheckId>, records: Records, context: CheckContext): Steps<Finding[]> {
  const { id, severity } = check;
  const found = check.find(records, context);
  const all = "next" in found ? yield* found : found;
  return all.map((one) => ({ ...one, check: id, severity, kind: records.kind }));
}

function qualityOf(records: Records, findings: readonly Finding[]): KindQuality {
  const bad = new Set(findings.flatMap(({ severity, rows }) => (severity === "error" ? (rows ?? []) : [])));
  const rows = records.outcome.reduce((count, outcome) => count + (outcome === Outcome.none ? 0 : 1), 0);
  // an error in a row that was set aside as a duplicate harms no number
  const withErrors = [...bad].filter((row) => records.outcome[row] !== Outcome.none).length;
  return { kind: records.kind, rows, withErrors, score: rows === 0 ? 1 : 1 - withErrors / rows };
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function bySeverity(one: Finding, other: Finding): number {
  return ORDER[one.severity] - ORDER[other.severity] || (other.rows?.length ?? 0) - (one.rows?.length ?? 0);
}
