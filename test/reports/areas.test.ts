import fc from "fast-check";
import { lookAreas, writtenValues } from "../../src/reports/areas";
import type { Look, PlannedCell } from "../../src/reports/plan";
import { runs } from "../support/random";

const looks: readonly (Look | undefined)[] = ["label", "number", "head", undefined];
const sheet = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.constantFrom(...looks), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

test("the areas cover every cell that has a look, once, with its look", () => {
  fc.assert(
    fc.property(sheet, (given) => {
      const cells = given.map((row) =>
        row.map((look): PlannedCell | undefined => (look === undefined ? undefined : { value: "x", look })),
      );
      const covered = given.map((row) => row.map((): Look | undefined => undefined));
      for (const { look, row, column, rows, columns } of lookAreas({ cells })) {
        for (let r = row; r < row + rows; r++) {
          for (let c = column; c < column + columns; c++) {
            const line = covered[r] ?? [];
            expect(line[c]).toBeUndefined();
            line[c] = look;
          }
        }
      }
      expect(covered).toEqual(given);
    }),
    runs(300),
  );
});

test("columns of equal looks are one area", () => {
  const label: PlannedCell = { value: "a", look: "label" };
  const number: PlannedCell = { value: 1, look: "number" };
  const cells = Array.from({ length: 50 }, () => [label, number, number]);
  expect(lookAreas({ cells })).toEqual([
    { look: "label", row: 0, column: 0, rows: 50, columns: 1 },
    { look: "number", row: 0, column: 1, rows: 50, columns: 2 },
  ]);
});

test("texts are marked as texts, whatever they begin with", () => {
  const cell = (value: string | number): PlannedCell => ({ value, look: "text" });
  expect(writtenValues({ cells: [[cell("=1+1"), cell("'quoted'"), cell(""), cell(3), undefined]] })).toEqual([
    ["'=1+1", "''quoted'", "", 3, ""],
  ]);
});
