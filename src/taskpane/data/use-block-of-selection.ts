import { useCallback } from "react";
import { isRefused, type Block } from "../../mapping/block";
import { findBlocks } from "../../mapping/find";
import type { SheetCells } from "../../mapping/sheet-cells";
import { readSelectedArea, readStructure, toWorkbookError, type Area } from "../../workbook";
import { problemText } from "../problem-text";
import { useShell } from "../shell/context";
import { useLanguage } from "../texts";
import { placeAddress } from "./block-name";

/** The block that the selected cell stands in, or the one that the selected cells are. Says so where they are none. */
export function useBlockOfSelection(): (blocks: readonly Block[]) => Promise<Block | undefined> {
  const language = useLanguage();
  const { tell } = useShell();
  return useCallback(
    async (blocks) => {
      try {
        const area = await readSelectedArea();
        const found = area.rows * area.columns === 1 ? blockAround(blocks, area) : await blockIn(area);
        if (found) {
          const address = placeAddress(found.place, found.columns.length);
          tell({ intent: "success", text: language.text("selectionUsed", { address }) });
        } else {
          tell({ intent: "warning", text: language.text("selectionNoList") });
        }
        return found;
      } catch (problem) {
        tell({ intent: "error", text: problemText(toWorkbookError(problem), language) });
        return undefined;
      }
    },
    [language, tell],
  );
}

function blockAround(blocks: readonly Block[], { sheet, row, column }: Area): Block | undefined {
  return blocks.find(
    ({ place, columns }) =>
      place.sheet === sheet &&
      row >= (place.headerRow ?? place.row) &&
      row < place.row + place.rows &&
      column >= place.column &&
      column < place.column + columns.length,
  );
}

async function blockIn(area: Area): Promise<Block | undefined> {
  const sheet = (await readStructure()).find(({ name }) => name === area.sheet);
  const found = sheet && findBlocks(partOf(sheet, area)).find((one) => !isRefused(one));
  return found && !isRefused(found) ? found : undefined;
}

/** What of a sheet lies in the area, as if there were nothing else; tables are known by themselves. */
export function partOf(sheet: SheetCells, area: Area): SheetCells {
  const first = { row: Math.max(sheet.row, area.row), column: Math.max(sheet.column, area.column) };
  const rows = Math.max(0, Math.min(sheet.row + sheet.rows, area.row + area.rows) - first.row);
  const columns = Math.max(
    0,
    Math.min(sheet.column + sheet.columns, area.column + area.columns) - first.column,
  );
  const from = first.column - sheet.column;
  return {
    ...sheet,
    ...first,
    rows,
    columns,
    tables: [],
    runs: sheet.runs.flatMap(({ row, values, formats }) => {
      const start = Math.max(0, first.row - row);
      const end = Math.min(values.length, first.row + rows - row);
      if (end <= start) return [];
      const crop = <T>(lines: readonly (readonly T[])[]) =>
        lines.slice(start, end).map((line) => line.slice(from, from + columns));
      return [{ row: row + start, values: crop(values), ...(formats ? { formats: crop(formats) } : {}) }];
    }),
  };
}
