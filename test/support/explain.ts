import { sales } from "./custom-functions";
import { metadata } from "../../src/functions/metadata";

/** What stands behind a number, by its label; notes are numbered. */
export async function behind(
  metric: string,
  args: readonly unknown[],
): Promise<ReadonlyMap<unknown, unknown>> {
  const rows = (await sales("EXPLAIN", { metric, columns: args })) as [unknown, unknown][];
  return new Map(rows.map(([label, value], i) => [label === "Note" ? `Note ${i}` : label, value]));
}

/** The notes beside a number, for arguments by their names. */
export async function notesOf(metric: string, args: Readonly<Record<string, unknown>>): Promise<string[]> {
  const { parameters } = metadata("en").functions.find(({ name }) => name === metric) ?? { parameters: [] };
  const rows = (await sales("EXPLAIN", {
    metric,
    columns: parameters.map(({ name }) => args[name] ?? null),
  })) as [unknown, string][];
  return rows.flatMap(([label, note]) => (label === "Note" ? [note] : []));
}
