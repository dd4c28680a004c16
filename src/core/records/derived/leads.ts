import { Outcome, type Records } from "../records";
import { sourceGroupOf } from "../vocabulary";
import { amountsOfDeals } from "./activity-deals";
import { activityFacts } from "./activities";
import type { DerivedColumn } from "./derived";
import { groupsReferringTo, linkedRows, referrers, refsOf } from "./links";

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
    const closed = closeDates(leads.linked.deal);
    const values = new Float64Array(leads.rows).fill(NaN);
    eachWonDeal(leads, (lead, deal) => {
      const date = closed?.[deal] ?? NaN;
      const known = values[lead] ?? NaN;
      if (known !== known || known === -Infinity) values[lead] = date === date ? date : -Infinity;
      else if (date < known) values[lead] = date;
    });
    return values;
  },
};

/** Net amount of a lead's won deals closed before `until`. */
export const leadRevenue: DerivedColumn = {
  has: (leads) => boughtOn.has(leads) && leads.linked.deal?.has("amount") === true,
  values(leads, { until = Infinity }) {
    const amounts = amountsOfDeals(leads);
    const closed = until === Infinity ? undefined : closeDates(leads.linked.deal);
    const values = new Float64Array(leads.rows);
    eachWonDeal(leads, (lead, deal) => {
      const amount = amounts[deal] ?? NaN;
      if (amount === amount && !((closed?.[deal] ?? NaN) >= Number(until)))
        values[lead] = (values[lead] ?? 0) + amount;
    });
    return values;
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
 * Each lead with each of its won deals, once: the one it refers to, those that refer to it by its id, and those of its
 * e-mail address that were not closed before it wrote.
 */
function eachWonDeal(leads: Records, take: (lead: number, deal: number) => void): void {
  const { deal: deals } = leads.linked;
  const closed = closeDates(deals);
  const created = leads.has("createdDate") ? leads.numbers("createdDate") : undefined;
  const referring = referrers(deals, "leadRef", (row) => deals?.outcome[row] === Outcome.won);
  const { starts, rows } = referring;
  const byId = groupsReferringTo(leads, "id", referring);
  const byAddress = groupsReferringTo(leads, "email", referring);
  const named = linkedRows(leads, "dealRef", deals, "id");
  const seen = new Set<number>();
  for (let lead = 0; lead < leads.rows; lead++) {
    if (leads.outcome[lead] === Outcome.none) continue;
    seen.clear();
    takeGroup(lead, byId[lead] ?? -1, -Infinity);
    takeGroup(lead, byAddress[lead] ?? -1, Math.floor(created?.[lead] ?? NaN));
    const own = named[lead] ?? -1;
    if (own >= 0 && deals?.outcome[own] === Outcome.won && !seen.has(own)) take(lead, own);
  }

  function takeGroup(lead: number, group: number, from: number): void {
    if (group < 0) return;
    for (let at = starts[group] ?? 0; at < (starts[group + 1] ?? 0); at++) {
      const deal = rows[at] ?? -1;
      if ((closed?.[deal] ?? NaN) < from || seen.has(deal)) continue;
      seen.add(deal);
      take(lead, deal);
    }
  }
}

function closeDates(deals: Records | undefined): Float64Array | undefined {
  return deals?.has("closeDate") === true ? deals.numbers("closeDate") : undefined;
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
