import { parseAddress, unquoteSheet } from "./address";
import { columnName } from "./address";
import { shiftRect } from "./shift";
import type { Move } from "./shift";

/**
 * A formula after cells were inserted or deleted: its references follow their cells, with their dollar signs; one to deleted
 * cells becomes #REF!. `home` is the sheet the formula stands on, `sheetName` the one on which cells moved.
 */
export function shiftFormula(
  formula: string,
  move: Omit<Move, "sheetId">,
  home: string,
  sheetName: string,
): string {
  return formula.replace(TOKENS, (token, sheet: string | undefined, reference: string | undefined) => {
    if (reference === undefined) return token;
    const on = sheet === undefined ? home : unquoteSheet(sheet.slice(0, -1));
    if (on.toLowerCase() !== sheetName.toLowerCase()) return token;
    const rect = parseAddress(reference)?.rect;
    if (!rect) return token;
    const moved = shiftRect(rect, move);
    if (moved === rect) return token;
    return (sheet ?? "") + (moved ? rewrite(reference, moved) : "#REF!");
  });
}

/** Texts and the brackets of tables' references are passed over; what follows a letter, digit or dot is part of a name. */
const TOKENS = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"`,
    String.raw`\[(?:[^\[\]]|\[[^\]]*\])*\]`,
    String.raw`(?<![\p{L}\p{N}_.$'!])('(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?` +
      String.raw`(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})` +
      String.raw`(?![\p{L}\p{N}_.(!])`,
  ].join("|"),
  "giu",
);

/** The same reference over other cells: "$A$1:B2" keeps its dollars and its shape. */
function rewrite(
  reference: string,
  { row, column, rows, columns }: { row: number; column: number; rows: number; columns: number },
): string {
  const corner = (text: string, atRow: number, atColumn: number) =>
    text.replace(
      /^(\$?)([A-Z]*)(\$?)(\d*)$/i,
      (_, first: string, letters: string, second: string, digits: string) => {
        const newColumn = letters === "" ? "" : columnName(atColumn);
        return first + newColumn + second + (digits === "" ? "" : String(atRow + 1));
      },
    );
  const [from = "", to] = reference.split(":");
  const start = corner(from, row, column);
  return to === undefined ? start : `${start}:${corner(to, row + rows - 1, column + columns - 1)}`;
}
