import { isoDate, LAST_DAY, MONTHS, QUARTERS, workday } from "./calendar";
import type { Deal } from "./deals";
import { REPS, SOURCES, STAGES } from "./firm";
import { seasonOf } from "./leads";
import type { Random } from "./random";
import type { PlainCell } from "./types";

/** The smaller tables of the firm, as rows of cells in the order of their columns. */

/** Every won deal is delivered on an order; customers also buy spare parts. */
export function orderRows(random: Random, deals: readonly Deal[]): PlainCell[][] {
  const won = deals.filter((deal) => deal.status === "Won");
  const deliveries = won.map((deal) => ({
    date: workday((deal.closedDate ?? LAST_DAY) + random.between(0, 12)),
    customer: deal.customer,
    product: deal.product.name,
    amount: deal.amount,
    dealId: deal.id,
  }));
  const spareParts = won.flatMap((deal) =>
    Array.from({ length: random.between(0, 3) }, () => ({
      date: workday((deal.closedDate ?? LAST_DAY) + random.between(20, 420)),
      customer: deal.customer,
      product: "Spare parts",
      amount: Math.round(random.spread(180, 0.7) * 100) / 100,
      dealId: "",
    })),
  );
  return [...deliveries, ...spareParts]
    .filter(({ date }) => date <= LAST_DAY)
    .sort((a, b) => a.date - b.date)
    .map(({ date, customer, product, amount, dealId }, index) => {
      const refunded = random.chance(0.03);
      const refund = refunded ? Math.round(amount * random.pick([0.1, 0.25, 1]) * 100) / 100 : "";
      const status = refund === amount ? "Refunded" : "Paid";
      return [`O-${5001 + index}`, date, customer, product, amount, "EUR", refund, status, dealId];
    });
}

/** Service contracts that follow a sale, with the churn such contracts have: most of it in the first year. */
export function subscriptionRows(random: Random, deals: readonly Deal[]): PlainCell[][] {
  return deals
    .filter((deal) => deal.status === "Won" && deal.product.service > 0 && random.chance(0.55))
    .map((deal) => ({ deal, startDate: nextMonth(deal.closedDate ?? LAST_DAY) }))
    .filter(({ startDate }) => startDate <= LAST_DAY)
    .sort((a, b) => a.startDate - b.startDate)
    .map(({ deal, startDate }, index) => {
      const mrr = Math.round((deal.product.service * random.spread(1, 0.35)) / 5) * 5;
      const months = Math.ceil(-Math.log(1 - random.next()) * 38);
      const endDate = addMonths(startDate, months) - 1;
      const ended = endDate <= LAST_DAY;
      const plan = `Service ${mrr >= 120 ? "Plus" : mrr >= 60 ? "Standard" : "Basic"}`;
      const reason = ended
        ? random.pick(["Price", "Moved to competitor", "Closed shop", "Equipment sold"])
        : "";
      const status = ended ? "Cancelled" : "Active";
      return [`S-${701 + index}`, deal.customer, plan, startDate, ended ? endDate : "", mrr, status, reason];
    });
}

/** The team's target and each rep's, quarter by quarter, growing as the firm does. */
export function targetRows(): PlainCell[][] {
  return QUARTERS.flatMap(({ first, last }, index) => {
    const growth = 0.55 + 0.07 * index;
    const target = (amount: number): number => Math.round((amount * growth) / 1_000) * 1_000;
    const own = REPS.map((rep): PlainCell[] => [
      first,
      last,
      rep.name,
      "REVENUE",
      target(rep.quarterlyTarget),
    ]);
    const team = own.reduce((sum, row) => sum + Number(row[4]), 0);
    return [[first, last, "", "REVENUE", team], ...own];
  });
}

