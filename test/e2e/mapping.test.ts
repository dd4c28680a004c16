import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expectedValues } from "../support/shared-data";
import { openPane, tabTo, type Pane } from "./support/pane";
import { repository } from "./support/server";
import { useWorkbench } from "./support/workbench";

/* A real export from the file to the numbers and back into a file; and what happens to a mapping as its sheet changes. */

jest.setTimeout(180_000);

const bench = useWorkbench();
const folder = mkdtempSync(join(tmpdir(), "sales-metrics-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const maven = join(repository, "../shared/data/maven_crm/sales_pipeline.csv");
const expected = expectedValues("maven_crm");
const ofGroup = (name: string) => (expected[name]?.value ?? {}) as Record<string, Record<string, number>>;

(existsSync(maven) ? test : test.skip)(
  "Maven, by keyboard: guess, save, ask, edit, save as a file, open it again",
  async () => {
    const pane = await openPane(bench);
    await pane.open(maven);
    await saveGuess(pane);
    const { workbench, page } = pane;
    await workbench.type("K1", '=SALES.KPI("WINRATE","2017-Q3")');
    await workbench.type("K3", '=SALES.KPITABLE("WINRATE,REVENUE","owner","2017")');
    const quarter = ofGroup("win_rate_by_close_quarter")["2017Q3"];
    expect(await workbench.value("K1")).toBeCloseTo(quarter?.win_rate ?? NaN, 12);
    // every deal of the file closed in 2017
    const rates = ofGroup("win_rate_by_agent");
    const sums = ofGroup("revenue_by_agent");
    const agents = Object.keys(rates);
    const table = await workbench.read(`K3:M${3 + agents.length}`);
    expect(table[0]).toEqual(["owner", "Win rate", "Revenue"]);
    expect(agents).toHaveLength(30);
    expect(new Set(table.slice(1).map(([agent]) => agent))).toEqual(new Set(agents));
    for (const [agent, rate, revenue] of table.slice(1)) {
      expect([agent, rate]).toEqual([agent, expect.closeTo(rates[String(agent)]?.win_rate ?? NaN, 12)]);
      expect([agent, revenue]).toEqual([agent, expect.closeTo(sums[String(agent)]?.revenue ?? NaN, 6)]);
    }
    expect(await workbench.value(`K${4 + agents.length}`)).toBe("");

    // a deal that was lost in the quarter is won after all
    const rows = await workbench.read("A1:H8801");
    const lost = rows.findIndex((row) => row[4] === "Lost" && isIn2017Q3(row[6]));
    const agent = String(rows[lost]?.[1]);
    await workbench.type(`E${lost + 1}`, "Won");
    const { won = NaN, closed = NaN } = quarter ?? {};
    await shows(pane, "K1", (won + 1) / closed);
    const own = rates[agent];
    const at = 3 + table.findIndex(([name]) => name === agent);
    await shows(pane, `L${at}`, ((own?.won ?? NaN) + 1) / (own?.closed ?? NaN));

    const saved = join(folder, "Maven saved.xlsx");
    await saveAs(pane, saved);
    const before = await workbench.read("K1:M40");

    await page.goto(`${bench.url()}?lang=en&theme=light`);
    await page.waitForFunction(() => window.workbench !== undefined);
    await page.evaluate(() => window.workbench?.ready);
    await pane.open(saved);
    await workbench.idle();
    expect(await workbench.read("K1:M40")).toEqual(before);
    await pane.goTo("data");
    const data = pane.panel("data");
    await data.getByText("Saved", { exact: true }).waitFor();
    await data.getByText(/^8,800 rows read/).waitFor();
    await data.getByRole("button", { name: "Deals", exact: true }).click();
    expect(await roleOf(pane, "Closed on")).toBe("close_date");
    await workbench.type(`E${lost + 1}`, "Lost");
    await shows(pane, "K1", won / closed);
    expect(workbench.troubles).toEqual([]);
  },
);

test("from an empty workbook to the sample; columns and tables are renamed, moved, lost, and found again", async () => {
  const pane = await openPane(bench);
  const { workbench, page, view } = pane;
  const data = pane.panel("data");
  const former = pane.frame();
  await page.getByTitle("Start an empty workbook").click();
  await workbench.opened("Book1");
  await leaves(pane, former);
  await pane.goTo("data");
  await data.getByRole("button", { name: "Use sample data" }).waitFor();
  const empty = pane.frame();
  await view.locator("#pane-tab-data").focus();
  await tabTo(pane, /^\s*Use sample data/);
  await page.keyboard.press("Enter");
  await leaves(pane, empty);
  await saveGuess(pane);
  await workbench.type("Deals!AA1", '=SALES.KPI("WINRATE","2025")');
  const rate = Number(await workbench.value("Deals!AA1"));
  expect(rate).toBeGreaterThan(0.2);
  await workbench.type("Deals!AA2", '=SALES.WINRATE(Deals[Status],Deals[Closed],"period=2025")');
  expect(await workbench.value("Deals!AA2")).toBe(rate);

  // a header typed over, a column inserted before all of them, rows in another order, a new name for the table
  const status = ((await workbench.read("Deals!A1:Z1"))[0] ?? []).indexOf("Status");
  await workbench.type(`Deals!${letter(status)}1`, "Stare");
  await pane.frame().evaluate(() =>
    Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("Deals");
      table.worksheet.getRange("A:A").insert("Right");
      const body = table.getDataBodyRange().load("values");
      await context.sync();
      body.values = body.values.slice().reverse();
      table.name = "Oferte";
      await context.sync();
    }),
  );
  await workbench.idle();
  expect(await workbench.value("Deals!AB1")).toBeCloseTo(rate, 12);
  const column = letter(status + 1);
  const [heading] = await workbench.read(`Deals!${column}1`);
  expect(heading).toEqual(["Stare"]);
  // the cells are still followed: what the range form says of the table, the KPI says too
  const days = await workbench.read("Deals!K2:K602");
  const closed = days.findIndex(([day]) => Number(day) >= 45_658 && Number(day) < 46_023); // in 2025
  const was = await workbench.value(`Deals!${column}${closed + 2}`);
  await workbench.type(`Deals!${column}${closed + 2}`, was === "Lost" ? "Won" : "Lost");
  await workbench.type("Deals!AB2", '=SALES.WINRATE(Oferte[Stare],Oferte[Closed],"period=2025")');
  const edited = Number(await workbench.value("Deals!AB2"));
  expect(edited).not.toBe(rate);
  await shows(pane, "Deals!AB1", edited);

  // the table goes, its cells stay: it is said, by the name it had when it was mapped, and what took its place can be chosen
  await pane.frame().evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.tables.getItem("Oferte").convertToRange();
      await context.sync();
    }),
  );
  await data.getByText("The table or sheet “Deals” (Deals) is no longer there.").waitFor();
  await workbench.idle();
  expect(await workbench.value("Deals!AB1")).toBe("#N/A");
  expect(await workbench.errorAt("Deals!AB1")).toContain("open the pane of Sales Metrics");
  await data.getByText("Choose the one that took its place").waitFor();
  await choose(pane, "Table of Deals", "Deals!B1");
  await choose(pane, "The column “Status” (Status) is gone. Which column is it now?", "Stare");
  await tabTo(pane, /^\s*Save mapping/);
  await page.keyboard.press("Enter");
  await pane.heard(/^Saved and checked/);
  await shows(pane, "Deals!AB1", edited);

  // for somebody without the add-in: values in place of our formulas, others as they were
  await workbench.type("Deals!AB4", "=1+1");
  await pane.goTo("settings");
  await pane.panel("settings").getByRole("button", { name: "This sheet" }).click();
  await view.getByRole("alertdialog").getByRole("button", { name: "Convert", exact: true }).click();
  await pane.heard(/^2 formulas are values now\.$/);
  const formulas = await pane.frame().evaluate(() =>
    Excel.run(async (context) => {
      const cells = context.workbook.worksheets.getItem("Deals").getRange("AB1:AB4").load("formulas");
      await context.sync();
      return (cells.formulas as unknown[][]).flat();
    }),
  );
  expect(formulas).toEqual([edited, "#REF!", "", "=1+1"]);
  expect(workbench.troubles).toEqual([]);
});

