import type { PlannedFormat } from "../../reports/plan";
import { tinted } from "./colours";

/** Bars and scales within cells: those of the last time go, so that none lies over another; a person's own elsewhere stay. */
export function clearFormats(areas: readonly Excel.Range[]): void {
  for (const area of areas) area.conditionalFormats.clearAll();
}

export function addFormat(range: Excel.Range, { type }: PlannedFormat, accent: string): void {
  if (type === "dataBar") {
    const { dataBar } = range.conditionalFormats.add("DataBar");
    dataBar.positiveFormat.fillColor = tinted(accent, 0.65);
    dataBar.positiveFormat.gradientFill = false;
    // A bar's length is the number's: from 0, not from the smallest.
    dataBar.lowerBoundRule = { type: "Number", formula: "0" };
    dataBar.upperBoundRule = { type: "HighestValue" };
  } else {
    range.conditionalFormats.add("ColorScale").colorScale.criteria = {
      minimum: { type: "LowestValue", color: "#FFFFFF" },
      maximum: { type: "HighestValue", color: tinted(accent, 0.5) },
    };
  }
}

export function sameFormats(some: readonly PlannedFormat[], others: readonly PlannedFormat[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}
