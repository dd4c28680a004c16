import { areaAddress } from "./address";
import { inExcel } from "./in-excel";
import type { CellPlace } from "./source";

/** Excel takes no longer list of areas. */
const LONGEST_ADDRESS = 8000;

/**
 * Selects cells in their sheet and brings it to the front: those of the first cell's sheet. Where Excel cannot select several
 * areas by itself (before ExcelApi 1.18), the first cells that stand together are selected. Answers how many are.
 */
export async function showRows(cells: readonly Omit<CellPlace, "address">[]): Promise<number> {
  const [first] = cells;
  if (first === undefined) return 0;
  const areas = joined(cells.filter(({ sheet }) => sheet === first.sheet));
  const manyAtOnce = Office.context.requirements.isSetSupported("ExcelApi", "1.18");
  const shown = manyAtOnce ? fitting(areas) : areas.slice(0, 1);
  await inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(first.sheet).load("visibility");
    await context.sync();
    // Cells of a hidden sheet cannot be shown otherwise, and to see them is what was asked for.
    if (sheet.visibility !== "Visible") sheet.visibility = "Visible";
    sheet.activate();
    const addresses = shown.map(addressOf);
    if (addresses.length === 1) sheet.getRange(addresses[0]).select();
    else sheet.getRanges(addresses.join(",")).select();
    await context.sync();
  });
  return shown.reduce((sum, { row, lastRow }) => sum + lastRow - row + 1, 0);
}

interface Stretch {
  readonly column: number;
  readonly row: number;
  lastRow: number;
}

/** Cells below each other in a column, from top to bottom. */
function joined(cells: readonly { readonly row: number; readonly column: number }[]): Stretch[] {
  const stretches: Stretch[] = [];
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  for (const { row, column } of sorted) {
    const last = stretches.at(-1);
    if (last?.column === column && row <= last.lastRow + 1) last.lastRow = row;
    else stretches.push({ column, row, lastRow: row });
  }
  return stretches;
}

function fitting(areas: readonly Stretch[]): Stretch[] {
  let length = 0;
  return areas.filter((area) => (length += addressOf(area).length + 1) <= LONGEST_ADDRESS);
}

function addressOf({ row, lastRow, column }: Stretch): string {
  return areaAddress(row, column, lastRow, column);
}
