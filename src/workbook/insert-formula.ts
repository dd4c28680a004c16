import { WorkbookError } from "./errors";
import { inExcel } from "./in-excel";
import { covers, type Area, type CellPlace } from "./source";

export interface Insertion {
  readonly formula: string;
  /** For a cell with the General format, where results bring none: 0.63 should read as 63 %. */
  readonly numberFormat?: string | undefined;
  /** The cells the formula reads: it must not stand in them. */
  readonly reads: readonly Area[];
  /** The cell whose content the person agreed to replace. */
  readonly replace?: CellPlace | undefined;
}

/** Writes the formula into the active cell. A filled cell is refused as `occupied` unless `replace` names it. */
export function insertFormula({ formula, numberFormat, reads, replace }: Insertion): Promise<CellPlace> {
  return inExcel(async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load("address,rowIndex,columnIndex,formulas,text,numberFormat");
    const sheet = cell.worksheet.load("name");
    await context.sync();

    const { address, rowIndex: row, columnIndex: column } = cell;
    const place: CellPlace = { sheet: sheet.name, row, column, address };
    if (reads.some((area) => covers(area, place))) throw new WorkbookError("insideData", { cell: address });
    const content = String(cell.formulas[0]?.[0] ?? "");
    if (content !== "" && !(replace && samePlace(replace, place))) {
      const shown = String(cell.text[0]?.[0] ?? "") || content;
      throw new WorkbookError("occupied", { cell: address, content: shown }, place);
    }

    // Before the formula: in a cell formatted as text it would stay text.
    const format = String(cell.numberFormat[0]?.[0]);
    if (format === "@") cell.numberFormat = [[numberFormat ?? "General"]];
    else if (format === "General" && numberFormat !== undefined && !functionsBringFormats()) {
      cell.numberFormat = [[numberFormat]];
    }
    cell.formulas = [[formula]];
    await context.sync();
    return place;
  });
}

/** Since CustomFunctionsRuntime 1.4 a result brings its own number format. */
function functionsBringFormats(): boolean {
  return Office.context.requirements.isSetSupported("CustomFunctionsRuntime", "1.4");
}

function samePlace(one: CellPlace, other: CellPlace): boolean {
  return one.sheet === other.sheet && one.row === other.row && one.column === other.column;
}
