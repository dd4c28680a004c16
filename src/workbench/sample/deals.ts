import { FIRST_DAY, LAST_DAY, workday } from "./calendar";
import { LOST_REASONS, PRODUCTS, SOURCES, STAGES, type Product, type Rep, type Source } from "./firm";
import { seasonOf, type Lead } from "./leads";
import type { Random } from "./random";

export interface Deal {
  id: string;
  customer: string;
  rep: Rep;
  status: "Won" | "Lost" | "Open";
  stage: string;
  amount: number;
  createdDate: number;
  closedDate: number | undefined;
  expectedCloseDate: number;
  probability: number;
  source: string;
  type: "New business" | "Upsell" | "Renewal";
  lostReason: string;
  product: Product;
  leadId: string;
}

/** One deal for every converted lead, then deals with existing customers until there are `count`. */
export function makeDeals(random: Random, leads: readonly Lead[], count: number): Deal[] {
  const deals = leads
    .filter((lead) => lead.convertedDate !== undefined)
    .map((lead) =>
      makeDeal(random, {
        createdDate: lead.convertedDate ?? lead.createdDate,
        customer: lead.company,
        rep: lead.rep,
        source: lead.source,
        type: "New business",
        leadId: lead.id,
      }),
    );
  const customers = deals.filter((deal) => deal.status === "Won");
  while (deals.length < count) deals.push(returningCustomer(random, customers));
  deals.sort((a, b) => a.createdDate - b.createdDate);
  deals.forEach((deal, index) => (deal.id = `D-${1001 + index}`));
  linkLeads(leads, deals);
  return deals;
}

interface Opportunity {
  createdDate: number;
  customer: string;
  rep: Rep;
  source: Source;
  type: Deal["type"];
  leadId: string;
}

function makeDeal(random: Random, opportunity: Opportunity): Deal {
  const { rep, source, type, createdDate } = opportunity;
  const product = random.weighted(PRODUCTS);
  const quantity = random.weighted(QUANTITIES).pieces;
  const amount = roundPrice(random.spread(product.price * quantity, 0.3));
  const sizeFactor = amount > 20_000 ? 1.4 : amount > 10_000 ? 1.15 : 1;
  const plannedDays = product.cycleDays * sizeFactor * (type === "New business" ? 1 : 0.7);
  const cycleDays = random.spread(plannedDays * rep.pace, 0.55);
  const knownCustomer = type === "New business" ? 1 : 1.35;
  const winChance = Math.min(0.92, (0.46 * rep.skill * source.wins * knownCustomer) / Math.sqrt(sizeFactor));
  const won = random.chance(winChance);
  // a lost deal drags on before anybody admits it
  const closedDate = workday(createdDate + Math.max(2, cycleDays * (won ? 1 : 1.2)));
  const deal: Deal = {
    id: "",
    customer: opportunity.customer,
    rep,
    status: won ? "Won" : "Lost",
    stage: won ? "Closed won" : "Closed lost",
    amount,
    createdDate,
    closedDate,
    expectedCloseDate: workday(createdDate + plannedDays * (0.9 + 0.4 * random.next())),
    probability: won ? 1 : 0,
    source: source.name,
    type,
    lostReason: won ? "" : random.weighted(LOST_REASONS).name,
    product,
    leadId: opportunity.leadId,
  };
  return closedDate <= LAST_DAY ? deal : stillOpen(deal, closedDate);
}

const QUANTITIES = [
  { pieces: 1, weight: 58 },
  { pieces: 2, weight: 24 },
  { pieces: 3, weight: 10 },
  { pieces: 5, weight: 8 },
] as const;

/** Its stage follows from how much of its cycle is behind it on the last day. */
function stillOpen(deal: Deal, closedDate: number): Deal {
  const progress = (LAST_DAY - deal.createdDate) / (closedDate - deal.createdDate);
  const stage = STAGES[Math.min(STAGES.length - 1, Math.floor(progress * STAGES.length))] ?? STAGES[0];
  return {
    ...deal,
    status: "Open",
    stage: stage.name,
    probability: stage.probability,
    closedDate: undefined,
    lostReason: "",
  };
}

/** Somebody who bought before buys again, some time after the first delivery. */
function returningCustomer(random: Random, customers: readonly Deal[]): Deal {
  for (;;) {
    const earlier = random.pick(customers);
    const createdDate = workday((earlier.closedDate ?? FIRST_DAY) + random.between(30, 330));
    const month = new Date((createdDate - 25569) * 86_400_000).getUTCMonth() + 1;
    if (createdDate > LAST_DAY || !random.chance(seasonOf(month) / 1.25)) continue;
    const source = SOURCES.find(({ name }) => name === earlier.source) ?? random.weighted(SOURCES);
    return makeDeal(random, {
      createdDate,
      customer: earlier.customer,
      rep: earlier.rep,
      source,
      type: random.chance(0.65) ? "Upsell" : "Renewal",
      leadId: "",
    });
  }
}

/** Prices end in round numbers, as offers do. */
function roundPrice(amount: number): number {
  const step = amount > 10_000 ? 100 : amount > 2_000 ? 50 : 10;
  return Math.max(step, Math.round(amount / step) * step);
}

function linkLeads(leads: readonly Lead[], deals: readonly Deal[]): void {
  const dealOf = new Map(deals.filter(({ leadId }) => leadId).map(({ leadId, id }) => [leadId, id]));
  for (const lead of leads) lead.dealId = dealOf.get(lead.id) ?? "";
}
