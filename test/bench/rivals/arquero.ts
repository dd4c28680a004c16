import { serialOf } from "../../../src/core/time/serial";
import type { Candidate } from "../candidates";
import { LOST, WON, YEAR, type Deals, type Words } from "../deals";
import { emptyGrid, MONTHS } from "../grid";
import { monthsOf } from "../months";

/** The part of arquero that is used; the package is there only while benchmarking. */
interface Arquero {
  table(columns: Record<string, ArrayLike<unknown>>): Table;
}
interface Table {
  params(values: Record<string, unknown>): Table;
  filter(expression: string): Table;
  groupby(...keys: unknown[]): Table;
  rollup(values: Record<string, string>): Table;
  objects(): Record<string, unknown>[];
}

/** Arquero compiles its expressions itself; as texts they survive minifying. Months by table, as in the loop. */
export async function arquero(deals: Deals, owners: readonly string[]): Promise<Candidate> {
  const name: string = "arquero";
  const api = (await import(name)) as Arquero;
  const table = api.table({
    owner: texts(deals.owner),
    status: texts(deals.status),
    amount: deals.amount,
    closed: deals.closedDate,
  });
  const first = serialOf(YEAR, 1, 1);
  const months = monthsOf().flatMap(({ start, end }, month) => new Array<number>(end - start).fill(month));
  const params = { won: WON, lost: LOST, first, after: serialOf(YEAR + 1, 1, 1), months };
  return {
    name: "arquero",
    run() {
      const rows = table
        .params(params)
        .filter(
          "(d, $) => (d.status === $.won || d.status === $.lost) && d.closed >= $.first && d.closed < $.after",
        )
        .groupby("owner", { month: "(d, $) => $.months[d.closed - $.first]" })
        .rollup({
          won: "(d, $) => op.sum(d.status === $.won && d.amount >= 0 ? 1 : 0)",
          decided: "(d, $) => op.sum(d.status === $.lost || d.amount >= 0 ? 1 : 0)",
          revenue: "(d, $) => op.sum(d.status === $.won ? d.amount : 0)",
        })
        .objects();
      const grid = emptyGrid(owners.length);
      for (const row of rows) {
        const cell = owners.indexOf(String(row["owner"])) * MONTHS + Number(row["month"]);
        grid.winRate[cell] = Number(row["won"]) / Number(row["decided"]);
        grid.revenue[cell] = Number(row["revenue"]);
      }
      return grid;
    },
  };
}

function texts({ words, at }: Words): unknown[] {
  return Array.from(at, (index) => words[index]);
}
