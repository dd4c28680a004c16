import { BarChart, LineChart, PieChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { init, use, type EChartsCoreOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

export interface Drawing {
  show(option: EChartsCoreOption, width: number, height: number): void;
  dispose(): void;
}

/** A chart drawn as SVG inside the element. Loaded only when there is a chart to be seen. */
export function draw(element: HTMLElement): Drawing {
  const chart = init(element, null, { renderer: "svg" });
  return {
    show(option, width, height) {
      chart.resize({ width, height });
      chart.setOption(option, { notMerge: true });
    },
    dispose: () => chart.dispose(),
  };
}
