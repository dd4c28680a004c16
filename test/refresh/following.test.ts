/** @jest-environment jsdom */
import { createMappedData } from "../../src/dataset/create-mapped-data";
import type { MappedData } from "../../src/dataset/mapped-data";
import { defaultSettings } from "../../src/mapping/mapping";
import { automationPause } from "../../src/refresh/automation";
import { defaultReportSettings, type ReportSettings } from "../../src/refresh/report-settings";
import type { Reports } from "../../src/refresh/reports";
import { createReports } from "../../src/refresh/reports-service";
import { patience } from "../../src/workbook";
import { sourceOf } from "../dataset/sources";
import { at, startExcel, type TestExcel } from "../support/excel";

/* Reports that have to follow the data, whenever it changes and whether or not Excel tells of it. */

jest.setTimeout(60_000);

let excel: TestExcel;
let data: MappedData;
let reports: Reports;
const yearly: ReportSettings = {
  ...defaultReportSettings,
  ...{ grain: "year", period: "2025", sheets: ["overview"] },
};

beforeAll(async () => {
  patience.pauses = [0];
  excel = await startExcel();
  excel.fill("Rates", "A1", [[2]]);
  excel.addTable("Deals", "Deals", "A1", [
    ["Status", "Amount", "Closed", "Owner"],
    ["Won", 100, 45700, "Ana"], // 2025-02-12
    ["Won", 300, 45720, "Ion"],
  ]);
  excel.fill("Deals", "B2", [["=Rates!A1*100"]]);
  await excel.model.calculated();
  data = createMappedData();
  reports = createReports(data, "en");
  const roles = { status: "Status", amount: "Amount", closedDate: "Closed", owner: "Owner" } as const;
  await data.saveMapping({
    version: 1,
    sources: [sourceOf(excel, "deal", "Deals", roles)],
    settings: defaultSettings,
  });
  await reports.keep(yearly);
});
afterAll(() => excel.dispose());

function revenue(): unknown {
  const rows = excel.sheet("Overview").readValues(at("A1:L120"));
  return rows.find(([first]) => first === "Revenue")?.[1];
}
const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

test("a press reads results of formulas anew, of whose changes Excel does not tell", async () => {
  await reports.refresh();
  expect(revenue()).toBe(500);
  excel.fill("Rates", "A1", [[3]]);
  await excel.model.calculated();
  await wait(20);
  await reports.refresh();
  expect(revenue()).toBe(600);
});

test("an edit while the reports are being written is followed by another refresh", async () => {
  automationPause.milliseconds = 50;
  await reports.keep({ ...yearly, afterChanges: true });
  // The writing waits for a moment, so long that the edit is read before the reports are done.
  patience.pauses = [900];
  let isEdited = false;
  const stop = excel.host.injectFault(({ members }) => {
    if (isEdited || !members.includes("NumberFormat")) return false;
    isEdited = true;
    excel.fill("Deals", "B3", [[1000]]);
    return true;
  }, 5004);
  const before = data.state;
  expect(await reports.refresh()).toMatchObject({ is: "done" });
  stop();
  patience.pauses = [0];
  expect(isEdited).toBe(true);
  expect(data.state).not.toBe(before);
  expect(revenue()).toBe(600);
  for (let tries = 0; revenue() !== 1300 && tries < 40; tries++) await wait(100);
  expect(revenue()).toBe(1300);
  // That was all.
  await wait(600);
  const entries = reports.state.log.length;
  await wait(600);
  expect(reports.state.log).toHaveLength(entries);
  await reports.keep(yearly);
});

test("where it cannot be read what was asked, nothing is made that was not", async () => {
  await reports.keep({ ...yearly, filters: [{ role: "owner", value: "Ion" }] });
  await reports.refresh();
  expect(revenue()).toBe(1000);
  const next = createReports(data, "en");
  let isFirst = true;
  const stop = excel.host.injectFault(({ kind, members }) => {
    if (kind !== "batch" || !members.includes("GetByNamespace")) return false;
    const fails = isFirst;
    isFirst = false;
    return fails;
  }, 7000);
  const outcome = await next.refresh();
  stop();
  expect(isFirst).toBe(false);
  expect(outcome).toMatchObject({ is: "failed", error: { problem: "protectedSheet" } });
  expect(revenue()).toBe(1000);
  expect(await next.refresh()).toMatchObject({ is: "done" });
  expect(revenue()).toBe(1000);
});
