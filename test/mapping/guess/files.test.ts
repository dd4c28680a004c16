import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Kind } from "../../../src/core/records/roles";
import { isRefused, type Block } from "../../../src/mapping/block";
import { findBlocks } from "../../../src/mapping/find";
import { guessSources } from "../../../src/mapping/guess";
import { readCsv } from "../../../src/workbench/files/csv-read";
import { readXlsx } from "../../../src/workbench/files/xlsx-read";
import { describeWithData } from "../../support/shared-data";
import { sheetCells } from "../../support/sheet-cells";
import { grade, type Truth } from "./blocks";

const folder = join(__dirname, "../../../../shared/data");

const maven: Truth = {
  id: "opportunity_id",
  owner: "sales_agent",
  product: "product",
  customer: "account",
  stage: "deal_stage",
  createdDate: "engage_date",
  closedDate: "close_date",
  amount: "close_value",
};
/** Order lines of a wholesaler: the account by number or by name, whichever. */
const orderLines: Truth = {
  customer: ["account number", "name"],
  product: "sku",
  quantity: "quantity",
  amount: "ext price",
  closedDate: "date",
};
const tabs = ["Sheet1", "Sheet2", "Sheet3", "Sheet4", "Sheet5", "Sheet6"];

/**
 * What the columns are, by the files' own descriptions and by reading them: file, sheet (where there are several), kind.
 * Columns that play no role are not named: product groups as deal types, list prices as amounts, countries as owners.
 */
const TRUTH: readonly [file: string, sheet: string, kind: Kind, truth: Truth][] = [
  ["maven_crm/sales_pipeline.csv", "", "deal", maven],
  ["maven_crm/sales_pipeline_mdy.csv", "", "deal", maven],
  [
    "hubspot_dummy/hubspot_deals.csv",
    "",
    "deal",
    {
      id: "Deal ID",
      name: "Deal Name",
      stage: "Deal Stage",
      pipeline: "Pipeline",
      amount: "Amount",
      closedDate: "Close Date",
      expectedCloseDate: "Close Date",
      createdDate: "Create Date",
      owner: "Deal Owner",
      type: "Deal Type",
      lostReason: "Closed Lost Reason",
      customer: ["Associated Company Domain", "Associated Contact Email"],
    },
  ],
  [
    "hubspot_dummy/hubspot_contacts.csv",
    "",
    "lead",
    {
      id: "Contact ID",
      name: ["First Name", "Last Name"],
      email: "Email",
      status: ["Lead Status", "Lifecycle Stage"],
      createdDate: "Create Date",
      owner: "Contact Owner",
      source: "Lead Source",
      company: "Associated Company Domain",
      region: ["Country", "State/Region"],
    },
  ],
  [
    "hubspot_dummy/hubspot_activities.csv",
    "",
    "activity",
    {
      id: "Activity ID",
      type: "Activity Type",
      date: "Activity Date",
      owner: "Activity Owner",
      subject: "Call/Meeting Title/Subject",
      outcome: "Call Outcome",
      customerRef: "Associated Contact Email",
      // neither of the two is filled for all activities: a person decides
      done: ["Task Status", "Meeting Outcome"],
    },
  ],
  [
    "xeducation_leads/Leads.csv",
    "",
    "lead",
    {
      id: ["Prospect ID", "Lead Number"],
      source: "Lead Source",
      converted: "Converted",
      region: ["Country", "City"],
    },
  ],
  [
    "mrr_playbook/subscription_periods.csv",
    "",
    "subscription",
    { customer: "customer_id", startDate: "start_date", endDate: "end_date", mrr: "monthly_amount" },
  ],
  [
    "telco_churn/Telco-Customer-Churn.csv",
    "",
    "subscription",
    { customer: "customerID", mrr: "MonthlyCharges", status: "Churn" },
  ],
  [
    "online_retail/online_retail_10pct_customers.csv",
    "",
    "deal",
    {
      id: "InvoiceNo",
      product: ["StockCode", "Description"],
      quantity: "Quantity",
      unitPrice: "UnitPrice",
      closedDate: "InvoiceDate",
      customer: "CustomerID",
      region: "Country",
    },
  ],
  [
    "workbooks/Financial_Sample.xlsx",
    "",
    "deal",
    { product: "Product", quantity: "Units Sold", amount: "Sales", closedDate: "Date", region: "Country" },
  ],
  ["workbooks/pbpython_2018_Sales_Total_v2.xlsx", "", "deal", orderLines],
  ...tabs.map((sheet): [string, string, Kind, Truth] => [
    "workbooks/pbpython_2018_Sales_Total_Tabs.xlsx",
    sheet,
    "deal",
    orderLines,
  ]),
  [
    "workbooks/pbpython_sample-sales-reps.xlsx",
    "",
    "deal",
    {
      customer: ["account number", "customer name"],
      owner: "sales rep",
      product: "sku",
      quantity: "quantity",
      amount: "ext price",
      closedDate: "date",
    },
  ],
  [
    "workbooks/pbpython_Example4.xlsx",
    "",
    "deal",
    {
      closedDate: "INVOICE_DATE",
      customer: ["CUSTOMER_ID", "CUSTOMER_NAME", "EMAIL"],
      product: "ITEM",
      quantity: "QUANTITY",
      amount: "TOTAL_PRICE_USD",
    },
  ],
  [
    "workbooks/pbpython_salesfunnel.xlsx",
    "",
    "deal",
    {
      customer: ["Account", "Name"],
      owner: "Rep",
      product: "Product",
      quantity: "Quantity",
      // of one piece or of all: the file does not say
      amount: "Price",
      status: "Status",
    },
  ],
  ["workbooks/pbpython_sales_cleanup.xlsx", "", "deal", { customer: "Customer", amount: "Sales" }],
  [
    "workbooks/pbpython_shipping_tables.xlsx",
    "sales",
    "deal",
    { id: "order id", closedDate: "order date", product: "item_type" },
  ],
];

