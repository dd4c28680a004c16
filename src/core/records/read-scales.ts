import { isErrorCell, plainCell, type CellColumn } from "./cells";
import type { NumberColumn } from "./columns";
import { readAmounts, type ReadContext, type ReadSettings } from "./read-columns";
import { durationUnitOf, guessDurationUnit, readDurationText, type DurationUnit } from "./read-duration";
import { readProbabilities } from "./read-probability";

/** Probabilities as 0 … 1, whether the cells hold 0.2, 20 or "20 %"; what lies outside the scale is a problem. */
export function readShares(source: CellColumn, context: ReadContext): NumberColumn {
  const column = readAmounts(percentTexts(source), context);
  const { values, outOfRange } = readProbabilities(column.values);
  for (const row of outOfRange) {
    const at = context.from + row;
    context.problems.add(context.role, "outOfRange", at, source.rows[at]?.[source.at]);
  }
  return { ...column, values };
}

/** "20 %" is the number 0.2, as in a cell with a percent format; in a column of 0 … 100 the sign is left away. */
function percentTexts(source: CellColumn): CellColumn {
  const { rows, at } = source;
  const signed = (cell: unknown): cell is string =>
    typeof cell === "string" && /^\s*\d[\d.,]*\s*%\s*$/.test(cell);
  if (!rows.some((row) => signed(plainCell(row[at])))) return source;
  const whole = rows.some((row) => {
    const cell = plainCell(row[at]);
    return typeof cell === "number" && cell > 1;
  });
  return {
    at: 0,
    rows: rows.map((row) => {
      const cell = plainCell(row[at]);
      if (!signed(cell)) return [row[at]];
      const number = Number(cell.replace("%", "").trim().replace(",", "."));
      return [Number.isNaN(number) ? cell : whole ? number : number / 100];
    }),
  };
}

const HOURS: Readonly<Record<DurationUnit, number>> = {
  seconds: 1 / 3600,
  minutes: 1 / 60,
  hours: 1,
  days: 24,
  excel: 24,
};

/**
 * Durations in hours: texts by their own unit ("0:30", "45 min"), plain numbers by the unit given, else by that of a header
 * passed along, else by what they show.
 */
export function readDurations(
  source: CellColumn,
  context: ReadContext,
  { durations }: ReadSettings,
): NumberColumn {
  const texts = new Map<number, number>();
  const { rows, at } = source;
  const numbers: CellColumn = {
    at: 0,
    rows: rows.map((row, i) => {
      const cell = plainCell(row[at]);
      if (typeof cell !== "string" || isErrorCell(cell)) return [row[at]];
      const hours = readDurationText(cell);
      if (hours === undefined) return [row[at]];
      texts.set(i - context.from, hours);
      return [""];
    }),
  };
  const column = readAmounts(numbers, context);
  const { values } = column;
  const plain = values.some((value) => value === value);
  const header = context.from > 0 ? plainCell(rows[0]?.[at]) : undefined;
  const unit =
    durations ??
    (typeof header === "string" ? durationUnitOf(header) : undefined) ??
    (plain ? guessDurationUnit(values) : "hours");
  const factor = unit === undefined ? NaN : HOURS[unit];
  for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? NaN) * factor;
  for (const [row, hours] of texts) {
    if (row < 0) continue;
    values[row] = hours;
    context.filled[row] = 1;
  }
  if (unit !== undefined) {
    const { fault, ...readable } = column;
    return texts.size > 0 || fault === undefined ? readable : column;
  }
  const sample = rows.slice(context.from).find((row) => typeof plainCell(row[at]) === "number")?.[at];
  return { ...column, fault: { reason: "ambiguousDurations", sample: String(plainCell(sample)) } };
}
