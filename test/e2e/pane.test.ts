import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Frame, FrameLocator, Page } from "playwright-core";
import { focused, looks, violations } from "./support/pane";
import { repository } from "./support/server";
import { useWorkbench, type WorkbenchPage } from "./support/workbench";

/* The task pane beside the grid, at the size it has on a small screen: 350 × 378. */

const bench = useWorkbench();
const small = { width: 1366, height: 482 };

interface Pane {
  readonly workbench: WorkbenchPage;
  readonly page: Page;
  readonly frame: Frame;
  readonly view: FrameLocator;
  insertButton(): ReturnType<FrameLocator["locator"]>;
  /** What a screen reader hears last. */
  heard(text: RegExp): Promise<void>;
}

async function openPane(query?: string): Promise<Pane> {
  const workbench = await bench.open(query);
  const { page } = workbench;
  await page.setViewportSize(small);
  page.setDefaultTimeout(10_000);
  const view = page.frameLocator(".pane-holder iframe");
  await view.locator("#pane-tab-metrics").click();
  await view.getByRole("option").first().waitFor();
  const frame = page.frames().find((one) => one.url().includes("taskpane.html"));
  if (!frame) throw new Error("The pane is not there.");
  return {
    workbench,
    page,
    frame,
    view,
    insertButton: () => view.locator("#panel-metrics footer").getByRole("button").last(),
    heard: (text) => view.getByRole("status").filter({ hasText: text }).waitFor({ state: "attached" }),
  };
}

/** Once the pane has seen the selection. */
async function select(pane: Pane, address: string): Promise<void> {
  await pane.workbench.select(address);
  await pane.view.locator("#panel-metrics footer").getByText(address).waitFor();
}

test("by keyboard alone: search, choose, read, insert", async () => {
  const pane = await openPane();
  const { page, frame, view, workbench } = pane;
  await select(pane, "Deals!U2");
  await view.getByRole("searchbox").focus();
  await page.keyboard.type("castig"); // Romanian, without its accents, in an English pane
  await pane.heard(/metrics? found/);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("win rate");
  await page.keyboard.press("ArrowDown");
  expect(await focused(frame)).toContain("Win rate");
  await page.keyboard.press("ArrowRight");
  expect(await focused(frame)).toBe("Win rate"); // the heading of the details
  await page.keyboard.press("Escape");
  expect(await focused(frame)).toContain("WINRATE");
  await page.keyboard.press("Enter");
  await pane.heard(/^Deals!U2 shows \d\d\.\d%\.$/);
  await workbench.idle();
  expect(await workbench.value("Deals!U2")).toBeGreaterThan(0.5);
  expect(await focused(frame)).toContain("WINRATE"); // where it was
  expect(workbench.troubles).toEqual([]);
});

