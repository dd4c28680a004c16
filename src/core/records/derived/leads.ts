import { Outcome, type Records } from "../records";
import { sourceGroupOf } from "../vocabulary";
import { amountsOfDeals } from "./activity-deals";
import { activityFacts } from "./activities";
import type { DerivedColumn } from "./derived";
import { linkedRows, refsOf, rowsReferring } from "./links";

/** When a lead became what the list calls converted; −∞ where it did at an unknown time. */
export const convertedOn: DerivedColumn = {
  has: (leads) => leads.has("convertedDate") || leads.has("converted") || leads.has("status"),
  values(leads) {
    const dates = leads.has("convertedDate") ? leads.numbers("convertedDate") : undefined;
    const bought = boughtOn.has(leads) ? leads.numbers("boughtOn") : undefined;
    return numbersFrom(leads, (row) => {
      if (leads.outcome[row] !== Outcome.won) return bought?.[row] ?? NaN;
      const date = dates?.[row] ?? NaN;
      return date === date ? date : -Infinity;
    });
  },
};

/** When a lead became a paying customer: the first of its won deals closed; −∞ where the deal has no date. */
export const boughtOn: DerivedColumn = {
  has: (leads) => leads.linked.deal !== undefined && (refersToDeals(leads) || dealsRefer(leads)),
  values(leads) {
    const deals = leads.linked.deal;
    const dates = deals?.has("closeDate") === true ? deals.numbers("closeDate") : undefined;
    const wonOf = wonDeals(leads);
    return numbersFrom(leads, (row) => {
      const won = wonOf(row);
      const known = won.map((deal) => dates?.[deal] ?? NaN).filter((date) => date === date);
      if (known.length > 0) return Math.min(...known);
      return won.length > 0 ? -Infinity : NaN;
    });
  },
};

/** Net amount of a lead's won deals closed before `until`. */
export const leadRevenue: DerivedColumn = {
  has: (leads) => boughtOn.has(leads) && leads.linked.deal?.has("amount") === true,
  values(leads, { until = Infinity }) {
    const deals = leads.linked.deal;
    const amounts = amountsOfDeals(leads);
    const dates =
      until === Infinity || deals?.has("closeDate") !== true ? undefined : deals.numbers("closeDate");
    const wonOf = wonDeals(leads);
    return numbersFrom(leads, (row) => {
      let sum = 0;
      for (const deal of wonOf(row)) {
        const amount = amounts[deal] ?? NaN;
        if (amount === amount && !((dates?.[deal] ?? NaN) >= Number(until))) sum += amount;
      }
      return sum;
    });
  },
};

/** 1 for a lead recommended by someone: by its source, or because it is noted by whom. */
export const referredLead: DerivedColumn = {
  has: (leads) => leads.has("source") || leads.has("referredBy"),
  values(leads) {
    const sources = leads.has("source") ? leads.words("source") : undefined;
    const bySource = sources?.words.map((word) => sourceGroupOf(word) === "referral");
    const names = leads.has("referredBy") ? leads.words("referredBy").codes : undefined;
    return numbersFrom(leads, (row) =>
      leads.outcome[row] !== Outcome.none &&
      (bySource?.[sources?.codes[row] ?? 0] === true || (names?.[row] ?? 0) !== 0)
        ? 1
        : NaN,
    );
  },
};

/** 1 for a referral noted as an activity that is no referred lead already: neither linked to one nor of its person. */
export const unlistedReferral: DerivedColumn = {
  has: (activities) => activities.has("type"),
  values(activities) {
    const { typeOf } = activityFacts(activities);
    const leads = activities.linked.lead;
    const referred = new Set<string>();
    if (leads !== undefined && referredLead.has(leads)) {
      const flags = leads.numbers("referredLead");
      const names = refsOf(leads, ["id", "email", "name", "company", "customer"]);
      for (let i = 0; i < leads.rows; i++)
        if (flags[i] === 1) for (const name of names(i)) referred.add(name);
    }
    const refs = refsOf(activities, ["leadRef", "customerRef"]);
    return numbersFrom(activities, (row) =>
      typeOf(row) === "referral" && !refs(row).some((ref) => referred.has(ref)) ? 1 : NaN,
    );
  },
};

/**
 * The won deals of a lead: the one it refers to, those that refer to it by its id, and those of its e-mail address that
 * were not closed before it wrote.
 */
function wonDeals(leads: Records): (row: number) => readonly number[] {
  const deals = leads.linked.deal;
  const named = linkedRows(leads, "dealRef", deals, "id");
  const referring = rowsReferring(deals, "leadRef");
  const ids = refsOf(leads, ["id"]);
  const addresses = refsOf(leads, ["email"]);
  const created = leads.has("createdDate") ? leads.numbers("createdDate") : undefined;
  const closed = deals?.has("closeDate") === true ? deals.numbers("closeDate") : undefined;
  return (row) => {
    const day = Math.floor(created?.[row] ?? NaN);
    const later = (deal: number): boolean => !((closed?.[deal] ?? NaN) < day);
    const rows = new Set([
      ...ids(row).flatMap((id) => referring.get(id) ?? []),
      ...addresses(row).flatMap((address) => (referring.get(address) ?? []).filter(later)),
    ]);
    const own = named[row] ?? -1;
    if (own >= 0) rows.add(own);
    return [...rows].filter((deal) => deals?.outcome[deal] === Outcome.won);
  };
}

function refersToDeals(leads: Records): boolean {
  return leads.has("dealRef") && leads.linked.deal?.has("id") === true;
}

function dealsRefer(leads: Records): boolean {
  return leads.linked.deal?.has("leadRef") === true && (leads.has("id") || leads.has("email"));
}

function numbersFrom(records: Records, valueOf: (row: number) => number): Float64Array {
  const values = new Float64Array(records.rows);
  for (let i = 0; i < values.length; i++) values[i] = valueOf(i);
  return values;
}
