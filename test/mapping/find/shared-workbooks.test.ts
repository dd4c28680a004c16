import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isBlank } from "../../../src/core/records/cells";
import { isRefused, type Block } from "../../../src/mapping/block";
import { findBlocks } from "../../../src/mapping/find";
import { readWorkbookFile } from "../../../src/workbench/files/open";
import { describeWithData } from "../../support/shared-data";
import { sheetCells } from "../../support/sheet-cells";

const folder = join(__dirname, "../../../../shared/data");

/** A finding in short: where its header and its records are, as Excel numbers rows, or why it was refused. */
interface Found {
  readonly at?: string;
  readonly refused?: string;
  readonly records?: number;
  readonly skipped?: string;
}

/**
 * Rows as they were located by eye (expected/workbooks.json), records as the data's README counts them. Everything else
 * that is found or refused would be wrong.
 */
const expected: Readonly<Record<string, readonly Found[]>> = {
  "cdnow/CDNOW_sample.txt :: CDNOW_sample": [],
  "cdnow/cdnow_customers_summary.csv :: cdnow_customers_summary": [{ at: "1 > A2:D2358", records: 2357 }],
  "hubspot_dummy/hubspot_activities.csv :: hubspot_activities": [{ at: "1 > A2:K2001", records: 2000 }],
  "hubspot_dummy/hubspot_companies.csv :: hubspot_companies": [{ at: "1 > A2:P201", records: 200 }],
  "hubspot_dummy/hubspot_contacts.csv :: hubspot_contacts": [{ at: "1 > A2:T951", records: 950 }],
  "hubspot_dummy/hubspot_deals.csv :: hubspot_deals": [{ at: "1 > A2:L501", records: 500 }],
  "hubspot_dummy/hubspot_tickets.csv :: hubspot_tickets": [{ at: "1 > A2:M301", records: 300 }],
  "maven_crm/accounts.csv :: accounts": [{ at: "1 > A2:G86", records: 85 }],
  "maven_crm/data_dictionary.csv :: data_dictionary": [{ at: "1 > A2:C22", records: 21 }],
  "maven_crm/products.csv :: products": [{ at: "1 > A2:C8", records: 7 }],
  "maven_crm/sales_pipeline.csv :: sales_pipeline": [{ at: "1 > A2:H8801", records: 8800 }],
  "maven_crm/sales_pipeline_mdy.csv :: sales_pipeline_mdy": [{ at: "1 > A2:H8801", records: 8800 }],
  "maven_crm/sales_teams.csv :: sales_teams": [{ at: "1 > A2:C36", records: 35 }],
  "mrr_playbook/subscription_periods.csv :: subscription_periods": [{ at: "1 > A2:E122", records: 121 }],
  "online_retail/online_retail_10pct_customers.csv :: online_retail_10pct_customers": [
    { at: "1 > A2:H47809", records: 47808 },
  ],
  "telco_churn/Telco-Customer-Churn.csv :: Telco-Customer-Churn": [{ at: "1 > A2:U7044", records: 7043 }],
  // the 38th column has neither header nor values
  "xeducation_leads/Leads.csv :: Leads": [{ at: "1 > A2:AK9241", records: 9240 }],
  "workbooks/Financial_Sample.xlsx :: Sheet1": [{ at: "financials 1 > A2:P701", records: 700 }],
  "workbooks/badly_structured_sales_pivot.xlsx :: Dirty 1": [{ at: "A1:P826", refused: "pivot" }],
  "workbooks/janitor_dirty_data.xlsx :: Sheet1": [{ at: "2 > A3:K15", records: 12, skipped: "1 title" }],
  "workbooks/meeting_tracker_offset.xlsx :: Case": [],
  "workbooks/meeting_tracker_offset.xlsx :: Data": [{ at: "A2:I18", refused: "wideMatrix" }],
  "workbooks/meeting_tracker_offset.xlsx :: Dashboard": [],
  "workbooks/pbpython_2018_Sales_Total_Tabs.xlsx :: Sheet1": [{ at: "1 > A2:G40", records: 39 }],
  "workbooks/pbpython_2018_Sales_Total_Tabs.xlsx :: Sheet2": [{ at: "1 > A2:G36", records: 35 }],
  "workbooks/pbpython_2018_Sales_Total_Tabs.xlsx :: Sheet3": [{ at: "1 > A2:G48", records: 47 }],
  "workbooks/pbpython_2018_Sales_Total_Tabs.xlsx :: Sheet4": [{ at: "1 > A2:G48", records: 47 }],
  "workbooks/pbpython_2018_Sales_Total_Tabs.xlsx :: Sheet5": [{ at: "1 > A2:G82", records: 81 }],
  "workbooks/pbpython_2018_Sales_Total_Tabs.xlsx :: Sheet6": [{ at: "1 > A2:G51", records: 50 }],
  "workbooks/pbpython_2018_Sales_Total_v2.xlsx :: Sheet1": [{ at: "1 > A2:G1508", records: 1507 }],
  "workbooks/pbpython_Example4.xlsx :: Sheet1": [{ at: "1 > A2:H101", records: 100 }],
  "workbooks/pbpython_customer-status.xlsx :: Sheet1": [{ at: "1 > A2:C17", records: 16 }],
  "workbooks/pbpython_sales-estimate.xlsx :: projections": [{ at: "1 > A2:H13", records: 12 }],
  "workbooks/pbpython_sales_cleanup.xlsx :: Sheet1": [{ at: "1 > A2:B7", records: 6 }],
  "workbooks/pbpython_sales_data_types.csv :: pbpython_sales_data_types": [{ at: "1 > A2:J6", records: 5 }],
  "workbooks/pbpython_salesfunnel.xlsx :: Sheet1": [{ at: "1 > A2:H18", records: 17 }],
  "workbooks/pbpython_sample-sales-reps.xlsx :: sample-salesv4": [{ at: "1 > A2:I1501", records: 1500 }],
  "workbooks/pbpython_shipping_tables.xlsx :: sales": [{ at: "2 > B3:F11", records: 9 }],
  "workbooks/pbpython_shipping_tables.xlsx :: shipping_rates": [
    { at: "1 > A2:C5", records: 4 },
    { at: "ship_cost 8 > C9:E16", records: 8 },
  ],
};