test("by keyboard alone: a list that says nothing of itself is mapped column by column", async () => {
  const pane = await openPane(bench);
  const { workbench, page, view } = pane;
  const lines = [
    "F1,F2,F3,F4",
    "Ana,da,100,12",
    "Ana,nu,50,13",
    "Dan,da,300,17",
    "Dan,nu,80,11",
    "Eva,da,70,19",
    "Eva,poate,10,15",
  ];
  await pane.open({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });
  await pane.goTo("data");
  const data = pane.panel("data");
  await data.getByRole("button", { name: "Add a table" }).waitFor();
  expect(await data.locator("section").count()).toBe(0); // nothing is claimed of it
  await view.locator("#pane-tab-data").focus();
  await tabTo(pane, /^\s*Add a table/);
  await page.keyboard.press("Enter");
  await view.getByRole("menuitem", { name: "Deals" }).waitFor();
  await page.keyboard.press("Enter");
  await choose(pane, "Table of Deals", "list");
  await choose(pane, "Owner", "F1");
  await choose(pane, "Status", "F2");
  await choose(pane, "Amount", "F3");
  await tabTo(pane, /^\s*Words/);
  await page.keyboard.press("Enter");
  await choose(pane, "poate 1", "won");
  await tabTo(pane, /^\s*Save mapping/);
  await page.keyboard.press("Enter");
  await pane.heard(/^Saved and checked/);
  await workbench.type("H1", '=SALES.KPI("WINRATE")');
  await workbench.type("H2", '=SALES.KPI("REVENUE","","owner","ana")');
  await workbench.type("H3", '=SALES.KPI("REVENUE")');
  // three da and one poate of six; 100 of Ana's; 100 + 300 + 70 + 10
  await shows(pane, "H1", 4 / 6);
  await shows(pane, "H2", 100);
  await shows(pane, "H3", 480);
  // what was typed over a header is still the same column, and a row below the list belongs to it
  await workbench.type("C1", "Bani");
  await workbench.type("A8", "Ana");
  await workbench.type("B8", "da");
  await workbench.type("C8", "1000");
  await shows(pane, "H2", 1100);
  expect(workbench.troubles).toEqual([]);
});

