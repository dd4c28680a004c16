import { lookAreas } from "../../src/reports/areas";
import {
  chooseRegistry,
  emptyRegistry,
  registryFromXml,
  registryToXml,
  withEntry,
  type LogEntry,
  type ReportRegistry,
} from "../../src/reports/registry";
import { smallPlan } from "../support/report-plans";

const plan = smallPlan("team", ["=Ana & <b>", "Ștefan \u0001"], [1, 2]);
const entry: LogEntry = {
  ...{ at: 46_000.5, milliseconds: 12, sheets: 8, outcome: "done" },
  rows: { used: 10, skipped: 1 },
};
const registry: ReportRegistry = {
  ...emptyRegistry,
  sheets: {
    team: {
      ...{ rows: 9, columns: 6, marks: plan.cells.map(() => "1x"), areas: lookAreas(plan) },
      links: [{ row: 3, column: 1, leadsTo: "'Report ''team'''!A9" }],
      ...{ formats: plan.formats, charts: plan.charts },
    },
  },
  log: [entry, { ...entry, outcome: "failed", problem: "busy" }],
};

test("what is kept is read back, whatever the names in it", () => {
  expect(registryFromXml(registryToXml(registry))).toEqual({ is: "registry", registry });
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- to be spoilt in any way
type Json = any;

/** The registry with one thing changed, as JSON. */
const changed = (change: (json: Json) => void) => {
  const json = JSON.parse(JSON.stringify(registry));
  change(json);
  return `<reports xmlns="urn:sales-metrics:reports">${JSON.stringify(json).replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</reports>`;
};

test.each<[string, (json: Json) => void]>([
  ["no list of sheets", (json) => delete json.sheets],
  ["a sheet of another name", (json) => (json.sheets.other = json.sheets.team)],
  ["a negative row", (json) => (json.sheets.team.areas[0].row = -1)],
  ["half a row", (json) => (json.sheets.team.rows = 1.5)],
  ["a look of another version", (json) => (json.sheets.team.areas[0].look = "shiny")],
  ["a chart without its cells", (json) => delete json.sheets.team.charts[0].series[0].values],
  ["a kind of chart", (json) => (json.sheets.team.charts[0].type = "pie")],
  ["a link to nowhere", (json) => (json.sheets.team.links[0].leadsTo = 5)],
  ["an outcome", (json) => (json.log[0].outcome = "maybe")],
  ["a log that is none", (json) => (json.log = {})],
])("is not taken: %s", (_, change) => {
  expect(registryFromXml(changed(change))).toEqual({ is: "damaged" });
});

test("nothing is said of what is unchanged", () => {
  expect(registryFromXml(changed(() => undefined))).toEqual({ is: "registry", registry });
});

test("the later of two that can be read counts; a newer version stops everything", () => {
  const other = registryToXml(emptyRegistry);
  expect(chooseRegistry([])).toEqual({ is: "registry", registry: emptyRegistry });
  expect(chooseRegistry(["<reports/>", "nonsense"])).toEqual({ is: "registry", registry: emptyRegistry });
  expect(chooseRegistry([other, registryToXml(registry), "nonsense"])).toEqual({ is: "registry", registry });
  const newer = changed((json) => Object.assign(json, { version: 2 }));
  expect(chooseRegistry([registryToXml(registry), newer])).toEqual({ is: "newerVersion", version: 2 });
});

test("the log holds the last fifty, newest first", () => {
  let kept = emptyRegistry;
  for (let at = 1; at <= 60; at++) kept = withEntry(kept, { ...entry, at });
  expect(kept.log).toHaveLength(50);
  expect([kept.log[0]?.at, kept.log[49]?.at]).toEqual([60, 11]);
});