describeWithData("every file of the local data folder", () => {
  test.each(filesIn(folder))("%s", async (file) => {
    const content = await readWorkbookFile(readFileSync(join(folder, file)), file.replace(/.*\//, ""));
    for (const sheet of content.sheets) {
      const found = findBlocks(sheetCells(sheet)).map((each): Found => {
        if (isRefused(each)) {
          const { row, rows, column, columns, reason } = each;
          return { at: address(row, row + rows - 1, column, column + columns - 1), refused: reason };
        }
        return inShort(each);
      });
      expect({ [`${file} :: ${sheet.name}`]: found }).toEqual({
        [`${file} :: ${sheet.name}`]: expected[`${file} :: ${sheet.name}`],
      });
    }
  });

  test("the cells of the records are those of the file: revenue of the order lines", async () => {
    const file = "workbooks/pbpython_2018_Sales_Total_v2.xlsx";
    const content = await readWorkbookFile(readFileSync(join(folder, file)), file);
    const [block] = content.sheets.flatMap((sheet) => findBlocks(sheetCells(sheet)));
    if (block === undefined || isRefused(block)) throw new Error("no block");
    const price = block.columns.find(({ header }) => header === "ext price")?.cells ?? [];
    // expected/workbooks.json: 2034225.75, 29 negative rows
    expect(price.reduce<number>((sum, cell) => sum + Number(cell), 0)).toBeCloseTo(2034225.75, 2);
    expect(price.filter((cell) => Number(cell) < 0)).toHaveLength(29);
  });
});

function inShort({ place, columns, skipped }: Block): Found {
  const header = place.headerRow === undefined ? "" : `${place.headerRow + 1} > `;
  const cells = address(
    place.row,
    place.row + place.rows - 1,
    place.column,
    place.column + columns.length - 1,
  );
  const records = columns.reduce((most, column) => Math.max(most, column.cells.length), 0);
  if (columns.every((column) => isBlank(column.cells[0]))) throw new Error("a blank record");
  return {
    at: `${place.table ? `${place.table.name} ` : ""}${header}${cells}`,
    records,
    ...(skipped.length > 0 && { skipped: skipped.map(({ row, why }) => `${row + 1} ${why}`).join(", ") }),
  };
}

function address(top: number, bottom: number, left: number, right: number): string {
  const letters = (column: number): string =>
    (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
  return `${letters(left)}${top + 1}:${letters(right)}${bottom + 1}`;
}

function filesIn(root: string): string[] {
  if (!existsSync(root)) return ["none"];
  return readdirSync(root)
    .filter((name) => name !== "expected" && statSync(join(root, name)).isDirectory())
    .flatMap((name) => readdirSync(join(root, name)).map((file) => `${name}/${file}`))
    .filter((file) => /\.(?:xlsx|csv|txt)$/.test(file));
}
