import type { Cells } from "../../src/core/records/cells";
import { readRecords } from "../../src/core/records/read-records";
import type { Records } from "../../src/core/records/records";
import { cellsOf, makeDeals } from "./deals";
import { digits, printTimes, type Target } from "./report";
import { race } from "./timing";

/** Eight columns, three of them words. */
const ROLES = [
  ...(["owner", "customer", "status"] as const),
  ...(["amount", "refund", "createdDate", "closedDate", "expectedCloseDate"] as const),
];

/** Cells → columns beside a bare pass that touches every cell, and what the columns take. */
export async function measureReading(rows: number): Promise<Target[]> {
  const cells = cellsOf(makeDeals(rows), ROLES);
  const columns = Object.values(cells);
  const cold = checkReading(cells, rows);
  const times = await race(
    [
      { name: "bare pass", run: () => touchEveryCell(columns) },
      { name: "readRecords", run: () => readRecords("deal", cells) },
    ],
    rows > 500_000 ? { rounds: 9, warmUp: 2, cleared: true } : { rounds: 20, warmUp: 5, cleared: true },
  );
  const title = `Reading ${rows.toLocaleString("en-US")} rows × ${ROLES.length} columns`;
  printTimes(title, times, "bare pass");
  console.log(`  first reading, texts not seen before: ${digits(cold)} ms`);
  const ratio = (times.get("readRecords")?.min ?? NaN) / (times.get("bare pass")?.min ?? NaN);

  const before = memoryInUse();
  const records = readRecords("deal", cells);
  const grown = memoryInUse() - before;
  const buffers = bufferBytes(records) / rows;
  console.log(
    `  typed columns: ${digits(buffers)} bytes a row; with dictionaries and all, memory grew by ${digits(grown / rows)}`,
  );
  return [
    { what: "reading: time of the bare pass", reached: ratio, limit: 8, bound: "most", unit: "×" },
    {
      what: "columns: bytes a row",
      reached: Math.max(buffers, grown / rows),
      limit: 100,
      bound: "most",
      unit: "",
    },
  ];
}

/** The least anyone can do with the cells: look at each, tell its type, add up. */
function touchEveryCell(columns: readonly Cells[]): number {
  let sum = 0;
  for (const rows of columns) {
    for (let i = 0; i < rows.length; i++) {
      const cell = rows[i]![0];
      if (typeof cell === "number") sum += cell;
      else if (typeof cell === "string") sum += cell.length;
    }
  }
  return sum;
}

/** Milliseconds of the first reading, whose texts have not been looked at before; throws when anything differs. */
function checkReading(cells: Partial<Record<string, Cells>>, rows: number): number {
  const start = performance.now();
  const records = readRecords("deal", cells);
  const time = performance.now() - start;
  if (records.rows !== rows || records.problems.length > 0)
    throw new Error("the cells were not read as made");
  for (const role of ["amount", "closedDate"] as const) {
    const values = records.numbers(role);
    for (let i = 0; i < rows; i++) {
      const cell = cells[role]?.[i]?.[0];
      if (!(cell === "" ? Number.isNaN(values[i]) : values[i] === cell))
        throw new Error(`${role} differs in row ${i}`);
    }
  }
  for (const role of ["owner", "customer", "status"] as const) {
    const { codes, words } = records.words(role);
    for (let i = 0; i < rows; i++) {
      if (words[codes[i]!] !== cells[role]?.[i]?.[0]) throw new Error(`${role} differs in row ${i}`);
    }
  }
  return time;
}

function bufferBytes(records: Records): number {
  let bytes = records.outcome.byteLength;
  for (const column of records.columns.values()) {
    bytes += column.type === "word" ? column.codes.byteLength : column.values.byteLength;
  }
  return bytes;
}

function memoryInUse(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
