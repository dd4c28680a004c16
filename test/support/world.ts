import fc from "fast-check";
import { parametersOf, type Parameter } from "../../src/core/metrics/parameters";
import type { Metric } from "../../src/core/metrics/metric";
import { kinds, typeOfRole, type Kind, type Role } from "../../src/core/records/roles";

/** A record as a person keeps it: one cell for each role. */
export type Row = Readonly<Record<string, string | number>>;
/** Tables of a small business, by record kind; what refers to another table does so by its ids. */
export type World = Readonly<Record<Kind, readonly Row[]>>;

const OWNERS = ["Ana", "Dan", "Ioana", ""];
const SOURCES = ["Web", "Referral", "Event", ""];
const CUSTOMERS = ["Alfa", "Beta", "Gamma", "Delta", "Epsilon"];
const STAGES = ["Qualified", "Proposal", "Negotiation"];
const FIRST_DAY = 45_000;
const LAST_DAY = 45_400;

const day = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
/** Quarters of a unit: sums of them are exact, so that their order does not matter. */
const money = fc.integer({ min: 1, max: 100_000 }).map((quarters) => quarters / 4);
const owner = fc.constantFrom(...OWNERS);
const source = fc.constantFrom(...SOURCES);
const customer = fc.constantFrom(...CUSTOMERS);
const length = fc.integer({ min: 0, max: 120 });
const minutes = fc.integer({ min: 0, max: 5000 });

const deal = fc
  .record({
    name: fc.constantFrom("Chairs", "Desks"),
    customer,
    owner,
    source,
    status: fc.constantFrom("won", "lost", "open", "Closed Won", "pierdut"),
    stage: fc.constantFrom(...STAGES),
    amount: money,
    createdDate: day,
    length,
    lead: fc.integer({ min: 0, max: 9 }),
    type: fc.constantFrom("new", "upsell", "renewal", "cross-sell"),
    lostReason: fc.constantFrom("Price", "Timing", ""),
    product: fc.constantFrom("Chair", "Desk"),
    quantity: fc.integer({ min: 1, max: 9 }),
    score: fc.integer({ min: 0, max: 100 }),
    probability: fc.constantFrom(0.25, 0.5, 0.75),
  })
  .map(({ length: days, lead, ...row }) => ({
    ...row,
    closedDate: row.createdDate + days,
    expectedCloseDate: row.createdDate + 60,
    firstContactDate: row.createdDate - 7,
    stageEnteredDate: row.createdDate + Math.floor(days / 2),
    leadRef: `L${lead}`,
  }));

const lead = fc
  .record({
    name: fc.constantFrom("Popescu", "Ionescu"),
    company: customer,
    customer,
    owner,
    source,
    status: fc.constantFrom("New", "Contacted", "Qualified", "Converted", "Junk"),
    createdDate: day,
    response: minutes,
    converted: fc.constantFrom("yes", "no"),
    conversion: length,
    value: money,
  })
  .map(({ response, conversion, ...row }) => ({
    ...row,
    createdDate: row.createdDate + 0.5,
    firstResponseDate: row.createdDate + 0.5 + response / 1440,
    qualifiedDate: row.createdDate + 1,
    convertedDate: row.converted === "yes" ? row.createdDate + conversion + 1 : "",
  }));

const activity = fc
  .record({
    type: fc.constantFrom(
      ...["Call", "Email", "Meeting", "Demo", "Follow-up", "Proposal", "Networking event", "Social", "Task"],
    ),
    subject: fc.constantFrom("Fair", "Review"),
    date: day,
    done: fc.constantFrom("yes", "no", "cancelled"),
    owner,
    source,
    duration: fc.constantFrom("0:30", "45 min", "2 h"),
    direction: fc.constantFrom("out", "in"),
    outcome: fc.constantFrom("Connected", "No answer", ""),
    deal: fc.integer({ min: 0, max: 9 }),
    customerRef: customer,
    likes: fc.integer({ min: 0, max: 20 }),
    reply: minutes,
  })
  .map(({ deal: of, reply, ...row }) => ({
    ...row,
    createdDate: row.date - 2,
    dealRef: `D${of}`,
    leadRef: `L${of}`,
    comments: row.likes,
    shares: 1,
    directMessages: 2,
    inquiryDate: row.date,
    replyDate: row.date + reply / 1440,
  }));

const subscription = fc
  .record({
    customer,
    owner,
    source,
    product: fc.constantFrom("Basic", "Pro"),
    startDate: day,
    length: fc.integer({ min: 10, max: 400 }),
    mrr: money,
    ends: fc.boolean(),
  })
  .map(({ length: days, ends, ...row }) => ({ ...row, endDate: ends ? row.startDate + days : "" }));

const target = fc
  .record({ owner, amount: money, start: day, length: fc.integer({ min: 27, max: 91 }) })
  .map(({ start, length: days, ...row }) => ({ ...row, periodStart: start, periodEnd: start + days }));

