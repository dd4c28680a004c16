import { Outcome } from "../../src/core/records/outcome";
import type { Records } from "../../src/core/records/records";
import type { Candidate } from "./candidates";
import { emptyGrid, MONTHS } from "./grid";
import { monthsOf } from "./months";

/**
 * What a careful engineer writes for this one question: a single pass over the typed columns, months by table. It
 * knows what the metrics know: a won deal with a negative amount is a credit note, in the revenue but no deal.
 */
export function handWrittenLoop(records: Records): Candidate {
  const { codes, words } = records.words("owner");
  const closed = records.numbers("closedDate");
  const amount = records.numbers("amount");
  const { outcome, rows } = records;
  return {
    name: "hand-written loop",
    run() {
      const grid = emptyGrid(words.length - 1);
      const { firstDay, monthOfDay } = monthTable();
      const days = monthOfDay.length;
      const won = new Int32Array(grid.winRate.length);
      const decided = new Int32Array(grid.winRate.length);
      for (let i = 0; i < rows; i++) {
        const state = outcome[i]!;
        if (state !== Outcome.won && state !== Outcome.lost) continue;
        const day = closed[i]! - firstDay;
        if (!(day >= 0 && day < days)) continue;
        const cell = (codes[i]! - 1) * MONTHS + monthOfDay[day | 0]!;
        if (state === Outcome.won) {
          const value = amount[i]!;
          if (value === value) grid.revenue[cell]! += value;
          if (value < 0) continue;
          won[cell]!++;
        }
        decided[cell]!++;
      }
      for (let cell = 0; cell < decided.length; cell++) grid.winRate[cell] = won[cell]! / decided[cell]!;
      return grid;
    },
  };
}

function monthTable(): { firstDay: number; monthOfDay: Uint8Array } {
  const months = monthsOf();
  const firstDay = months[0]!.start;
  const monthOfDay = new Uint8Array(months[months.length - 1]!.end - firstDay);
  months.forEach(({ start, end }, month) => monthOfDay.fill(month, start - firstDay, end - firstDay));
  return { firstDay, monthOfDay };
}
