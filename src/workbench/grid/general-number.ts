import {
  CellValueType,
  InterceptorEffectEnum,
  type IStyleData,
  type Nullable,
  type Univer,
} from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { INTERCEPTOR_POINT, SheetInterceptorService, type ISheetLocation } from "@univerjs/sheets";

import { displayText } from "../model/entry";

/**
 * Numbers without a format, as Excel shows them: at most 11 characters, rounded to the width of the column, and #### where
 * not even the whole part fits. Univer cuts them at the edge of the cell, so that 0.63150052 and 10005534 lose digits a
 * person takes for the number.
 */
export function fitGeneralNumbers(univer: Univer): void {
  const injector = univer.__getInjector();
  const formulas = injector.get(FormulaDataModel);
  /** The format of a spilled cell: the person's own, else the one its function gave. */
  const spilledStyle = ({ unitId, subUnitId, row, col, workbook, worksheet }: ISheetLocation): Style => {
    const spilled = formulas.getArrayFormulaCellData()[unitId]?.[subUnitId]?.[row]?.[col];
    if (!spilled) return undefined;
    const own = workbook.getStyles().getStyleByCell(worksheet.getCellRaw(row, col));
    return formatOf(own) ? own : workbook.getStyles().getStyleByCell(spilled);
  };
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Value,
    // after formats and spilled results (0) have been put in, before the last link of the chain (-1), which ends it
    priority: -0.5,
    handler: (cell, location, next) => {
      const { worksheet, workbook, col } = location;
      if (typeof cell?.v === "string") {
        // A format may put something around a text; Univer shows the bare one.
        const pattern = formatOf(workbook.getStyles().getStyleByCell(cell));
        const isAround = pattern !== undefined && pattern !== "@" && pattern.includes("@");
        return next(isAround ? { ...cell, v: displayText(cell.v, pattern) } : cell);
      }
      if (typeof cell?.v !== "number" || cell.t === CellValueType.BOOLEAN) return next(cell);
      const style = workbook.getStyles().getStyleByCell(cell);
      const pattern = formatOf(style) ?? formatOf(spilledStyle(location));
      // A spilled number arrives here without its format.
      if (pattern) return next({ ...cell, v: displayText(cell.v, pattern), t: CellValueType.NUMBER });
      const digit = (style?.fs ?? 11) * 0.75; // pixels of a digit of the default font, by its size in points
      const room = Math.floor((worksheet.getColumnWidth(col) - 4) / digit);
      const text = generalText(cell.v, Math.min(room, 11));
      if (text === String(cell.v)) return next(cell);
      return next({ ...cell, v: text, t: CellValueType.NUMBER });
    },
  });
}

type Style = Nullable<IStyleData>;

function formatOf(style: Style): string | undefined {
  const pattern = style?.n?.pattern;
  return pattern === undefined || pattern === "General" ? undefined : pattern;
}

/** The number in at most that many characters. */
export function generalText(value: number, characters: number): string {
  const plain = String(value);
  const magnitude = Math.abs(value);
  const small = magnitude < 1e-4 && value !== 0; // from here on Excel counts in powers of ten
  if (plain.length <= characters && !small && !plain.includes("e")) return plain;
  const whole = Math.trunc(value);
  const wholeLength = String(whole).length + (value < 0 && whole === 0 ? 1 : 0);
  if (wholeLength <= characters && magnitude < 1e11 && !small) {
    const decimals = Math.max(0, characters - wholeLength - 1);
    return withoutTrailingZeros(value.toFixed(Math.min(decimals, 15)));
  }
  for (let digits = Math.max(0, characters - 6); digits >= 0; digits--) {
    const [mantissa = "", exponent = ""] = value.toExponential(digits).split("e");
    const power = Number(exponent);
    const sign = power < 0 ? "-" : "+";
    const text = `${withoutTrailingZeros(mantissa)}E${sign}${String(Math.abs(power)).padStart(2, "0")}`;
    if (text.length <= characters) return text;
  }
  return "#".repeat(Math.max(1, characters));
}

function withoutTrailingZeros(text: string): string {
  const short = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return short === "-0" ? "0" : short;
}
