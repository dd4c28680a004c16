/** @jest-environment jsdom */
import { createHost } from "../../../src/workbench/host";
import type { HostClass } from "../../../src/workbench/host/declare";
import * as charts from "../../../src/workbench/host/objects/chart";
import * as chartParts from "../../../src/workbench/host/objects/chartParts";
import * as chartSeries from "../../../src/workbench/host/objects/chartSeries";
import * as conditional from "../../../src/workbench/host/objects/conditionalFormats";
import * as rules from "../../../src/workbench/host/objects/conditionalRules";
import * as breaks from "../../../src/workbench/host/objects/pageBreaks";
import * as page from "../../../src/workbench/host/objects/pageLayout";
import * as customXml from "../../../src/workbench/host/objects/customXml";
import * as areas from "../../../src/workbench/host/objects/rangeAreas";
import * as format from "../../../src/workbench/host/objects/rangeFormat";
import * as names from "../../../src/workbench/host/objects/names";
import * as panes from "../../../src/workbench/host/objects/freezePanes";
import * as range from "../../../src/workbench/host/objects/range";
import * as settings from "../../../src/workbench/host/objects/settings";
import * as styles from "../../../src/workbench/host/objects/styles";
import * as tables from "../../../src/workbench/host/objects/tableCollections";
import * as table from "../../../src/workbench/host/objects/table";
import * as parts from "../../../src/workbench/host/objects/tableParts";
import * as workbook from "../../../src/workbench/host/objects/workbook";
import * as sheets from "../../../src/workbench/host/objects/worksheet";
import { createHeadlessModel } from "../../../src/workbench/model/headless";
import { startClient } from "./client";

/* Every member the host declares is one the client has: a misspelt one would never be asked for. */

const model = createHeadlessModel();
const host = createHost(model);
beforeAll(() => startClient(host));
afterAll(() => {
  host.dispose();
  model.dispose();
});

const classes = [
  charts,
  chartParts,
  chartSeries,
  conditional,
  rules,
  page,
  breaks,
  customXml,
  areas,
  format,
  names,
  panes,
  range,
  settings,
  styles,
  tables,
  table,
  parts,
  workbook,
  sheets,
]
  .flatMap((module) => Object.values(module) as unknown[])
  .filter((value): value is HostClass => typeof value === "object" && value !== null && "of" in value);

/** What the client writes under another name than it reads, and what every collection answers though not all ask it. */
const MORE = new Set(["Worksheet.gridlines", "Workbook.createAndOpenWorkbook"]);
const OF_COLLECTIONS = new Set(["getItem", "getItemAt", "getCount"]);

test.each(classes.map((declared) => [declared.name, declared] as const))("%s", (name, declared) => {
  const known = (Excel as unknown as Record<string, { prototype: object } | undefined>)[name]?.prototype;
  expect(known).toBeDefined();
  const members = [declared.scalars, declared.navigations, declared.methods].flatMap((part) =>
    Object.keys(part ?? {}),
  );
  const unknown = members
    .map((member) => (member.startsWith("_") ? member : member.charAt(0).toLowerCase() + member.slice(1)))
    .filter((member) => !(member in (known ?? {})) && !MORE.has(`${name}.${member}`))
    .filter((member) => !declared.items || !OF_COLLECTIONS.has(member));
  expect(unknown).toEqual([]);
});
