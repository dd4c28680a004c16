/** @jest-environment jsdom */
import type { Role } from "../../src/core/records/roles";
import { createMappedData } from "../../src/dataset/create-mapped-data";
import { defaultSettings } from "../../src/mapping/mapping";
import type { CellValue } from "../../src/workbench/model/types";
import { startExcel, type TestExcel } from "../support/excel";
import { sourceOf } from "./sources";

/* 100,000 deals of 12 columns, under the limits of Excel on the web. */

const ROWS = 100_000;
const HEADERS: Partial<Record<Role, string>> = {
  ...{ id: "Deal ID", name: "Deal", customer: "Account", owner: "Owner", status: "Status", stage: "Stage" },
  ...{ amount: "Amount", createdDate: "Created", closedDate: "Closed", source: "Source" },
  ...{ product: "Product", lostReason: "Lost reason" },
};
const deal = (row: number): CellValue[] => [
  `D-${100_000 + row}`,
  `Renewal of contract no. ${row % 5000}`,
  `Customer ${row % 3000}`,
  `Owner ${row % 20}`,
  row % 3 === 0 ? "Closed Won" : "Closed Lost",
  ["Qualify", "Propose", "Negotiate"][row % 3] ?? "",
  100 + (row % 977) + 0.25,
  45000 + (row % 700),
  45100 + (row % 700),
  `Source ${row % 9}`,
  `Product ${row % 12}`,
  row % 3 === 0 ? "" : "Too expensive",
];

let excel: TestExcel;
beforeAll(async () => {
  excel = await startExcel();
  excel.addTable("Deals", "Deals", "A1", [
    Object.values(HEADERS),
    ...Array.from({ length: ROWS }, (_, row) => deal(row)),
  ]);
});
afterAll(() => excel.dispose());

test("are read whole, in few round trips below 5 MB", async () => {
  let batches = 0;
  excel.host.injectFault(({ kind }) => {
    if (kind === "batch") batches++;
    return false;
  }, 5102);
  const data = createMappedData();
  const source = sourceOf(excel, "deal", "Deals", HEADERS);
  await data.saveMapping({ version: 1, sources: [source], settings: defaultSettings });
  const { state } = data;
  if (state.status !== "ready") throw new Error(JSON.stringify(state));

  const { dataset, counts } = state.data;
  expect(counts.deal).toMatchObject({ rows: ROWS, skipped: 0 });
  // Σ 100.25 + (row mod 977) over 100,000 rows: 102 full rounds of Σ 0…976 = 476,776, and 346 rows Σ 0…345 = 59,685.
  const sum = dataset.deal!.numbers("amount").reduce((total, amount) => total + amount, 0);
  expect(sum).toBeCloseTo(100.25 * ROWS + 102 * 476_776 + 59_685, 4);
  expect(dataset.deal!.words("id").words).toHaveLength(ROWS + 1);
  expect(state.data.placeOf("deal", ROWS - 1, "amount")).toMatchObject({ row: ROWS, column: 6 });
  // About 13 MB in blocks of 2 MB, beside finding the table, saving, and letting go of ranges after each block.
  expect(batches).toBeLessThan(45);
});
