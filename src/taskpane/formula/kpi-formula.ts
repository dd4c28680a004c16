import { quoted, type Formula } from "./formula";

/** `SALES.KPI("WINRATE", "2026-Q3")`: the metric from the mapped tables. */
export function kpiFormula(metric: string, period: string): Formula {
  return {
    name: "SALES.KPI",
    args: [quoted(metric), ...(period === "" ? [] : [quoted(period)])],
    placeholders: [],
    reads: [],
  };
}
