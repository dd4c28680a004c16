import { IRenderManagerService, SHEET_VIEWPORT_KEY } from "@univerjs/engine-render";
import type { Univer } from "@univerjs/core";
import { SheetSkeletonManagerService } from "@univerjs/sheets-ui";
import type { Frame } from "../../model/chart";
import type { Sheet } from "../../model/types";

/** How the cells are shown now: what lies over them has to be placed by it. In pixels of the canvas. */
export interface CellsPane {
  canvas: HTMLCanvasElement;
  scale: number;
  /** Where a frame on the sheet is seen now: one place, or several where it lies over frozen rows or columns too. */
  locate(frame: Frame): Place[];
}

/** Where something stands, and the part of the canvas outside of which it may not be seen. */
export interface Place {
  left: number;
  top: number;
  clip: Frame;
}

/** What the scroll bars cover. */
const BARS = 12;

export function cellsPane(univer: Univer, unitId: string, sheet: Sheet): CellsPane | undefined {
  const render = univer.__getInjector().get(IRenderManagerService).getRenderById(unitId);
  const main = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
  if (!render || !main || !skeleton) return undefined;
  const scale = render.scene.getAncestorScale().scaleX;
  const heads = { left: skeleton.rowHeaderWidth * scale, top: skeleton.columnHeaderHeight * scale };
  const { rows, columns } = sheet.freeze;
  return {
    canvas: render.engine.getCanvasElement(),
    scale,
    locate({ left, top, width, height }) {
      const across = parts(
        left,
        width,
        main.left,
        main.width ?? 0,
        heads.left,
        columns > 0,
        main.viewportScrollX,
      );
      const down = parts(top, height, main.top, main.height ?? 0, heads.top, rows > 0, main.viewportScrollY);
      return across.flatMap((x) =>
        down.map((y) => ({
          left: x.at,
          top: y.at,
          clip: { left: x.from, top: y.from, width: x.size, height: y.size },
        })),
      );
    },
  };

  /** In one direction: the frozen part, the one that scrolls, or both. */
  function parts(
    start: number,
    length: number,
    main: number,
    room: number,
    head: number,
    frozen: boolean,
    scrolled: number,
  ) {
    const still = { at: head + start * scale, from: head, size: main - head };
    const moving = { at: head + (start - scrolled) * scale, from: main, size: Math.max(0, room - BARS) };
    if (!frozen) return [moving];
    const end = still.at + length * scale;
    return [...(still.at < main ? [still] : []), ...(end > main ? [moving] : [])];
  }
}
