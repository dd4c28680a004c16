import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv } from "../../src/workbench/files/csv-read";

const folder = join(__dirname, "../../../shared/data");

/** `describe` where the local data folder is there, else a visible skip. */
export const describeWithData = existsSync(folder) ? describe : describe.skip;

/** Columns of a CSV file as they stand in the cells after it was opened in the workbench. */
export function csvColumns(file: string): Record<string, unknown[][]> {
  if (!existsSync(folder)) return {}; // a skipped describe still runs its callback
  const { sheets } = readCsv(readFileSync(join(folder, file)), file);
  const [header = [], ...rows] = sheets[0]?.values ?? [];
  return Object.fromEntries(header.map((name, at) => [String(name), rows.map((row) => [row[at] ?? ""])]));
}

type Expected = Readonly<Record<string, { readonly definition: string; readonly value: unknown }>>;

export function expectedValues(name: string): Expected {
  if (!existsSync(folder)) return {};
  const file = JSON.parse(readFileSync(join(folder, "expected", `${name}.json`), "utf8")) as {
    values: Expected;
  };
  return file.values;
}
