import { benchmarkRows, type BenchmarkFault, type BenchmarkRow } from "../analyses/benchmark-rows";
import type { Records } from "../records/records";
import { normaliseWord } from "../text";
import type { Check, Found, Severity } from "./check";

const faulty = <Id extends string>(id: Id, severity: Severity, fault: BenchmarkFault): Check<Id> => ({
  id,
  severity,
  kinds: ["benchmark"],
  // a blank metric is told among what is missing
  find: (records) => named(records, (row) => row.fault === fault && row.name !== ""),
});

const misspelt: Check<"benchmarkMisspelt"> = {
  id: "benchmarkMisspelt",
  severity: "info",
  kinds: ["benchmark"],
  find: (records) =>
    named(
      records,
      ({ isNear }) => isNear,
      ({ name, metric }) => `${name} → ${metric?.id ?? ""}`,
    ),
};

/** Rows that nothing tells apart: which of them counts is chance to whoever reads the table. */
const repeated: Check<"benchmarkRepeated"> = {
  id: "benchmarkRepeated",
  severity: "warning",
  kinds: ["benchmark"],
  find(records) {
    const keyOf = ({ metric, year, segment }: BenchmarkRow): string =>
      [metric?.aliasOf ?? metric?.id, year, normaliseWord(segment)].join("/");
    const counts = new Map<string, number>();
    for (const row of benchmarkRows(records)) {
      if (row.metric === undefined || row.fault !== undefined) continue;
      counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
    }
    return named(records, (row) => row.fault === undefined && (counts.get(keyOf(row)) ?? 0) > 1);
  },
};

export const benchmarkChecks = [
  faulty("benchmarkUnknown", "warning", "unknown"),
  faulty("benchmarkOfTotal", "warning", "noLevel"),
  faulty("benchmarkEmpty", "warning", "empty"),
  faulty("benchmarkUnit", "error", "unit"),
  faulty("benchmarkOutOfScale", "error", "outOfScale"),
  faulty("benchmarkDoubtful", "error", "doubtful"),
  faulty("benchmarkDisorder", "error", "disorder"),
  ...[misspelt, repeated],
] as const;

const MOST_NAMES = 5;

/** Rows of the table that pass, with the names of their metrics as they are written. */
function named(
  records: Records,
  test: (row: BenchmarkRow) => boolean,
  nameOf: (row: BenchmarkRow) => string = ({ name }) => name,
): readonly Found[] {
  const found = benchmarkRows(records).filter(test);
  const names = [...new Set(found.map(nameOf))].slice(0, MOST_NAMES).join(" · ");
  return found.length === 0 ? [] : [{ role: "metric", rows: found.map(({ row }) => row), values: { names } }];
}