/** Nothing here is a list of records that we know: companies, price lists, teams, teachers, dictionaries. */
const NOTHING = [
  "maven_crm/accounts.csv",
  "maven_crm/products.csv",
  "maven_crm/sales_teams.csv",
  "maven_crm/data_dictionary.csv",
  "hubspot_dummy/hubspot_companies.csv",
  "hubspot_dummy/hubspot_tickets.csv",
  "cdnow/cdnow_customers_summary.csv",
  // fixed widths: a single column of text
  "cdnow/CDNOW_sample.txt",
  "workbooks/janitor_dirty_data.xlsx",
  "workbooks/badly_structured_sales_pivot.xlsx",
  "workbooks/meeting_tracker_offset.xlsx",
  "workbooks/pbpython_customer-status.xlsx",
  "workbooks/pbpython_sales-estimate.xlsx",
  "workbooks/pbpython_sales_data_types.csv",
];

/** What the generator of large lists writes; it keeps its columns whether or not they are tidy. */
const generated: Truth = {
  id: "deal_id",
  name: "deal_name",
  owner: "owner",
  customer: ["account", "account_id"],
  product: "product",
  source: "lead_source",
  region: "region",
  stage: "stage",
  amount: "amount",
  currency: "currency",
  probability: "probability",
  createdDate: "created_date",
  closedDate: "close_date",
  expectedCloseDate: "expected_close",
  lostReason: "lost_reason",
};
const hasPython = spawnSync("python3", ["--version"]).status === 0;

async function blocksIn(file: string, sheet = ""): Promise<readonly Block[]> {
  return blocksOf(readFileSync(join(folder, file)), file, sheet);
}

async function blocksOf(bytes: Buffer, file: string, sheet = ""): Promise<readonly Block[]> {
  const { sheets } = file.endsWith(".xlsx") ? await readXlsx(bytes, file) : readCsv(bytes, file);
  return sheets
    .filter(({ name }) => sheet === "" || name === sheet)
    .flatMap((content) => findBlocks(sheetCells(content)))
    .flatMap((found) => (isRefused(found) ? [] : [found]));
}

describeWithData("files of other people, mapped by guess alone", () => {
  const table: string[] = ["| file | kind | right | open | wrong |", "| --- | --- | --- | --- | --- |"];

  test.each(TRUTH)("%s %s: no column plays a wrong role", async (file, sheet, kind, truth) => {
    const guesses = guessSources(await blocksIn(file, sheet));
    expect(guesses.map((guess) => guess.kind)).toEqual([kind]);
    const grades = guesses.map((guess) => grade(guess, truth));
    for (const { right, open, wrong } of grades)
      table.push(
        `| ${[file, sheet].filter(Boolean).join(" · ")} | ${kind} | ${right.join(", ")} | ${open.join(", ")} | ${wrong.join(", ")} |`,
      );
    expect(grades.flatMap(({ wrong }) => wrong)).toEqual([]);
    // and not by leaving everything open
    expect(grades[0]?.right.length).toBeGreaterThanOrEqual(Math.ceil(0.7 * Object.keys(truth).length));
  });

  (hasPython ? test : test.skip).each([["tidy", []] as const, ["messy", ["--messy"]] as const])(
    "generated deals, %s: every column is right",
    async (_, options) => {
      const bytes = execFileSync("python3", [join(folder, "stress_deals.py"), "1500", ...options]);
      const [guess, ...others] = guessSources(await blocksOf(bytes, "deals.csv"));
      expect(others).toEqual([]);
      if (guess === undefined) throw new Error("nothing found");
      const { right, open, wrong } = grade(guess, generated);
      table.push(
        `| stress_deals.py ${options.join(" ")} | deal | ${right.join(", ")} | ${open.join(", ")} | ${wrong.join(", ")} |`,
      );
      expect([open, wrong]).toEqual([[], []]);
    },
  );

  test.each(NOTHING)("%s holds none of our records", async (file) => {
    const guesses = guessSources(await blocksIn(file));
    expect(guesses.map(({ kind, confidence }) => [kind, confidence])).toEqual([]);
  });

  afterAll(() => {
    const { GUESS_TABLE } = process.env;
    if (GUESS_TABLE !== undefined && existsSync(folder)) writeFileSync(GUESS_TABLE, `${table.join("\n")}\n`);
  });
});
