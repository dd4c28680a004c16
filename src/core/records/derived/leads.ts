import { Outcome } from "../outcome";
import type { Records } from "../records";
import { amountsOfDeals } from "./activity-deals";
import { activityFacts } from "./activities";
import type { DerivedColumn } from "./derived";
import {
  datedReferrers,
  earlier,
  firstNotBefore,
  groupsReferringTo,
  linkedRows,
  refersTo,
  type DatedReferrers,
} from "./links";
import { numbersFrom } from "./numbers-from";

/** When a lead became what the list calls converted; −∞ where it did at an unknown time. */
export const convertedOn: DerivedColumn = {
  has: (leads) => leads.has("convertedDate") || leads.has("converted") || leads.has("status"),
  values(leads) {
    const dates = leads.has("convertedDate") ? leads.numbers("convertedDate") : undefined;
    const bought = boughtOn.has(leads) ? leads.numbers("boughtOn") : undefined;
    return numbersFrom(leads.rows, (row) => {
      if (leads.outcome[row] !== Outcome.won) return bought?.[row] ?? NaN;
      const date = dates?.[row] ?? NaN;
      return date === date ? date : -Infinity;
    });
  },
};

/** When a lead became a paying customer: the first of its won deals closed; −∞ where no such deal has a date. */
export const boughtOn: DerivedColumn = {
  has: (leads) => leads.linked.deal !== undefined && (refersToDeals(leads) || dealsRefer(leads)),
  values(leads) {
    const { ranges, named, deals, closed } = wonDeals(leads);
    return numbersFrom(leads.rows, (lead) => {
      let first = NaN;
      let some = false;
      for (const [from, to] of ranges(lead)) {
        if (from === to) continue;
        some = true;
        first = earlier(first, deals.dates[from] ?? NaN);
      }
      const own = named(lead);
      if (own >= 0) first = earlier(first, closed(own));
      return first === first ? first : some || own >= 0 ? -Infinity : NaN;
    });
  },
};

/** Net amount of a lead's won deals closed before `until`. */
export const leadRevenue: DerivedColumn = {
  has: (leads) => boughtOn.has(leads) && leads.linked.deal?.has("amount") === true,
  values(leads, { until = Infinity }) {
    const amounts = amountsOfDeals(leads);
    const { ranges, named, deals, closed } = wonDeals(leads);
    const seen = (deal: number): number => {
      const amount = amounts[deal] ?? NaN;
      return amount === amount && !(closed(deal) >= Number(until)) ? amount : 0;
    };
    // Sums within each group, so that a range is a difference of two of them.
    const before = new Float64Array(deals.rows.length);
    const sums = new Float64Array(deals.rows.length);
    for (let group = 0; group + 1 < deals.starts.length; group++) {
      let sum = 0;
      for (let at = deals.starts[group] ?? 0; at < (deals.starts[group + 1] ?? 0); at++) {
        before[at] = sum;
        sum += seen(deals.rows[at] ?? -1);
        sums[at] = sum;
      }
    }
    return numbersFrom(leads.rows, (lead) => {
      let sum = 0;
      for (const [from, to] of ranges(lead)) if (from < to) sum += (sums[to - 1] ?? 0) - (before[from] ?? 0);
      const own = named(lead);
      return own < 0 ? sum : sum + seen(own);
    });
  },
};

/** 1 for a lead recommended by someone: by its source, or because it is noted by whom. */
export const referredLead: DerivedColumn = {
  has: (leads) => leads.has("source") || leads.has("referredBy"),
  values(leads) {
    const sources = leads.has("source") ? leads.words("source") : undefined;
    const groupOf = leads.classOf("source", "sourceGroup");
    const bySource = sources?.words.map((word) => groupOf(word) === "referral");
    const names = leads.has("referredBy") ? leads.words("referredBy").codes : undefined;
    return numbersFrom(leads.rows, (row) =>
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
    const listed = namesReferred(activities);
    return numbersFrom(activities.rows, (row) => (typeOf(row) === "referral" && !listed(row) ? 1 : NaN));
  },
};

/** Whether an activity names a referred lead, by whatever the lead is called. */
function namesReferred(activities: Records): (row: number) => boolean {
  const leads = activities.linked.lead;
  if (leads === undefined || !referredLead.has(leads)) return () => false;
  const flags = leads.numbers("referredLead");
  const names = ["id", "email", "name", "company", "customer"] as const;
  return refersTo(activities, ["leadRef", "customerRef"], leads, names, (row) => flags[row] === 1);
}

interface WonDeals {
  readonly deals: DatedReferrers;
  /** Ranges of `deals.rows` that are the lead's: those that refer to it by its id, and those of its address since it wrote. */
  ranges(lead: number): readonly (readonly [number, number])[];
  /** The won deal that the lead itself names and that does not refer to it; −1 where there is none. */
  named(lead: number): number;
  closed(deal: number): number;
}

function wonDeals(leads: Records): WonDeals {
  const { deal: records } = leads.linked;
  const dates = records?.has("closeDate") === true ? records.numbers("closeDate") : undefined;
  const closed = (deal: number): number => dates?.[deal] ?? NaN;
  const isWon = (deal: number): boolean => records?.outcome[deal] === Outcome.won;
  const deals = datedReferrers(records, "leadRef", closed, isWon);
  const byId = groupsReferringTo(leads, "id", deals);
  const byAddress = groupsReferringTo(leads, "email", deals);
  const refers = linkedRows(leads, "dealRef", records, "id");
  const created = leads.has("createdDate") ? leads.numbers("createdDate") : undefined;
  const place = new Int32Array(records?.rows ?? 0).fill(-1);
  deals.rows.forEach((deal, at) => (place[deal] = at));
  const ranges = (lead: number): [number, number][] => {
    const own = byId[lead] ?? -1;
    const address = byAddress[lead] ?? -1;
    const found: [number, number][] = [];
    if (own >= 0) found.push([deals.starts[own] ?? 0, deals.starts[own + 1] ?? 0]);
    if (address >= 0 && address !== own) {
      const day = Math.floor(created?.[lead] ?? NaN);
      found.push([firstNotBefore(deals, address, day), deals.starts[address + 1] ?? 0]);
    }
    return found;
  };
  return {
    deals,
    ranges,
    named(lead) {
      const deal = refers[lead] ?? -1;
      if (deal < 0 || !isWon(deal)) return -1;
      const at = place[deal] ?? -1;
      return ranges(lead).some(([from, to]) => at >= from && at < to) ? -1 : deal;
    },
    closed,
  };
}

function refersToDeals(leads: Records): boolean {
  return leads.has("dealRef") && leads.linked.deal?.has("id") === true;
}

function dealsRefer(leads: Records): boolean {
  return leads.linked.deal?.has("leadRef") === true && (leads.has("id") || leads.has("email"));
}
