import type { Cells } from "../../../src/core/records/cells";
import { linkRecords, type Dataset } from "../../../src/core/records/dataset";
import { readRecords } from "../../../src/core/records/read-records";
import type { Kind, Role } from "../../../src/core/records/roles";
import { serialOf } from "../../../src/core/time/serial";
import { columnCells, makeDeals, YEAR, type Words } from "../deals";
import { gaussian, mulberry32 } from "../random";

/** A made-up table, column by column. Dates are serial days; NaN and the word "" are blank cells. */
export interface Table {
  readonly rows: number;
  readonly columns: Readonly<Partial<Record<Role, Words | Float64Array>>>;
}

export type Tables = Readonly<Partial<Record<Kind, Table>>>;

const FIRST_DAY = serialOf(YEAR - 1, 1, 1);
const DAYS = serialOf(YEAR + 1, 1, 1) - FIRST_DAY;

const OPEN_STAGES = ["Prospecting", "Qualified", "Proposal", "Negotiation"];
const STAGE_PROBABILITIES = [0.1, 0.25, 0.5, 0.75];
const LOST_REASONS = ["", "Price", "Competitor", "No budget", "Timing", "No response", "Duplicate"];
const DEAL_TYPES = ["New business", "Existing business", "Upsell", "Cross-sell", "Renewal"];
const PRODUCTS = ["Basic", "Standard", "Premium", "Service", "Training"];
const ACTIVITY_TYPES = [
  ...["Call", "Call", "Call", "Call", "Email", "Email", "Email", "Email", "Meeting", "Meeting"],
  ...["Demo", "Follow-up", "Follow-up", "Proposal", "Networking event", "Social post", "Prospecting"],
  ...["Referral", "Admin", "Note"],
];
const TIMES: Readonly<Record<string, number>> = { Call: 0.2, Email: 0.1, Meeting: 1, Demo: 1.5 };
const CALL_OUTCOMES = ["", "Connected", "No answer", "Left voicemail"];
/** Half the touches concern a deal, a quarter a lead. */
const OF_DEALS = 0.5;
const OF_LEADS = 0.25;

export interface Sizes {
  readonly deals: number;
  readonly leads: number;
  readonly activities: number;
}

