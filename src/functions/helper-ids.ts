/** Ids of the helpers. Microsoft asks for three characters at least, so BY registers as GROUPBY and is called BY. */
export const helperIds = {
  kpi: "KPI",
  kpiTable: "KPITABLE",
  dataQuality: "DATAQUALITY",
  by: "GROUPBY",
  explain: "EXPLAIN",
  metrics: "METRICS",
  define: "DEFINE",
} as const;
