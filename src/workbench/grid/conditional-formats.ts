import { InterceptorEffectEnum, type ICellData, type IStyleData, type Univer } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
// Draws bars and icons in cells that ask for them.
import "@univerjs/sheets-conditional-formatting";
import type { IConditionalFormattingCellData, IIconSetType } from "@univerjs/sheets-conditional-formatting";
import { conditionalLooks, type CellLook } from "../model/conditionalLooks";
import type { Sheet, WorkbookModel } from "../model/types";

/** Shows data bars, colour scales, icons and conditions on values, calculated when a cell of the sheet is next drawn. */
export function showConditionalFormats(univer: Univer, model: WorkbookModel, redraw: () => void): void {
  const known = new Map<string, Map<string, CellLook>>();
  const forget = () => known.clear();
  let waiting = false;
  const again = () => {
    forget();
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      redraw();
    });
  };
  model.on("changed", forget);
  model.on("calculated", forget);
  model.on("cellsMoved", forget);
  model.on("sheetDeleted", forget);
  model.on("featuresChanged", ({ what }) => {
    if (what === "conditionalFormats") again();
  });
  const looksOf = (sheet: Sheet) => {
    let looks = known.get(sheet.id);
    if (!looks) {
      looks = conditionalLooks(sheet.features.conditionalFormats, (rect) => sheet.readValues(rect));
      known.set(sheet.id, looks);
    }
    return looks;
  };
  univer
    .__getInjector()
    .get(SheetInterceptorService)
    .intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      effect: InterceptorEffectEnum.Style,
      priority: 10,
      handler: (cell, { subUnitId, row, col, workbook, rawData }, next) => {
        const sheet = model.sheet(subUnitId);
        if (!sheet || sheet.features.conditionalFormats.length === 0) return next(cell);
        const look = looksOf(sheet).get(`${row},${col}`);
        if (!look) return next(cell);
        const own = cell?.s == null ? undefined : workbook.getStyles().getStyleByCell(cell);
        const shown = cell == null || cell === rawData ? { ...rawData } : cell;
        return next(withLook(shown, own ?? {}, look));
      },
    });
}

function withLook(cell: ICellData, style: IStyleData, look: CellLook): ICellData {
  const { bar, icon } = look;
  const shown = cell as ICellData & IConditionalFormattingCellData & { fontRenderExtension?: object };
  shown.s = {
    ...style,
    ...(look.fillColor && { bg: { rgb: look.fillColor } }),
    ...(look.fontColor && { cl: { rgb: look.fontColor } }),
    ...(look.bold !== undefined && { bl: look.bold ? 1 : 0 }),
    ...(look.italic !== undefined && { it: look.italic ? 1 : 0 }),
  };
  // a bar of no length would still be drawn a pixel wide
  if (bar && bar.length !== 0)
    shown.dataBar = {
      color: bar.color,
      value: bar.length,
      startPoint: bar.zero,
      isGradient: bar.gradient,
      isShowValue: bar.numberShown,
    };
  if (icon)
    shown.iconSet = {
      iconId: String(icon.index),
      iconType: iconType(icon.style),
      isShowValue: icon.numberShown,
    };
  const numberShown = bar?.numberShown ?? icon?.numberShown ?? true;
  shown.fontRenderExtension = { ...(icon && { leftOffset: ICON_ROOM }), isSkip: !numberShown };
  return shown;
}

/** An icon's width and the space beside it, as Univer draws it. */
const ICON_ROOM = 17;

/** "FourArrows" → "4Arrows" */
function iconType(style: string): IIconSetType {
  return style
    .replace(/^Three/, "3")
    .replace(/^Four/, "4")
    .replace(/^Five/, "5") as IIconSetType;
}
