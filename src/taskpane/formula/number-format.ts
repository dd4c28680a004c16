import { unitFormats, type Unit } from "../../core/metrics/units";

/** How a cell with General format should show a metric; money in whole units, as most sheets have it. */
export function numberFormatOf(unit: Unit): string {
  return unit === "currency" ? "#,##0" : unitFormats[unit];
}
