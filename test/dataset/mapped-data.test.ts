/** @jest-environment jsdom */
import { createMappedData } from "../../src/dataset/create-mapped-data";
import type { HeldData, MappedData } from "../../src/dataset/mapped-data";
import { defaultSettings, type MappedSource, type Mapping } from "../../src/mapping/mapping";
import { at, startExcel, type TestExcel } from "../support/excel";
import { sourceOf } from "./sources";

/* The real Office.js client against the stand-in for Excel. */

let excel: TestExcel;
let data: MappedData;
let stops: (() => void)[] = [];

beforeAll(async () => {
  excel = await startExcel();
  excel.addTable("Deals", "Deals", "B3", [
    ["Status", "Amount", "Closed", "Owner"],
    ["Won", 100, 45000, "Ana"],
    ["Lost", 50, 45010, "Ion"],
    ["Won", 300, 45020, "Ana"],
  ]);
  excel.addTable("Costs", "Costs", "A1", [
    ["Month", "Cost"],
    [45000, 10],
    [45031, 20],
  ]);
  excel.sheet("Export").write(
    at("A1:C6"),
    [
      ["Second system", "", ""],
      ["Deal Stage", "Value", "Close Date"],
      ["Closed Won", 7, "31.03.2025"],
      ["Closed Lost", 8, "01.04.2025"],
      ["Closed Won", 9, "02.04.2025"],
      ["Total", 24, ""],
    ],
    { asIs: true },
  );
  data = createMappedData();
  data.subscribe(() => undefined); // somebody looks
});
afterEach(() => {
  for (const stop of stops) stop();
  stops = [];
});
afterAll(() => excel.dispose());

const deals = () =>
  sourceOf(excel, "deal", "Deals", { status: "Status", amount: "Amount", closedDate: "Closed" });
const costs = () => sourceOf(excel, "cost", "Costs", { date: "Month", amount: "Cost" });
const exported = (): MappedSource => ({
  kind: "deal",
  place: { sheet: "Export", sheetId: excel.sheet("Export").id, headerRow: 1, column: 0, columns: 3 },
  roles: {
    status: { header: "Deal Stage", at: 0 },
    amount: { header: "Value", at: 1 },
    closedDate: { header: "Close Date", at: 2 },
  },
});
function mappingOf(...sources: MappedSource[]): Mapping {
  return { version: 1, sources, settings: defaultSettings };
}
function held(): HeldData {
  const { state } = data;
  if (state.status !== "ready") throw new Error(JSON.stringify(state));
  return state.data;
}
const amounts = (kind: "deal" | "cost" = "deal") => [...held().dataset[kind]!.numbers("amount")];

/** Resolves when the data has been read anew. */
function nextReading(): Promise<void> {
  return new Promise((done) => {
    let reading = false;
    const stop = data.subscribe(() => {
      if (data.state.status === "reading") reading = true;
      else if (reading) {
        stop();
        done();
      }
    });
  });
}
/** How many ranges are read while something is done. */
async function rangesRead(act: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const stop = excel.host.injectFault(({ kind, members }) => {
    if (kind === "batch") count += members.filter((member) => member === "GetRangeByIndexes").length;
    return false;
  }, 5102);
  await act();
  stop();
  return count;
}
function batches(): { count(): number } {
  let count = 0;
  stops.push(
    excel.host.injectFault(({ kind }) => {
      if (kind === "batch") count++;
      return false;
    }, 5102),
  );
  return { count: () => count };
}

