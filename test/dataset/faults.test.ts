/** @jest-environment jsdom */
import { createMappedData } from "../../src/dataset/create-mapped-data";
import type { MappedData } from "../../src/dataset/mapped-data";
import { chooseKept, MAPPING_NAMESPACE } from "../../src/mapping/keep/kept-text";
import { defaultSettings, type MappedSource, type Mapping } from "../../src/mapping/mapping";
import { patience, readParts, WorkbookError, type WorkbookProblem } from "../../src/workbook";
import type { Fault, HostCall } from "../../src/workbench/host";
import { startExcel, type TestExcel } from "../support/excel";
import { sourceOf } from "./sources";

/*
 * Every call of the client while the data is read or the mapping is saved is made to fail in every way Excel can. The calls
 * are those of a reading and a saving that went well, so that none is forgotten.
 */

let excel: TestExcel;
let data: MappedData;
let stop: () => void = () => undefined;

beforeAll(async () => {
  patience.pauses = [1, 1, 1];
  excel = await startExcel();
  excel.addTable("Deals", "Deals", "A1", [
    ["Status", "Amount"],
    ["Won", 100],
    ["Lost", 50],
  ]);
  excel.sheet("Costs").write({ row: 0, column: 0, rows: 3, columns: 2 }, [
    ["Month", "Cost"],
    [45000, 10],
    [45031, 20],
  ]);
  data = createMappedData();
  await data.saveMapping(mappingOf("EUR"));
});
afterEach(() => stop());
afterAll(() => excel.dispose());

function mappingOf(currency: string): Mapping {
  const costs: MappedSource = {
    kind: "cost",
    place: { sheet: "Costs", sheetId: excel.sheet("Costs").id, headerRow: 0, column: 0, columns: 2 },
    roles: { date: { header: "Month", at: 0 }, amount: { header: "Cost", at: 1 } },
  };
  // With a word of its own, as settings alone are taken over without reading.
  const deals: MappedSource = {
    ...sourceOf(excel, "deal", "Deals", { status: "Status", amount: "Amount" }),
    words: { status: { [currency]: "won" } },
  };
  return { version: 1, sources: [deals, costs], settings: { ...defaultSettings, currency } };
}
async function keptCurrency(): Promise<string | undefined> {
  const kept = chooseKept(await readParts(MAPPING_NAMESPACE));
  if (kept?.is !== "mapping") throw new Error(`The mapping is lost: ${JSON.stringify(kept)}`);
  return kept.mapping.settings.currency;
}
function readsWell(): void {
  const { state } = data;
  if (state.status !== "ready") throw new Error(JSON.stringify(state));
  expect([...state.data.dataset.deal!.numbers("amount")]).toEqual([100, 50]);
  expect([...state.data.dataset.cost!.numbers("amount")]).toEqual([10, 20]);
}

/** The calls that an act makes: batches by number, actions by member and number of the batch. */
async function callsOf(act: () => Promise<void>): Promise<{ batches: number; actions: string[] }> {
  let batches = 0;
  const actions = new Set<string>();
  // Two kinds of faults are asked about every call; neither is ever thrown.
  const stopBatches = excel.host.injectFault(({ kind }) => {
    if (kind === "batch") batches++;
    return false;
  }, 5102);
  const stopActions = excel.host.injectFault(({ kind, members }) => {
    if (kind === "action") actions.add(`${batches} ${members[0]}`);
    return false;
  }, "Never");
  await act();
  stopBatches();
  stopActions();
  return { batches, actions: [...actions] };
}

/** Fails the n-th batch from now and, unless `once`, all later ones; or one member within the n-th batch. */
function failAt(
  n: number,
  fault: Fault,
  { member, once = false }: { member?: string; once?: boolean } = {},
): () => void {
  let batch = 0;
  const counting = excel.host.injectFault(({ kind }) => {
    if (kind === "batch") batch++;
    return false;
  }, 5102);
  let failed = false;
  const when = (call: HostCall): boolean => {
    if (member === undefined ? call.kind !== "batch" : call.kind !== "action" || call.members[0] !== member)
      return false;
    if (once ? failed || batch !== n : batch < n) return false;
    failed = true;
    return true;
  };
  const failing = excel.host.injectFault(when, fault);
  return () => {
    counting();
    failing();
  };
}

