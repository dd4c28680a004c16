import {
  and,
  any,
  atLeast,
  known,
  not,
  oneOf,
  prorated,
  recordsOf,
  type Condition,
  type Expression,
} from "../evaluate/expression";
import { stop } from "../result";
import { may, type Given } from "./metric";
import { choice } from "./options";

/** The targets' columns beside their amount. */
export const targetInputs = [
  may("periodStart", "target"),
  may("periodEnd", "target"),
  may("metric", "target"),
  may("holidays", "calendar"),
] as const;

export const partialTargetOption = choice(["full", "prorated"], {
  "to date vs full target": "full",
  "to date vs prorated target": "prorated",
});

/** What rows of a targets table may call a metric. A row that does not say is a target of revenue. */
export const targetNames = {
  revenue: ["REVENUE", "sales", "sales value", "amount", "venituri", "vânzări", "valoare"],
  "won-count": [
    ...["SALESCOUNT", "won", "won count", "won deals", "deals won", "number of sales"],
    ...["oferte câștigate", "numărul vânzărilor"],
  ],
  "mrr-added": ["MRR", "MRR added", "new MRR", "MRR nou", "MRR adăugat"],
} as const;

/**
 * The target of the period, of rows that name one of these metrics; `blank` rows too, where they stand for it. None is
 * #DIV/0!.
 */
export function targetOf(
  given: Given,
  names: readonly string[],
  { blank, ...how }: { blank: boolean; team?: "preferred" | "never"; toDate?: true },
): Expression {
  if (given.has("periodStart", "target") && !given.hasPeriod) stop("needsPeriod");
  const named = oneOf("metric", ...names);
  const unnamed = not(known("metric"));
  let where: Condition = any;
  if (given.has("metric", "target"))
    where = blank ? and(any, not(and(not(named), not(unnamed)))) : and(any, named);
  return atLeast(prorated(recordsOf("target", where, "periodStart"), how), 0, "noTarget", {
    strict: true,
    error: "#DIV/0!",
  });
}
