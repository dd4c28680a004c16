/** @jest-environment jsdom */
import { patience, readCells, readStructure } from "../../src/workbook";
import { at, startExcel, type TestExcel } from "../support/excel";

/* A workbook larger than what the connection lets through at once: here 300 KB stand for the 5 MB of Excel on the web. */

let excel: TestExcel;
const ROWS = 20_000;
/** Long cells come late, so that what was learnt from the first blocks is wrong for them. */
const cellAt = (row: number, column: number): string | number =>
  column === 2 ? (row < 15_000 ? "short" : `${row} ${"ș".repeat(60)}`) : row * 10 + column;

beforeAll(async () => {
  patience.pauses = [1, 1];
  excel = await startExcel({ payloadLimit: 300_000 });
  const cells = Array.from({ length: ROWS }, (_, row) => [0, 1, 2, 3].map((column) => cellAt(row, column)));
  excel.sheet("Large").write({ row: 2, column: 1, rows: ROWS, columns: 4 }, cells, { asIs: true });
});
afterAll(() => excel.dispose());
const whole = () => ({ sheetId: excel.sheet("Large").id, row: 2, column: 1, rows: ROWS, columns: 4 });

test("every cell arrives, in its place, whatever has to be halved on the way", async () => {
  const shares: number[] = [];
  const part = { ...whole(), column: 3, row: 15_000, rows: 100, columns: 1 };
  const [all, some, none] = await readCells([whole(), part, { ...whole(), rows: 0 }], {
    onProgress: (share) => shares.push(share),
  });
  expect(all!.values).toHaveLength(ROWS);
  for (let row = 0; row < ROWS; row += 1)
    for (let column = 0; column < 4; column++)
      if (all!.values[row]![column] !== cellAt(row, column)) throw new Error(`${row}, ${column}`);
  expect(some!.values).toEqual(Array.from({ length: 100 }, (_, i) => [cellAt(14_998 + i, 2)]));
  expect(none!.values).toEqual([]);
  expect(shares.at(-1)).toBe(1);
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
});

test("stops before the next block when asked to", async () => {
  const stopping = new AbortController();
  const reading = readCells([whole()], { signal: stopping.signal, onProgress: () => stopping.abort() });
  await expect(reading).rejects.toMatchObject({ name: "AbortError" });
});

test("one row that does not get through is told", async () => {
  excel
    .sheet("Wide")
    .write({ row: 0, column: 0, rows: 1, columns: 12 }, [Array(12).fill("x".repeat(30_000))], {
      asIs: true,
    });
  const row = { sheetId: excel.sheet("Wide").id, row: 0, column: 0, rows: 1, columns: 12 };
  await expect(readCells([row])).rejects.toMatchObject({ problem: "tooLarge" });
  excel.sheet("Wide").delete();
});

test("of large sheets the top and the bottom are looked at, of small and hidden ones everything", async () => {
  excel.sheet("Small").write(
    at("B2:C4"),
    [
      ["Id", "When"],
      [1, 45000],
      [2, 45001],
    ],
    { asIs: true },
  );
  excel.sheet("Small").setNumberFormats(at("C3:C4"), [["yyyy-mm-dd"], ["yyyy-mm-dd"]]);
  excel.sheet("Hidden").write(at("A1:A2"), [["a"], ["b"]]);
  excel.sheet("Hidden").setVisibility("Hidden");
  const table = excel.addTable("Tables", "Deals", "C3", [
    ["Status", "Sum"],
    ["Won", 1],
    ["Lost", 2],
  ]);
  excel.sheet("Empty");

  const sheets = await readStructure();
  const named = (name: string) => sheets.find((sheet) => sheet.name === name)!;
  expect(named("Large")).toMatchObject({ row: 2, column: 1, rows: ROWS, columns: 4, visible: true });
  expect(named("Large").runs.map(({ row, values }) => [row, values.length])).toEqual([
    [2, 500],
    [ROWS + 2 - 100, 100],
  ]);
  expect(named("Large").runs[1]!.values.at(-1)).toEqual(
    [0, 1, 2, 3].map((column) => cellAt(ROWS - 1, column)),
  );
  expect(named("Small").runs).toEqual([
    {
      row: 1,
      values: [
        ["Id", "When"],
        [1, 45000],
        [2, 45001],
      ],
      formats: [
        ["General", "General"],
        ["General", "yyyy-mm-dd"],
        ["General", "yyyy-mm-dd"],
      ],
    },
  ]);
  expect(named("Hidden")).toMatchObject({ visible: false, runs: [{ row: 0, values: [["a"], ["b"]] }] });
  expect(named("Empty")).toMatchObject({ rows: 0, columns: 0, runs: [] });
  expect(named("Tables").tables).toEqual([
    {
      ...{ id: table.id, name: "Deals", row: 2, column: 2, rows: 3, columns: 2 },
      ...{ hasHeader: true, hasTotals: false, columnIds: table.columns.map(({ id }) => String(id)) },
    },
  ]);
});