/** What a company with twenty reps keeps over two years; the same for the same seed, on every machine. */
export function makeTables({ deals, leads, activities }: Sizes, seed = 7): Tables {
  const random = mulberry32(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const deal = dealTable(deals, leads, random);
  const owners = deal.columns.owner as Words;
  const customers = deal.columns.customer as Words;
  const any = (list: readonly string[], rows: number): Words => ({
    words: list,
    at: Int32Array.from({ length: rows }, () => below(list.length)),
  });
  const ofOwners = (rows: number): Words => any(owners.words, rows);
  return {
    deal,
    lead: leadTable(leads, ofOwners(leads), deal.columns.source as Words, random),
    activity: activityTable(activities, ofOwners(activities), deals, leads, random),
    target: targetTable(owners.words),
    cost: costTable(random),
    survey: surveyTable(5000, ofOwners(5000), any(customers.words, 5000), random),
    subscription: subscriptionTable(5000, ofOwners(5000), customers, random),
    stage: stageTable(),
  };
}

export type TablesOfCells = Readonly<Partial<Record<Kind, Readonly<Partial<Record<Role, Cells>>>>>>;

/** As a workbook gives them. */
export function cellsOfTables(tables: Tables): TablesOfCells {
  return Object.fromEntries(
    (Object.entries(tables) as [Kind, Table][]).map(([kind, { columns }]) => [
      kind,
      Object.fromEntries(Object.entries(columns).map(([role, column]) => [role, columnCells(column)])),
    ]),
  );
}

/** The cells read and linked: all columns, or those that something looks at. */
export function readTables(
  tables: TablesOfCells,
  wanted: (kind: Kind, role: Role) => boolean = () => true,
): Dataset {
  const parts = (Object.entries(tables) as [Kind, Partial<Record<Role, Cells>>][]).flatMap(
    ([kind, columns]) => {
      const own = Object.entries(columns).filter(([role]) => wanted(kind, role as Role));
      return own.length === 0 ? [] : [readRecords(kind, Object.fromEntries(own))];
    },
  );
  return linkRecords(parts);
}

function dealTable(rows: number, leads: number, random: () => number): Table {
  const deals = makeDeals(rows, 42, FIRST_DAY);
  const { status, createdDate } = deals;
  const lostReason = new Int32Array(rows);
  const type = new Int32Array(rows);
  const product = new Int32Array(rows);
  const stage = new Int32Array(rows);
  const leadRef = new Int32Array(rows);
  const probability = new Float64Array(rows).fill(NaN);
  const contact = new Float64Array(rows).fill(NaN);
  const proposal = new Float64Array(rows).fill(NaN);
  for (let i = 0; i < rows; i++) {
    const open = status.at[i]! >= 2;
    if (status.at[i] === 1) lostReason[i] = Math.floor(random() * LOST_REASONS.length);
    // Decided deals keep the stage they were decided in.
    stage[i] = open ? status.at[i]! - 2 : Math.floor(random() * OPEN_STAGES.length);
    if (open) probability[i] = STAGE_PROBABILITIES[stage[i]!]!;
    type[i] = Math.floor(random() ** 1.5 * DEAL_TYPES.length);
    product[i] = Math.floor(random() * PRODUCTS.length);
    // A third of the deals came out of the list of leads.
    leadRef[i] = random() < 0.33 ? 1 + Math.floor(random() * leads) : 0;
    if (random() < 0.5) contact[i] = createdDate[i]! - Math.floor(random() * 20);
    if (random() < 0.6) proposal[i] = createdDate[i]! + Math.floor(random() * 20);
  }
  return {
    rows,
    columns: {
      id: ids("D", rows),
      owner: deals.owner,
      customer: deals.customer,
      status: deals.status,
      source: deals.source,
      amount: deals.amount,
      createdDate: deals.createdDate,
      closedDate: deals.closedDate,
      expectedCloseDate: deals.expectedCloseDate,
      refund: deals.refund,
      stage: { words: OPEN_STAGES, at: stage },
      type: { words: DEAL_TYPES, at: type },
      product: { words: PRODUCTS, at: product },
      lostReason: { words: LOST_REASONS, at: lostReason },
      probability,
      firstContactDate: contact,
      proposalSentDate: proposal,
      leadRef: { words: ["", ...ids("L", leads).words], at: leadRef },
    },
  };
}

function stageTable(): Table {
  return {
    rows: OPEN_STAGES.length,
    columns: {
      name: { words: OPEN_STAGES, at: Int32Array.from(OPEN_STAGES.keys()) },
      order: Float64Array.of(1, 2, 3, 4),
      probability: Float64Array.from(STAGE_PROBABILITIES),
    },
  };
}

function leadTable(rows: number, owner: Words, sources: Words, random: () => number): Table {
  const created = new Float64Array(rows);
  const response = new Float64Array(rows).fill(NaN);
  const qualified = new Float64Array(rows).fill(NaN);
  const converted = new Float64Array(rows).fill(NaN);
  const email = new Int32Array(rows);
  const returned = new Set<number>();
  const source = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    created[i] = minute(FIRST_DAY + random() * DAYS);
    if (random() < 0.8) response[i] = minute(created[i]! + 1 / 1440 - 0.3 * Math.log(1 - random()));
    if (random() < 0.5) qualified[i] = Math.floor(created[i]! + 1 + random() * 5);
    if (random() < 0.2) converted[i] = Math.floor(created[i]! + 3 + random() * 60);
    // One in ten has written before, more than a month earlier or later: within 30 days it would be the same lead.
    const other = Math.floor(random() * i);
    const again = random() < 0.1 && email[other] === other && Math.abs(created[i]! - created[other]!) > 31;
    email[i] = again && !returned.has(other) ? other : i;
    if (again) returned.add(other);
    source[i] = Math.floor(random() * sources.words.length);
  }
  return {
    rows,
    columns: {
      id: ids("L", rows),
      email: { words: Array.from({ length: rows }, (_, i) => `person${i}@example.com`), at: email },
      owner,
      source: { words: sources.words, at: source },
      createdDate: created,
      firstResponseDate: response,
      qualifiedDate: qualified,
      convertedDate: converted,
    },
  };
}

