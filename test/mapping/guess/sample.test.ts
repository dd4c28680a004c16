import type { Role } from "../../../src/core/records/roles";
import { isRefused } from "../../../src/mapping/block";
import { findBlocks } from "../../../src/mapping/find";
import { guessSources } from "../../../src/mapping/guess";
import { sampleContent } from "../../../src/workbench/files/sample";
import { sampleWorkbook } from "../../../src/workbench/sample";
import { sheetCells } from "../../support/sheet-cells";
import { rolesOf } from "./blocks";

/** Sheet → what its table is and which column plays which role, by the sample's own headers. */
const TRUTH: Readonly<
  Record<string, readonly [kind: string, roles: Readonly<Partial<Record<Role, string>>>]>
> = {
  Deals: [
    "deal",
    {
      id: "Deal ID",
      name: "Deal name",
      customer: "Customer",
      owner: "Owner",
      status: "Status",
      stage: "Stage",
      amount: "Amount",
      currency: "Currency",
      createdDate: "Created",
      closedDate: "Closed",
      expectedCloseDate: "Expected close",
      probability: "Probability",
      source: "Source",
      type: "Type",
      lostReason: "Lost reason",
      product: "Product",
      region: "Country",
    },
  ],
  Leads: [
    "lead",
    {
      id: "Lead ID",
      name: "Name",
      company: "Company",
      email: "Email",
      owner: "Owner",
      source: "Source",
      status: "Status",
      createdDate: "Created",
      firstResponseDate: "First response",
      qualifiedDate: "Qualified",
      convertedDate: "Converted on",
      dealRef: "Deal ID",
      region: "Country",
    },
  ],
  Activities: [
    "activity",
    {
      id: "Activity ID",
      type: "Type",
      subject: "Subject",
      date: "Date",
      done: "Done",
      owner: "Owner",
      duration: "Duration (minutes)",
      customerRef: "Customer",
      dealRef: "Deal ID",
      leadRef: "Lead ID",
    },
  ],
  Orders: [
    "deal",
    {
      id: "Order ID",
      closedDate: "Order date",
      customer: "Customer",
      product: "Product",
      amount: "Amount",
      currency: "Currency",
      refund: "Refund",
      status: "Status",
    },
  ],
  Subscriptions: [
    "subscription",
    {
      customer: "Customer",
      product: "Plan",
      startDate: "Start date",
      endDate: "End date",
      mrr: "MRR",
      status: "Status",
    },
  ],
  Targets: [
    "target",
    {
      periodStart: "Period start",
      periodEnd: "Period end",
      owner: "Owner",
      metric: "Metric",
      amount: "Target",
    },
  ],
  Costs: ["cost", { date: "Date", category: "Category", amount: "Amount" }],
  Surveys: [
    "survey",
    {
      date: "Date",
      customer: "Customer",
      owner: "Owner",
      score: "Score",
      scaleMin: "Scale min",
      scaleMax: "Scale max",
    },
  ],
  Stages: ["stage", { name: "Name", order: "Order", probability: "Probability", kind: "Kind" }],
  Benchmarks: [
    "benchmark",
    { metric: "Metric", low: "Low", typical: "Typical", high: "High", source: "Source", year: "Year" },
  ],
};

test("every table of the sample workbook is what it is, column by column", () => {
  const blocks = sampleContent(sampleWorkbook({ language: "en" }), "Sample.xlsx")
    .sheets.flatMap((sheet) => findBlocks(sheetCells(sheet)))
    .flatMap((found) => (isRefused(found) ? [] : [found]));
  const found = guessSources(blocks).map((guess) => [guess.block.place.sheet, [guess.kind, rolesOf(guess)]]);
  expect(Object.fromEntries(found)).toEqual(TRUTH);
  expect(found).toHaveLength(Object.keys(TRUTH).length);
});
