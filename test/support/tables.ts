import { serialOf } from "../../src/core/time/serial";
import { column } from "./custom-functions";
import { fixture } from "./fixture";

export type ReferenceTable = Readonly<Record<string, unknown[][]>>;

/**
 * The tables that the worked examples of the reference read, as they stand in a workbook: dates and times as serial
 * numbers, blank cells as "". Deals are R§1, leads R§2, subscriptions R§3, survey answers Delighted's (R§3); the
 * others are made by hand to go with them.
 */
export const tables: Readonly<Record<string, ReferenceTable>> = {
  Deals: {
    Id: fixture.id,
    Customer: fixture.customer,
    Owner: fixture.owner,
    Source: fixture.source,
    Type: fixture.type,
    Created: column(fixture.createdDate.map(([cell]) => cellOf(String(cell)))),
    Closed: column(fixture.closedDate.map(([cell]) => cellOf(String(cell)))),
    Status: fixture.status,
    Amount: fixture.amount,
    // one line for each deal of the fixture, D01 to D12
    ...table(`
      Stage       | Probability | Lost reason | Expected close | Proposal sent | Lead | Product
                  |             |             |                | 2024-12-18    |      | Licence
                  |             |             |                | 2025-01-14    |      | Licence
                  |             |             |                |               | L1   | Support
      Proposal    |             | Price       |                | 2025-02-01    |      | Licence
                  |             |             |                | 2025-02-24    | L3   | Licence
      Proposal    | 0.5         |             | 2025-04-15     | 2025-03-12    |      | Licence
      Negotiation | 0.8         |             | 2025-04-30     |               | L7   | Licence
      Qualified   | 0.2         |             | 2025-06-30     |               |      | Support
                  |             |             |                |               |      | Support
      Qualified   |             | Competitor  |                |               |      | Licence
                  |             |             |                |               |      | Licence
                  |             |             |                |               |      | Licence`),
  },
  Leads: table(`
    Id | Source   | Created          | First response   | Converted  | E-mail               | Owner | Referred by
    L1 | Web      | 2025-01-03 09:00 | 2025-01-03 09:04 | 2025-01-10 | ion@acme.example     | Ana   |
    L2 | Web      | 2025-01-10 16:30 | 2025-01-13 09:30 |            | maria@gamma.example  | Dan   |
    L3 | Referral | 2025-01-15 10:00 | 2025-01-15 10:30 | 2025-02-01 | paul@delta.example   | Ana   | Beta
    L4 | Event    | 2025-02-03 12:00 |                  |            | irina@kappa.example  | Dan   |
    L5 | Web      | 2025-02-10 11:00 | 2025-02-10 11:05 | 2025-04-05 | dan@lambda.example   | Ana   |
    L6 | Web      | 2025-02-12 08:00 | 2025-02-12 07:55 |            | elena@theta.example  | Dan   |
    L7 | Referral | 2025-03-01 11:00 | 2025-03-03 10:00 | 2025-03-15 | radu@zeta.example    | Ana   | Delta
    L8 | Web      | 2025-01-03 09:10 |                  |            | ion@acme.example     | Ana   |`),
  Activities: table(`
    Type     | Subject           | Date             | Owner | Done      | Direction | Hours | Deal | Lead | Likes | Comments | Shares | Messages | Asked            | Answered
    Call     | First call        | 2025-01-03 09:04 | Ana   | yes       | out       | 0.2   |      | L1   |       |          |        |          |                  |
    Email    | Price question    | 2025-01-06 10:00 | Ana   | yes       | in        | 0.1   | D01  |      |       |          |        |          | 2025-01-06 10:00 | 2025-01-06 12:30
    Meeting  | Requirements      | 2025-01-09 14:00 | Ana   | yes       | out       | 1.5   | D01  |      |       |          |        |          |                  |
    Call     | First call        | 2025-01-13 09:30 | Dan   | yes       | out       | 0.3   |      | L2   |       |          |        |          |                  |
    Proposal | Offer Beta        | 2025-01-14 11:00 | Ana   | yes       | out       | 2     | D02  |      |       |          |        |          |                  |
    Email    | Follow-up offer   | 2025-01-20 09:15 | Ana   | yes       | out       | 0.2   | D02  |      |       |          |        |          |                  |
    Call     | Second call       | 2025-01-22 16:00 | Dan   | yes       | out       | 0.1   | D04  |      |       |          |        |          |                  |
    Demo     | Product demo      | 2025-01-28 10:00 | Dan   | yes       | out       | 1     | D04  |      |       |          |        |          |                  |
    Event    | Trade fair Cluj   | 2025-02-03 09:00 | Dan   | yes       |           | 8     |      | L4   |       |          |        |          |                  |
    Social   | Customer story    | 2025-02-05 08:30 | Ana   | yes       | out       | 0.5   |      |      | 48    | 6        | 3      | 2        |                  |
    Email    | Delivery question | 2025-02-10 15:00 | Ana   | yes       | in        | 0.1   | D02  |      |       |          |        |          | 2025-02-10 15:00 | 2025-02-11 09:00
    Call     | Price call        | 2025-02-12 13:00 | Ana   | yes       | out       | 0.4   | D05  | L3   |       |          |        |          |                  |
    Demo     | Product demo      | 2025-02-18 15:00 | Ana   | yes       | out       | 1.5   | D05  |      |       |          |        |          |                  |
    Proposal | Offer Delta       | 2025-02-24 10:00 | Ana   | yes       | out       | 1.5   | D05  |      |       |          |        |          |                  |
    Meeting  | Negotiation       | 2025-03-04 11:00 | Dan   | cancelled | out       |       | D06  |      |       |          |        |          |                  |
    Meeting  | Contract          | 2025-03-10 11:00 | Ana   | yes       | out       | 1     | D05  |      |       |          |        |          |                  |
    Proposal | Offer Eps         | 2025-03-12 09:00 | Dan   | yes       | out       | 2     | D06  |      |       |          |        |          |                  |
    Social   | Product news      | 2025-03-17 08:30 | Dan   | yes       | out       | 0.5   |      |      | 21    | 2        | 1      | 0        |                  |
    Email    | Invoice question  | 2025-03-20 09:00 | Dan   | yes       | in        | 0.1   | D09  |      |       |          |        |          | 2025-03-20 09:00 |
    Call     | Renewal           | 2025-03-28 10:00 | Dan   | no        | out       |       | D06  |      |       |          |        |          |                  |`),
  Subscriptions: table(`
    Customer | Start      | End        | MRR | Owner
    C1       | 2024-06-01 |            | 100 | Ana
    C2       | 2024-06-01 | 2025-02-01 | 100 | Ana
    C2       | 2025-02-01 |            | 150 | Ana
    C3       | 2024-06-01 | 2025-02-01 | 80  | Dan
    C3       | 2025-02-01 |            | 50  | Dan
    C4       | 2024-06-01 | 2025-02-01 | 60  | Dan
    C5       | 2025-02-01 |            | 90  | Ana
    C6       | 2024-11-01 | 2024-12-01 | 40  | Dan
    C6       | 2025-02-01 |            | 40  | Dan`),
  // The first line is the team's.
  Targets: table(`
    From       | To         | Owner | Amount
    2025-01-01 | 2025-03-31 |       | 12000
    2025-01-01 | 2025-03-31 | Ana   | 8000
    2025-01-01 | 2025-03-31 | Dan   | 4000`),
  Costs: table(`
    Date       | Category    | Source | Amount
    2025-01-31 | Advertising | Web    | 500
    2025-02-28 | Trade fair  | Event  | 400
    2025-03-31 | Salaries    |        | 600`),
  Surveys: surveys(),
  Stages: table(`
    Name        | Order | Probability
    Qualified   | 1     | 0.2
    Proposal    | 2     | 0.5
    Negotiation | 3     | 0.8`),
  History: table(`
    Deal | Stage       | Entered
    D01  | Qualified   | 2024-12-02
    D01  | Proposal    | 2024-12-18
    D01  | Negotiation | 2025-01-08
    D02  | Qualified   | 2024-12-20
    D02  | Proposal    | 2025-01-14
    D03  | Qualified   | 2025-01-20
    D03  | Negotiation | 2025-02-03
    D04  | Qualified   | 2025-01-05
    D04  | Proposal    | 2025-02-01
    D05  | Qualified   | 2025-01-10
    D05  | Proposal    | 2025-02-24
    D05  | Negotiation | 2025-03-10
    D06  | Qualified   | 2025-02-01
    D06  | Proposal    | 2025-03-12
    D07  | Qualified   | 2025-02-15
    D07  | Negotiation | 2025-03-15
    D08  | Qualified   | 2025-03-01
    D09  | Proposal    | 2025-03-05
    D10  | Qualified   | 2025-02-05
    D11  | Qualified   | 2024-11-01
    D12  | Qualified   | 2024-10-01`),
};

/** 107 answers over the quarter: 42 fives, 32 fours, 10 threes, 9 twos, 14 ones. */
function surveys(): ReferenceTable {
  const counts = [14, 9, 10, 32, 42];
  const scores = counts.flatMap((times, below) => Array<number>(times).fill(below + 1));
  return {
    // 37 has no common divisor with 90: every day gets one or two
    Date: column(scores.map((_, at) => serialOf(2025, 1, 1 + ((at * 37) % 90)))),
    Score: column(scores),
    Owner: column(scores.map((_, at) => (at % 2 === 0 ? "Ana" : "Dan"))),
  };
}

function table(text: string): ReferenceTable {
  const [headers = [], ...rows] = text
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split("|").map((cell) => cell.trim()));
  for (const row of rows) if (row.length !== headers.length) throw new Error(`Not a row: ${row.join(" | ")}`);
  return Object.fromEntries(
    headers.map((header, at) => [header, column(rows.map((row) => cellOf(row[at] ?? "")))]),
  );
}

/** As Excel takes what is typed: dates and times become serial numbers, figures become numbers. */
function cellOf(text: string): string | number {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d))?$/.exec(text);
  if (match === null) return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return serialOf(year, month, day) + (hours * 60 + minutes) / 1440;
}
