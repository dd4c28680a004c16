import type { Block } from "../block";
import type { MappedPlace } from "../mapping";

/** What is kept of a block's place: enough to find it again when rows and columns have come and gone around it. */
export function mappedPlaceOf({ place, columns }: Block): MappedPlace {
  const { sheet, sheetId, table, headerRow, headerRows, row, column } = place;
  const at = { sheet, sheetId, column, columns: columns.length };
  if (table) return { ...at, table };
  if (headerRow === undefined) return { ...at, row };
  return { ...at, headerRow, ...(headerRows === undefined ? {} : { headerRows }) };
}
