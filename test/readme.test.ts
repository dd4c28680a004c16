import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../src/core/metrics/catalogue";
import { metadata } from "../src/functions/metadata";

const path = join(__dirname, "../README.md");
const block = /(<!-- functions -->\n)[\s\S]*?(\n?<!-- \/functions -->)/;

/** The function table as the catalogue has it today. `UPDATE=1 npm test -- test/readme.test.ts` writes it. */
function table(): string {
  const rows = metadata("en").functions.map(({ id, name, parameters, description }) => {
    const list = parameters
      .map((parameter) =>
        parameter.repeating
          ? `${parameter.name}…`
          : parameter.optional
            ? `[${parameter.name}]`
            : parameter.name,
      )
      .join(", ");
    const metric = catalogue.find((candidate) => candidate.id === id);
    const title = metric === undefined ? "" : `**${metric.text.en.name}.** `;
    return `| \`SALES.${name}\` | ${title}${description} | \`${list || "—"}\` |`;
  });
  return ["| function | gives | arguments |", "| --- | --- | --- |", ...rows].join("\n");
}

test("the README's function table is the catalogue's", () => {
  const text = readFileSync(path, "utf8");
  const updated = text.replace(block, (_, open: string) => `${open}\n${table()}\n\n<!-- /functions -->`);
  if (process.env.UPDATE === "1") writeFileSync(path, updated);
  else expect(text).toBe(updated);
});
