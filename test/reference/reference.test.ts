import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../../src/core/metrics/catalogue";
import type { ExampleResult } from "../../src/reference";
import { helperExamples } from "../../src/reference/helper-examples";
import { evaluateExample } from "../support/examples";

/*
 * Worked examples are calculated and their results recorded; the reference prints them. `UPDATE=1 npm test --
 * test/reference` writes results and documents anew. The documents read the results, so they are loaded afterwards.
 */

const root = join(__dirname, "../..");
const resultsFile = join(root, "src/reference/examples.json");
const isUpdate = process.env.UPDATE === "1";
const recorded = JSON.parse(readFileSync(resultsFile, "utf8")) as Record<string, unknown>;
const results: Record<string, { en: ExampleResult; ro: ExampleResult }> = {};

const examples = [
  ...catalogue.map(({ id, example }) => [id, example] as const),
  ...Object.entries(helperExamples),
];

test.each(examples)("%s: %s", async (id, example) => {
  expect(example).toMatch(new RegExp(`^=SALES\\.${id}\\(`));
  const result = { en: await evaluateExample(example, "en"), ro: await evaluateExample(example, "ro") };
  results[id] = result;
  if (!isUpdate) expect(recorded[id]).toEqual(result);
});

test("results are recorded for the functions there are, and no others", () => {
  if (isUpdate) writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  else expect(Object.keys(recorded).sort()).toEqual(examples.map(([id]) => id).sort());
});

test.each([
  ["=SALES.WINRATE(Deals[Stadium])", /no column of the tables/],
  ["=SALES.WINRATE()", /#VALUE!.*status/],
  ['=SALES.WINRATE(Deals[Status], "basis=nonsense")', /#VALUE!.*basis/],
  ["=SALES.NOSUCH(Deals[Status])", /is no function/],
  ["SALES.WINRATE(Deals[Status])", /Not a formula/],
])("%s cannot stand as an example", (formula, reason) =>
  expect(evaluateExample(formula)).rejects.toThrow(reason),
);

describe.each([
  ["en", "FUNCTIONS.md"],
  ["ro", "FUNCTIONS.ro.md"],
] as const)("the document in %s", (locale, file) => {
  let document = "";
  beforeAll(async () => {
    const { referenceDocument } = await import("../../src/reference/markdown");
    document = referenceDocument(catalogue, locale);
  });

  test("in the repository is today's", () => {
    if (isUpdate) return writeFileSync(join(root, file), document);
    const kept = readFileSync(join(root, file), "utf8").split("\n");
    const today = document.split("\n");
    const at = today.findIndex((line, index) => line !== kept[index]);
    expect(kept[at]).toBe(today[at]); // the first line that differs says more than thousands
    expect(kept.length).toBe(today.length);
  });

  test("has a section for every function, which the contents lead to", () => {
    const anchors = [...document.matchAll(/<a id="(\w+)">/g)].map(([, id]) => id);
    const links = [...document.matchAll(/\]\(#(\w+)\)/g)].map(([, id]) => id);
    expect([...links].sort()).toEqual([...anchors].sort());
    for (const { id } of catalogue) expect(anchors).toContain(id.toLowerCase());
  });

  test("has as many cells in every row of a table as in its head", () => {
    let cells = 0;
    for (const line of document.split("\n")) {
      const own = line.startsWith("|") ? line.replaceAll("\\|", "").split("|").length : 0;
      if (cells > 0 && own > 0) expect({ line, own }).toEqual({ line, own: cells });
      cells = own;
    }
  });

  test("leaves nothing blank", () => {
    expect(document).not.toMatch(/undefined|NaN|\[object/);
    expect(document).not.toMatch(/[şţŞŢ]/); // cedillas
  });
});
