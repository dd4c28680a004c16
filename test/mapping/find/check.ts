import { findBlocks } from "../../../src/mapping/find";
import type { SheetCells } from "../../../src/mapping/sheet-cells";
import { finding } from "../../support/finding";

/** Each sheet is drawn by hand, and what is expected was read off the drawing. */
export function check(
  cases: readonly (readonly [name: string, sheet: SheetCells, found: readonly string[]])[],
): void {
  test.each(cases)("%s", (_, sheet, found) => expect(findBlocks(sheet).map(finding)).toEqual(found));
}