test("a mapping of a newer version stays until the person says that it may go", async () => {
  const pane = await openPane(bench);
  const { workbench, view } = pane;
  const lines = ["Owner,Status,Amount,Close Date", "Ana,Won,100,2026-01-20", "Dan,Lost,50,2026-02-13"];
  await pane.open({ name: "deals.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });
  await saveGuess(pane);
  await workbench.type("H1", '=SALES.KPI("WINRATE")');
  await shows(pane, "H1", 0.5);
  const saved = join(folder, "newer.xlsx");
  await saveAs(pane, saved);
  const parts = unzipSync(readFileSync(saved));
  const [name] =
    Object.entries(parts).find(([, part]) => strFromU8(part).includes("urn:sales-metrics:mapping")) ?? [];
  if (name === undefined) throw new Error("The file holds no mapping.");
  const kept = strFromU8(parts[name] ?? new Uint8Array());
  expect(kept).toContain('{"version":1,');
  const newer = { ...parts, [name]: strToU8(kept.replace('{"version":1,', '{"version":99,')) };
  writeFileSync(saved, zipSync(newer));

  await pane.open(saved);
  await pane.goTo("data");
  const data = pane.panel("data");
  await data.getByText("was saved by a newer version of Sales Metrics").waitFor();
  const save = data.getByRole("button", { name: "Save mapping" });
  await save.click();
  const dialog = view.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await dialog.waitFor({ state: "detached" });
  await workbench.idle();
  expect(await workbench.value("H1")).not.toBe(0.5);
  await save.click();
  await dialog.getByRole("button", { name: "Replace" }).click();
  await pane.heard(/^Saved and checked/);
  await shows(pane, "H1", 0.5);
  expect(workbench.troubles).toEqual([]);
});

/** Saves the workbook as a person does, and puts the download there. */
async function saveAs({ page, workbench }: Pane, path: string): Promise<void> {
  await workbench.select("A1");
  const downloading = page.waitForEvent("download");
  await page.keyboard.press("Control+s");
  await (await downloading).saveAs(path);
}

/** Chooses in a select as a person without a mouse does: Tab to it, then the beginning of the entry's name. */
async function choose(pane: Pane, label: string, entry: string): Promise<void> {
  const select = pane.panel("data").getByRole("combobox", { name: label, exact: true });
  const isThere = () => select.evaluate((element) => element === document.activeElement);
  await pane.view.locator("#pane-tab-data").focus();
  for (let step = 0; step < 120 && !(await isThere()); step++) await pane.page.keyboard.press("Tab");
  expect({ label, focused: await isThere() }).toEqual({ label, focused: true });
  await pane.page.keyboard.type(entry);
  const chosen = await select.evaluate((element: HTMLSelectElement) => element.selectedOptions[0]?.text);
  expect(chosen?.startsWith(entry)).toBe(true);
}

/** Accepts what was guessed, without the mouse. */
async function saveGuess(pane: Pane): Promise<void> {
  await pane.goTo("data");
  await pane.panel("data").locator("section").first().waitFor();
  await pane.view.locator("#pane-tab-data").focus();
  await tabTo(pane, /^\s*Save mapping/);
  await pane.page.keyboard.press("Enter");
  await pane.heard(/^Saved and checked/);
}

/** Another workbook was opened: the pane of the former one goes, and that of the new one is ready. */
async function leaves(pane: Pane, former: ReturnType<Pane["frame"]>): Promise<void> {
  for (let wait = 0; wait < 200 && !former.isDetached(); wait++) await pane.page.waitForTimeout(50);
  await pane.view.getByRole("tab").first().waitFor();
}

const letter = (column: number): string => String.fromCharCode(65 + column);

/** Waits for a cell to show a number. */
async function shows({ page, workbench }: Pane, address: string, value: number): Promise<void> {
  await page
    .waitForFunction(([at, wanted]) => Math.abs(Number(window.workbench?.read(at)[0]?.[0]) - wanted) < 1e-9, [
      address,
      value,
    ] as const)
    .catch(() => undefined);
  expect({ [address]: await workbench.value(address) }).toEqual({ [address]: expect.closeTo(value, 9) });
}

const roleOf = (pane: Pane, role: string): Promise<string | undefined> =>
  pane
    .panel("data")
    .getByRole("combobox", { name: role, exact: true })
    .evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text);

/** Serial days of July to September 2017. */
const isIn2017Q3 = (cell: unknown): boolean => typeof cell === "number" && cell >= 42_917 && cell < 43_009;
