/** The kinds of charts the stand-in for Excel keeps and draws. */
export const CHART_TYPES = [
  "ColumnClustered",
  "ColumnStacked",
  "ColumnStacked100",
  "BarClustered",
  "BarStacked",
  "BarStacked100",
  "Line",
  "LineStacked",
  "LineMarkers",
  "LineMarkersStacked",
  "Area",
  "AreaStacked",
  "Pie",
  "Doughnut",
] as const;

/** How a line of a chart may be drawn. */
export const LINE_STYLES = [
  "None",
  "Automatic",
  "Continuous",
  "Dash",
  "DashDot",
  "DashDotDot",
  "Dot",
  "Grey25",
  "Grey50",
  "Grey75",
  "RoundDot",
] as const;
