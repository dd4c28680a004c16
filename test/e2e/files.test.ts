import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { useWorkbench } from "./support/workbench";

const bench = useWorkbench();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "workbench-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const deals = "status;amount;closed\nWon;1200,5;2026-01-20\nLost;300;2026-02-01\nWon;10;13/02/2026\n";

test("a file dropped on the page opens", async () => {
  const workbench = await bench.open();
  const data = await workbench.page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.csv", { type: "text/csv" }));
    return transfer;
  }, deals);
  const target = workbench.page.locator(".grid");
  await target.dispatchEvent("dragenter", { dataTransfer: data });
  await workbench.page.locator(".drop-target").waitFor({ state: "visible" });
  await target.dispatchEvent("drop", { dataTransfer: data });
  await workbench.opened("dropped.csv");
  expect(await workbench.read("A1:C4")).toEqual([
    ["status", "amount", "closed"],
    ["Won", "1200,5", 46042],
    ["Lost", 300, 46054],
    ["Won", 10, "13/02/2026"],
  ]);
  expect(await workbench.page.locator(".drop-target").isVisible()).toBe(false);
  expect(workbench.troubles).toEqual([]);
});

test("a workbook saved and opened again is the same: cells, formulas, spills, tables", async () => {
  const workbench = await bench.open();
  const { page } = workbench;
  await workbench.select("Deals!A1");
  const before = await workbench.read("Deals!A1:P40");
  await page.getByTitle("Start an empty workbook").click();
  await workbench.opened("Book1");
  await page.getByTitle(/^Open two years/).click();
  await workbench.opened("Sample");
  await workbench.type("Deals!T2", '=SALES.BY("WINRATE",Deals[Owner],Deals[Status])');
  await workbench.type("Deals!W2", "=SALES.WINRATE(Deals[Status])");
  const spilled = await workbench.read("Deals!T2:U10");
  const rate = await workbench.value("Deals!W2");
  expect(typeof rate).toBe("number");

  const downloading = page.waitForEvent("download");
  await page.keyboard.press("Control+s");
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("Sample.xlsx");
  const saved = join(folder, "Saved copy.xlsx");
  await download.saveAs(saved);
  expect(readFileSync(saved).subarray(0, 2).toString()).toBe("PK");

  await workbench.choose(saved);
  await workbench.opened("Saved copy.xlsx");
  expect(await workbench.read("Deals!A1:P40")).toEqual(before);
  expect(await workbench.read("Deals!T2:U10")).toEqual(spilled);
  expect(await workbench.value("Deals!W2")).toBe(rate);
  // the formula still reads the table: a new first status changes it
  await workbench.type("Deals!E2", "Open");
  await workbench.type("Deals!E3", "Open");
  await workbench.type("Deals!E4", "Open");
  expect(await workbench.value("Deals!W2")).not.toBe(rate);
  expect(workbench.troubles).toEqual([]);
});

test("changes are asked about before they are lost", async () => {
  const workbench = await bench.open();
  const { page } = workbench;
  await workbench.type("Deals!Z1", "mine");
  await page.getByTitle("Start an empty workbook").click();
  await page.getByRole("button", { name: "Cancel" }).click();
  expect(await workbench.value("Deals!Z1")).toBe("mine");
  await page.getByTitle("Start an empty workbook").click();
  await page.getByRole("button", { name: "Replace without saving" }).click();
  await workbench.opened("Book1");
});

test.each([
  ["notes.pdf", "%PDF-1.7", "is not a file this page opens"],
  ["broken.xlsx", "PK\u0003\u0004 nothing", "could not be read"],
  ["empty.csv", "", "is empty"],
])("%s is refused in words, and the workbook stays", async (name, text, words) => {
  const workbench = await bench.open();
  await workbench.choose({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text) });
  await workbench.page.getByRole("alert").getByText(words).waitFor();
  expect(await workbench.page.title()).toMatch(/^Sample/);
});
