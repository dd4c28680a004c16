import { isRefused, type Block } from "../mapping/block";
import { findBlocks } from "../mapping/find";
import { areaAddress } from "./address";
import { inExcel } from "./in-excel";
import { readStructure, type Depth } from "./read-structure";
import type { CellPlace, Source } from "./source";

/** What of the workbook a formula can be built on. */
export interface WorkbookView {
  readonly sources: readonly Source[];
  readonly activeSheet: string;
  /** Where a formula would go; missing while a chart or a shape is selected. */
  readonly target: CellPlace | undefined;
}

/** Enough to find headers and where lists end: the pane looks whenever the person comes back to it. */
const GLANCE: Depth = { whole: 60, top: 40, bottom: 20 };

/** All tables, and the lists with a header on visible sheets. */
export async function readWorkbook(): Promise<WorkbookView> {
  const [sheets, active] = await Promise.all([readStructure(undefined, GLANCE), readActive()]);
  const blocks = sheets.flatMap(findBlocks).filter((found): found is Block => !isRefused(found));
  const tables = blocks.filter(({ place }) => place.table !== undefined);
  const ranges = blocks.filter(
    ({ place, visible }) => visible && !place.table && place.headerRow !== undefined,
  );
  return {
    sources: [...tables, ...ranges].map((block) => sourceOf(block, ranges)),
    ...active,
  };
}

async function readActive(): Promise<Pick<WorkbookView, "activeSheet" | "target">> {
  try {
    const target = await readTargetCell();
    return { activeSheet: target.sheet, target };
  } catch {
    const activeSheet = await inExcel(async (context) => {
      const active = context.workbook.worksheets.getActiveWorksheet().load("name");
      await context.sync();
      return active.name;
    }).catch(() => ""); // a sheet that is all chart is no worksheet to Excel, which refuses to name it
    return { activeSheet, target: undefined };
  }
}

/** The active cell on its own, for showing where a formula will go. */
export function readTargetCell(): Promise<CellPlace> {
  return inExcel(async (context) => {
    const cell = context.workbook.getActiveCell().load("address,rowIndex,columnIndex");
    const sheet = cell.worksheet.load("name");
    await context.sync();
    return { sheet: sheet.name, row: cell.rowIndex, column: cell.columnIndex, address: cell.address };
  });
}

function sourceOf({ place, columns }: Block, ranges: readonly Block[]): Source {
  const { sheet, table, row, column, rows } = place;
  const isOnly = ranges.filter((other) => other.place.sheet === sheet).length === 1;
  const first = areaAddress(place.headerRow ?? row, column);
  return {
    kind: table ? "table" : "range",
    name: table?.name ?? (isOnly ? sheet : `${sheet} ${first}`),
    sheet,
    headers: columns.map(({ header }) => header),
    row,
    column,
    rows,
  };
}
