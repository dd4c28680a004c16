import { serialOf } from "../../src/core/time/serial";
import type { Random } from "../../src/workbench/sample/random";
import { makeTable, type Table } from "./tables";

/** The day on which the tables were exported: nothing that has happened lies after it. */
const today = serialOf(2025, 6, 30);
const firstDay = serialOf(2024, 1, 1);

const OWNERS = ["Ana", "Dan", "Ioana", "Mihai", "Radu", "Zoe"];
const SOURCES = ["Event", "Partner", "Referral", "Web"];
const TYPES = ["New", "Upsell", "Cross-sell", "Renewal"];
const STAGES = ["Qualified", "Proposal", "Negotiation"];
const REASONS = ["Price", "Competitor", "No budget", "Duplicate", "Test"];

const cents = (value: number): number => Math.round(value * 100) / 100;
/** Mostly something, sometimes a blank cell. */
const mostly = <T>(random: Random, value: T, blank: number): T | "" => (random.chance(blank) ? "" : value);

/** Deals as real lists have them: gaps, refunds, credit notes, gifts, impossible dates, expected dates as close dates. */
export const deals = makeTable("Deals", 600, 1, (random, row) => {
  const created = random.between(firstDay, today);
  const cycle = Math.ceil(random.spread(35, 0.8));
  const decided = random.chance(0.85) && created + cycle <= today;
  const status = !decided ? "Open" : random.chance(0.45) ? "Won" : "Lost";
  const time = random.chance(0.2) ? random.between(32, 72) / 96 : 0;
  const price = cents(random.spread(4000, 0.9));
  const expected = created + random.between(20, 120);
  const creditNote = status === "Won" && random.chance(0.04);
  const refunded = status === "Won" && !creditNote && random.chance(0.1);
  const gift = !refunded && random.chance(0.03);
  return {
    id: `D${1000 + row}`,
    customer: `Customer ${random.between(1, 90)}`,
    owner: mostly(random, random.pick(OWNERS), 0.03),
    source: mostly(random, random.pick(SOURCES), 0.05),
    type: random.pick(TYPES),
    status,
    stage: decided ? "" : random.pick(STAGES),
    amount: refunded || creditNote ? (creditNote ? -price : price) : mostly(random, gift ? 0 : price, 0.03),
    refund: refunded ? cents(price * random.next()) : "",
    createdDate: mostly(random, created, 0.02),
    closedDate: !decided
      ? mostly(random, expected, 0.5)
      : mostly(random, random.chance(0.03) ? created - random.between(1, 9) : created + cycle + time, 0.03),
    expectedCloseDate: mostly(random, expected, 0.05),
    probability: mostly(random, random.between(1, 9) / 10, 0.04),
    lostReason: status === "Lost" ? mostly(random, random.pick(REASONS), 0.1) : "",
  };
});

/** Leads with the time of day; a quarter never got an answer, some answers were typed in wrong. */
export const leads = makeTable(
  "Leads",
  400,
  2,
  (random, row) => {
    const created = random.between(firstDay * 96, today * 96 + 60) / 96;
    const answered = Math.round((created + random.spread(1.5, 1.6) / 24) * 86_400) / 86_400;
    const converted = Math.ceil(created + random.spread(20, 0.8));
    const isConverted = random.chance(0.25) && converted <= today;
    const wrong = random.chance(0.03);
    return {
      id: `L${1000 + row}`,
      owner: mostly(random, random.pick(OWNERS), 0.03),
      source: mostly(random, random.pick(SOURCES), 0.05),
      createdDate: created,
      firstResponseDate: wrong ? created - 0.25 : answered <= today ? mostly(random, answered, 0.25) : "",
      status: isConverted ? "Converted" : random.pick(["New", "Working", "Qualified"]),
      convertedDate: isConverted ? converted : "",
      referredBy: random.chance(0.05) ? `Customer ${random.between(1, 90)}` : "",
    };
  },
  {
    waited: '=IF([@firstResponseDate]<[@createdDate],"",([@firstResponseDate]-[@createdDate])*24)',
    // Hours between Monday and Friday, 9 to 17: whole days between, and the parts of the first and the last
    waitedBusiness:
      '=IF([@firstResponseDate]<[@createdDate],"",24*((NETWORKDAYS([@createdDate],[@firstResponseDate])-1)*8/24+IF(NETWORKDAYS([@firstResponseDate],[@firstResponseDate]),MEDIAN(MOD([@firstResponseDate],1),9/24,17/24),17/24)-MEDIAN(NETWORKDAYS([@createdDate],[@createdDate])*MOD([@createdDate],1),9/24,17/24)))',
  },
);

