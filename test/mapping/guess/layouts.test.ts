import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Cell } from "../../../src/core/records/cells";
import type { Kind, Role } from "../../../src/core/records/roles";
import type { Block } from "../../../src/mapping/block";
import { block, grade, guessOf, type Truth } from "./blocks";

const ROWS = 60;
const DATE = "yyyy-mm-dd";

/** What the cells of a column are made of, row by row; the same every time. */
const values: Readonly<Record<string, (row: number) => Cell>> = {
  id: (i) => 10450 + i * 3,
  code: (i) => `K${(i * 7919) % 100000}x`,
  dealName: (i) => `Rollout ${i + 1} for ${pick(companies, i * 7)}`,
  company: (i) => pick(companies, i * 7),
  person: (i) => `${pick(first, i)} ${pick(last, i * 5)}`,
  first: (i) => pick(first, i),
  last: (i) => pick(last, i * 5),
  owner: (i) => pick(["Ana Pop", "Ben Stein", "Chloe Roux", "Diego Ruiz"], i * 3),
  email: (i) => `${pick(first, i).toLowerCase()}${i}@example.com`,
  money: (i) => 500 + ((i * 7919) % 20000) + 0.5 * (i % 2),
  weighted: (i) => (500 + ((i * 7919) % 20000) + 0.5 * (i % 2)) * (pick(chances, i) / 100),
  small: (i) => ((i * 37) % 900) / 10,
  zero: () => 0,
  count: (i) => (i * 5) % 12,
  chance: (i) => pick(chances, i),
  currency: (i) => pick(["EUR", "EUR", "USD"], i),
  stage: (i) => pick(["Qualification", "Proposal", "Negotiation", "Closed Won", "Closed Lost"], i),
  status: (i) => pick(["Won", "Lost", "Open"], i),
  payment: (i) => pick(["paid", "paid", "refunded", "pending"], i),
  stripe: (i) => pick(["Paid", "Paid", "Refunded", "Failed"], i),
  leadStatus: (i) => pick(["New", "Open", "Qualified", "Unqualified"], i),
  lifecycle: (i) => pick(["Lead", "Customer", "Subscriber", "Opportunity"], i),
  done: (i) => pick(["Completed", "Completed", "Not Started"], i),
  yesDone: (i) => pick(["Done", "Done", "To do"], i),
  activity: (i) => pick(["Call", "Email", "Meeting", "Task"], i),
  source: (i) => pick(["Web", "Referral", "Trade Show", "Advertisement"], i),
  campaign: (i) => pick(["Spring 2025", "Expo B", "Partners Q1"], i),
  dealType: (i) => pick(["New Business", "Existing Business"], i),
  pipeline: (i) => pick(["Sales", "Renewals"], Math.floor(i / 7)),
  reason: (i) => (i % 5 === 4 ? pick(["Price", "Timing", "Competitor"], i) : ""),
  product: (i) => pick(["Starter", "Growth", "Enterprise"], i * 5),
  created: (i) => 45000 + i,
  closed: (i) => 45020 + i + ((i * 7) % 30),
  onlyWon: (i) => (i % 3 === 0 ? 45020 + i + ((i * 7) % 30) : ""),
  onlyLost: (i) => (i % 3 === 1 ? 45020 + i + ((i * 7) % 30) : ""),
  rarely: (i) => (i % 9 === 0 ? 45040 + i : ""),
  yesNo: (i) => pick(["Yes", "No"], i * 3),
  flag: (i) => (i % 4 === 0 ? 1 : 0),
  label: (i) => pick(["hot", "warm", "cold"], i),
  phone: (i) => `+40 7${String(10000000 + i * 7919)}`,
  minutes: (i) => 5 * (1 + (i % 12)),
  clock: (i) => `${9 + (i % 8)}:30`,
  notes: (i) => `Spoke about item ${i} and agreed to write again`,
  period: (i) => pick(["Q1-2025", "Q2-2025"], i),
  billing: (i) => pick(["one_time", "monthly", "annual"], i),
  moneyText: (i) => `$${500 + ((i * 7919) % 20000)}`,
  task: (i) => (i % 3 === 0 ? 0 : 1),
  blank: () => "",
};
const dates = new Set(["created", "closed", "onlyWon", "onlyLost", "rarely"]);
const chances = [10, 40, 60, 100, 0];
const companies = [
  "Acme SRL",
  "Brill GmbH",
  "Cora SA",
  "Dunk Ltd",
  "Evo SARL",
  "Fine Inc",
  "Gala SpA",
  "Holt & Co",
];
const first = ["Ion", "Maria", "Elif", "Goran", "Hana", "Ivan", "Jorge"];
const last = ["Berg", "Castro", "Demir", "Evans", "Fischer", "Gupta", "Ito", "Kaya"];

