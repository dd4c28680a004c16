/** @jest-environment jsdom */
import { createMappedData } from "../../src/dataset/create-mapped-data";
import type { MappedData } from "../../src/dataset/mapped-data";
import { defaultSettings } from "../../src/mapping/mapping";
import { sharedOnPage } from "../../src/reference/shared-page";
import { convertToValues } from "../../src/workbook";
import { at, startExcel, type TestExcel } from "../support/excel";
import { sourceOf } from "./sources";

/* Cells that ask the mapped tables, with nobody looking at the pane: function, data and workbook are the real ones. */

let excel: TestExcel;
beforeAll(async () => {
  excel = await startExcel({ paneVisible: false });
  await excel.addFunctions();
  excel.addTable("Deals", "Deals", "A1", [
    ["Status", "Amount", "Closed", "Owner"],
    ["Won", 100, 45740, "Ana"],
    ["Lost", 50, 45741, "Ion"],
    ["Won", 300, 45742, "Ana"],
  ]);
  // As a former session of the same workbook saved it.
  const former = createMappedData();
  const roles = { status: "Status", amount: "Amount", closedDate: "Closed", owner: "Owner" } as const;
  await former.saveMapping({
    version: 1,
    sources: [sourceOf(excel, "deal", "Deals", roles)],
    settings: defaultSettings,
  });
  sharedOnPage<MappedData>("salesMetricsData").publish(createMappedData());
});
afterAll(() => excel.dispose());

/** The cell's value once it shows what is wanted. */
async function eventually(address: string, wanted: unknown): Promise<void> {
  const end = Date.now() + 10_000;
  for (;;) {
    const value = excel.sheet("Report").readValues(at(address))[0]?.[0];
    if (value === wanted) return;
    if (Date.now() > end) throw new Error(`${address} shows ${String(value)} and not ${String(wanted)}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

test("they load the data by themselves, follow edits, and become values", async () => {
  // By hand: won 100 + 300; Ana's alone are these two; all won and lost deals are 3, won 2.
  excel.fill("Report", "A1:A3", [
    ['=SALES.KPI("REVENUE")'],
    ['=SALES.KPI("REVENUE","2025-Q1","owner","Ana")'],
    ['=SALES.KPI("WINRATE")'],
  ]);
  excel.fill("Report", "C1", [['=SALES.KPITABLE("REVENUE","owner")']]);
  await eventually("A1", 400);
  await eventually("A2", 400);
  await eventually("A3", 2 / 3);
  // A day, typed as text: the 24th of March 2025 is 45740.
  excel.fill("Report", "A5", [['=SALES.KPI("SALESCOUNT","2025-03-24")']]);
  await eventually("A5", 1);

  excel.fill("Deals", "A3", [["Won"]]);
  await eventually("A1", 450);
  await eventually("A3", 1);
  await eventually("A2", 400);
  expect(excel.sheet("Report").readValues(at("C2:D3")).flat()).toEqual(
    expect.arrayContaining(["Ana", 400, "Ion", 50]),
  );

  excel.select("Report", "A1");
  expect(await convertToValues("sheet")).toEqual({ formulas: 5, waiting: 0 });
  excel.fill("Deals", "A3", [["Lost"]]);
  await new Promise((done) => setTimeout(done, 800));
  expect(excel.sheet("Report").readFormulas(at("A1:A3"))).toEqual([[450], [400], [1]]);
});