describe("kept, read, served", () => {
  test("nothing mapped, saved, undone, and undone again", async () => {
    await data.refresh();
    expect(data.state).toEqual({ status: "unmapped" });
    expect(data.mapping?.sources).toEqual([]);
    await data.saveMapping(mappingOf(deals()));
    expect(amounts()).toEqual([100, 50, 300]);
    expect(held().counts).toEqual({ deal: { rows: 3, skipped: 0, reasons: {} } });
    await data.undo();
    expect(data.state).toEqual({ status: "unmapped" });
    await data.undo();
    expect(amounts()).toEqual([100, 50, 300]);
  });

  test("another page finds it by itself as soon as somebody looks", async () => {
    const another = createMappedData();
    expect(another.state).toEqual({ status: "loading" });
    await new Promise<void>((done) => {
      stops.push(another.subscribe(() => another.state.status === "ready" && done()));
    });
    expect(another.mapping).toEqual(mappingOf(deals()));
  });

  test("two lists of a kind are one: totals left out, dates in their own order, cells found again", async () => {
    await data.saveMapping(mappingOf(deals(), exported(), costs()));
    expect(amounts()).toEqual([100, 50, 300, 7, 8, 9]);
    // 31.03.2025 = 45747 (31 December 2024 is 45657, and 31 + 28 + 31 days follow)
    expect([...held().dataset.deal!.numbers("closedDate")]).toEqual([
      45000, 45010, 45020, 45747, 45748, 45749,
    ]);
    expect(held().counts).toEqual({
      deal: { rows: 6, skipped: 1, reasons: { totals: 1 } },
      cost: { rows: 2, skipped: 0, reasons: {} },
    });
    expect(held().placeOf("deal", 2, "amount")).toMatchObject({ sheet: "Deals", row: 5, column: 2 });
    expect(held().placeOf("deal", 4, "amount")).toMatchObject({ sheet: "Export", row: 3, column: 1 });
    expect(held().placeOf("deal", 6)).toBeUndefined();
    expect(held().placeOf("lead", 0)).toBeUndefined();
    expect(held().dataset.cost!.linked).toBe(held().dataset);
  });

  test("holidays of the settings are a calendar", async () => {
    await data.saveMapping({
      ...mappingOf(deals()),
      settings: { ...defaultSettings, holidays: [46000, 46001] },
    });
    expect([...held().dataset.calendar!.numbers("holidays")]).toEqual([46000, 46001]);
  });

  test("settings alone are taken over without reading the tables; holidays are read with them", async () => {
    await data.saveMapping(mappingOf(deals(), costs()));
    const before = held();
    const settings = { ...defaultSettings, fiscalYearStart: 4, currency: "RON", favourites: ["WINRATE"] };
    let told = 0;
    stops.push(data.subscribe(() => told++));
    expect(await rangesRead(() => data.saveMapping({ ...mappingOf(deals(), costs()), settings }))).toBe(0);
    expect(told).toBe(1);
    expect(held().dataset).toBe(before.dataset);
    expect(held().readAt).toBe(before.readAt);
    expect([held().mapping.settings, data.mapping?.settings]).toEqual([settings, settings]);
    // Another page finds them in the workbook; undoing brings the former ones back.
    const other = createMappedData();
    await other.refresh();
    expect(other.mapping?.settings).toEqual(settings);
    await data.undo();
    expect(held().mapping.settings).toEqual(defaultSettings);
    // An edit after it is followed, with the settings as they were saved.
    await data.saveMapping({ ...mappingOf(deals(), costs()), settings });
    const reading = nextReading();
    excel.fill("Costs", "B2", [[11]]);
    await reading;
    expect([amounts("cost"), held().mapping.settings]).toEqual([[11, 20], settings]);
    excel.fill("Costs", "B2", [[10]]);
    await data.bringUpToDate();

    const days = { ...settings, holidays: [45_292] };
    expect(
      await rangesRead(() => data.saveMapping({ ...mappingOf(deals(), costs()), settings: days })),
    ).toBeGreaterThan(0);
    expect([...held().dataset.calendar!.numbers("holidays")]).toEqual([45_292]);
  });

  test("words whose meaning was decided, and the order of dates", async () => {
    excel.addTable("Words", "Words", "A1", [
      ["State", "Sum", "Day"],
      ["Bingo", 5, "03/04/2025"],
      ["Nope", 6, "05/06/2025"],
    ]);
    const source: MappedSource = {
      ...sourceOf(excel, "deal", "Words", { status: "State", amount: "Sum", closedDate: "Day" }),
      dateOrder: "mdy",
      words: { status: { Bingo: "won", Nope: "lost" } },
    };
    await data.saveMapping(mappingOf(source));
    const { deal } = held().dataset;
    expect([...deal!.numbers("closedDate")]).toEqual([45720, 45783]); // 4 March and 6 May 2025
    expect(deal!.words("status").words).toContain("Bingo");
    expect([...deal!.outcome]).toHaveLength(2);
    expect(new Set(deal!.outcome).size).toBe(2);
  });
});

