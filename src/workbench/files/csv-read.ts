import { parseCsv } from "hucre/csv";
import type { CellValue } from "../model/types";
import { emptySheet, FileError, type WorkbookContent } from "./content";
import { decodeText } from "./decode";
import { detectDialect } from "./dialect";
import { FormatRuns } from "./format-runs";
import { sheetNameFromFile } from "./names";
import { typedCell } from "./typed";

/** A delimited text file as a workbook of one sheet named after the file, as Excel opens it. */
export function readCsv(bytes: Uint8Array, fileName: string): WorkbookContent {
  const { text } = decodeText(bytes);
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const { delimiter, quote, skip } = detectDialect(body);
  const rows = parseCsv(skip ? body.slice(skip) : body, { delimiter, quote, escape: quote });
  if (rows.length > 1_048_576) throw new FileError("broken", `${rows.length} rows`);

  const formats = new FormatRuns();
  const values = rows.map((fields, row) =>
    fields.map((field, column): CellValue | null => {
      if (field === null || field === "") {
        formats.addBlank(row, column);
        return null;
      }
      const cell = typedCell(String(field));
      if (cell.format) formats.add(row, column, cell.format, { numberFormat: cell.format });
      return cell.value;
    }),
  );
  const sheet = {
    ...emptySheet(sheetNameFromFile(fileName)),
    values,
    formats: formats.finish(),
    columnWidths: widthsOf(rows),
  };
  return { name: fileName, sheets: [sheet], names: [], settings: new Map(), activeSheet: 0 };
}

/** Wide enough to read the first records; Excel leaves the default, which hides dates behind #####. */
function widthsOf(rows: readonly (readonly unknown[])[]): ReadonlyMap<number, number> {
  const lengths: number[] = [];
  for (const row of rows.slice(0, 200)) {
    row.forEach((field, column) => {
      lengths[column] = Math.max(lengths[column] ?? 0, String(field ?? "").length);
    });
  }
  return new Map(lengths.map((length, column) => [column, Math.min(Math.max(length * 8 + 16, 72), 280)]));
}
