import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../../src/core/metrics/catalogue";
import { evaluateExample, type ExampleResult } from "../support/examples";

const file = join(__dirname, "../../src/reference/examples.json");
const recorded = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
const results: Record<string, { en: ExampleResult; ro: ExampleResult }> = {};

/* Results that the reference prints. `UPDATE=1 npm test -- test/reference` writes them anew. */

test.each(catalogue.map(({ id, example }) => [id, example] as const))("%s: %s", async (id, example) => {
  expect(example).toMatch(new RegExp(`^=SALES\\.${id}\\(`));
  const result = { en: await evaluateExample(example, "en"), ro: await evaluateExample(example, "ro") };
  results[id] = result;
  if (process.env.UPDATE !== "1") expect(recorded[id]).toEqual(result);
});

test("results are recorded for the metrics there are, and no others", () => {
  if (process.env.UPDATE === "1") writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  else expect(Object.keys(recorded).sort()).toEqual(catalogue.map(({ id }) => id).sort());
});

test.each([
  ["=SALES.WINRATE(Deals[Stadium])", /no column of the reference's tables/],
  ["=SALES.WINRATE()", /#VALUE!.*status/],
  ['=SALES.WINRATE(Deals[Status], "basis=nonsense")', /#VALUE!.*basis/],
  ["=SALES.NOSUCH(Deals[Status])", /is no function/],
  ["SALES.WINRATE(Deals[Status])", /Not a formula/],
])("%s cannot stand as an example", (formula, reason) =>
  expect(evaluateExample(formula)).rejects.toThrow(reason),
);
