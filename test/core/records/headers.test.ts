import { headerWords } from "../../../src/core/records/header-words";
import { headerKey, headerRows, isHeaderOf } from "../../../src/core/records/headers";
import { kinds, typeOfRole, type Kind, type Role } from "../../../src/core/records/roles";
import { benchmarkHeaders } from "../../../src/mapping/guess/headers/others";
import { normaliseWord } from "../../../src/core/text";

const all = Object.entries(headerWords).map(
  ([role, lines]) => [role, lines.flatMap((line) => line.split("|"))] as const,
);

test.each(all)("%s: each usual header is normalised and stands once", (_, words) => {
  expect(words).toEqual(words.map(normaliseWord));
  expect(new Set(words).size).toBe(words.length);
});

test("every role that a column can have has usual headers", () => {
  // Benchmarks are no function's argument: their headers are the mapping's alone.
  const { benchmark, ...others } = kinds;
  const roles = new Set(Object.values(others).flatMap((of) => Object.keys(of)));
  // A refund date comes from no known export.
  roles.delete("refundDate");
  expect([...roles].filter((role) => headerWords[role] === undefined)).toEqual([]);
  const ofBenchmarks = Object.keys(benchmark).filter(
    (role) => headerWords[role] === undefined && !(role in benchmarkHeaders),
  );
  expect(ofBenchmarks).toEqual([]);
});

/** Column headers of exports as the vendors write them, and of hand-made lists. */
test.each<[kind: Kind, headers: Partial<Record<Role, string>>]>([
  [
    "activity", // Pipedrive
    {
      subject: "Activity - Subject",
      date: "Activity - Due date",
      owner: "Activity - Assigned to user",
      type: "Activity - Type",
      done: "Activity - Done",
      duration: "Activity - Duration",
      completedDate: "Activity - Marked as done time",
      createdDate: "Activity - Creation date",
      dealRef: "Deal",
      leadRef: "Lead",
      customerRef: "Organization",
    },
  ],
  [
    "activity", // HubSpot
    {
      id: "Activity ID",
      type: "Activity Type",
      date: "Activity Date",
      owner: "Activity Owner",
      outcome: "Call Outcome",
    },
  ],
  [
    "activity", // Salesforce
    {
      subject: "Subject",
      date: "Date",
      done: "Status",
      owner: "Assigned",
      dealRef: "Opportunity",
      type: "Task Subtype",
    },
  ],
  [
    "activity",
    {
      type: "Tip activitate",
      date: "Data",
      owner: "Responsabil",
      duration: "Durată (ore)",
      done: "Efectuat",
      outcome: "Rezultat",
      customerRef: "Client",
      direction: "Direcție",
      inquiryDate: "Data solicitării",
      replyDate: "Data răspunsului",
    },
  ],
  [
    "lead", // Salesforce
    {
      owner: "Lead Owner",
      name: "First Name",
      company: "Company / Account",
      source: "Lead Source",
      email: "Email",
      status: "Lead Status",
      createdDate: "Create Date",
      converted: "Converted",
      convertedDate: "Converted Date",
    },
  ],
  ["lead", { id: "Record ID", status: "Lifecycle Stage", firstResponseDate: "Date of first engagement" }], // HubSpot
  [
    "lead",
    {
      name: "Nume și prenume",
      company: "Firmă",
      source: "Sursă",
      status: "Stare",
      createdDate: "Data cererii",
      firstResponseDate: "Primul răspuns",
      convertedDate: "Data conversiei",
      referredBy: "Recomandat de",
      value: "Valoare estimată",
    },
  ],
  [
    "deal",
    {
      probability: "Probability (%)",
      quantity: "Lineitem quantity",
      lastActivityDate: "Deal - Last activity date",
      stageEnteredDate: "Deal - Last stage change",
      proposalSentDate: "Data ofertei",
      firstContactDate: "Primul contact",
      leadRef: "Lead ID",
    },
  ],
  [
    "target",
    {
      periodStart: "Period start",
      periodEnd: "Period end",
      owner: "Owner",
      metric: "Metric",
      amount: "Target",
    },
  ],
  [
    "target",
    { periodStart: "De la", periodEnd: "Până la", owner: "Agent", metric: "Indicator", amount: "Țintă" },
  ],
  ["cost", { date: "Date", category: "Category", source: "Source", amount: "Amount" }],
  ["cost", { date: "Data", category: "Categorie", source: "Sursă", amount: "Cheltuială" }],
  ["stage", { name: "Name", order: "Order", probability: "Probability", kind: "Kind", pipeline: "Pipeline" }],
  [
    "stageHistory",
    { dealId: "Deal ID", stage: "Stage", enteredDate: "Entered date", exitedDate: "Exited date" },
  ],
  ["stageHistory", { dealId: "Opportunity ID", stage: "To Stage", enteredDate: "Last Modified Date" }],
  [
    "survey",
    { date: "Date", score: "Score", scaleMin: "Scale min", scaleMax: "Scale max", customer: "Customer" },
  ],
  ["survey", { date: "Data", score: "Notă", scaleMax: "Scor maxim", customer: "Client", owner: "Agent" }],
  ["calendar", { holidays: "Sărbători legale" }],
])("headers of %ss: %p", (kind, headers) => {
  for (const [role, header] of Object.entries(headers) as [Role, string][]) {
    typeOfRole(kind, role);
    expect([role, isHeaderOf(role, header)]).toEqual([role, true]);
  }
});