test("arrow keys run through the whole list and never lose it from sight", async () => {
  const { page, frame, view } = await openPane();
  await view.getByRole("searchbox").focus();
  await page.keyboard.press("ArrowDown");
  const options = await view.getByRole("option").count();
  for (let at = 1; at < options; at++) {
    await page.keyboard.press("ArrowDown");
    const visible = await frame.evaluate(() => {
      const option = document.activeElement?.getBoundingClientRect();
      const footer = document.querySelector("#panel-metrics footer")?.getBoundingClientRect();
      const search = document.querySelector("[role=search]")?.getBoundingClientRect();
      return option && footer && search && option.top >= search.bottom - 1 && option.bottom <= footer.top + 1;
    });
    expect({ at, visible }).toEqual({ at, visible: true });
  }
  await page.keyboard.press("Home");
  expect(await focused(frame)).toContain("REVENUE");
  await page.keyboard.press("ArrowUp"); // up from the first: the search
  expect(await frame.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("search");
});

test("a filled cell is replaced only on request", async () => {
  const pane = await openPane();
  const { page, view, workbench } = pane;
  await workbench.type("Deals!U3", "my note");
  await select(pane, "Deals!U3");
  await pane.insertButton().click();
  const dialog = view.getByRole("alertdialog");
  await dialog.getByText("my note").waitFor();
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(await workbench.value("Deals!U3")).toBe("my note");
  await pane.insertButton().click();
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await view.locator("button:focus", { hasText: /^Insert formula$/ }).waitFor(); // where it was
  expect(await workbench.value("Deals!U3")).toBe("my note");
  await pane.insertButton().click();
  await dialog.getByRole("button", { name: "Replace" }).click();
  await pane.heard(/^Deals!U3 shows [\d,.]+\.$/);
  expect(typeof (await workbench.value("Deals!U3"))).toBe("number");
});

test("not into the cells it reads", async () => {
  const pane = await openPane();
  await select(pane, "Deals!E5");
  await pane.insertButton().click();
  await pane.heard(/is one of the cells the formula reads/);
});

test("columns, options and the group can be chosen in the details", async () => {
  const pane = await openPane();
  const { view, workbench } = pane;
  await select(pane, "Deals!U2");
  await view.locator("#metric-BY").click();
  const formula = view.locator("section code").first();
  await view.getByLabel("Metric", { exact: true }).selectOption("SALESCOUNT");
  await view.getByLabel("Group by").selectOption("quarter");
  await pane.insertButton().click();
  await pane.heard(/^Deals!U2 holds the table/);
  await workbench.idle();
  expect((await workbench.value("Deals!U3"))?.toString()).toMatch(/^2024-Q3$/);
  await view.getByRole("button", { name: "Back to the list" }).click();
  await view.locator("#metric-WINRATE").click();
  await view.getByLabel("weight").selectOption("value");
  expect(await formula.textContent()).toContain("Deals[Amount]");
  expect(await formula.textContent()).toContain('"weight=value")');
  await view.getByLabel("staleDays").fill("99999");
  await view.getByText("Enter a number from 0 to 3,650.").waitFor();
});

test("a metric of several tables takes a table for each, or a number instead of one", async () => {
  const pane = await openPane();
  const { page, frame, view, workbench } = pane;
  await select(pane, "Deals!U2");
  await view.locator("#metric-CAC").click();
  const formula = view.locator("#panel-metrics footer code");
  const costs = view.getByRole("group", { name: "Costs" });
  expect(await formula.textContent()).toContain("Costs[Amount]");
  await costs.getByLabel("Table or sheet").selectOption({ label: "– one number –" });
  await costs.getByLabel("cost").fill("a lot");
  await costs.getByText("Enter a number").waitFor();
  await costs.getByLabel("cost").fill("150.000,5");
  await costs.getByText("Enter a number").waitFor(); // which of the two marks the decimals?
  await costs.getByLabel("cost").fill("150000");
  expect(await formula.textContent()).toMatch(/,150000,/);
  expect(await formula.textContent()).not.toContain("Costs[");
  await view.getByLabel("From", { exact: true }).fill("2025-01-01");
  await view.getByLabel("To (included)").fill("31.12.2025");
  expect(await formula.textContent()).toMatch(/,"2025-01-01","2025-12-31"\)$/);
  await pane.insertButton().click();
  await pane.heard(/^Deals!U2 shows [\d,.]+\.$/);
  // a further table on request, and the focus stays with it
  await view.getByRole("button", { name: "Back to the list" }).click();
  await view.locator("#metric-LEADRESPONSE").click();
  await view.getByRole("button", { name: "Add holidays…" }).focus();
  await page.keyboard.press("Enter");
  const holidays = view.getByRole("group", { name: "Holidays" });
  await holidays.getByLabel("Table or sheet").waitFor();
  expect(await frame.evaluate(() => document.activeElement?.tagName)).toBe("SELECT");
  await holidays.getByLabel("Table or sheet").selectOption({ label: "– not used –" });
  await view.getByRole("button", { name: "Add holidays…" }).waitFor();
  expect(workbench.troubles).toEqual([]);
});

test("a metric that is a table says so and spills", async () => {
  const pane = await openPane();
  const { view, workbench } = pane;
  await select(pane, "Deals!U2");
  await view.locator("#metric-CONVBYSOURCE").click();
  await view.getByText("Into Deals!U2, as a table").waitFor();
  await view.getByText("the cells beside and below have to be empty").waitFor();
  await pane.insertButton().click();
  await pane.heard(/^Deals!U2 holds the table/);
  await workbench.idle();
  expect((await workbench.read("Deals!U2:V3")).flat().every((cell) => cell !== "")).toBe(true);
});