const CONNECTION: [number, WorkbookProblem][] = [
  [5004, "cellEditing"],
  [5012, "connectionLost"],
  [5102, "busy"],
  [5103, "tooLarge"],
  [5104, "tooLarge"],
  [7000, "protectedSheet"],
];
const ACTION: [string, WorkbookProblem][] = [
  ["GeneralException", "unknown"],
  ["ItemNotFound", "itemGone"],
  ["AccessDenied", "protectedSheet"],
];

const acts: [string, () => Promise<void>][] = [
  ["reading", () => data.refresh()],
  ["saving", () => data.saveMapping(mappingOf("RON"))],
];

describe.each(acts)("%s", (name, act) => {
  beforeEach(async () => {
    if (name === "saving") await data.saveMapping(mappingOf("EUR"));
    else await data.refresh();
    readsWell();
  });

  /** What came of it: the problem told, with everything as it was before. */
  async function outcome(): Promise<WorkbookProblem | "fine"> {
    try {
      await act();
    } catch (error) {
      if (error instanceof WorkbookError) return error.problem;
      throw error;
    }
    const { state } = data;
    if (state.status === "ready") return "fine";
    if (state.status !== "failed" || !(state.error instanceof WorkbookError))
      throw new Error(JSON.stringify(state));
    return state.error.problem;
  }

  async function isWellAfterwards(): Promise<void> {
    // The numbers stay in the cells until they can be read anew …
    const { state } = data;
    const held = state.status === "ready" ? state.data : state.status === "failed" ? state.former : undefined;
    expect([...held!.dataset.deal!.numbers("amount")]).toEqual([100, 50]);
    stop();
    // … the mapping in the workbook is the old or the new one, whole …
    expect(["EUR", "RON"]).toContain(await keptCurrency());
    // … and trying again works.
    expect(await outcome()).toBe("fine");
    readsWell();
    if (name !== "saving") return;
    expect(await keptCurrency()).toBe("RON");
    await data.saveMapping(mappingOf("EUR")); // so that the next saving has something to change
  }

  test("every batch, for good", async () => {
    const { batches } = await callsOf(act);
    expect(batches).toBeGreaterThanOrEqual(name === "saving" ? 8 : 5);
    for (let n = 1; n <= batches; n++) {
      for (const [fault, problem] of CONNECTION) {
        stop = failAt(n, fault);
        const told = await outcome();
        // The last batch of a run only lets go of ranges: nobody needs to hear of it.
        if (told !== "fine") expect([n, fault, told]).toEqual([n, fault, problem]);
        else expect(n).toBeGreaterThan(1);
        await isWellAfterwards();
      }
    }
  });

  test("every batch, once: what passes by itself is never told", async () => {
    const { batches } = await callsOf(act);
    for (let n = 1; n <= batches; n++) {
      for (const [fault, problem] of CONNECTION) {
        stop = failAt(n, fault, { once: true });
        const told = await outcome();
        if (problem === "cellEditing" || problem === "busy") expect([n, told]).toEqual([n, "fine"]);
        else expect([problem, "fine"]).toContain(told);
        await isWellAfterwards();
      }
    }
  });

  test("every single call", async () => {
    const { actions } = await callsOf(act);
    expect(actions.length).toBeGreaterThan(10);
    const untold: string[] = [];
    for (const call of actions) {
      const [n = "", member = ""] = call.split(" ");
      for (const [fault, problem] of ACTION) {
        stop = failAt(Number(n), fault, { member });
        const told = await outcome();
        if (told === "fine") untold.push(call);
        else expect([call, told]).toEqual([call, problem]);
        await isWellAfterwards();
      }
    }
    // Calls that only let go of ranges: nobody needs to hear that it failed.
    expect(untold.filter((call) => !/^\d+ (?:Workbook\._RemoveReference)?$/.test(call))).toEqual([]);
  });
});
