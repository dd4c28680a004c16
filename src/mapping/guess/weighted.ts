import type { Candidate } from "./candidates";
import type { Profile } from "./profile";

/** Rows that must show it. */
const ENOUGH = 5;

/** Whether a column of amounts is another one times the probability in nearly all rows: a weighted amount. */
export function isWeighted(
  column: number,
  candidates: readonly Candidate[],
  profiles: readonly Profile[],
): boolean {
  const amounts = profiles[column];
  const chance = candidates.find(({ role, usual }) => role === "probability" && usual !== undefined);
  const chances = chance === undefined ? undefined : profiles[chance.column];
  if (amounts === undefined || chances === undefined || chance?.column === column) return false;
  const top = chances.max > 1 ? 100 : 1;
  return profiles.some((whole, at) => {
    if (at === column || at === chance?.column || whole.numeric < 0.8) return false;
    let seen = 0;
    let same = 0;
    amounts.numbers.forEach((amount, i) => {
      const share = (chances.numbers[i] ?? NaN) / top;
      const expected = (whole.numbers[i] ?? NaN) * share;
      if (!(share > 0 && share < 1) || Number.isNaN(expected) || Number.isNaN(amount) || expected === 0)
        return;
      seen++;
      if (Math.abs(amount - expected) <= Math.max(0.51, Math.abs(expected) * 0.005)) same++;
    });
    return seen >= ENOUGH && same >= 0.9 * seen;
  });
}
