import { format } from "numfmt";
import type { SheetPlan } from "../../src/reports/plan";

/** A planned sheet as a person would read it aloud: for looking at, and for tests that search it. */
export function sheetText({ cells, charts }: SheetPlan): string {
  const lines = cells.map((row) =>
    row
      .map((cell) => {
        if (cell === undefined) return "";
        return typeof cell.value === "number" ? format(cell.format ?? "General", cell.value) : cell.value;
      })
      .join("\t")
      .trimEnd(),
  );
  return [...lines, ...charts.map(({ type, title }) => `[${type}: ${title}]`)].join("\n");
}
