import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check, focused, looks, openPane, type Pane, tabTo } from "./support/pane";
import { repository } from "./support/server";
import { useWorkbench } from "./support/workbench";

/* The Data tab: what was found and guessed is read, changed, saved, and works in formulas. */

const bench = useWorkbench();

async function save(pane: Pane): Promise<void> {
  await pane.panel("data").getByRole("button", { name: "Save mapping" }).click();
  await pane.heard(/^Saved and checked/);
}

const csv = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(lines.join("\n")),
});

test("by keyboard alone: accept the guess, save, undo the saving", async () => {
  const pane = await openPane(bench);
  const { page, view } = pane;
  await view.getByRole("tab").first().focus();
  await page.keyboard.press("ArrowRight");
  expect(await focused(pane.frame())).toBe("Data");
  await view.getByRole("heading", { name: "Deals", exact: true }).first().waitFor();
  await tabTo(pane, /^\s*Save mapping/);
  await page.keyboard.press("Enter");
  await pane.heard(/^Saved and checked/);
  expect(await focused(pane.frame())).toBe("Save mapping"); // where it was
  await tabTo(pane, /^\s*Undo saving/);
  await page.keyboard.press("Enter");
  await pane.heard(/as it was before the last saving/);
  expect(pane.workbench.troubles).toEqual([]);
});

const maven = join(repository, "../shared/data/maven_crm/sales_pipeline.csv");
(existsSync(maven) ? test : test.skip)(
  "an export is mapped by guess, its words counted over all rows",
  async () => {
    const pane = await openPane(bench);
    await pane.open(maven);
    await pane.goTo("data");
    const data = pane.panel("data");
    await data.getByText("8,800 rows").first().waitFor({ state: "attached" });
    const chosen = async (role: string) =>
      data
        .getByRole("combobox", { name: role, exact: true })
        .evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text);
    expect(await chosen("Amount")).toBe("close_value");
    expect(await chosen("Created on")).toBe("engage_date");
    expect(await chosen("Closed on")).toBe("close_date");
    expect(await chosen("Owner")).toBe("sales_agent");
    await data.getByRole("button", { name: /^Words/ }).click();
    const [, ...rows] = readFileSync(maven, "utf8").trim().split(/\r?\n/);
    for (const word of ["Won", "Lost", "Engaging", "Prospecting"]) {
      const count = rows.filter((row) => row.split(",").includes(word)).length;
      await data.getByText(`${word} ${count.toLocaleString("en")}`).waitFor();
    }
    await save(pane);
    await data.getByText(/^8,800 rows read/).waitFor();
    // the same quarter, counted from the file: close_date is the seventh column
    const quarter = rows.map((row) => row.split(",")).filter((cells) => /^2017-0[789]/.test(cells[6] ?? ""));
    const won = quarter.filter((cells) => cells.includes("Won")).length;
    const decided = quarter.filter((cells) => cells.includes("Won") || cells.includes("Lost")).length;
    await pane.workbench.type("K2", '=SALES.KPI("WINRATE","2017-Q3")');
    expect(await pane.workbench.value("K2")).toBeCloseTo(won / decided, 12);
    expect(pane.workbench.troubles).toEqual([]);
  },
);

test("a date that reads both ways is asked about, and read as decided", async () => {
  const pane = await openPane(bench);
  const rows = Array.from(
    { length: 12 },
    (_, at) => `D-${at},${at % 3 ? "Won" : "Lost"},${100 + at},03/0${(at % 3) + 4}/2025`,
  );
  // a name that is wider than the pane
  await pane.open(csv("deals_of_the_eastern_region_25.csv", ["Deal ID,Status,Amount,Close Date", ...rows]));
  await pane.goTo("data");
  const data = pane.panel("data");
  await data.getByText(/^Closed on: which day is 03\/04\/2025/).waitFor();
  await check(pane, "data", "asks");
  await data.getByText("4 Mar 2025").click(); // month first
  await save(pane);
  // of the twelve rows the four of 5 March are won
  await pane.workbench.type("G2", '=SALES.KPI("SALESCOUNT","2025-03-05..2025-03-05")');
  expect(await pane.workbench.errorAt("G2")).toBeUndefined();
  expect(await pane.workbench.value("G2")).toBe(4);
});

test("what cannot be a list is refused with the reason; an empty workbook offers sample data", async () => {
  const pane = await openPane(bench);
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const line = (name: string, at: number) =>
    [name, ...months.map((_, month) => 1000 + 10 * at + month)].join(",");
  const reps = ["Ana", "Bogdan", "Carmen", "Dan", "Elena", "Florin"];
  await pane.open(csv("matrix.csv", [["Rep", ...months].join(","), ...reps.map(line)]));
  await pane.goTo("data");
  const data = pane.panel("data");
  await data.getByRole("button", { name: "1 area cannot be used as it is" }).waitFor();
  await data.getByText("one row for each record").waitFor();
  await pane.page.getByTitle("Start an empty workbook").click();
  await pane.workbench.opened("Book1");
  await pane.view.getByRole("tab").first().waitFor();
  await pane.goTo("data");
  await data.getByRole("button", { name: "Use sample data" }).waitFor();
});

test("rows with problems are shown in the sheet; a change is undone; a kind is added by hand", async () => {
  const pane = await openPane(bench);
  const data = pane.panel("data");
  await pane.goTo("data");
  await data.getByRole("heading", { name: "Deals", exact: true }).first().waitFor();
  await save(pane);
  await data
    .getByRole("button", { name: /things? to look at$/ })
    .first()
    .click();
  await data
    .getByRole("button", { name: /^Show rows:/ })
    .first()
    .click();
  await pane.heard(/selected in the sheet/);
  const owner = data.getByRole("combobox", { name: "Owner", exact: true }).first();
  const before = await owner.inputValue();
  await owner.selectOption("");
  await data.getByText("Not saved yet").waitFor();
  await data.getByRole("button", { name: "Undo", exact: true }).click();
  expect(await owner.inputValue()).toBe(before);
  await data.getByRole("button", { name: "Add a table" }).click();
  // the whole menu is in sight, however low the pane
  const first = pane.view.getByRole("menuitem", { name: "Deals" });
  expect(await first.evaluate((item) => item.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
  await pane.view.getByRole("menuitem", { name: "Holidays" }).click();
  await data.getByLabel("Table of Holidays").waitFor();
});

test.each(looks)("in %s, %s: nothing for axe to find, nothing cut off", async (lang, theme) => {
  const pane = await openPane(bench, `?lang=${lang}&theme=${theme}`);
  const data = pane.panel("data");
  await pane.goTo("data");
  await data.locator("section").first().waitFor();
  await check(pane, "data", "guessed");
  await data.locator("footer button").first().click();
  await pane.heard(/^(Saved and checked|Salvată și verificată)/);
  await data.locator("section button[aria-expanded=false]:not(.fui-InfoButton)").first().waitFor();
  const folded = data.locator("section").first().locator("button[aria-expanded=false]:not(.fui-InfoButton)");
  while ((await folded.count()) > 0) await folded.first().click();
  await check(pane, "data", "saved and unfolded");
  await data.locator(".fui-InfoButton").first().click();
  await check(pane, "data", "why this column");
  await pane.page.keyboard.press("Escape");
  await pane.frame().waitForFunction(() => document.activeElement?.matches(".fui-InfoButton")); // where it was
  await pane.goTo("settings");
  await pane.panel("settings").getByRole("switch").click();
  await check(pane, "settings", "settings");
  expect(pane.workbench.troubles).toEqual([]);
});
