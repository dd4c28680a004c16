/** @jest-environment jsdom */
import { registerCommands } from "../../src/commands";
import { createMappedData } from "../../src/dataset/create-mapped-data";
import type { MappedData } from "../../src/dataset/mapped-data";
import { defaultSettings, noMapping } from "../../src/mapping/mapping";
import { automationPause } from "../../src/refresh/automation";
import { defaultReportSettings, type ReportSettings } from "../../src/refresh/report-settings";
import type { RefreshOutcome, Reports } from "../../src/refresh/reports";
import { createReports } from "../../src/refresh/reports-service";
import { outcomeNotice } from "../../src/taskpane/reports/report-words";
import { createLanguage } from "../../src/taskpane/texts";
import { sourceOf } from "../dataset/sources";
import { at, startExcel, type TestExcel } from "../support/excel";

/* The real Office.js client against the stand-in for Excel; what is expected was counted by hand. */

jest.setTimeout(60_000);

const panes: boolean[] = [];
const outcomes: RefreshOutcome[] = [];
let excel: TestExcel;
let data: MappedData;
let reports: Reports;

const yearly: ReportSettings = {
  ...defaultReportSettings,
  grain: "year",
  period: "2025",
  sheets: ["overview", "team"],
};

beforeAll(async () => {
  excel = await startExcel({ paneVisible: false, onPane: (visible) => panes.push(visible) });
  excel.addTable("Deals", "Deals", "B3", [
    ["Status", "Amount", "Closed", "Created", "Owner"],
    ["Won", 100, 45700, 45690, "Ana"], // 2025-02-12
    ["Lost", 50, 45710, 45690, "Ion"],
    ["Won", 300, 45720, 45700, "Ana"],
    ["Won", 60, 45300, 45290, "Ion"], // 2024-01-09
    ["Open", 70, "", 45720, "Ion"],
  ]);
  data = createMappedData();
  reports = createReports(data, "en");
  registerCommands(reports, (outcome) => outcomes.push(outcome));
});
afterAll(() => excel.dispose());

const sheetNames = (): string[] => excel.model.sheets().map(({ name }) => name);
/** The number beside a name in the first column of a sheet. */
function valueOf(sheet: string, name: string): unknown {
  const rows = excel.sheet(sheet).readValues(at("A1:L120"));
  return rows.find(([first]) => first === name)?.[1];
}
async function edit(address: string, value: string | number): Promise<void> {
  excel.fill("Deals", address, [[value]]);
  await new Promise((done) => setTimeout(done, 20)); // the event is on its way
}

test("before anything is mapped the ribbon's button shows the pane, which says what to do", async () => {
  await excel.host.invokeCommand("refreshReports");
  expect(panes.at(-1)).toBe(true);
  expect(outcomes).toEqual([{ is: "unmapped" }]);
  expect(sheetNames()).toEqual(["Sheet1", "Deals"]);
});

test("one press makes the sheets that were asked for, with the numbers of the table", async () => {
  await data.saveMapping({
    version: 1,
    sources: [
      sourceOf(excel, "deal", "Deals", {
        status: "Status",
        amount: "Amount",
        closedDate: "Closed",
        createdDate: "Created",
        owner: "Owner",
      }),
    ],
    settings: defaultSettings,
  });
  await reports.look();
  expect(reports.state).toMatchObject({ status: "ready", settings: defaultReportSettings, log: [] });
  await reports.keep(yearly);
  const steps: string[] = [];
  const stop = reports.subscribe(() => {
    const { progress } = reports.state;
    if (progress) steps.push(`${progress.step} ${progress.sheet ?? ""}`.trim());
  });
  const outcome = await reports.refresh();
  stop();
  expect(outcome).toMatchObject({ is: "done", sheets: 2, rows: { used: 5, skipped: 0 } });
  expect([...new Set(steps)]).toEqual(
    expect.arrayContaining([
      "reading",
      "planning Overview",
      "planning Team",
      "writing Overview",
      "writing Team",
    ]),
  );
  expect(sheetNames()).toEqual(["Sheet1", "Deals", "Overview", "Team"]);
  expect(valueOf("Overview", "Revenue")).toBe(400);
  expect(valueOf("Overview", "Win rate")).toBeCloseTo(2 / 3, 12);
  expect([...reports.state.sheets.keys()]).toEqual(["overview", "team"]);
  expect(reports.state.log).toMatchObject([{ outcome: "done", sheets: 2, rows: { used: 5, skipped: 0 } }]);
});

