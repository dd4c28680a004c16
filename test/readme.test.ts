import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../src/core/metrics/catalogue";
import { metadata } from "../src/functions/metadata";

const path = join(__dirname, "../README.md");
const block = /(<!-- functions -->\n)[\s\S]*?(\n?<!-- \/functions -->)/;

/** The function table as the catalogue has it today. `UPDATE=1 npm test -- test/readme.test.ts` writes it. */
function table(): string {
  const rows = metadata("en").functions.map(({ id, name, description }) => {
    const metric = catalogue.find((candidate) => candidate.id === id);
    const title = metric === undefined ? "" : `**${metric.text.en.name}.** `;
    const anchor = (metric?.id ?? name).toLowerCase();
    return `| [\`SALES.${name}\`](FUNCTIONS.md#${anchor}) | ${title}${description} |`;
  });
  return ["| function | gives |", "| --- | --- |", ...rows].join("\n");
}

test("the README's function table is the catalogue's", () => {
  const text = readFileSync(path, "utf8");
  const updated = text.replace(block, (_, open: string) => `${open}\n${table()}\n\n<!-- /functions -->`);
  if (process.env.UPDATE === "1") writeFileSync(path, updated);
  else expect(text).toBe(updated);
});
