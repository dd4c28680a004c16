/** @jest-environment jsdom */
import { canOpenSampleData, openSampleData } from "../../src/workbook";
import { startExcel, type TestExcel } from "../support/excel";

/* The file itself is read by a browser in the end-to-end tests; here a few bytes stand for it. */

let excel: TestExcel;
const opened: (Uint8Array | undefined)[] = [];
const bytes = Uint8Array.from({ length: 30_000 }, (_, at) => (at * 31) % 256);
bytes.set([0x50, 0x4b, 3, 4]); // as every .xlsx begins

beforeAll(async () => {
  excel = await startExcel({ onCreateWorkbook: (file) => opened.push(file) });
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => excel.dispose());

function serve(answer: Partial<Response>): void {
  globalThis.fetch = () => Promise.resolve(answer as Response);
}

test("the sample opens as another workbook, byte by byte", async () => {
  serve({ ok: true, arrayBuffer: () => Promise.resolve(bytes.buffer) });
  expect(canOpenSampleData()).toBe(true);
  await openSampleData();
  await new Promise((done) => setTimeout(done, 100)); // another workbook is another add-in: Excel opens it afterwards
  expect(opened).toHaveLength(1);
  expect([...(opened[0] ?? [])]).toEqual([...bytes]);
});

test("a file that does not come is told", async () => {
  serve({ ok: false, status: 404 });
  await expect(openSampleData()).rejects.toMatchObject({
    problem: "unknown",
    details: { detail: "sample.xlsx: 404" },
  });
});

test("an Excel that cannot open a second workbook is told so", async () => {
  jest.spyOn(Office.context.requirements, "isSetSupported").mockReturnValue(false);
  expect(canOpenSampleData()).toBe(false);
  await expect(openSampleData()).rejects.toMatchObject({ problem: "unsupported" });
});
