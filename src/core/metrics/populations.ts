import {
  and,
  compare,
  deals,
  lost,
  outcome,
  role,
  unless,
  won,
  type Condition,
  type Population,
} from "../evaluate/expression";
import type { Given } from "./metric";
import { choice } from "./options";

const credit = compare(role("amount"), "<", 0);
const zero = and(compare(role("amount"), ">=", 0), compare(role("amount"), "<=", 0));
const invalid: Condition = { is: "class", role: "lostReason", vocabulary: "invalidReason", in: ["invalid"] };

/** Negative amounts on won deals are credit notes: they reduce revenue, and are no deals of their own. */
export const creditOption = choice(["exclude", "include"]);
/** Won deals without an amount above zero (gifts, trials). */
export const zeroOption = choice(["exclude", "include"]);
/** Deals lost as duplicates, tests or by mistake never were opportunities. */
export const invalidOption = choice(["invalid", "none"]);

/** Conditions that hold where the amount column is known. */
export function withoutCredits(where: Condition, given: Given, credits: "exclude" | "include"): Condition {
  return credits === "exclude" && given.has("amount") ? and(where, unless(credit, "creditNote")) : where;
}

/** Among records of any outcome: negative amounts of open or lost deals are mistakes, not credit notes. */
export function withoutCreditNotes(where: Condition, given: Given): Condition {
  return given.has("amount") ? and(where, unless(and(won, credit), "creditNote")) : where;
}

export function withoutZeros(where: Condition, given: Given, zeros: "exclude" | "include"): Condition {
  return zeros === "exclude" && given.has("amount") ? and(where, unless(zero, "zeroAmount")) : where;
}

/** Won and lost deals together, credit notes and invalid losses left out. */
export function decidedDeals(given: Given, exclude: "invalid" | "none"): Condition {
  const base = outcome("won", "lost");
  const parts: Condition[] = [base];
  if (exclude === "invalid" && given.has("lostReason"))
    parts.push(unless(and(lost, invalid), "invalidReason"));
  if (given.has("amount")) parts.push(unless(and(won, credit), "creditNote"));
  return parts.length === 1 ? base : and(...parts);
}

/** Sales: won deals placed by their close date. */
export const sales = (where: Condition = won): Population => deals(where, "closeDate");
