import { noMapping, type Mapping } from "../../src/mapping/mapping";
import type { DataState } from "../../src/dataset/mapped-data";
import { isKeptKnown } from "../../src/taskpane/mapped";
import { WorkbookError } from "../../src/workbook";

test.each<[string, DataState, Mapping | undefined, boolean]>([
  ["not looked yet", { status: "loading" }, undefined, false],
  ["being looked at", { status: "reading", share: 0 }, undefined, false],
  ["Excel was busy", { status: "failed", error: new WorkbookError("cellEditing") }, undefined, false],
  ["the tables are being read", { status: "reading", share: 0.5 }, noMapping, true],
  ["the reading was stopped", { status: "failed", error: new WorkbookError("cancelled") }, noMapping, true],
  ["nothing is mapped", { status: "unmapped" }, noMapping, true],
  ["it is damaged", { status: "failed", error: { fault: "damaged", details: {} } }, undefined, true],
])("whether it is known what the workbook keeps: %s", (_, state, mapping, known) => {
  expect(isKeptKnown({ state, mapping })).toBe(known);
});
