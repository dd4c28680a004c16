import { at, LAST_DAY, workday } from "./calendar";
import type { Deal } from "./deals";
import type { Lead } from "./leads";
import type { Random } from "./random";

export interface Activity {
  id: string;
  type: "Call" | "Email" | "Meeting" | "Demo";
  subject: string;
  owner: string;
  customer: string;
  dealId: string;
  leadId: string;
  date: number;
  minutes: number;
  outcome: string;
  done: "Yes" | "No";
}

const TYPES = [
  { type: "Call", weight: 44, minutes: 12 },
  { type: "Email", weight: 32, minutes: 6 },
  { type: "Meeting", weight: 17, minutes: 50 },
  { type: "Demo", weight: 7, minutes: 70 },
] as const;

const OUTCOMES = {
  Call: ["Connected", "Connected", "No answer", "Left voicemail", "Call back"],
  Email: ["Sent", "Sent", "Replied"],
  Meeting: ["Held", "Held", "Held", "Postponed", "No show"],
  Demo: ["Held", "Held", "Follow-up agreed"],
} as const;

/** The first answer to every lead, then what happened on the deals, more of it on the ones that took longer. */
export function makeActivities(
  random: Random,
  leads: readonly Lead[],
  deals: readonly Deal[],
  count: number,
): Activity[] {
  const answers = leads.flatMap((lead) => firstAnswer(random, lead));
  const followed = deals.map((deal) => ({ deal, weight: 4 + (lastDay(deal) - deal.createdDate) / 8 }));
  const onDeals = Array.from({ length: count - answers.length }, () =>
    onDeal(random, random.weighted(followed).deal),
  );
  const all = [...answers, ...onDeals].sort((a, b) => a.date - b.date);
  return all.map((activity, index) => ({ ...activity, id: `A-${30001 + index}` }));
}

function firstAnswer(random: Random, lead: Lead): Activity[] {
  if (lead.firstResponseDate === undefined) return [];
  const type = random.chance(0.6) ? "Call" : "Email";
  return [
    {
      id: "",
      type,
      subject: "First answer",
      owner: lead.rep.name,
      customer: lead.company,
      dealId: "",
      leadId: lead.id,
      date: lead.firstResponseDate,
      minutes: Math.round(random.spread(type === "Call" ? 9 : 5, 0.5)),
      outcome: random.pick(OUTCOMES[type]),
      done: "Yes",
    },
  ];
}

function onDeal(random: Random, deal: Deal): Activity {
  const { type, minutes } = random.weighted(TYPES);
  // planned steps of open deals reach a little into the future
  const last = deal.status === "Open" ? LAST_DAY + 14 : lastDay(deal);
  const day = Math.min(workday(deal.createdDate + random.next() * (last - deal.createdDate)), workday(last));
  const planned = day > LAST_DAY;
  return {
    id: "",
    type,
    subject: `${deal.product.name}: ${type.toLowerCase()}`,
    owner: deal.rep.name,
    customer: deal.customer,
    dealId: deal.id,
    leadId: "",
    date: at(day, random.between(9 * 60, 17 * 60 + 30)),
    minutes: Math.max(1, Math.round(random.spread(minutes, 0.5))),
    outcome: planned ? "" : random.pick(OUTCOMES[type]),
    done: planned || random.chance(0.03) ? "No" : "Yes",
  };
}

function lastDay(deal: Deal): number {
  return deal.closedDate ?? LAST_DAY;
}
