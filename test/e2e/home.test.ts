import { check, focused, looks, openPane, type Pane, tabTo } from "./support/pane";
import { useWorkbench } from "./support/workbench";

/* The Home tab over the sample workbook, mapped as it was guessed. */

const bench = useWorkbench();

async function openHome(query?: string): Promise<Pane> {
  const pane = await openPane(bench, query);
  await pane.goTo("data");
  const save = pane.panel("data").locator("footer button").first();
  await save.click();
  await pane.heard(/^(Saved and checked|Salvată și verificată)/);
  await pane.goTo("home");
  await pane
    .panel("home")
    .getByRole("button", { name: /^(Win rate|Rată de câștig)/ })
    .waitFor();
  return pane;
}

test("before anything is mapped, one button says what to do", async () => {
  const pane = await openPane(bench);
  await pane.view.locator("#pane-tab-home").focus();
  await tabTo(pane, /Set up data/);
  await pane.page.keyboard.press("Enter");
  expect(await focused(pane.frame())).toBe("Data");
});

test("by keyboard: a card, what stands behind it, its formula, and back to the card", async () => {
  const pane = await openHome();
  const { page, workbench } = pane;
  await workbench.select("Deals!U2");
  await pane.view.locator("#pane-tab-home").focus();
  await tabTo(pane, /^\s*Win rate/);
  const card = await focused(pane.frame());
  await page.keyboard.press("Enter");
  expect(await focused(pane.frame())).toBe("Win rate"); // the heading of the details
  const home = pane.panel("home");
  await home.getByText('"2026-Q2")').waitFor();
  await pane.view.locator("#panel-home footer").getByText("Deals!U2").waitFor();
  await page.keyboard.press("Enter");
  await pane.heard(/^Deals!U2 shows \d\d\.\d%\.$/);
  await page.keyboard.press("Escape");
  expect(await focused(pane.frame())).toBe(card); // where it was
  // the card, the KPI formula and the formula over columns say the same
  await workbench.type("Deals!U4", '=SALES.WINRATE(Deals[Status],Deals[Closed],"period=2026-Q2")');
  const value = await workbench.value("Deals!U4");
  expect(await workbench.value("Deals!U2")).toBe(value);
  expect(card).toContain(`${(100 * Number(value)).toFixed(1)}%`);
  expect(workbench.troubles).toEqual([]);
});

test("the rows behind a number are selected in the sheet", async () => {
  const pane = await openHome();
  const { workbench } = pane;
  const home = pane.panel("home");
  await home.getByRole("button", { name: /^Number of sales/ }).click();
  const show = home.getByRole("button", { name: "Show rows: Records it rests on" });
  await show.press("Enter");
  await pane.heard(/selected in the sheet|rows are selected/);
  // every deal that is plainly won in the quarter is selected
  const chosen = await pane.frame().evaluate(() =>
    Excel.run(async (context) => {
      const areas = context.workbook.getSelectedRanges().areas.load("items/rowIndex,items/rowCount");
      const body = context.workbook.tables.getItem("Deals").getRange().load("values,rowIndex");
      await context.sync();
      const [head = [], ...rows] = body.values as (string | number)[][];
      const at = (name: string) => head.indexOf(name);
      const picked = areas.items.flatMap(({ rowIndex, rowCount }) =>
        rows.slice(rowIndex - body.rowIndex - 1, rowIndex - body.rowIndex - 1 + rowCount),
      );
      const isWonIn = (row: (string | number)[]) =>
        row[at("Status")] === "Won" &&
        Number(row[at("Closed")]) >= 46_113 && // 1 April 2026
        Number(row[at("Closed")]) < 46_204; // 1 July
      return { picked: picked.length, won: picked.filter(isWonIn).length, all: rows.filter(isWonIn).length };
    }),
  );
  expect(chosen.all).toBeGreaterThan(5);
  expect(chosen.won).toBe(chosen.all);
  // and no others than the function counts, which also reads dates and words that are written otherwise
  await workbench.type("Deals!U4", '=SALES.SALESCOUNT(Deals[Status],Deals[Closed],"period=2026-Q2")');
  expect(chosen.picked).toBe(await workbench.value("Deals!U4"));
  await check(pane, "home", "rows behind a number");
  expect(workbench.troubles).toEqual([]);
});

test("another period, another comparison; an edit in the sheet reaches the card", async () => {
  const pane = await openHome();
  const home = pane.panel("home");
  await home.getByLabel("Period").selectOption("2025");
  await home.getByLabel("Compare with").selectOption("lastYear");
  const sales = home.getByRole("button", { name: /^Number of sales/ });
  await sales.filter({ hasText: "a year before" }).waitFor();
  await pane.workbench.type("Deals!U2", '=SALES.SALESCOUNT(Deals[Status],Deals[Closed],"period=2025")');
  const count = Number(await pane.workbench.value("Deals!U2"));
  await sales.filter({ hasText: new RegExp(`Number of sales${count}\\D`) }).waitFor();
  // one deal won in 2025 is no longer
  const rows = await pane.workbench.read("Deals!A1:T602");
  const heads = (rows[0] ?? []).map(String);
  const [status, closed] = [heads.indexOf("Status"), heads.indexOf("Closed")];
  const at = rows.findIndex(
    (row) => row[status] === "Won" && Number(row[closed]) >= 45_658 && Number(row[closed]) < 46_023,
  );
  const column = String.fromCharCode(65 + status);
  await pane.workbench.type(`Deals!${column}${at + 1}`, "Lost");
  const fewer = Number(await pane.workbench.value("Deals!U2"));
  expect(fewer).toBe(count - 1);
  await sales.filter({ hasText: new RegExp(`Number of sales${fewer}\\D`) }).waitFor();
});

test.each(looks)("in %s, %s: nothing for axe to find, nothing cut off", async (lang, theme) => {
  const empty = await openPane(bench, `?lang=${lang}&theme=${theme}`);
  await check(empty, "home", "empty");
  const pane = await openHome(`?lang=${lang}&theme=${theme}`);
  await check(pane, "home", "cards");
  await pane
    .panel("home")
    .getByRole("button", { name: /^(Win rate|Rată de câștig)/ })
    .click();
  await pane
    .panel("home")
    .getByRole("heading", { name: /^(Win rate|Rată de câștig)$/ })
    .waitFor();
  await check(pane, "home", "details");
  expect(pane.workbench.troubles).toEqual([]);
});