function activityTable(
  rows: number,
  owner: Words,
  deals: number,
  leads: number,
  random: () => number,
): Table {
  const numbers = (): Float64Array => new Float64Array(rows).fill(NaN);
  const date = numbers();
  const duration = numbers();
  const inquiry = numbers();
  const reply = numbers();
  const social = { likes: numbers(), comments: numbers(), shares: numbers(), directMessages: numbers() };
  const codes = (): Int32Array => new Int32Array(rows);
  const [type, done, direction, outcome] = [codes(), codes(), codes(), codes()];
  const [dealRef, leadRef, subject] = [codes(), codes(), codes()];
  for (let i = 0; i < rows; i++) {
    const kind = Math.floor(random() * ACTIVITY_TYPES.length);
    const word = ACTIVITY_TYPES[kind]!;
    date[i] = minute(FIRST_DAY + random() * DAYS);
    type[i] = kind;
    done[i] = random() < 0.85 ? 0 : random() < 0.7 ? 1 : 2;
    direction[i] = random() < 0.7 ? 0 : 1;
    if (random() < 0.9) duration[i] = Math.round((TIMES[word] ?? 0.5) * (0.5 + random()) * 60) / 60;
    if (word === "Call") outcome[i] = Math.floor(random() * CALL_OUTCOMES.length);
    const about = random();
    if (about < OF_DEALS) dealRef[i] = 1 + Math.floor(random() * deals);
    else if (about < OF_DEALS + OF_LEADS) leadRef[i] = 1 + Math.floor(random() * leads);
    subject[i] = Math.floor(random() * 50);
    if (word === "Social post") {
      social.likes[i] = Math.floor(random() * 40);
      social.comments[i] = Math.floor(random() * 10);
      social.shares[i] = Math.floor(random() * 5);
      social.directMessages[i] = Math.floor(random() * 3);
    }
    if (word === "Email" && direction[i] === 1) {
      inquiry[i] = date[i]!;
      if (random() < 0.9) reply[i] = minute(date[i]! + 1 / 1440 - 0.2 * Math.log(1 - random()));
    }
  }
  const types = [...new Set(ACTIVITY_TYPES)];
  return {
    rows,
    columns: {
      id: ids("A", rows),
      type: { words: types, at: type.map((kind) => types.indexOf(ACTIVITY_TYPES[kind]!)) },
      subject: { words: Array.from({ length: 50 }, (_, i) => `Subject ${i + 1}`), at: subject },
      date,
      done: { words: ["yes", "no", "cancelled"], at: done },
      owner,
      duration,
      direction: { words: ["out", "in"], at: direction },
      outcome: { words: CALL_OUTCOMES, at: outcome },
      dealRef: { words: ["", ...ids("D", deals).words], at: dealRef },
      leadRef: { words: ["", ...ids("L", leads).words], at: leadRef },
      ...social,
      inquiryDate: inquiry,
      replyDate: reply,
    },
  };
}

/** One for each rep and month. */
function targetTable(owners: readonly string[]): Table {
  const rows = owners.length * 12;
  const month = (i: number): number => Math.floor(i / owners.length);
  return {
    rows,
    columns: {
      periodStart: Float64Array.from({ length: rows }, (_, i) => serialOf(YEAR, month(i) + 1, 1)),
      periodEnd: Float64Array.from({ length: rows }, (_, i) => serialOf(YEAR, month(i) + 2, 1) - 1),
      owner: { words: owners, at: Int32Array.from({ length: rows }, (_, i) => i % owners.length) },
      amount: Float64Array.from({ length: rows }, (_, i) => 200_000 + 1000 * (i % owners.length)),
    },
  };
}

function costTable(random: () => number): Table {
  const categories = ["Sales", "Marketing"];
  const rows = 24 * categories.length;
  return {
    rows,
    columns: {
      date: Float64Array.from({ length: rows }, (_, i) => serialOf(YEAR - 1, 1 + (i >> 1), 15)),
      category: { words: categories, at: Int32Array.from({ length: rows }, (_, i) => i % 2) },
      amount: Float64Array.from({ length: rows }, () => Math.round(50_000 + 100_000 * random())),
    },
  };
}

function surveyTable(rows: number, owner: Words, customer: Words, random: () => number): Table {
  return {
    rows,
    columns: {
      date: Float64Array.from({ length: rows }, () => FIRST_DAY + Math.floor(random() * DAYS)),
      score: Float64Array.from({ length: rows }, () =>
        Math.min(5, Math.max(1, Math.round(4 + gaussian(random)))),
      ),
      owner,
      customer,
    },
  };
}

function subscriptionTable(rows: number, owner: Words, customers: Words, random: () => number): Table {
  const start = new Float64Array(rows);
  const end = new Float64Array(rows).fill(NaN);
  for (let i = 0; i < rows; i++) {
    start[i] = FIRST_DAY + Math.floor(random() * DAYS);
    const length = Math.floor(-300 * Math.log(1 - random()));
    if (random() < 0.7) end[i] = start[i]! + 30 + length;
  }
  return {
    rows,
    columns: {
      customer: {
        words: customers.words,
        at: Int32Array.from({ length: rows }, (_, i) => i % customers.words.length),
      },
      owner,
      startDate: start,
      endDate: end,
      mrr: Float64Array.from({ length: rows }, () => 20 + Math.floor(random() * 500)),
    },
  };
}

function ids(letter: string, rows: number): Words {
  return {
    words: Array.from({ length: rows }, (_, i) => `${letter}${1 + i}`),
    at: Int32Array.from({ length: rows }, (_, i) => i),
  };
}

/** To the minute, as exports write times. */
function minute(serial: number): number {
  return Math.round(serial * 1440) / 1440;
}
