/** @jest-environment jsdom */
import fc from "fast-check";
import { MAX_COLUMNS } from "../../../src/workbench/model/address";
import type { Sheet } from "../../../src/workbench/model/types";
import { writeReport } from "../../../src/workbook";
import { startExcel, type TestExcel } from "../../support/excel";
import { smallPlan } from "../../support/report-plans";
import { runs } from "../../support/random";

/* Twenty refreshes with reports of any length, while a person works around them: nothing of theirs is lost or moved. */

let excel: TestExcel;
const options = { at: 46_000.4, rows: { used: 3, skipped: 0 } };
const NAMES = ["Ana", "Dan", "Ioana", "Radu", "Mihai", "Elena", "Vlad", "Maria", "Ion", "Réka"];
const COLUMNS = 6;

beforeAll(async () => {
  excel = await startExcel();
});
afterAll(() => excel.dispose());
beforeEach(clear);

function clear(): void {
  const { model } = excel;
  const blank = model.addSheet();
  for (const sheet of model.sheets()) if (sheet.id !== blank.id) sheet.delete();
  for (const name of model.names()) name.delete();
  model.replaceCustomXmlParts([]);
}

type Edit =
  | { readonly does: "below" | "beside" | "within"; readonly row: number; readonly column: number }
  | { readonly does: "formula"; readonly row: number }
  | { readonly does: "rename" | "insertRow" | "moveTab" | "widen" };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    does: fc.constantFrom("below", "beside", "within"),
    row: fc.integer({ min: 0, max: 20 }),
    column: fc.integer({ min: 0, max: COLUMNS - 1 }),
  }),
  fc.record({ does: fc.constant("formula" as const), row: fc.integer({ min: 0, max: 6 }) }),
  fc.record({ does: fc.constantFrom("rename", "insertRow", "moveTab", "widen") }),
);
const round = fc.record({
  length: fc.integer({ min: 1, max: NAMES.length }),
  number: fc.integer({ min: 1, max: 900 }),
  edits: fc.array(edit, { maxLength: 2 }),
});

/** A person's cell: its place counts from the report's end (below), or from its first cell (the others). */
interface Own {
  readonly text: string;
  readonly from: "end" | "corner";
  readonly row: number;
  readonly column: number;
}

class Person {
  readonly own: Own[] = [];
  corner = 0;
  private written = 0;

  constructor(
    private readonly sheet: Sheet,
    private readonly notes: Sheet,
  ) {}

  work(doing: Edit, rows: number): void {
    const text = `mine ${++this.written}`;
    if (doing.does === "below") this.put({ text, from: "end", row: doing.row, column: doing.column }, rows);
    if (doing.does === "beside")
      this.put({ text, from: "corner", row: doing.row, column: COLUMNS + doing.column }, rows);
    if (doing.does === "within" && doing.row < rows)
      this.put({ text, from: "corner", row: doing.row, column: doing.column }, rows);
    if (doing.does === "formula")
      this.notes.write(cell(this.written, 0), [[`='${this.sheet.name}'!B${this.corner + doing.row + 1}`]]);
    if (doing.does === "rename") this.sheet.rename(`Review ${this.written}`);
    if (doing.does === "moveTab") this.sheet.moveTo(0);
    if (doing.does === "widen") this.sheet.setColumnWidth(0, 1, 200 + this.written);
    if (doing.does === "insertRow") {
      this.sheet.insertCells({ row: 0, column: 0, rows: 1, columns: MAX_COLUMNS }, "Down");
      this.corner++;
    }
  }

  /** Where a note of the person should be now. */
  placeOf({ from, row, column }: Own, rows: number) {
    return cell(this.corner + (from === "end" ? rows : 0) + row, column);
  }

  private put(own: Own, rows: number): void {
    const place = this.placeOf(own, rows);
    if (this.sheet.readFormulas(place)[0]?.[0] !== "") return;
    this.sheet.write(place, [[own.text]]);
    this.own.push(own);
  }
}

