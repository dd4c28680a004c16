import type { helperTexts } from "../core/metrics/parameter-texts";

export type HelperId = keyof typeof helperTexts;

/** Worked examples of the functions that take any metric; the list of all metrics needs none. */
export const helperExamples: Readonly<Partial<Record<HelperId, string>>> = {
  KPI: '=SALES.KPI("WINRATE", "2025-Q1", "owner", "Ana")',
  KPITABLE: '=SALES.KPITABLE("WINRATE,REVENUE", "owner", "2025-Q1")',
  BY: '=SALES.BY("WINRATE", Deals[Owner], Deals[Status], Deals[Closed], "period=2025-Q1")',
  EXPLAIN: '=SALES.EXPLAIN("WINRATE", Deals[Status], Deals[Closed], "period=2025-Q1")',
  DEFINE: '=SALES.DEFINE("WINRATE")',
};
