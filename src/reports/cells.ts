import type { Unit } from "../core/metrics/units";
import type { CellLink, Look, PlannedCell } from "./plan";

/** Number formats of reports: rates with one decimal, money without decimals from 1,000 on. */
const FORMATS: Readonly<Record<Unit, string>> = {
  ratio: "0.0%",
  currency: "[>=1000]#,##0;[<=-1000]-#,##0;#,##0.00",
  count: "#,##0",
  number: "#,##0.0",
  days: "#,##0.0",
  hours: "#,##0.0",
  months: "#,##0.0",
  score: "0.0",
  date: "yyyy-mm-dd",
  text: "@",
  table: "General",
};

export function formatOf(unit: Unit): string {
  return FORMATS[unit];
}

/** A change always has its sign; that of a rate is in percentage points. */
export function changeFormat(unit: Unit): string {
  if (unit === "ratio") return '+0.0" pp";-0.0" pp";0.0" pp"';
  return unit === "currency" || unit === "count" ? "+#,##0;-#,##0;0" : "+#,##0.0;-#,##0.0;0.0";
}

/** A change as `changeFormat` shows it. */
export function shownChange(difference: number, unit: Unit): number {
  return unit === "ratio" ? 100 * difference : difference;
}

export const RELATIVE_FORMAT = "+0.0%;-0.0%;0.0%";

/** Numbers along an axis or beside a bar: money without decimals. */
export function axisFormat(unit: Unit): string {
  return unit === "currency" ? "#,##0" : formatOf(unit);
}

/** Blanks that do not break: LibreOffice drops others at the beginning of a text. */
const DISTANCE = "\u00a0\u00a0\u00a0";

/** A text to the right of a number keeps its distance; the format leaves the text itself as it is. */
export function afterNumber(cell: PlannedCell): PlannedCell {
  return { ...cell, format: `"${DISTANCE}"@` };
}

export function text(value: string, look: Look = "text", link?: CellLink): PlannedCell {
  return { value, look, ...(link === undefined ? {} : { link }) };
}

/** A number that is none, or not finite, is a dash. */
export function number(value: number | undefined, unit: Unit, look: Look = "number"): PlannedCell {
  return value === undefined || !Number.isFinite(value) ? dash : { value, look, format: formatOf(unit) };
}

export function formatted(value: number | undefined, format: string, look: Look = "number"): PlannedCell {
  return value === undefined || !Number.isFinite(value) ? dash : { value, look, format };
}

export const dash: PlannedCell = { value: "—", look: "weak" };