describe("following the workbook", () => {
  beforeEach(async () => {
    await data.saveMapping(mappingOf(deals(), costs()));
  });

  test("an edit is followed, with the former data until then", async () => {
    const seen: unknown[] = [];
    stops.push(
      data.subscribe(() => {
        const { state } = data;
        if (state.status === "reading") seen.push(state.former?.dataset.deal?.numbers("amount")[0]);
      }),
    );
    const read = nextReading();
    excel.fill("Deals", "C4", [[150]]);
    await read;
    expect(amounts()).toEqual([150, 50, 300]);
    expect(new Set(seen)).toEqual(new Set([100]));
    const back = nextReading();
    excel.fill("Deals", "C4", [[100]]);
    await back;
  });

  test("a burst of edits costs one reading, of the table that changed", async () => {
    const before = held().dataset.cost!;
    const ranges = await rangesRead(async () => {
      const read = nextReading();
      for (let i = 0; i < 20; i++) {
        excel.fill("Deals", "C5", [[50 + i]]);
        await new Promise((done) => setTimeout(done, 20));
      }
      await read;
      await new Promise((done) => setTimeout(done, 500));
    });
    expect(amounts()).toEqual([100, 69, 300]);
    expect(ranges).toBe(1);
    expect(held().dataset.cost).not.toBe(before); // linked anew
    expect(held().dataset.cost!.columns).toBe(before.columns); // and not read anew
    const back = nextReading();
    excel.fill("Deals", "C5", [[50]]);
    await back;
  });

  test("edits elsewhere are no reason to read", async () => {
    const counted = batches();
    excel.fill("Notes", "A1", [["a note"]]);
    excel.fill("Deals", "J30", [["beside the table"]]);
    excel.fill("Deals", "C1", [["above the table"]]);
    await new Promise((done) => setTimeout(done, 600));
    expect(counted.count()).toBe(0);
  });

  test("rows added below a table are read with it", async () => {
    const read = nextReading();
    const table = excel.model.tables().find(({ name }) => name === "Costs")!;
    table.addRows(2, 1);
    excel.fill("Costs", "A4:B4", [[45062, 30]]);
    await read;
    expect(amounts("cost")).toEqual([10, 20, 30]);
    const back = nextReading();
    table.deleteRows(2, 1);
    await back;
    expect(amounts("cost")).toEqual([10, 20]);
  });

  test("a renamed table, header and sheet, and a column before, do no harm", async () => {
    const table = excel.model.tables().find(({ name }) => name === "Deals")!;
    excel.sheet("Deals").rename("Vânzări");
    table.rename("Oferte");
    table.renameColumn(1, "Valoare");
    table.addColumn(0, "New");
    await data.refresh();
    expect(amounts()).toEqual([100, 50, 300]);
    expect(data.questions).toEqual([]);
    expect(data.mapping!.sources[0]).toMatchObject({
      place: { sheet: "Vânzări", table: { name: "Oferte" } },
      roles: { amount: { header: "Valoare", at: 2 } },
    });
    expect(held().placeOf("deal", 0, "amount")).toMatchObject({ sheet: "Vânzări", row: 3, column: 3 });
    table.deleteColumn(0);
    table.renameColumn(1, "Amount");
    table.rename("Deals");
    excel.sheet("Vânzări").rename("Deals");
    await data.refresh();
    expect(data.mapping).toEqual(mappingOf(deals(), costs()));
  });

  test("a deleted column is asked about; the former data stays; a saved answer mends it", async () => {
    excel.addTable("Spare", "Spare", "A1", [
      ["Status", "Amount", "Sum"],
      ["Won", 1, 2],
    ]);
    await data.saveMapping(
      mappingOf(sourceOf(excel, "deal", "Spare", { status: "Status", amount: "Amount" })),
    );
    const asked = nextReading();
    const table = excel.model.tables().find(({ name }) => name === "Spare")!;
    table.deleteColumn(1);
    await asked;
    expect(data.state).toMatchObject({
      status: "failed",
      error: {
        fault: "columnGone",
        details: { kind: "deal", name: "Spare", role: "amount", header: "Amount" },
      },
      former: { counts: { deal: { rows: 1 } } },
    });
    expect(data.questions).toMatchObject([{ is: "columnGone", role: "amount", candidates: ["Sum"] }]);
    await data.saveMapping(mappingOf(sourceOf(excel, "deal", "Spare", { status: "Status", amount: "Sum" })));
    expect(amounts()).toEqual([2]);
    expect(data.questions).toEqual([]);
  });

  test("a deleted table is asked about", async () => {
    excel.addTable("Gone", "Gone", "A1", [["Status"], ["Won"]]);
    await data.saveMapping(mappingOf(sourceOf(excel, "deal", "Gone", { status: "Status" })));
    const asked = nextReading();
    excel.sheet("Gone").delete();
    await asked;
    expect(data.state).toMatchObject({
      status: "failed",
      error: { fault: "sourceGone", details: { kind: "deal", name: "Gone" } },
    });
  });
});

test("a reading that is cancelled leaves what was held", async () => {
  await data.saveMapping(mappingOf(deals()));
  const cancelled = data.refresh();
  data.cancel();
  await cancelled;
  expect(data.state).toMatchObject({ status: "failed", error: { problem: "cancelled" }, former: {} });
  await data.refresh();
  expect(amounts()).toEqual([100, 50, 300]);
});

test("a first reading that is cancelled knows the mapping all the same: settings are saved with it", async () => {
  await data.saveMapping(mappingOf(deals()));
  const page = createMappedData();
  page.subscribe(() => {
    if (page.state.status === "reading" && page.mapping !== undefined) page.cancel();
  });
  await page.refresh();
  expect(page.state).toMatchObject({ status: "failed", error: { problem: "cancelled" } });
  expect(page.mapping).toEqual(mappingOf(deals()));
});
