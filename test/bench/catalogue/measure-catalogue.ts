import { measureAll } from "../../../src/core/metrics/measure-all";
import type { Question } from "../../../src/core/metrics/question";
import { printTimes, type Target } from "../report";
import { OwnTime, race, type Timed } from "../timing";
import { duckdbCatalogue } from "./duckdb";
import { libreOfficeCatalogue } from "./libreoffice";
import { formulaByFormula, milliseconds, oneByOne, together, unasked, type Answers } from "./ours";
import { idOf, questionsFor, type Asked } from "./questions";
import { cellsOfTables, makeTables, readTables } from "./tables";

const SIZES = { deals: 100_000, leads: 100_000, activities: 300_000 };
const TITLE = "100,000 deals, 100,000 leads, 300,000 activities";

/** Owners in the spreadsheet: all of them would take it ten minutes. */
const SHEET_OWNERS = 4;

/** The whole catalogue in one call: against asking one by one, DuckDB, and the formulas of a spreadsheet. */
export async function measureCatalogue(cache: string, quick: boolean): Promise<Target[]> {
  const tables = makeTables(SIZES);
  const dataset = readTables(cellsOfTables(tables));
  const asked = questionsFor(dataset);
  const { groups: owners } = measureAll(dataset, [], { by: "owner" });
  console.log(`\nThe catalogue by owner × month (${owners.length} × 12): ${TITLE}`);
  console.log(`  ${asked.byOwner.length} metrics by owner and month: ${asked.byOwner.map(idOf).join(" ")}`);
  console.log(
    `  ${asked.byMonth.length} by month, of records without owners: ${asked.byMonth.map(idOf).join(" ")}`,
  );
  console.log(`  left out: ${asked.leftOut.join(", ")}`);

  const first = (name: string, questions: Pick<Asked, "byOwner" | "byMonth">): Timed => ({
    name,
    run() {
      const own = unasked(dataset);
      return new OwnTime(milliseconds(() => together(own, questions)));
    },
  });
  const candidates: Timed[] = [
    first("together", asked),
    { name: "one by one", run: () => oneByOne(() => unasked(dataset), asked) },
    { name: "together, asked before", run: () => together(dataset, asked) },
    { name: "one by one, asked before", run: () => oneByOne(() => dataset, asked) },
  ];
  const answers = together(unasked(dataset), asked);
  const targets: Target[] = [];
  const rival = await duckdbCatalogue(tables, owners).catch((error: unknown) => {
    console.log(`Without DuckDB: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  });
  if (rival !== undefined) {
    const both = only(asked, rival.metrics);
    agree(rival.name, answers, await rival.run(), both, 1e-9);
    const missing = [...asked.byOwner, ...asked.byMonth].map(idOf).filter((id) => !rival.metrics.has(id));
    console.log(`  not in SQL: ${missing.join(" ")}`);
    candidates.push(
      first("together, those in SQL", both),
      { name: "together, those in SQL, asked before", run: () => together(dataset, both) },
      rival,
    );
  }
  const grid = quick ? undefined : await libreOfficeCatalogue(tables, owners.slice(0, SHEET_OWNERS), cache);
  if (grid !== undefined) {
    const both = only(asked, new Set(grid.answers.keys()));
    agree("LibreOffice", answers, grid.answers, both, 1e-6);
    console.log(
      `  LibreOffice: ${grid.formulas} cells, ${[...grid.answers.keys()].join(" ")} of ${SHEET_OWNERS} owners × 12 months, compared as they are with all ${owners.length} owners here`,
    );
    candidates.push(first("together, those in the sheet", both));
  }
  const times = await race(candidates, quick ? { rounds: 4, warmUp: 1 } : { rounds: 10, warmUp: 2 });
  rival?.close();
  // Millions of cells burden every collection of garbage: they are there only while they are read.
  const cells = cellsOfTables(tables);
  const reading = await race(
    [
      { name: "read and measured together", run: () => together(readTables(cells), asked) },
      { name: "formula by formula, each reading its cells", run: () => formulaByFormula(cells, asked) },
    ],
    { rounds: 2, warmUp: 1, cleared: true },
  );
  for (const [name, taken] of reading) times.set(name, taken);
  const least = (name: string): number => times.get(name)?.min ?? NaN;
  const target = (what: string, reached: number, limit: number, bound: Target["bound"]): void => {
    targets.push({ what: `catalogue: ${what}`, reached, limit, bound, unit: "×" });
  };
  target("together faster than one by one", least("one by one") / least("together"), 3, "least");
  const withReading =
    least("formula by formula, each reading its cells") / least("read and measured together");
  target("together faster than formula by formula, reading included", withReading, 3, "least");
  if (rival !== undefined) {
    const against = (name: string): number => least(rival.name) / least(name);
    target("faster than DuckDB, asked before", against("together, those in SQL, asked before"), 1, "least");
    target("faster than DuckDB, first question", against("together, those in SQL"), 1, "least");
  }
  if (grid !== undefined) {
    const ratio = grid.time / least("together, those in the sheet");
    target("faster than LibreOffice's COUNTIFS", ratio, 500, "least");
    times.set("LibreOffice", { min: grid.time, median: grid.time });
  }
  printTimes(TITLE, times, "together");
  return targets;
}

function only({ byOwner, byMonth }: Asked, ids: ReadonlySet<string>): Pick<Asked, "byOwner" | "byMonth"> {
  const within = (questions: readonly Question[]): Question[] =>
    questions.filter((question) => ids.has(idOf(question)));
  return { byOwner: within(byOwner), byMonth: within(byMonth) };
}

/** Times mean nothing where results differ. */
function agree(
  name: string,
  ours: Answers,
  theirs: Answers,
  { byOwner, byMonth }: Pick<Asked, "byOwner" | "byMonth">,
  tolerance: number,
): void {
  for (const id of [...byOwner, ...byMonth].map(idOf)) {
    const expected = theirs.get(id);
    const actual = ours.get(id);
    if (expected === undefined || actual === undefined) throw new Error(`${id} was not answered`);
    expected.forEach((value, cell) => {
      const own = actual[cell] ?? NaN;
      const equal =
        Number.isNaN(value) || Number.isNaN(own)
          ? Number.isNaN(value) && Number.isNaN(own)
          : Math.abs(value - own) <= tolerance * Math.max(1, Math.abs(own));
      if (!equal)
        throw new Error(`${name} does not agree on ${id}: ${value} instead of ${own} in cell ${cell}`);
    });
  }
}
