import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { metricById } from "../../../src/core/metrics/catalogue";
import type { Metric } from "../../../src/core/metrics/metric";
import { chooseColumns } from "../../../src/taskpane/formula/choose-columns";
import { chooseSources } from "../../../src/taskpane/formula/choose-sources";
import { kindGroups, parametersFor } from "../../../src/taskpane/formula/kind-groups";
import { columnFor } from "../../../src/taskpane/formula/match-headers";
import { kindIn } from "../../../src/taskpane/formula/source-kind";
import type { Source } from "../../../src/workbook";

function metric(id: string): Metric {
  const found = metricById(id);
  if (!found) throw new Error(id);
  return found;
}

/** Of the metric's first kind. */
function columnsOf(id: string, headers: readonly string[], all = false): ReadonlyMap<string, number> {
  const [group] = kindGroups(metric(id));
  if (!group) throw new Error(id);
  const kind = kindIn({ ...table("Export", headers) }, group.kinds);
  return chooseColumns(metric(id), parametersFor(group, kind), headers, { all });
}

const chooseSource = (of: Metric, sources: readonly Source[], activeSheet: string): Source | undefined =>
  chooseSources(of, sources, activeSheet)[0]?.source;

/** Argument → header, as a person would check it. */
function chosen(id: string, headers: readonly string[], all = false): Record<string, string | undefined> {
  return Object.fromEntries([...columnsOf(id, headers, all)].map(([name, at]) => [name, headers[at]]));
}

const maven =
  "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value".split(",");
const hubspot =
  "Deal ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal Owner,Deal Type,Closed Lost Reason,Associated Company Domain,Associated Contact Email".split(
    ",",
  );
const sampleDeals =
  "Deal ID,Deal name,Customer,Owner,Status,Stage,Amount,Currency,Created,Closed,Expected close,Probability,Source,Type,Lost reason,Product".split(
    ",",
  );
const sampleOrders = "Order ID,Order date,Customer,Product,Amount,Currency,Refund,Status,Deal ID".split(",");
const sampleSubscriptions = "Subscription ID,Customer,Plan,Start date,End date,MRR,Status,Reason".split(",");
const onlineRetail =
  "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country".split(",");
const romanian = "Nr.,Denumire ofertă,Client,Responsabil,Stare,Valoare,Data creării,Data închiderii".split(
  ",",
);

describe("columns by header", () => {
  test.each<[metric: string, headers: readonly string[], columns: Record<string, string>]>([
    [
      "WINRATE",
      maven,
      { status: "deal_stage", closedDate: "close_date", createdDate: "engage_date", id: "opportunity_id" },
    ],
    [
      "REVENUE",
      maven,
      { amount: "close_value", status: "deal_stage", closedDate: "close_date", id: "opportunity_id" },
    ],
    [
      "WINRATE",
      hubspot,
      {
        status: "Deal Stage",
        closedDate: "Close Date",
        createdDate: "Create Date",
        lostReason: "Closed Lost Reason",
        id: "Deal ID",
      },
    ],
    [
      "SALESPERREP",
      hubspot,
      {
        owner: "Deal Owner",
        amount: "Amount",
        status: "Deal Stage",
        closedDate: "Close Date",
        createdDate: "Create Date",
        id: "Deal ID",
      },
    ],
    [
      "WINRATE",
      sampleDeals,
      {
        status: "Status",
        closedDate: "Closed",
        createdDate: "Created",
        lostReason: "Lost reason",
        id: "Deal ID",
      },
    ],
    [
      "AOV",
      sampleOrders,
      {
        amount: "Amount",
        closedDate: "Order date",
        status: "Status",
        id: "Order ID",
        refund: "Refund",
        currency: "Currency",
      },
    ],
    [
      "CLTV",
      sampleSubscriptions,
      { customer: "Customer", startDate: "Start date", endDate: "End date", mrr: "MRR" },
    ],
    [
      "DEALCYCLE",
      romanian,
      { createdDate: "Data creării", closedDate: "Data închiderii", status: "Stare", id: "Nr." },
    ],
  ])("%s of %p", (id, headers, columns) => {
    expect(chosen(id, headers)).toEqual(columns);
  });

  test("a date that may be the close date or the expected one is the close date", () => {
    expect(chosen("WINRATE", ["Stage", "Closing Date"])).toEqual({
      status: "Stage",
      closedDate: "Closing Date",
    });
    expect(chosen("WINRATE", ["Stage", "Close Date", "Expected Close Date"])).toEqual({
      status: "Stage",
      closedDate: "Close Date",
      expectedCloseDate: "Expected Close Date",
    });
  });

  test("a deal's name is neither its id nor its customer", () => {
    expect(chosen("CLTV", ["Deal Name", "Amount", "Close Date"])).toEqual({
      amount: "Amount",
      closedDate: "Close Date",
    });
    expect(chosen("WINRATE", ["Opportunity Name", "Stage"])).toEqual({ status: "Stage" });
  });

  test("an amount is no help to a share of deals, until an option weighs by it", () => {
    expect(chosen("WINRATE", ["Status", "Amount"])).toEqual({ status: "Status" });
    expect(chosen("WINRATE", ["Status", "Amount"], true)).toEqual({ status: "Status", amount: "Amount" });
  });

  test("lines of an invoice, and headers nobody knows", () => {
    expect(chosen("AOV", onlineRetail)).toMatchObject({ id: "InvoiceNo", closedDate: "InvoiceDate" });
    expect(chosen("WINRATE", ["Foo", "", "Bar"])).toEqual({});
  });

  test("a column plays one role, whatever the order of the columns", () => {
    for (const headers of [hubspot, sampleDeals, romanian, maven]) {
      for (const order of [headers, [...headers].reverse()]) {
        const columns = [...columnsOf("CLTV", order, true).values()];
        expect(new Set(columns).size).toBe(columns.length);
        expect(chosen("REVENUE", order)).toEqual(chosen("REVENUE", headers));
      }
    }
  });

  test("of two equally good columns the first is taken", () => {
    expect(chosen("REVENUE", ["Order ID", "Deal ID", "Amount", "Status"]).id).toBe("Order ID");
  });

  test("who owns the deals", () => {
    expect(maven[columnFor("owner", maven) ?? -1]).toBe("sales_agent");
    expect(columnFor("owner", onlineRetail)).toBeUndefined();
  });
});