/** What selling costs, month by month and by category; campaigns carry the source they bring leads for. */
export function costRows(random: Random): PlainCell[][] {
  const campaigns = SOURCES.filter(({ name }) => !["Referral", "Cold call", "Partner"].includes(name));
  const monthlyBudget: Record<string, number> = {
    Website: 1_900,
    LinkedIn: 750,
    Newsletter: 180,
    "Trade fair": 600,
  };
  return MONTHS.flatMap(({ first, month }, index) => {
    const money = (amount: number, sigma = 0.08): number => Math.round(random.spread(amount, sigma));
    const fair = month === 3 || month === 10 ? 8 : 1;
    return [
      [first, "Sales", "Salaries", "", money(15_500 * (1 + index * 0.004), 0.02)],
      [first, "Sales", "Commissions", "", money(3_400 * seasonOf(month), 0.15)],
      [first, "Sales", "Travel", "", money(1_250 * seasonOf(month), 0.2)],
      [first, "Other", "Software", "", money(620, 0.03)],
      ...campaigns.map(({ name }): PlainCell[] => {
        const amount = (monthlyBudget[name] ?? 300) * (name === "Trade fair" ? fair : seasonOf(month));
        return [first, "Marketing", "Campaign", name, money(amount, 0.15)];
      }),
    ];
  });
}

/** The way of a deal, stage by stage. */
export function stageRows(): PlainCell[][] {
  const closed = [
    { name: "Closed won", probability: 1, kind: "Won" },
    { name: "Closed lost", probability: 0, kind: "Lost" },
  ];
  return [...STAGES.map((stage) => ({ ...stage, kind: "Open" })), ...closed].map(
    ({ name, probability, kind }, index) => [name, index + 1, probability, kind],
  );
}

/** What others are said to reach: made up, as the firm is, and so it says. */
export function benchmarkRows(): PlainCell[][] {
  const levels: readonly (readonly [metric: string, low: PlainCell, typical: PlainCell, high: PlainCell])[] =
    [
      ["Win rate", "35 %", "45 %", "55 %"],
      ["Lead conversion rate", "10 %", "15 %", "20 %"],
      ["Average deal cycle", 45, 55, 70],
      ["Average deal size", 5_000, 8_000, 12_000],
      ["Lead response time", "5 min", "30 min", "1 h"],
      ["Customer churn rate", "2 %", "5 %", "8 %"],
      ["CSAT", "80 %", "85 %", "90 %"],
    ];
  return levels.map((row) => [...row, "Example", 2025]);
}

/** A question after delivery, from 1 to 5; about two customers in five answer. */
export function surveyRows(random: Random, deals: readonly Deal[]): PlainCell[][] {
  const scores = [
    { score: 5, weight: 46, comment: ["Very helpful", "Recommend", ""] },
    { score: 4, weight: 30, comment: ["On time", "", ""] },
    { score: 3, weight: 12, comment: ["Took a while", "", ""] },
    { score: 2, weight: 7, comment: ["Late delivery", "Nobody called back"] },
    { score: 1, weight: 5, comment: ["Wrong model delivered", "Noisy"] },
  ];
  return deals
    .filter((deal) => deal.status === "Won" && random.chance(0.75))
    .map((deal) => ({ deal, date: workday((deal.closedDate ?? LAST_DAY) + random.between(14, 40)) }))
    .filter(({ date }) => date <= LAST_DAY)
    .sort((a, b) => a.date - b.date)
    .map(({ deal, date }, index) => {
      const better = scores.map((each) => ({
        ...each,
        weight: each.weight * deal.rep.skill ** (each.score - 3),
      }));
      const { score, comment } = random.weighted(better);
      return [`Q-${401 + index}`, date, deal.customer, deal.rep.name, score, 1, 5, random.pick(comment)];
    });
}

function nextMonth(day: number): number {
  return addMonths(day, 1);
}

/** The first day of the month that many months later. */
function addMonths(day: number, months: number): number {
  const [year = 0, month = 1] = isoDate(day).split("-").map(Number);
  return Date.UTC(year, month - 1 + months, 1) / 86_400_000 + 25569;
}
