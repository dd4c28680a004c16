import { monthsOf } from "./months";

/** What every candidate computes: win rate and revenue, `owner × 12 + month`. */
export interface Grid {
  readonly winRate: Float64Array;
  readonly revenue: Float64Array;
}

export const MONTHS = monthsOf().length;

export function emptyGrid(owners: number): Grid {
  return { winRate: new Float64Array(owners * MONTHS), revenue: new Float64Array(owners * MONTHS) };
}

/** Where two grids differ; undefined when equal. Sums are added in different orders, so cents are compared. */
export function difference(expected: Grid, actual: Grid): string | undefined {
  for (const what of ["winRate", "revenue"] as const) {
    const tolerance = what === "winRate" ? 1e-12 : 0.005;
    if (expected[what].length !== actual[what].length) return `${what}: ${actual[what].length} cells`;
    for (let cell = 0; cell < expected[what].length; cell++) {
      const [a, b] = [expected[what][cell]!, actual[what][cell]!];
      if (!(Math.abs(a - b) <= tolerance)) {
        return `${what} of owner ${Math.floor(cell / MONTHS)}, month ${(cell % MONTHS) + 1}: ${b} instead of ${a}`;
      }
    }
  }
  return undefined;
}
