import { sales } from "./custom-functions";

/** What stands behind a number, by its label; notes are numbered. */
export async function behind(
  metric: string,
  args: readonly unknown[],
): Promise<ReadonlyMap<unknown, unknown>> {
  const rows = (await sales("EXPLAIN", { metric, columns: args })) as [unknown, unknown][];
  return new Map(rows.map(([label, value], i) => [label === "Note" ? `Note ${i}` : label, value]));
}