test("nothing of a person's is lost over twenty refreshes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 20, maxLength: 20 }), async (rounds) => {
      clear();
      const plans = (length: number, number: number) => [
        smallPlan(
          "overview",
          NAMES.slice(0, length),
          NAMES.map((_, at) => number + at),
        ),
      ];
      await writeReport(plans(3, 5), options);
      const sheet = excel.sheet("Report overview");
      const person = new Person(sheet, excel.sheet("Notes"));
      let rows = reportRows();
      for (const { length, number, edits } of rounds) {
        for (const doing of edits) person.work(doing, rows);
        const formulas = excel.sheet("Notes").readFormulas(notesArea);
        const width = sheet.columnWidth(0);
        const [plan] = plans(length, number);
        await writeReport(plans(length, number), options);

        rows = reportRows();
        expect(excel.sheet("Notes").readFormulas(notesArea)).toEqual(formulas);
        expect(sheet.columnWidth(0)).toBe(width);
        expectPlanned(sheet, plan, person.corner);
        expectOwn(sheet, person, rows);
      }
    }),
    runs(Number(process.env.RUNS ?? 3)),
  );
}, 300_000);

test("a row put in between keeps its remark; a row deleted takes none with it", async () => {
  const plan = smallPlan("overview", NAMES.slice(0, 4), [5, 6, 7, 8]);
  await writeReport([plan], options);
  const sheet = excel.sheet("Report overview");
  const wholeRow = (row: number) => ({ row, column: 0, rows: 1, columns: MAX_COLUMNS });
  sheet.write(cell(5, 3), [["beside Dan"]]);
  sheet.insertCells(wholeRow(5), "Down");
  sheet.write({ row: 5, column: 0, rows: 1, columns: 2 }, [["ask her", "on Monday"]]);
  await writeReport([plan], options);
  expectPlanned(sheet, plan, 0);
  const texts = sheet.readValues({ row: 0, column: 3, rows: 14, columns: 12 }).flat().filter(String);
  expect(texts.sort()).toEqual(["ask her", "beside Dan", "on Monday"]);

  sheet.deleteCells(wholeRow(4), "Up");
  sheet.write(cell(9, 4), [["still here"]]);
  await writeReport([plan], options);
  expectPlanned(sheet, plan, 0);
  const left = sheet.readValues({ row: 0, column: 3, rows: 14, columns: 12 }).flat().filter(String);
  expect(left).toEqual(expect.arrayContaining(["ask her", "on Monday", "still here"]));
});

const notesArea = { row: 0, column: 0, rows: 60, columns: 1 };

/** Rows of the report by its hidden name, which covers one more. */
function reportRows(): number {
  const formula = excel.model.definedName("SalesReport_overview")?.formula ?? "";
  const [, first, last] = /\$A\$(\d+):\$F\$(\d+)$/.exec(formula) ?? [];
  return Number(last) - Number(first);
}

function expectPlanned(sheet: Sheet, plan: ReturnType<typeof smallPlan> | undefined, corner: number): void {
  plan?.cells.forEach((line, row) =>
    line.forEach((planned, column) => {
      if (planned) expect(sheet.readValues(cell(corner + row, column))).toEqual([[planned.value]]);
    }),
  );
}

/** Every note is there, once: those below and beside where they were, those within at their place or beside it. */
function expectOwn(sheet: Sheet, person: Person, rows: number): void {
  const used = sheet.usedRange(true);
  if (!used) throw new Error("blank");
  const cells = sheet.readValues(used);
  for (const own of person.own) {
    const found = cells.flatMap((line, r) =>
      line.flatMap((value, c) =>
        value === own.text ? [{ row: used.row + r, column: used.column + c }] : [],
      ),
    );
    expect(found).toHaveLength(1);
    const { row, column } = person.placeOf(own, rows);
    const [at] = found;
    const isWithin = own.from === "corner" && own.column < COLUMNS;
    expect(at?.row).toBe(row);
    if (!isWithin) expect(at?.column).toBe(column);
  }
}

function cell(row: number, column: number) {
  return { row, column, rows: 1, columns: 1 };
}
