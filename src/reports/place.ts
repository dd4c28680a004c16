import type { PlannedArea, PlannedChart, PlannedFormat } from "./plan";

/** Areas some rows further down. */
export function areaAt<A extends PlannedArea>(area: A, down: number): A {
  return { ...area, row: area.row + down };
}

export function chartAt(chart: PlannedChart, down: number): PlannedChart {
  return {
    ...chart,
    categories: areaAt(chart.categories, down),
    series: chart.series.map((each) => ({ ...each, values: areaAt(each.values, down) })),
    place: areaAt(chart.place, down),
  };
}

export function formatAt(format: PlannedFormat, down: number): PlannedFormat {
  return { ...format, area: areaAt(format.area, down) };
}
