import { lostBetween, type Spells } from "../records/spells";
import { refuse, type Refusal } from "../result";
import { periodStart, type CalendarSettings, type Grain } from "../time/periods";

/** Mean churn of the six periods before the one that holds the day (fewer where history is short), or of that one alone. */
export function observedChurn(
  spells: Spells,
  day: number,
  grain: Grain,
  smoothing: "trailing6" | "same-period",
  calendar?: CalendarSettings,
): number | Refusal {
  let first = Infinity;
  for (const start of spells.start) first = Math.min(first, start);
  if (!(first < day)) return refuse("#N/A", "tooFewPeriods");
  const current = periodStart(day, grain, calendar);
  const periods =
    smoothing === "same-period"
      ? [{ start: current, end: day + 1 }]
      : periodsBefore(current, first, grain, calendar);
  const rates: number[] = [];
  for (const { start, end } of periods) {
    const { active, lost } = lostBetween(spells, start - 1, end - 1);
    if (active > 0) rates.push(lost / active);
  }
  if (rates.length === 0) return refuse("#N/A", "tooFewPeriods");
  return rates.reduce((total, rate) => total + rate, 0) / rates.length;
}

/** Six at most, oldest first, back to the one that holds the first day. */
function periodsBefore(
  day: number,
  first: number,
  grain: Grain,
  calendar: CalendarSettings | undefined,
): { start: number; end: number }[] {
  const periods: { start: number; end: number }[] = [];
  for (let end = day; periods.length < 6 && end > first;) {
    const start = periodStart(end - 1, grain, calendar);
    periods.unshift({ start, end });
    end = start;
  }
  return periods;
}
