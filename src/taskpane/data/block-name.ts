import type { Block, Place, RefusedBlock } from "../../mapping/block";
import { columnLetters } from "../../workbook";
import type { Language } from "../texts";

/** "Deals · table · 1,480 rows", "Pipeline!A6:H8814 · 8,808 rows". */
export function blockName({ place, columns, visible }: Block, language: Language): string {
  const rows = language.plural("rows", place.rows);
  const name = place.table?.name ?? placeAddress(place, columns.length);
  return [name, rows, ...(visible ? [] : [language.text("hiddenSheet")])].join(" · ");
}

export function placeAddress(place: Place, columns: number): string {
  const top = place.headerRow ?? place.row;
  return address(place.sheet, top, place.column, place.row + place.rows - top, columns);
}

export function refusedAddress({ sheet, row, column, rows, columns }: RefusedBlock): string {
  return address(sheet, row, column, rows, columns);
}

/** The header of a column, or its letters where it has none. */
export function columnName({ place, columns }: Block, at: number, language: Language): string {
  const header = columns[at]?.header.trim() ?? "";
  return header === "" ? language.text("emptyHeader", { letters: columnLetters(place.column + at) }) : header;
}

function address(sheet: string, row: number, column: number, rows: number, columns: number): string {
  const first = `${columnLetters(column)}${row + 1}`;
  const last = `${columnLetters(column + Math.max(columns, 1) - 1)}${row + Math.max(rows, 1)}`;
  return `${sheet}!${first}:${last}`;
}
