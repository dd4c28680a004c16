import { readRecords } from "../../src/core/records/read-records";
import type { Candidate } from "./candidates";
import { measureCatalogue } from "./catalogue/measure-catalogue";
import { cellsOf, makeDeals, type Deals } from "./deals";
import { difference } from "./grid";
import { handWrittenLoop } from "./loop";
import { ours, oursFirst } from "./ours";
import { measureReading } from "./reading";
import { printTargets, printTimes, type Target } from "./report";
import { arquero } from "./rivals/arquero";
import { duckdb } from "./rivals/duckdb";
import { libreOffice } from "./rivals/libreoffice";
import { race } from "./timing";

const [cache = ".", ...options] = process.argv.slice(2);
const quick = options.includes("--quick");
const targets: Target[] = [];

console.log("Win rate and revenue by rep × month (20 × 12), reading the cells, and the whole catalogue");
for (const rows of quick ? [100_000] : [100_000, 1_000_000]) await evaluating(rows);
const readRows = quick ? 100_000 : 1_000_000;
targets.push(...(await measureReading(readRows)));
targets.push(...(await measureCatalogue(cache, quick)));
printTargets(targets);

async function evaluating(rows: number): Promise<void> {
  const deals = makeDeals(rows);
  const records = readRecords(
    "deal",
    cellsOf(deals, ["owner", "customer", "status", "amount", "createdDate", "closedDate", "source"]),
  );
  const owners = records.words("owner").words.slice(1);
  const candidates: Candidate[] = [handWrittenLoop(records), ours(records), oursFirst(records)];
  for (const rival of [duckdb, arquero]) {
    try {
      candidates.push(await rival(deals, owners));
    } catch (error) {
      console.log(`Without ${rival.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  await agree(candidates);
  const long = rows > 500_000;
  const times = await race(candidates, long ? { rounds: 15, warmUp: 3 } : { rounds: 60, warmUp: 15 });
  for (const { close } of candidates) close?.();
  const label = `${rows.toLocaleString("en-US")} deals`;
  const own = times.get("evaluate")?.min ?? NaN;
  const against = (what: string, limit: number): void => {
    const other = times.get(what)?.min;
    if (other === undefined) return;
    targets.push({
      what: `${label}: faster than ${what}`,
      reached: other / own,
      limit,
      bound: "least",
      unit: "×",
    });
  };
  const loop = times.get("hand-written loop")?.min ?? NaN;
  targets.push({
    what: `${label}: time of the loop`,
    reached: own / loop,
    limit: 2,
    bound: "most",
    unit: "×",
  });
  against("DuckDB, one thread", 1.5);
  against("arquero", 10);
  if (!long && !quick) await withLibreOffice(deals, owners, candidates[0], times);
  against("LibreOffice", 1000);
  printTimes(label, times, "hand-written loop");
}

/** Times mean nothing where results differ. */
async function agree(candidates: readonly Candidate[]): Promise<void> {
  const [first, ...others] = candidates;
  if (first === undefined) return;
  const expected = await first.run();
  for (const { name, run } of others) {
    const wrong = difference(expected, await run());
    if (wrong !== undefined) throw new Error(`${name} does not agree with ${first.name}: ${wrong}`);
  }
}

async function withLibreOffice(
  deals: Deals,
  owners: readonly string[],
  reference: Candidate | undefined,
  times: Map<string, { min: number; median: number }>,
): Promise<void> {
  const result = await libreOffice(deals, owners, cache);
  if (result === undefined || reference === undefined) return;
  const wrong = difference(await reference.run(), result.grid);
  if (wrong !== undefined) throw new Error(`LibreOffice does not agree with ${reference.name}: ${wrong}`);
  times.set("LibreOffice", result.times);
}
