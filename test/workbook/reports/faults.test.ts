/** @jest-environment jsdom */
import { patience, readRegistry, writeReport, WorkbookError } from "../../../src/workbook";
import type { HostCall } from "../../../src/workbench/host/faults";
import { startExcel, type TestExcel } from "../../support/excel";
import { smallPlan, wholeWorkbook } from "../../support/report-plans";

/* Whatever fails, and wherever a person cancels: the former report is whole. */

const before = [
  smallPlan("overview", ["Ana", "Dan", "Ioana"], [5, 7, 9]),
  smallPlan("team", ["Ana", "Dan", "Ioana", "Radu"], [5, 7, 9, 2]),
];
/** One grows, one shrinks and loses its chart, one is new. */
const after = [
  smallPlan("overview", ["Dan", "Ana", "Ioana", "Radu", "Mihai"], [70, 50, 90, 20, 10]),
  smallPlan("team", ["Dan", "Ana"], [70, 50], { chart: false }),
  smallPlan("leads", ["Web", "Fair"], [1, 2]),
];
const options = {
  ...{ at: 46_000.4, rows: { used: 3, skipped: 0 } },
  record: (_: string, row: number) => ({ sheet: "Notes", row, column: 0 }),
};

let excel: TestExcel;
let whole: unknown;

beforeAll(async () => {
  patience.pauses = [0];
  excel = await startExcel();
  excel.fill("Notes", "A1:B2", [
    ["my own", 1],
    ["='Report overview'!B6", 2],
  ]);
  await writeReport(before, options);
  // What a person did to the reports since.
  excel.fill("Report overview", "D5", [["a remark"]]);
  excel.fill("Report overview", "A13:A14", [["below"], ["=B6*2"]]);
  excel.fill("Report team", "H3", [["beside"]]);
  const marked = { row: 5, column: 1, rows: 1, columns: 1 };
  excel.sheet("Report overview").setFormat(marked, { fillColor: "#FFFF00", bold: true });
  await excel.model.idle();
  whole = wholeWorkbook(excel.model);
});
afterAll(() => excel.dispose());

const refresh = (signal?: AbortSignal, onProgress?: () => void) =>
  problemOf(writeReport(after, { ...options, ...(signal && { signal }), ...(onProgress && { onProgress }) }));

async function problemOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return error instanceof WorkbookError ? error.problem : String(error);
  }
}

async function expectWhole(): Promise<void> {
  await excel.model.idle();
  expect(wholeWorkbook(excel.model)).toEqual(whole);
}

/** Counts the calls that matter; those by which the client lets go of cells may fail unseen. */
function countCalls(kind: HostCall["kind"], each: (call: HostCall, count: number) => boolean) {
  let isRelease = false;
  let count = 0;
  const stopWatching = excel.host.injectFault((call) => {
    if (call.kind === "batch") isRelease = call.members.includes("_RemoveReference");
    return false;
  }, 7000);
  const when = (call: HostCall): boolean => call.kind === kind && !isRelease && each(call, ++count);
  return { when, stopWatching };
}

/** Refreshes with a fault at one call; answers what became of it, and whether the call came at all. */
async function refreshWithFault(kind: "batch" | "action", at: number, fault: number | string) {
  let came = false;
  const { when, stopWatching } = countCalls(kind, (_, count) => {
    const isIt = count === at;
    came ||= isIt;
    return isIt;
  });
  const stop = excel.host.injectFault(when, fault);
  const problem = await refresh();
  stop();
  stopWatching();
  return { problem, came };
}

/** The members used by a refresh, in order, up to where its last step fails: what it wrote is put back. */
async function membersOfRefresh(): Promise<readonly string[]> {
  const members: string[] = [];
  let isOver = false;
  const { when, stopWatching } = countCalls("action", ({ members: [member = ""] }) => {
    if (isOver) return false;
    members.push(member);
    isOver = member === "CustomXmlPartCollection.add";
    return isOver;
  });
  const stop = excel.host.injectFault(when, "GeneralException");
  expect(await refresh()).toBe("unknown");
  stop();
  stopWatching();
  return members;
}

test("a fault at a call of every kind, or at each one with ALL_FAULTS=1", async () => {
  const members = await membersOfRefresh();
  await expectWhole();
  expect(members.length).toBeGreaterThan(500);
  const lastOfItsKind = (member: string, at: number): boolean => members.lastIndexOf(member) === at;
  for (const [at, member] of members.entries()) {
    if (process.env.ALL_FAULTS === undefined && !lastOfItsKind(member, at)) continue;
    expect({ member, ...(await refreshWithFault("action", at + 1, "GeneralException")) }).toEqual({
      ...{ member, problem: "unknown", came: true },
    });
    await expectWhole();
  }
}, 600_000);

test("the connection fails at each request before the last", async () => {
  const requests = 8; // 2 for the registry, 1 for the places, 2 for what is there, 3 for the sheets
  for (let at = 1; at <= requests; at++) {
    expect({ at, ...(await refreshWithFault("batch", at, 7000)) }).toEqual({
      ...{ at, problem: "protectedSheet", came: true },
    });
    await expectWhole();
  }
}, 120_000);

test("a person cancels at each step", async () => {
  let steps = 0;
  for (let at = 1; ; at++) {
    const stop = new AbortController();
    let step = 0;
    const problem = await refresh(stop.signal, () => {
      if (++step === at) stop.abort();
    });
    if (step < at || problem === undefined) break;
    steps++;
    expect(problem).toBe("cancelled");
    await expectWhole();
    if (steps > 30) break;
  }
  // The places, what is on two sheets, three sheets written, the registry; then the refresh went through.
  expect(steps).toBe(7);
  const { log } = await readRegistry();
  expect(log[0]).toMatchObject({ outcome: "done", sheets: 3, rows: { used: 3, skipped: 0 } });
  expect(log[1]).toMatchObject({ outcome: "cancelled", problem: "cancelled" });
}, 120_000);

test("where nothing can be put back either, the sheets are named", async () => {
  const again = [smallPlan("overview", ["Ana"], [1]), smallPlan("team", ["Ana"], [1])];
  let isLost = false;
  const stop = excel.host.injectFault(({ members }) => {
    isLost ||= members.includes("Delete") && members.includes("NumberFormat");
    return isLost;
  }, 7000);
  const failure: unknown = await writeReport(again, options).catch((error: unknown) => error);
  stop();
  expect(failure).toMatchObject({ problem: "reportUnfinished", details: { sheets: "Report overview" } });
  // The next refresh writes all of it.
  expect((await writeReport(again, options)).sheets.map(({ state }) => state)).toEqual([
    "refreshed",
    "refreshed",
  ]);
});
