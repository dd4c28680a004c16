import { parseAddress, formatRect } from "../../../src/workbench/model/address";
import { shiftRect, type Move } from "../../../src/workbench/model/shift";
import { shiftFormula } from "../../../src/workbench/model/shiftFormula";

/* What Excel makes of references when part of a sheet's cells is inserted or deleted, told from Excel's own behaviour. */

const move = (address: string, shift: Move["shift"]) => {
  const rect = parseAddress(address)?.rect;
  if (!rect) throw new Error(address);
  return { rect, shift };
};
const moved = (reference: string, by: ReturnType<typeof move>) => {
  const rect = parseAddress(reference)?.rect;
  const now = rect && shiftRect(rect, by);
  return now && formatRect(now);
};

test.each([
  // inserted above, at the start, within, right after the end; beside
  ["A5:C9", "A1:C2", "Down", "A7:C11"],
  ["A5:C9", "A5:C6", "Down", "A7:C11"],
  ["A5:C9", "A7:C7", "Down", "A5:C10"],
  ["A5:C9", "A10:C10", "Down", "A5:C9"],
  ["E5:F9", "A1:C2", "Down", "E5:F9"],
  // reaches beyond the inserted columns: stays
  ["A5:D9", "A1:C2", "Down", "A5:D9"],
  ["B2:C3", "A1:A9", "Right", "C2:D3"],
  ["B2:C3", "C1:D3", "Right", "B2:E3"],
  // deleted above, overlapping its start, within, all of it, more than it
  ["A5:C9", "A1:C2", "Up", "A3:C7"],
  ["A5:C9", "A4:C6", "Up", "A4:C6"],
  ["A5:C9", "A6:C7", "Up", "A5:C7"],
  ["A5:C9", "A5:C9", "Up", undefined],
  ["A5:C9", "A1:D20", "Up", undefined],
  ["B2", "A1:A9", "Left", "A2"],
  // whole columns stay under a block, and move with whole columns
  ["B:C", "B1:C4", "Down", "B:C"],
  ["B:C", "A:A", "Right", "C:D"],
] as const)("%s after %s %s", (reference, by, shift, expected) => {
  expect(moved(reference, move(by, shift))).toBe(expected);
});

test.each([
  ["=SUM(A5:A9)+$B$7", "=SUM(A7:A11)+$B$9"],
  ["=Data!A5+Other!A5", "=Data!A7+Other!A5"],
  ["='Data'!$A5:B$6", "='Data'!$A7:B$8"],
  ['="A5"&A5', '="A5"&A7'],
  ["=SALES.WINRATE(Deals[A5],A5:A6)", "=SALES.WINRATE(Deals[A5],A7:A8)"],
  ["=LOG10(A5)+A5x+xA5", "=LOG10(A7)+A5x+xA5"],
  ["=A1:A9", "=A1:A11"],
  ["=Z5+A:A+5:5", "=Z5+A:A+5:5"],
  ["=INDEX(Deals[[#All],[B5]],A5)", "=INDEX(Deals[[#All],[B5]],A7)"],
])("%s when two rows of A:C come in before row 5", (formula, expected) => {
  expect(shiftFormula(formula, move("A5:C6", "Down"), "Data", "Data")).toBe(expected);
});

test("references to deleted cells, and formulas on other sheets", () => {
  const gone = move("A5:C6", "Up");
  expect(shiftFormula("=A5+A7+SUM(B4:B8)", gone, "Data", "Data")).toBe("=#REF!+A5+SUM(B4:B6)");
  expect(shiftFormula("=A7+Data!A7", gone, "Other", "Data")).toBe("=A7+Data!A5");
  expect(shiftFormula("='It''s'!A7", gone, "Other", "It's")).toBe("='It''s'!A5");
});
