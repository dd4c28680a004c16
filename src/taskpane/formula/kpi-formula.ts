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

/** `SALES.KPITABLE("WINRATE", "owner", "2026")`. */
export function kpiTableFormula(metric: string, group: string, period: string): Formula {
  const { args } = kpiFormula(metric, period);
  const [first = "", ...others] = args;
  return { name: "SALES.KPITABLE", args: [first, quoted(group), ...others], placeholders: [], reads: [] };
}
