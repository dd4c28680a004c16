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

/** The same for arguments by their names. */
export async function behindOf(
  metric: string,
  args: Readonly<Record<string, unknown>>,
): Promise<ReadonlyMap<unknown, unknown>> {
  const { parameters } = metadata("en").functions.find(({ name }) => name === metric) ?? { parameters: [] };
  return behind(
    metric,
    parameters.map(({ name }) => args[name] ?? null),
  );
}

/** The notes beside a number. */
export async function notesOf(metric: string, args: Readonly<Record<string, unknown>>): Promise<string[]> {
  const rows = await behindOf(metric, args);
  return [...rows].flatMap(([label, note]) => (String(label).startsWith("Note ") ? [String(note)] : []));
}