/** Activities of every type, some planned, some cancelled, some the customer's own calls. */
export const activities = makeTable(
  "Activities",
  1200,
  3,
  (random, row) => {
    const type = random.pick([
      ...["Call", "Call", "Call", "Email", "Email", "Email", "Meeting", "Meeting"],
      ...["Demo", "Follow-up", "Proposal", "Networking event", "Social", "Note"],
    ]);
    const social = type === "Social";
    const reach = (most: number): number | "" => (social ? mostly(random, random.between(0, most), 0.1) : "");
    const fair = type === "Networking event";
    return {
      id: `A${10_000 + row}`,
      type,
      // several people go to the same fair
      subject: fair ? random.pick(["Expo", "Forum"]) : "",
      date:
        (fair ? firstDay + 45 * random.between(0, 11) : random.between(firstDay, today)) +
        random.between(32, 72) / 96,
      done: random.pick(["yes", "yes", "yes", "yes", "no", "cancelled"]),
      owner: mostly(random, random.pick(OWNERS), 0.03),
      direction: random.chance(0.2) ? "in" : "out",
      duration: mostly(random, random.between(1, 12) / 4, 0.1),
      likes: reach(80),
      comments: reach(20),
      shares: reach(9),
      directMessages: reach(5),
    };
  },
  { day: "=INT([@date])" },
);

/** Answers on a five-point scale; a few blank, a few off the scale. */
export const surveys = makeTable("Surveys", 250, 4, (random) => ({
  date: random.between(firstDay, today),
  score: random.chance(0.03) ? 9 : mostly(random, random.pick([1, 2, 3, 4, 4, 4, 5, 5, 5]), 0.06),
  scaleMax: 5,
  owner: random.pick(OWNERS),
}));

/** A target per owner and quarter from 2024 on. */
export const targets = makeTable("Targets", 6 * OWNERS.length, 5, (random, row) => {
  const quarter = Math.floor(row / OWNERS.length);
  return {
    periodStart: serialOf(2024, 1 + 3 * quarter, 1),
    periodEnd: serialOf(2024, 4 + 3 * quarter, 1) - 1,
    owner: OWNERS[row % OWNERS.length] ?? "",
    amount: 1000 * random.between(15, 40),
  };
});

/** Costs of each month by category. */
export const costs = makeTable("Costs", 18 * 3, 6, (random, row) => ({
  date: serialOf(2024, 1 + Math.floor(row / 3), 15),
  category: ["Sales", "Marketing", "Other"][row % 3] ?? "",
  amount: cents(random.spread(3000, 0.4)),
}));

/** One subscription per customer, billed from the first of a month; a third has ended. */
export const subscriptions = makeTable("Subscriptions", 150, 7, (random, row) => {
  const start = random.between(0, 17);
  const months = random.between(2, 20);
  return {
    customer: `Customer ${row + 1}`,
    startDate: serialOf(2024, 1 + start, 1),
    endDate: start + months < 18 ? serialOf(2024, 1 + start + months, 1) : "",
    mrr: random.between(20, 400),
  };
});

/** A list of the customers, as one makes it to know what each has bought. */
export const customers = makeTable("Customers", 90, 8, (_, row) => ({ customer: `Customer ${row + 1}` }), {
  first: '=MINIFS(Deals[closedDate],Deals[customer],[@customer],Deals[status],"Won",Deals[closedDate],">0")',
  orders: '=COUNTIFS(Deals[customer],[@customer],Deals[status],"Won")',
  /** Upsells and cross-sells won in the first quarter of 2025. */
  more: '=COUNTIFS(Deals[customer],[@customer],Deals[status],"Won",Deals[type],"Upsell",Deals[closedDate],">="&DATE(2025,1,1),Deals[closedDate],"<"&DATE(2025,4,1))+COUNTIFS(Deals[customer],[@customer],Deals[status],"Won",Deals[type],"Cross-sell",Deals[closedDate],">="&DATE(2025,1,1),Deals[closedDate],"<"&DATE(2025,4,1))',
});

export const tables: readonly Table[] = [
  deals,
  leads,
  activities,
  surveys,
  targets,
  costs,
  subscriptions,
  customers,
];