test("the reference of a metric stands behind a second tab", async () => {
  const { page, frame, view } = await openPane();
  await view.locator("#metric-WINRATE").click();
  await view.getByRole("tab", { name: "Formula" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await view.getByText("71.4%").waitFor(); // R§1: five of seven
  await view.getByText("Salesforce Knowledge").waitFor();
  for (const argument of ["status", "closedDate", "options"]) {
    await view
      .locator("dt", { hasText: new RegExp(`^${argument}`) })
      .first()
      .waitFor();
  }
  expect(await frame.evaluate(() => document.activeElement?.textContent)).toBe("Reference");
});

test("an empty workbook: placeholders, and what to do with them", async () => {
  const pane = await openPane();
  const { page, view, workbench } = pane;
  await page.getByTitle("Start an empty workbook").click();
  await workbench.opened("Book1");
  await page.waitForTimeout(1000); // the pane starts anew with the workbook
  await view.locator("#pane-tab-metrics").click();
  await view.getByRole("option").first().waitFor();
  await view.getByText("No table or sheet with headers").first().waitFor();
  await pane.insertButton().click();
  await pane.heard(/Press F2 there and replace Amount_column, Status_column with your own\./);
});

const maven = join(repository, "../shared/data/maven_crm/sales_pipeline.csv");
(existsSync(maven) ? test : test.skip)("a plain export without a table gets plain ranges", async () => {
  const { workbench, view, page, ...pane } = await openPane();
  await workbench.choose(maven);
  await workbench.opened("sales_pipeline.csv");
  await page.waitForTimeout(1000); // the pane starts anew with the workbook
  await view.locator("#pane-tab-metrics").click();
  await view.getByRole("option").first().waitFor();
  await workbench.select("K2");
  await view.locator("#metric-WINRATE").click();
  await view.getByText("sales_pipeline!$E$2:$E$8801").first().waitFor();
  await pane.insertButton().click();
  await pane.heard(/K2 shows 63\.2%/);
  await workbench.idle();
  expect(await workbench.value("K2")).toBeCloseTo(0.6315005215318135, 12);
  expect(workbench.troubles).toEqual([]);
  await page.close();
});

test.each(looks)("in %s, %s: nothing for axe to find, nothing cut off", async (lang, theme) => {
  const pane = await openPane(`?lang=${lang}&theme=${theme}`);
  const { frame, view, workbench } = pane;
  const isDark = await frame.evaluate(() => {
    const colour = getComputedStyle(
      document.querySelector("#panel-metrics footer") ?? document.body,
    ).backgroundColor;
    return Number(/\d+/.exec(colour)?.[0]) < 128;
  });
  expect(isDark).toBe(theme === "dark");
  expect(await frame.evaluate(() => document.documentElement.lang)).toBe(lang);
  await select(pane, "Deals!U2");
  const check = async (state: string) => {
    expect({ state, found: await violations(frame) }).toEqual({ state, found: [] });
    const size = await frame.evaluate(() => ({
      sideways: document.documentElement.scrollWidth - innerWidth,
      below:
        (document.querySelector("#panel-metrics footer")?.getBoundingClientRect().bottom ?? Infinity) -
        innerHeight,
    }));
    expect({ state, ...size }).toEqual({ state, sideways: 0, below: 0 });
  };
  await check("list");
  await view.locator("#metric-WINRATE").click();
  await check("details");
  await view.locator("#tab-reference").click();
  await frame.waitForTimeout(400); // the tab's line slides
  await check("reference");
  await view.locator("#tab-fill").click();
  await frame.waitForTimeout(400);
  await pane.insertButton().click();
  await pane.heard(/Deals!U2/);
  await frame.waitForTimeout(400); // colours fade
  await check("inserted");
  await pane.insertButton().click();
  await view.getByRole("alertdialog").waitFor();
  await frame.waitForTimeout(400); // the dialog fades in
  await check("dialog");
  expect(workbench.troubles).toEqual([]);
});