test("from the ribbon without the pane: an edit just before the press is in the numbers", async () => {
  const shown = panes.length;
  await edit("B5", "Won"); // the lost 50
  await excel.host.invokeCommand("refreshReports");
  expect(panes).toHaveLength(shown);
  expect(outcomes.at(-1)).toMatchObject({ is: "done" });
  expect(valueOf("Overview", "Revenue")).toBe(450);
  expect(valueOf("Overview", "Win rate")).toBe(1);
  expect(reports.state.log).toHaveLength(2);
});

test("two presses at once are one refresh", async () => {
  const [one, other] = await Promise.all([reports.refresh(), reports.refresh()]);
  expect(one).toBe(other);
  expect(reports.state.log).toHaveLength(3);
});

test.each(["reading", "planning", "writing"])(
  "cancelled while %s, the former report stands",
  async (step) => {
    await edit("C4", 1000);
    const before = sheetNames().map((name) => excel.sheet(name).readValues(at("A1:L120")));
    const entries = reports.state.log.length;
    const stop = reports.subscribe(() => {
      if (reports.state.progress?.step === step) reports.cancel();
    });
    expect(await reports.refresh()).toEqual({ is: "cancelled" });
    stop();
    expect(sheetNames().map((name) => excel.sheet(name).readValues(at("A1:L120")))).toEqual(before);
    expect(reports.state.progress).toBeUndefined();
    expect(reports.state.log.length).toBe(entries + 1);
    expect(reports.state.log[0]?.outcome).toBe("cancelled");
  },
);

test("a failure is told and noted, and the next press works", async () => {
  const stop = excel.host.injectFault(({ members }) => members.includes("Range.values"), "AccessDenied");
  const outcome = await reports.refresh();
  stop();
  expect(outcome).toMatchObject({ is: "failed", error: { problem: "protectedSheet" } });
  expect(reports.state.log[0]).toMatchObject({ outcome: "failed", problem: "protectedSheet" });
  expect(valueOf("Overview", "Revenue")).toBe(450);
  expect(await reports.refresh()).toMatchObject({ is: "done" });
  expect(valueOf("Overview", "Revenue")).toBe(1350); // the 1000 in place of 100
});

test("filters and another period change what is told", async () => {
  await reports.keep({ ...yearly, period: "2024", filters: [{ role: "owner", value: "Ion" }] });
  await reports.refresh();
  expect(valueOf("Overview", "Revenue")).toBe(60);
  await reports.keep({ ...yearly, filters: [{ role: "owner", value: "Ion|Ana" }] });
  await reports.refresh();
  expect(valueOf("Overview", "Revenue")).toBe(1350);
  const [heading] = excel.sheet("Overview").readValues(at("A2:A2"))[0] ?? [];
  expect(heading).toContain("Owner: Ion, Ana");
  await reports.keep(yearly);
});

test.each([
  ["a value that no record has", { role: "owner", value: "Nobody" }],
  ["a column that is not mapped", { role: "source", value: "Referral" }],
])("a filter of %s is refused, and the former report stands", async (_, filter) => {
  await reports.refresh();
  await reports.keep({ ...yearly, filters: [filter] });
  const before = excel.sheet("Overview").readValues(at("A1:L120"));
  const error = { fault: "filterEmpty", filter, kind: "deal" };
  expect(await reports.refresh()).toEqual({ is: "failed", error });
  expect(excel.sheet("Overview").readValues(at("A1:L120"))).toEqual(before);
  expect(reports.state.log[0]).toMatchObject({ outcome: "failed", problem: "filterEmpty" });
  expect(outcomeNotice({ is: "failed", error } as RefreshOutcome, createLanguage("ro")).text).toContain(
    `Nicio înregistrare nu mai are ${filter.role === "owner" ? "Responsabil" : "Sursă"}: ${filter.value}.`,
  );
  await reports.keep(yearly);
});

