/** @jest-environment jsdom */
import { createMappedData } from "../../src/dataset/create-mapped-data";
import type { DataState, HeldData, MappedData } from "../../src/dataset/mapped-data";
import { defaultSettings, type MappedSource, type Mapping } from "../../src/mapping/mapping";
import { startExcel, type TestExcel } from "../support/excel";

/* The real Office.js client against the stand-in for Excel. */

let excel: TestExcel;
let data: MappedData;

beforeAll(async () => {
  excel = await startExcel();
  excel.addTable("Deals", "Deals", "B3", [
    ["Status", "Amount", "Closed", "Owner"],
    ["Won", 100, 45000, "Ana"],
    ["Lost", 50, 45010, "Ion"],
    ["Won", 300, 45020, "Ana"],
  ]);
});
beforeEach(() => {
  data = createMappedData();
});
afterAll(() => excel.dispose());

function dealsSource(): MappedSource {
  const table = excel.model.tables().find(({ name }) => name === "Deals")!;
  const id = (at: number) => String(table.columns[at]!.id);
  return {
    kind: "deal",
    place: {
      sheet: "Deals",
      sheetId: table.sheet.id,
      table: { id: table.id, name: "Deals" },
      column: 1,
      columns: 4,
    },
    roles: {
      status: { header: "Status", at: 0, id: id(0) },
      amount: { header: "Amount", at: 1, id: id(1) },
      closedDate: { header: "Closed", at: 2, id: id(2) },
    },
  };
}
function mappingOf(...sources: MappedSource[]): Mapping {
  return { version: 1, sources, settings: defaultSettings };
}
function held(state: DataState = data.state): HeldData {
  if (state.status !== "ready") throw new Error(JSON.stringify(state));
  return state.data;
}
function amounts(): number[] {
  return [...held().dataset.deal!.numbers("amount")];
}

test("nothing mapped, saved, read, undone", async () => {
  await data.refresh();
  expect(data.state).toEqual({ status: "unmapped" });
  await data.saveMapping(mappingOf(dealsSource()));
  expect(amounts()).toEqual([100, 50, 300]);
  expect(held().counts).toEqual({ deal: { rows: 3, skipped: 0, reasons: {} } });
  expect(held().placeOf("deal", 2, "amount")).toMatchObject({ sheet: "Deals", row: 5, column: 2 });
  await data.undo();
  expect(data.state).toEqual({ status: "unmapped" });
  await data.undo();
  expect(amounts()).toEqual([100, 50, 300]);
});

test("an edit is followed", async () => {
  await data.refresh();
  const seen: string[] = [];
  const ready = new Promise<void>((done) => {
    data.subscribe(() => {
      seen.push(data.state.status);
      if (data.state.status === "ready") done();
    });
  });
  excel.fill("Deals", "C4", [[150]]);
  await ready;
  expect(amounts()).toEqual([150, 50, 300]);
  expect(new Set(seen)).toEqual(new Set(["reading", "ready"]));
});