const table = (name: string, headers: readonly string[], rows = 100): Source => ({
  kind: "table",
  name,
  sheet: name,
  headers,
  row: 1,
  column: 0,
  rows,
});
const sheet = (name: string, headers: readonly string[], rows = 100): Source => ({
  ...table(name, headers, rows),
  kind: "range",
});

describe("which table", () => {
  const sources = [
    table("Orders", sampleOrders),
    table("Subscriptions", sampleSubscriptions),
    table("Deals", sampleDeals),
  ];
  test.each<[metric: string, activeSheet: string, source: string]>([
    ["WINRATE", "Summary", "Deals"],
    ["REVENUE", "Summary", "Deals"],
    ["AOV", "Summary", "Orders"],
    ["REVENUE", "Orders", "Orders"], // where the person is
    ["SALESPERREP", "Orders", "Deals"], // orders have no owner
  ])("%s, asked on the sheet %s, reads %s", (id, activeSheet, name) => {
    expect(chooseSource(metric(id), sources, activeSheet)?.name).toBe(name);
  });

  test("a table comes before a plain sheet, and a plain sheet before none", () => {
    const plain = sheet("Export", sampleDeals, 5000);
    expect(chooseSource(metric("WINRATE"), [plain, table("T", ["Status"])], "Export")?.name).toBe("T");
    expect(chooseSource(metric("WINRATE"), [table("T", ["Owner"]), plain], "T")?.name).toBe("Export");
    expect(chooseSource(metric("WINRATE"), [table("T", ["Owner"])], "T")).toBeUndefined();
    expect(chooseSource(metric("WINRATE"), [], "T")).toBeUndefined();
  });
});

/** Header rows of known exports, kept beside the repository where the design is worked on. */
const layoutsFile = join(__dirname, "../../../../shared/spec/synonyms.json");
const describeWithLayouts = existsSync(layoutsFile) ? describe : describe.skip;

describeWithLayouts("known export layouts", () => {
  const layouts = existsSync(layoutsFile)
    ? (JSON.parse(readFileSync(layoutsFile, "utf8")) as { knownHeaders: Record<string, string[]> })
        .knownHeaders
    : {};
  test.each<[layout: string, metric: string, columns: Record<string, string>]>([
    [
      "pipedrive_deals_list_export",
      "WINRATE",
      { status: "Deal - Status", closedDate: "Deal - Deal closed on" },
    ],
    [
      "pipedrive_deals_list_export",
      "REVENUE",
      { amount: "Deal - Value", currency: "Deal - Currency of Value" },
    ],
    ["salesforce_opportunities_report", "CLTV", { customer: "Account Name", closedDate: "Close Date" }],
    ["zoho_deals", "WINRATE", { status: "Stage", closedDate: "Closing Date" }],
    [
      "freshsales_deals",
      "REVENUE",
      { amount: "Deal Value", status: "Deal Stage", closedDate: "Closed date" },
    ],
    ["close_opportunities", "SALESPERREP", { owner: "user_name", amount: "value", status: "status_type" }],
    [
      "shopify_orders",
      "AOV",
      { id: "Id", amount: "Total", closedDate: "Paid at", refund: "Refunded Amount" },
    ],
    ["stripe_payments", "REVENUE", { amount: "Amount", refund: "Amount Refunded", status: "Status" }],
  ])("%s, %s", (layout, id, columns) => {
    expect(chosen(id, layouts[layout] ?? [])).toMatchObject(columns);
  });
});
