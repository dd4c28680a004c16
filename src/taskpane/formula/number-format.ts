import type { Unit } from "../../core/metrics/metric";

/** How a cell with General format should show a metric. */
export function numberFormatOf(unit: Unit): string {
  return FORMATS[unit];
}

const FORMATS: Readonly<Record<Unit, string>> = {
  ratio: "0.0%",
  currency: "#,##0",
  count: "#,##0",
  days: "0.0",
};