test("a deleted sheet stays deleted until it is asked for again", async () => {
  excel.sheet("Team").delete();
  await reports.refresh();
  expect(sheetNames()).toEqual(["Sheet1", "Deals", "Overview"]);
  expect(reports.state.sheets.get("team")).toEqual({ is: "deleted" });
  await reports.refresh({ remake: ["team"] });
  expect(sheetNames()).toEqual(["Sheet1", "Deals", "Overview", "Team"]);
  expect(reports.state.sheets.get("team")).toMatchObject({ is: "there", name: "Team" });
});

test("what was asked, and the log, are found again by the next page", async () => {
  const next = createReports(data, "en");
  await next.opened();
  expect(next.state.settings).toEqual(yearly);
  expect(next.state.log).toEqual(reports.state.log);
  expect(next.state.outcome).toBeUndefined(); // opening refreshes only where that was chosen
});

test("on opening, where that was chosen", async () => {
  await edit("C4", 500);
  await reports.keep({ ...yearly, onOpening: true });
  const next = createReports(data, "en");
  await next.opened();
  expect(next.state.outcome).toMatchObject({ is: "done" });
  expect(valueOf("Overview", "Revenue")).toBe(850);
});

test("after the mapped table has changed, where that was chosen; and once only", async () => {
  automationPause.milliseconds = 50;
  await reports.keep({ ...yearly, afterChanges: true });
  const entries = reports.state.log.length;
  const refreshed = new Promise<void>((done) => {
    const stop = reports.subscribe(() => {
      if (reports.state.outcome === undefined || reports.state.progress !== undefined) return;
      stop();
      done();
    });
  });
  await reports.refresh();
  await edit("C4", 700);
  await refreshed;
  await new Promise((done) => setTimeout(done, 1500));
  expect(valueOf("Overview", "Revenue")).toBe(1050);
  expect(reports.state.log.length).toBeLessThanOrEqual(entries + 3);
  const settled = reports.state.log.length;
  await new Promise((done) => setTimeout(done, 800));
  expect(reports.state.log).toHaveLength(settled); // its own writing is no change of the data
  await reports.keep(yearly);
});

test("a sheet that has nothing to tell is not made, and named", async () => {
  await reports.keep({ ...yearly, sheets: ["overview", "leads", "team"] });
  const outcome = await reports.refresh();
  expect(outcome).toMatchObject({ is: "done", sheets: 2, leftOut: ["leads"] });
  expect(outcomeNotice(outcome, createLanguage("en")).text).toMatch(
    /^2 sheets are up to date: .* s\. Nothing to tell yet: Leads\. Map more under Data\.$/,
  );
  expect(sheetNames()).toEqual(["Sheet1", "Deals", "Overview", "Team"]);
  await reports.keep(yearly);
});

test("sheets are renamed and the mapped one deleted while reports are made: nothing is lost, and it is said", async () => {
  const during = (step: string, act: () => void) => {
    const stop = reports.subscribe(() => {
      if (reports.state.progress?.step !== step) return;
      stop();
      act();
    });
  };
  during("writing", () => {
    excel.sheet("Overview").rename("Monday's numbers");
    excel.sheet("Deals").rename("Deals '26");
  });
  expect(await reports.refresh()).toMatchObject({ is: "done", sheets: 2 });
  expect(await reports.refresh()).toMatchObject({ is: "done", sheets: 2 });
  expect(sheetNames()).toEqual(["Sheet1", "Deals '26", "Monday's numbers", "Team"]);

  // What was read before is told to its end; the next refresh says what is gone.
  during("planning", () => excel.sheet("Deals '26").delete());
  expect(await reports.refresh()).toMatchObject({ is: "done", sheets: 2 });
  const before = excel.sheet("Monday's numbers").readValues(at("A1:L120"));
  const failed = await reports.refresh();
  expect(failed).toMatchObject({ is: "failed", error: { fault: "sourceGone", details: { name: "Deals" } } });
  expect(outcomeNotice(failed, createLanguage("en")).text).toBe(
    "The reports are as they were before. The table or sheet “Deals” (Deals) is no longer there. Choose another one under Data, or bring it back.",
  );
  expect(excel.sheet("Monday's numbers").readValues(at("A1:L120"))).toEqual(before);
  expect(reports.state.log[0]).toMatchObject({ outcome: "failed", problem: "sourceGone" });

  await data.saveMapping(noMapping); // as undoing the first saving does
  expect(await reports.refresh()).toEqual({ is: "unmapped" });
  expect(sheetNames()).toEqual(["Sheet1", "Monday's numbers", "Team"]);
});
