import { isErrorCell, plainCell, type CellColumn } from "./cells";
import type { LevelUnit, NumberColumn } from "./columns";
import { readAmounts, type ReadContext } from "./read-columns";
import { readDurationText } from "./read-duration";
import { readMoneyText } from "./read-money";

/**
 * Numbers of which each may be of something else: a rate, money, a time. What a text says of its unit is kept beside the
 * number ("25 %", "45 min", "12 months"): whether it fits is for whoever knows what the row is about.
 */
export function readLevels({ rows, at }: CellColumn, context: ReadContext): NumberColumn {
  const units = new Map<number, LevelUnit>();
  const numbers = rows.map((row, i) => {
    const cell = plainCell(row[at]);
    const read = typeof cell === "string" && !isErrorCell(cell) ? withUnit(cell.trim()) : undefined;
    if (read === undefined) return [row[at]];
    units.set(i - context.from, read.unit);
    return [read.value];
  });
  return { ...readAmounts({ rows: numbers, at: 0 }, context), units };
}

interface Level {
  readonly value: number;
  readonly unit: LevelUnit;
}

/** Undefined where the text names no unit of ours: it is then read as any other number. */
function withUnit(text: string): Level | undefined {
  const [, signed] = /^(.*\d)\s*%$/.exec(text) ?? [];
  if (signed !== undefined) return scaled(signed, 100, "percent");
  const [, months] = MONTHS.exec(text) ?? [];
  if (months !== undefined) return scaled(months, 1, "months");
  // "1.2m" is money before it is minutes
  if (readMoneyText(text) !== undefined) return undefined;
  const hours = readDurationText(text);
  return hours === undefined ? undefined : { value: hours, unit: "hours" };
}

const MONTHS = /^(.*\d)\s*(?:de\s+)?(?:months?|mo|lun[aăi]|monate?n?|mois|mes(?:es)?)\.?$/iu;

function scaled(text: string, per: number, unit: LevelUnit): Level | undefined {
  const read = readMoneyText(text);
  return read === undefined || read.currency !== undefined ? undefined : { value: read.value / per, unit };
}