const cost = fc.record({
  date: day,
  category: fc.constantFrom("Marketing", "Sales", "Other"),
  source,
  amount: money,
});

const survey = fc.record({ date: day, score: fc.integer({ min: 1, max: 5 }), customer, owner });

function numbered(prefix: string, rows: fc.Arbitrary<Row>, max: number): fc.Arbitrary<readonly Row[]> {
  return fc
    .array(rows, { minLength: 1, maxLength: max })
    .map((list) => list.map((row, i) => ({ ...row, id: `${prefix}${i}`, email: `p${i}@example.com` })));
}

const tables: fc.Arbitrary<Omit<World, "stageHistory">> = fc.record({
  deal: numbered("D", deal, 30),
  lead: numbered("L", lead, 12),
  activity: numbered("A", activity, 20),
  subscription: numbered("S", subscription, 12),
  target: numbered("T", target, 5),
  cost: numbered("C", cost, 8),
  survey: numbered("Q", survey, 12),
  stage: fc.constant(
    STAGES.map((name, i) => ({
      name,
      order: i + 1,
      probability: (i + 1) / 4,
      kind: "open",
      pipeline: "Main",
    })),
  ),
  calendar: fc.constant([{ holidays: FIRST_DAY + 1 }]),
  benchmark: fc.constant([{ metric: "WINRATE", typical: 0.25, source: "Example", year: 2025 }]),
});

/** Deals have passed the stages up to theirs, one a week. */
function historyOf(deals: readonly Row[]): readonly Row[] {
  return deals.flatMap((row) =>
    STAGES.slice(0, STAGES.indexOf(String(row.stage)) + 1).map((stage, i) => ({
      dealId: row.id ?? "",
      stage,
      enteredDate: Number(row.createdDate) + 7 * i,
    })),
  );
}

export const world: fc.Arbitrary<World> = tables.map((all) => ({
  ...all,
  stageHistory: historyOf(all.deal),
}));

/** Columns that a list would have only now and then: left out, as they change what every row is. */
const RARE: ReadonlySet<string> = new Set(["wonDate", "lostDate", "cancelledDate", "completedDate"]);

type ColumnParameter = Extract<Parameter, { takes: "column" }>;

/** The kinds a metric is given: of those that may stand in for one another (deals, subscriptions) the first with rows. */
export function kindsRead(metric: Metric, tables: World): ReadonlySet<Kind> {
  const read = new Set<Kind>();
  const left = new Set<Kind>();
  const columns = parametersOf(metric).filter((parameter) => parameter.takes === "column");
  for (const { kinds: own } of columns) {
    if (own.length === 1) continue;
    const chosen = own.find((kind) => tables[kind].length > 0) ?? own[0];
    for (const kind of own) if (kind !== chosen) left.add(kind);
  }
  for (const { kinds: own } of columns) for (const kind of own) if (!left.has(kind)) read.add(kind);
  return read;
}

/** The argument of a column parameter from a world; null where the world has no such column. */
export function columnOf(metric: Metric, parameter: ColumnParameter, tables: World): unknown[][] | null {
  const kind = parameter.kinds.find((own) => kindsRead(metric, tables).has(own));
  if (kind === undefined) return null;
  const rows = tables[kind];
  if (RARE.has(parameter.role) || rows.length === 0) return null;
  return rows.some((row) => parameter.role in row) ? rows.map((row) => [row[parameter.role] ?? ""]) : null;
}

/** Arguments of a metric's function from a world, by name; numbers get a usual value. */
export function argumentsOf(
  metric: Metric,
  tables: World,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const args: Record<string, unknown> = {};
  for (const parameter of parametersOf(metric)) {
    const { name } = parameter;
    if (name in more) args[name] = more[name];
    else if (parameter.takes === "column") args[name] = columnOf(metric, parameter, tables);
    else if (parameter.takes === "number" && parameter.required) args[name] = USUAL[name] ?? 1;
  }
  return args;
}

/** k of n; a of m beside b of n. */
const USUAL: Readonly<Record<string, number>> = { k: 3, n: 8, a: 2, m: 9, b: 3 };

/** The same world with every cell of some types changed. */
export function mapCells(
  tables: World,
  change: (cell: number, type: ReturnType<typeof typeOfRole>) => number,
): World {
  const map = (kind: Kind, rows: readonly Row[]): readonly Row[] =>
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([role, cell]) => [
          role,
          typeof cell === "number" && role in kinds[kind]
            ? change(cell, typeOfRole(kind, role as Role))
            : cell,
        ]),
      ),
    );
  return Object.fromEntries(
    (Object.keys(tables) as Kind[]).map((kind) => [kind, map(kind, tables[kind])]),
  ) as unknown as World;
}