test("an export's prefix goes, a name's does not", () => {
  expect(headerKey("Activity - Type")).toBe("type");
  expect(headerKey("Lead - Status*")).toBe("status");
  expect(headerKey("Company name")).toBe("company name");
  expect(isHeaderOf("id", "Deal ID")).toBe(true);
  expect(isHeaderOf("dealRef", "Deal ID")).toBe(true);
  expect(isHeaderOf("leadRef", "Deal ID")).toBe(false);
});

const column = (...cells: unknown[]): { rows: unknown[][]; at: number } => ({
  rows: cells.map((cell) => [cell]),
  at: 0,
});

test.each<[name: string, kind: Kind, columns: Partial<Record<Role, unknown[]>>, rows: 0 | 1]>([
  ["headers above words and dates", "activity", { type: ["Type", "Call"], date: ["Date", 45700] }, 1],
  ["an unknown header above dates", "activity", { type: ["What", "Call"], date: ["When we met", 45700] }, 1],
  ["headers above words", "activity", { type: ["Activity type", "Call"], done: ["Done", "Yes"] }, 1],
  ["no header: a task that is done", "activity", { type: ["Task", "Call"], done: ["Done", "Planned"] }, 0],
  ["no header: a finished one in Romanian", "activity", { done: ["Finalizat", "Planificat"] }, 0],
  ["no header: a new lead", "lead", { status: ["New", "Qualified"], source: ["Campanie email", "Web"] }, 0],
  ["a header above lead statuses", "lead", { status: ["Lead Status", "Qualified"] }, 1],
  [
    "a header above durations as text",
    "activity",
    { type: ["?", "Call"], duration: ["How long", "30 min"] },
    1,
  ],
  [
    "no header: a duration as text",
    "activity",
    { type: ["Type", "Call"], duration: ["1h 30m", "30 min"] },
    0,
  ],
  ["a header above per cents as text", "deal", { status: ["x", "Won"], probability: ["Chance", "80%"] }, 1],
  ["no header: per cents as text", "deal", { status: ["Status", "Won"], probability: ["20%", "80%"] }, 0],
  ["a header above sources", "cost", { source: ["Sursă", "Web"], category: ["Categorie", "Salarii"] }, 1],
  ["no header: cost of sales and of ads", "cost", { category: ["Sales", "Ads"] }, 0],
  ["holidays with their header", "calendar", { holidays: ["Sărbători", 45658] }, 1],
  ["holidays without", "calendar", { holidays: [45658, 45659] }, 0],
])("%s", (_, kind, columns, rows) => {
  const sources = new Map(
    (Object.entries(columns) as [Role, unknown[]][]).map(([role, cells]) => [role, column(...cells)]),
  );
  expect(headerRows(kind, sources, {})).toBe(rows);
});
