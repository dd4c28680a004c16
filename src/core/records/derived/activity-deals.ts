import { stop } from "../../result";
import { normaliseWord } from "../../text";
import { Outcome } from "../outcome";
import type { Records } from "../records";
import { activityTypeOf } from "../vocabulary";
import { activityFacts } from "./activities";
import type { DerivedColumn } from "./derived";
import { groupsReferringTo, linkedRows, referrers } from "./links";
import { numbersFrom } from "./numbers-from";

/** The outcome of the deal that an activity or a stage entry belongs to, as it was known before `until`. */
export const dealOutcome: DerivedColumn = {
  has: linkedToDeals,
  values(records, { until = Infinity }) {
    const deals = records.linked.deal;
    const closed =
      until === Infinity || deals?.has("closeDate") !== true ? undefined : deals.numbers("closeDate");
    return fromDeal(records, (row) => {
      const outcome = deals?.outcome[row] ?? NaN;
      const decidedLater = (closed?.[row] ?? NaN) >= Number(until);
      return decidedLater ? Outcome.open : outcome;
    });
  },
};

/** The amount of the deal that an activity or a stage entry belongs to. */
export const dealAmount: DerivedColumn = {
  has: (records) => linkedToDeals(records) && records.linked.deal?.has("amount") === true,
  values(records) {
    const amounts = amountsOfDeals(records);
    return fromDeal(records, (row) => amounts[row] ?? NaN);
  },
};

/** How many activities of some types ("call|email"; "" = all) belong to a deal, whenever they took place. */
export const activityCount: DerivedColumn = {
  has: (deals) => deals.has("id") && deals.linked.activity?.has("dealRef") === true,
  values(deals, { types = "", planned = 0 }) {
    const { activity: activities } = deals.linked;
    const values = new Float64Array(deals.rows);
    if (activities === undefined) return values;
    const { typeOf, happened } = activityFacts(activities);
    const wanted = splitTypes(String(types) === "" ? [] : String(types).split("|"));
    const { codes, words } = activities.words("type");
    const own = words.map((word) => wanted.words.includes(normaliseWord(word)));
    const counts = (row: number): boolean =>
      (happened(row) || (planned === 1 && activities.outcome[row] !== Outcome.cancelled)) &&
      (types === "" || own[codes[row] ?? 0] === true || wanted.classes.includes(typeOf(row) ?? ""));
    const referring = referrers(activities, "dealRef", counts);
    const { starts } = referring;
    groupsReferringTo(deals, "id", referring).forEach((group, deal) => {
      if (group >= 0) values[deal] = (starts[group + 1] ?? 0) - (starts[group] ?? 0);
    });
    return values;
  },
};

/** Words that name a class of activities ("call", "follow-up") stand for all its words; the others for themselves. */
export function splitTypes(types: readonly string[]): {
  readonly classes: readonly string[];
  readonly words: readonly string[];
} {
  const isClass = (word: string): boolean =>
    normaliseWord(activityTypeOf(word) ?? "") === normaliseWord(word);
  return {
    classes: types.filter(isClass).map((word) => activityTypeOf(word) ?? ""),
    words: types.filter((word) => !isClass(word)).map(normaliseWord),
  };
}

/** Net amounts of the linked deals; money of different currencies is never added up. */
export function amountsOfDeals(records: Records): Float64Array {
  const { deal: deals } = records.linked;
  if (deals === undefined) stop("missingRecords", { kind: "deal" });
  const currencies = deals.currencies("amount");
  if (currencies.length > 1) stop("severalCurrencies", { currencies: currencies.join(", ") });
  return deals.numbers("netAmount");
}

function linkedToDeals(records: Records): boolean {
  return (
    records.has(records.kind === "stageHistory" ? "dealId" : "dealRef") &&
    records.linked.deal?.has("id") === true
  );
}

function fromDeal(records: Records, valueOf: (row: number) => number): Float64Array {
  const rows = linkedRows(
    records,
    records.kind === "stageHistory" ? "dealId" : "dealRef",
    records.linked.deal,
    "id",
  );
  return numbersFrom(records.rows, (row) => {
    const deal = rows[row] ?? -1;
    return deal < 0 ? NaN : valueOf(deal);
  });
}
