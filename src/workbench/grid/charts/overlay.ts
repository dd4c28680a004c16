import { ICommandService, type Univer } from "@univerjs/core";
import { frameOf, type Chart, type ChartSource } from "../../model/chart";
import type { Sheet, WorkbookModel } from "../../model/types";
import type { Drawing } from "./draw";
import { chartOption, type ChartCells } from "./option";
import type { Paint } from "./parts";
import { cellsPane, type CellsPane } from "./pane";

export interface ChartOverlay {
  /** Everything anew: the theme has changed. */
  redraw(): void;
}

/** A window that cuts a chart off at the edges of the cells, and the paper in it. */
interface Sight {
  window: HTMLElement;
  paper: HTMLElement;
}

/** A chart on the screen. The first sight is drawn; where frozen cells part the chart, the others are copies. */
interface Shown {
  sights: Sight[];
  drawing: Promise<Drawing>;
  /** What was drawn last. */
  state: string;
}

/** Draws the charts of the sheet in front over its cells: they follow scrolling, zoom, sizes of cells and their numbers. */
export function showCharts(univer: Univer, unitId: string, model: WorkbookModel, paint: Paint): ChartOverlay {
  const shown = new Map<Chart, Shown>();
  let waiting = false;
  let stale = true;
  let watched: HTMLCanvasElement | undefined;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      update();
    });
  };
  const again = () => {
    stale = true;
    soon();
  };
  const drop = (chart: Chart) => {
    const { sights = [], drawing } = shown.get(chart) ?? {};
    shown.delete(chart);
    for (const { window } of sights) window.remove();
    void drawing?.then((made) => made.dispose());
  };

  function update(): void {
    const sheet = model.activeSheet();
    const { charts } = sheet.features;
    for (const chart of [...shown.keys()]) if (!charts.includes(chart)) drop(chart);
    const pane = charts.length > 0 ? cellsPane(univer, unitId, sheet) : undefined;
    if (!pane) return;
    watch(pane.canvas);
    const fresh = stale;
    stale = false;
    for (const chart of charts) {
      let view = shown.get(chart);
      if (!view) shown.set(chart, (view = open(pane)));
      place(view, pane, sheet, chart);
      if (fresh || view.state === "") fill(view, sheet, chart);
    }
  }

  /** The cells get the window's new size later than the page does. */
  function watch(canvas: HTMLCanvasElement): void {
    if (canvas === watched) return;
    watched = canvas;
    new ResizeObserver(soon).observe(canvas);
  }

  function fill(view: Shown, sheet: Sheet, chart: Chart): void {
    const { width, height } = frameOf(sheet, chart);
    const option = chartOption(chart, cellsOf(model), paint, width);
    const state = JSON.stringify([option, width, height]);
    if (state === view.state || width < 1 || height < 1) return;
    view.state = state;
    dress(view, chart, paint);
    void view.drawing.then((drawing) => {
      if (view.state !== state) return;
      drawing.show(option, width, height);
      copy(view);
    });
  }

  univer
    .__getInjector()
    .get(ICommandService)
    .onCommandExecuted(({ id }) => {
      // sizes of cells change what fits into a chart
      if (/row-height|col-width|hidden|visible/.test(id)) again();
      else soon();
    });
  window.addEventListener("resize", soon);
  for (const event of ["changed", "calculated", "cellsMoved", "sheetActivated", "sheetDeleted"] as const)
    model.on(event, again);
  model.on("featuresChanged", ({ what }) => {
    if (what === "charts") again();
  });
  return {
    redraw() {
      for (const view of shown.values()) view.state = "";
      again();
    },
  };
}

function open(pane: CellsPane): Shown {
  const first = look(pane);
  const drawing = import("./draw").then(({ draw }) => draw(first.paper));
  return { sights: [first], drawing, state: "" };
}

function look({ canvas }: CellsPane): Sight {
  const window = document.createElement("div");
  window.className = "chart-window";
  const paper = document.createElement("div");
  paper.className = "chart-paper";
  window.append(paper);
  canvas.parentElement?.append(window);
  return { window, paper };
}

function place(view: Shown, pane: CellsPane, sheet: Sheet, chart: Chart): void {
  const frame = frameOf(sheet, chart);
  const places = pane.locate(frame);
  const { offsetLeft, offsetTop } = pane.canvas;
  const before = view.sights.length;
  while (view.sights.length < places.length) view.sights.push(look(pane));
  view.sights.forEach(({ window, paper }, index) => {
    const at = places[index];
    window.hidden = at === undefined;
    if (!at) return;
    const { left, top, clip } = at;
    Object.assign(window.style, {
      left: `${offsetLeft + clip.left}px`,
      top: `${offsetTop + clip.top}px`,
      width: `${clip.width}px`,
      height: `${clip.height}px`,
    });
    Object.assign(paper.style, {
      width: `${frame.width}px`,
      height: `${frame.height}px`,
      transform: `translate(${left - clip.left}px, ${top - clip.top}px) scale(${pane.scale})`,
    });
  });
  if (view.sights.length > before) copy(view);
}

function copy({ sights: [first, ...others] }: Shown): void {
  for (const { paper } of others) {
    paper.replaceChildren(...[...(first?.paper.childNodes ?? [])].map((node) => node.cloneNode(true)));
    paper.style.outline = first?.paper.style.outline ?? "";
    paper.style.borderRadius = first?.paper.style.borderRadius ?? "";
    paper.setAttribute("aria-hidden", "true");
  }
}

/** Its frame, and its title for those who cannot see it. */
function dress({ sights: [first] }: Shown, chart: Chart, paint: Paint): void {
  if (!first) return;
  const { paper } = first;
  paper.setAttribute("role", "img");
  paper.setAttribute("aria-label", chart.title.visible ? chart.title.text : chart.name);
  paper.dataset.chart = chart.name;
  const { border, roundedCorners } = chart.area;
  paper.style.outline = border.lineStyle === "None" ? "" : `1px solid ${paint(border.color || "#D9D9D9")}`;
  paper.style.borderRadius = roundedCorners ? "8px" : "";
}

function cellsOf(model: WorkbookModel): ChartCells {
  const read = <T>({ sheetId, rect }: ChartSource, from: (sheet: Sheet) => T[][]): T[] => {
    const sheet = model.sheet(sheetId);
    return sheet && rect.rows * rect.columns <= MOST_POINTS ? from(sheet).flat() : [];
  };
  return {
    numbers: (source) =>
      read(source, (sheet) => sheet.readValues(source.rect)).map((value) =>
        typeof value === "number" ? value : null,
      ),
    texts: (source) => read(source, (sheet) => sheet.readText(source.rect)),
    numberFormat: (source) =>
      read(source, (sheet) => sheet.readNumberFormats({ ...source.rect, rows: 1, columns: 1 }))[0] ??
      "General",
  };
}

const MOST_POINTS = 32_000;
