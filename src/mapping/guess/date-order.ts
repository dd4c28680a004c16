import type { Kind, Role } from "../../core/records/roles";
import type { Block } from "../block";
import type { Candidate } from "./candidates";
import type { Profile } from "./profile";

/** Dates that never come before others. */
const IN_ORDER: Readonly<Partial<Record<Kind, readonly (readonly [Role, Role])[]>>> = {
  deal: [
    ["createdDate", "closedDate"],
    ["createdDate", "wonDate"],
    ["createdDate", "lostDate"],
  ],
  lead: [
    ["createdDate", "firstResponseDate"],
    ["createdDate", "qualifiedDate"],
    ["createdDate", "convertedDate"],
  ],
  subscription: [["startDate", "endDate"]],
  stageHistory: [["enteredDate", "exitedDate"]],
  target: [["periodStart", "periodEnd"]],
};

/** Rows with both dates from which an order shows. */
const ENOUGH = 5;
const DOUBT = 0.62;

/**
 * Headers that the values contradict (created after closed in most rows) are asked for; an order that holds speaks for
 * both. Dates that only their values speak for are told apart by it.
 */
export function checkOrder(
  kind: Kind,
  block: Block,
  profiles: readonly Profile[],
  candidates: Candidate[],
): Candidate[] {
  for (const [first, last] of IN_ORDER[kind] ?? []) {
    const earlier = bestOf(first, candidates);
    const later = bestOf(last, candidates);
    if (earlier.length === 0 || later.length === 0) continue;
    for (const one of earlier) {
      for (const other of later) {
        if (one.column === other.column) continue;
        const share = shareInOrder(profiles[one.column], profiles[other.column]);
        if (share === undefined) continue;
        if (share >= 0.98) note(one, other, first, last);
        else if (share < 0.5 && one.usual !== undefined && other.usual !== undefined) {
          one.confidence = Math.min(one.confidence, DOUBT);
          other.confidence = Math.min(other.confidence, DOUBT);
        }
      }
    }
  }
  return candidates;
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

function bestOf(role: Role, candidates: readonly Candidate[]): Open<Candidate>[] {
  const of = candidates.filter((candidate) => candidate.role === role && candidate.confidence > 0);
  const named = of.filter(({ usual }) => usual !== undefined);
  return named.length > 0 ? named : of;
}

function note(one: Open<Candidate>, other: Open<Candidate>, first: Role, last: Role): void {
  if (!one.reasons.some(({ is }) => is === "dateOrder"))
    one.reasons = [...one.reasons, { is: "dateOrder", values: { role: last } }];
  if (!other.reasons.some(({ is }) => is === "dateOrder"))
    other.reasons = [...other.reasons, { is: "dateOrder", values: { role: first } }];
  if (one.usual === undefined && other.usual === undefined) {
    one.confidence += 0.05;
    other.confidence += 0.05;
  }
}

function shareInOrder(first: Profile | undefined, last: Profile | undefined): number | undefined {
  if (first === undefined || last === undefined) return undefined;
  if (first.ambiguousDates !== last.ambiguousDates) return undefined;
  let both = 0;
  let inOrder = 0;
  for (let i = 0; i < first.numbers.length; i++) {
    const [from, to] = [first.numbers[i] ?? NaN, last.numbers[i] ?? NaN];
    if (Number.isNaN(from) || Number.isNaN(to)) continue;
    both++;
    if (Math.floor(from) <= to) inOrder++;
  }
  return both < ENOUGH ? undefined : inOrder / both;
}