function pick<T>(list: readonly T[], at: number): T {
  const one = list[at % list.length];
  if (one === undefined) throw new Error("nothing to pick from");
  return one;
}

/** "header : values : role", a column a line; without a role the column plays none. Roles with `?` may stay open. */
const LAYOUTS: readonly [name: string, kind: Kind, columns: string][] = [
  [
    "pipedrive_deals_list_export",
    "deal",
    `Deal - ID : id : id
     Deal - Title : dealName : name
     Deal - Creator : owner
     Deal - Owner : owner : owner
     Deal - Value : money : amount
     Deal - Currency of Value : currency : currency
     Deal - Weighted value : weighted
     Deal - Currency of Weighted value : currency
     Deal - Probability : chance : probability
     Deal - Organization : company : customer
     Deal - Organization ID : count
     Deal - Pipeline : pipeline : pipeline
     Deal - Contact person : person
     Deal - Contact person ID : code
     Deal - Stage : stage : stage
     Deal - Label : label
     Deal - Status : status : status
     Deal - Deal created : created : createdDate
     Deal - Update time : closed
     Deal - Last stage change : closed : stageEnteredDate
     Deal - Next activity date : rarely
     Deal - Last activity date : closed : lastActivityDate
     Deal - Won time : onlyWon : wonDate
     Deal - Last email received : rarely
     Deal - Last email sent : rarely
     Deal - Lost time : onlyLost : lostDate
     Deal - Deal closed on : closed : closedDate
     Deal - Lost reason : reason : lostReason
     Deal - Visible to : label
     Deal - Total activities : count
     Deal - Done activities : count
     Deal - Activities to do : count
     Deal - Email messages count : count
     Deal - Expected close date : closed : expectedCloseDate
     Deal - Product quantity : count : quantity
     Deal - Product amount : money
     Deal - Product name : product : product
     Deal - Source origin : label
     Deal - Source origin ID : code
     Deal - Source channel : source : source
     Deal - Source channel ID : code
     Deal - Archive status : label
     Deal - Archive time : rarely`,
  ],
  [
    "pipedrive_activities",
    "activity",
    `Activity - Subject : notes : subject
     Activity - Due date : created : date
     Activity - Assigned to user : owner : owner
     Activity - Note : notes
     Activity - Type : activity : type
     Activity - Done : yesDone : done
     Activity - Due time : clock
     Activity - Duration : clock : duration
     Activity - Marked as done time : closed : completedDate
     Activity - Creation date : created : createdDate
     Deal : dealName : dealRef
     Lead : blank : leadRef
     Organization : company : customerRef
     Contact person : person
     Activity - Pipedrive System ID : id : id`,
  ],
  [
    "pipedrive_leads",
    "lead",
    `Lead - Title : dealName : name
     Lead - Labels : label
     Contact person : person
     Organization : company : company
     Lead - Owner : owner : owner
     Lead - Source channel : source : source
     Lead - Source channel ID : code
     Lead - Pipedrive System ID : code : id`,
  ],
  [
    "hubspot_deals",
    "deal",
    `Record ID : id : id
     Deal Name : dealName : name
     Deal Stage : stage : stage
     Amount : money : amount
     Deal owner : owner : owner
     Close Date : closed : closedDate,expectedCloseDate
     Create Date : created : createdDate
     Pipeline : pipeline : pipeline
     Associated Company : company : customer
     Associated Contact : person
     Last Activity Date : closed : lastActivityDate`,
  ],
  [
    "hubspot_contacts",
    "lead",
    `Record ID : id : id
     First Name : first : name
     Last Name : last : name
     Email : email : email
     Phone Number : phone
     Contact owner : owner : owner
     Lifecycle Stage : lifecycle
     Lead Status : leadStatus : status
     Create Date : created : createdDate
     Last Activity Date : closed
     Associated Company : company : company`,
  ],
  [
    "salesforce_opportunities_report",
    "deal",
    `Opportunity Owner : owner : owner
     Account Name : company : customer
     Opportunity Name : dealName : name
     Stage : stage : stage
     Fiscal Period : period
     Amount : money : amount
     Expected Revenue : weighted
     Probability (%) : chance : probability
     Age : count
     Close Date : closed : closedDate,expectedCloseDate
     Created Date : created : createdDate
     Next Step : notes
     Lead Source : source : source
     Type : dealType : type`,
  ],
  [
    "salesforce_leads_report",
    "lead",
    `Lead Owner : owner : owner
     First Name : first : name
     Last Name : last : name
     Title : label
     Company / Account : company : company
     Lead Source : source : source
     Rating : label
     Street : notes
     Email : email : email
     Lead Status : leadStatus : status
     Create Date : created : createdDate
     Converted : flag : converted
     Converted Date : rarely : convertedDate`,
  ],
  [
    "salesforce_tasks_events_report",
    "activity",
    `Subject : notes : subject
     First Name : first
     Last Name : last
     Date : created : date
     Priority : label
     Status : done : done
     Task : task
     Company / Account : company : customerRef
     Created By : owner
     Assigned : owner : owner
     Contact : person
     Lead : blank : leadRef
     Opportunity : dealName : dealRef
     Task Subtype : activity : type`,
  ],
  [
    "zoho_deals",
    "deal",
    `Deal Owner : owner : owner
     Deal Name : dealName : name
     Account Name : company : customer
     Type : dealType : type
     Lead Source : source : source
     Campaign Source : campaign
     Contact Name : person
     Amount : money : amount
     Closing Date : closed : closedDate,expectedCloseDate
     Next Step : notes
     Stage : stage : stage
     Probability : chance : probability
     Expected Revenue : weighted
     Created By : owner
     Modified By : owner
     Description : notes`,
  ],
  [
    "zoho_leads",
    "lead",
    `Lead Owner : owner : owner
     Salutation : label
     First Name : first : name
     Title : label
     Last Name : last : name
     Company : company : company
     Lead Source : source : source
     Industry : label
     Annual Revenue : money
     Phone : phone
     Mobile : phone
     Fax : blank
     Email : email : email
     Secondary Email : blank
     Skype ID : blank
     Web site : blank
     Lead Status : leadStatus : status
     Rating : label
     No. of Employees : count
     Email Opt-out : yesNo
     Created By : owner
     Modified By : owner`,
  ],
  [
    "freshsales_deals",
    "deal",
    `Deal Name : dealName : name
     Deal Value : money : amount
     Type : dealType : type
     Expected close date : closed : expectedCloseDate
     Closed date : onlyWon : closedDate
     Product : product : product
     Payment status : label
     Probability : chance : probability
     Owner : owner : owner
     Deal Pipeline : pipeline : pipeline
     Deal Stage : stage : stage
     Account : company : customer
     Related Contacts : person
     Source : source : source
     Campaign : campaign`,
  ],
  [
    "copper_leads",
    "lead",
    `Lead Name : person : name
     Company : company : company
     Owner : owner : owner
     Title : label
     Value : money : value
     Email : email : email
     Phone : phone
     Status : leadStatus : status
     Source : source : source
     Address : notes
     Description : notes
     Visibility : label
     Tags : label`,
  ],
  [
    "close_opportunities",
    "deal",
    `id : code : id
     lead_id : code : leadRef
     lead_name : company : customer
     status_label : stage : stage
     status_type : status : status
     pipeline_name : pipeline : pipeline
     date_created : created : createdDate
     date_updated : closed
     date_won : onlyWon : wonDate
     date_lost : onlyLost : lostDate
     value : money : amount
     value_period : billing
     value_formatted : moneyText
     confidence : chance : probability
     user_name : owner : owner
     note : notes`,
  ],
  [
    "shopify_orders",
    "deal",
    `Name : code : id
     Email : email : customer
     Financial Status : payment : status
     Paid at : closed : closedDate
     Fulfillment Status : label
     Fulfilled at : closed
     Accepts Marketing : yesNo
     Currency : currency : currency
     Subtotal : money
     Shipping : small
     Taxes : small
     Total : money : amount
     Discount Code : blank
     Discount Amount : zero
     Shipping Method : label
     Created at : created : createdDate
     Lineitem quantity : count : quantity
     Lineitem name : product : product
     Lineitem price : small
     Lineitem compare at price : blank
     Lineitem sku : code
     Lineitem requires shipping : yesNo
     Lineitem taxable : yesNo
     Lineitem fulfillment status : label
     Billing Name : person
     Billing Company : blank
     Billing City : label
     Billing Country : label : region
     Shipping Name : person
     Notes : blank
     Note Attributes : blank
     Cancelled at : rarely : cancelledDate
     Payment Method : label
     Payment Reference : code
     Refunded Amount : zero : refund
     Vendor : label
     Outstanding Balance : zero
     Id : id
     Tags : blank
     Risk Level : label
     Source : source : source`,
  ],
  [
    "stripe_payments",
    "deal",
    `id : code : id
     Created date (UTC) : created : createdDate
     Amount : money : amount
     Amount Refunded : zero : refund
     Currency : currency : currency
     Captured : yesNo
     Converted Amount : money
     Converted Amount Refunded : zero
     Converted Currency : currency
     Fee : small
     Is Link : yesNo
     Mode : label
     Payment Source Type : label
     Status : stripe : status
     Taxes On Fee : small
     Description : notes
     Customer Email : email : customer
     Invoice ID : code
     Transfer : code`,
  ],
  [
    "monday_deals",
    "deal",
    `Name : dealName : name
     Owner : owner : owner
     Stage : stage : stage
     Deal Value : money : amount
     Close Probability : chance : probability
     Expected Close Date : closed : expectedCloseDate
     Forecast Value : weighted
     Contacts : person : customer
     Last interaction : closed : lastActivityDate`,
  ],
];

