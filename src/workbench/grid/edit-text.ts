import { CellValueType, type Univer } from "@univerjs/core";
import { BEFORE_CELL_EDIT, SheetInterceptorService } from "@univerjs/sheets";

/**
 * Univer shows every text that came from a file with a leading apostrophe in the formula bar. As in Excel it belongs only
 * where the text would otherwise be read as something else: a number, a date, a formula.
 */
export function hideNeedlessApostrophes(univer: Univer): void {
  univer
    .__getInjector()
    .get(SheetInterceptorService)
    .writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
      handler: (cell, _location, next) =>
        next(
          cell?.t === CellValueType.FORCE_STRING && typeof cell.v === "string" && !couldBeMore(cell.v)
            ? { ...cell, t: CellValueType.STRING }
            : cell,
        ),
    });
}

const couldBeMore = (text: string) => /\d|^\s*(true|false)\s*$|^['=+\-@]/i.test(text);