interface Column {
  readonly header: string;
  readonly make: string;
  readonly roles: readonly Role[];
}

function columnsOf(lines: string): readonly Column[] {
  return lines.split("\n").map((line) => {
    const [header = "", make = "", roles] = line.trim().split(" : ");
    return { header, make, roles: roles === undefined ? [] : (roles.split(",") as Role[]) };
  });
}

function generated(columns: readonly Column[]): Block {
  return block(
    columns.map(({ header, make }) => {
      const cell = values[make];
      if (cell === undefined) throw new Error(`no values ${make}`);
      return [
        header,
        Array.from({ length: ROWS }, (_, row) => cell(row)),
        dates.has(make) ? DATE : "General",
      ];
    }),
  );
}

function truthOf(columns: readonly Column[]): Truth {
  const truth: Partial<Record<Role, string[]>> = {};
  for (const { header, roles } of columns) for (const role of roles) (truth[role] ??= []).push(header);
  return truth;
}

const table: string[] = ["| layout | kind | right | open | wrong |", "| --- | --- | --- | --- | --- |"];

test.each(LAYOUTS)("%s: no column plays a wrong role", (name, kind, lines) => {
  const columns = columnsOf(lines);
  const guess = guessOf(generated(columns));
  expect(guess?.kind).toBe(kind);
  if (guess === undefined) return;
  const { right, open, wrong } = grade(guess, truthOf(columns));
  table.push(`| ${name} | ${guess.kind} | ${right.join(", ")} | ${open.join(", ")} | ${wrong.join(", ")} |`);
  expect(wrong).toEqual([]);
  expect(right.length).toBeGreaterThanOrEqual(0.8 * (right.length + open.length));
  expect(guess.confidence).toBeGreaterThan(0.9);
});

afterAll(() => {
  if (process.env.GUESS_LAYOUTS !== undefined)
    writeFileSync(process.env.GUESS_LAYOUTS, `${table.join("\n")}\n`);
});

const specification = join(__dirname, "../../../../shared/spec/synonyms.json");
const testWithSpecification = existsSync(specification) ? test : test.skip;

testWithSpecification("the layouts are those of the specification, header by header", () => {
  const { knownHeaders } = JSON.parse(readFileSync(specification, "utf8")) as {
    knownHeaders: Record<string, string[]>;
  };
  const { _evidence, ...known } = knownHeaders;
  expect(
    Object.fromEntries(
      LAYOUTS.map(([name, , lines]) => [name, columnsOf(lines).map(({ header }) => header)]),
    ),
  ).toEqual(known);
});
