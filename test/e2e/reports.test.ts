import { existsSync } from "node:fs";
import { join } from "node:path";
import { expectedValues } from "../support/shared-data";
import { check, focused, looks, openPane, type Pane, tabTo } from "./support/pane";
import { useWorkbench, type WorkbenchPage } from "./support/workbench";

/* Reports made and refreshed in the browser, with the built add-in and the real client. */

jest.setTimeout(240_000);

const bench = useWorkbench();
const maven = join(__dirname, "../../../shared/data/maven_crm/sales_pipeline.csv");

async function openMapped(query?: string, file?: Parameters<Pane["open"]>[0]): Promise<Pane> {
  const pane = await openPane(bench, query);
  if (file !== undefined) await pane.open(file);
  await pane.goTo("data");
  await pane.panel("data").locator("footer button").first().click();
  await pane.heard(/^(Saved and checked|Salvată și verificată)/);
  await pane.goTo("reports");
  return pane;
}

const press = (pane: Pane, name: RegExp) => pane.panel("reports").getByRole("button", { name }).click();
const refreshed = (pane: Pane) => pane.heard(/(sheets? (is|are) up to date|fo(aie|i) (este|sunt) la zi)/);

/** The rows of a report sheet by the name in their first column. */
async function rowsOf(workbench: WorkbenchPage, sheet: string): Promise<Record<string, unknown[]>> {
  const rows = await workbench.read(`'${sheet}'!A1:K120`);
  // A name stands first with its numbers, and again with its definition.
  return Object.fromEntries(
    rows
      .filter(([name]) => name !== "")
      .map(([name, ...values]): [string, unknown[]] => [String(name), values])
      .reverse(),
  );
}

/** Everything on a sheet but the time of the refresh. */
async function contentOf(workbench: WorkbenchPage, sheet: string): Promise<unknown[][]> {
  return (await workbench.read(`'${sheet}'!A1:K150`)).filter((_, row) => row !== 2);
}

const sheets = [
  "Overview",
  "Performance",
  "Pipeline and funnel",
  "Leads report", // the sample has a sheet “Leads”
  "Activity",
  "Team",
  "Customers",
  "Data quality",
];

test("before anything is mapped, one button says what to do", async () => {
  const pane = await openPane(bench);
  await pane.view.locator("#pane-tab-reports").focus();
  await tabTo(pane, /Set up data/);
  await pane.page.keyboard.press("Enter");
  expect(await focused(pane.frame())).toBe("Data");
});

test("the sample workbook: made by keyboard, the same again, and a note beside and below stays", async () => {
  const pane = await openMapped();
  const { workbench, page } = pane;
  await pane.view.locator("#pane-tab-reports").focus();
  await tabTo(pane, /Create reports/);
  await page.keyboard.press("Enter");
  await refreshed(pane);
  expect(await focused(pane.frame())).toBe("Refresh reports"); // the focus is where it was
  const before = await Promise.all(sheets.map((sheet) => contentOf(workbench, sheet)));

  // the numbers are those of formulas over the tables
  await workbench.type(
    "Deals!U2",
    '=SALES.REVENUE(Deals[Amount],Deals[Status],Deals[Closed],"period=2026-Q2")',
  );
  await workbench.type("Deals!U3", '=SALES.WINRATE(Deals[Status],Deals[Closed],"period=2026-Q2")');
  const overview = await rowsOf(workbench, "Overview");
  expect(overview.Revenue?.[0]).toBe(await workbench.value("Deals!U2"));
  expect(overview["Win rate"]?.[0]).toBe(await workbench.value("Deals!U3"));
  // the sample's own table of benchmarks, 35, 45 and 55 %
  const rows = await workbench.read("Overview!A1:J120");
  const compared = rows.find((row) => row[0] === "Win rate" && row[9] === "Example, 2025");
  expect(compared?.slice(1, 5)).toEqual([overview["Win rate"]?.[0], 0.35, 0.45, 0.55]);

  await workbench.type("Overview!M7", "talk to Ana");
  await workbench.type("Team!B80", "=1+1");
  await pane.goTo("reports");
  await press(pane, /^Refresh reports/);
  await pane.panel("reports").getByText("Refreshing…").first().waitFor({ state: "detached" });
  await refreshed(pane);
  expect(await Promise.all(sheets.map((sheet) => contentOf(workbench, sheet)))).toEqual(
    before.map((cells, at) =>
      cells.map((row, index) =>
        sheets[at] === "Team" && index === 78 ? row.map((cell, column) => (column === 1 ? 2 : cell)) : row,
      ),
    ),
  );
  expect(await workbench.value("Overview!M7")).toBe("talk to Ana");
  expect(workbench.troubles).toEqual([]);
});

test("an edited deal reaches the sheets by the ribbon's button, the pane closed", async () => {
  const deals =
    "owner,status,amount,created,closed\n" +
    "Ana,Won,100,2026-01-05,2026-01-20\nAna,Lost,50,2026-01-06,2026-02-01\nDan,Won,300,2026-02-01,2026-02-15\n";
  const file = { name: "deals.csv", mimeType: "text/csv", buffer: Buffer.from(deals) };
  const pane = await openMapped(undefined, file);
  const { workbench, page } = pane;
  await pane.panel("reports").getByLabel("Period").selectOption({ label: "Last complete: 2026-Q1" });
  await press(pane, /^Create reports/);
  await refreshed(pane);
  expect((await rowsOf(workbench, "Overview")).Revenue?.[0]).toBe(400);
  await page.locator(".pane").getByRole("button", { name: "Close" }).click();
  await workbench.type("deals!B3", "Won");
  await page.getByRole("button", { name: "Refresh reports" }).click();
  await page.waitForFunction(() => window.workbench?.read("Overview!B7")[0]?.[0] === 450);
  await page.waitForFunction(() => window.workbench?.read("Team!A1:K30").flat().includes(150)); // Ana's
  expect(await page.locator(".pane").isVisible()).toBe(false);
  expect(workbench.troubles).toEqual([]);
});

test("a deleted sheet is made again only when asked; a filter and cancelling", async () => {
  const pane = await openMapped();
  const { workbench } = pane;
  const tab = pane.panel("reports");
  for (const name of ["Pipeline and funnel", "Leads", "Activity", "Customers", "Data quality"])
    await tab.getByRole("checkbox", { name }).uncheck();
  await press(pane, /^Create reports/);
  await refreshed(pane);
  await tab.getByRole("button", { name: "Filters" }).click();
  await tab.getByLabel("Owner").click();
  for (const owner of ["Ana Popescu", "Dan Vasilescu"])
    await pane.view.getByRole("menuitemcheckbox", { name: owner }).click();
  await pane.page.keyboard.press("Escape");
  expect(await focused(pane.frame())).toBe("Ana Popescu, Dan Vasilescu");
  await press(pane, /^Refresh reports/);
  await pane.heard(/^3 sheets are up to date/);
  await workbench.type("Deals!U2", '=SALES.KPI("REVENUE","2026-Q2","owner","Ana Popescu")');
  await workbench.type("Deals!U3", '=SALES.KPI("REVENUE","2026-Q2","owner","Dan Vasilescu")');
  const [ana, dan] = [await workbench.value("Deals!U2"), await workbench.value("Deals!U3")];
  expect((await rowsOf(workbench, "Overview")).Revenue?.[0]).toBe(Number(ana) + Number(dan));
  expect(await workbench.value("Overview!A2")).toContain("Owner: Ana Popescu, Dan Vasilescu");
  const before = await contentOf(workbench, "Overview");
  await tab.getByLabel("Owner").click();
  await pane.view.getByRole("menuitemcheckbox", { name: "– all –" }).click();
  // The hand is quick: Cancel is pressed as soon as it is there.
  await pane.frame().evaluate(() => {
    const watcher = new MutationObserver(() => {
      const buttons = [...document.querySelectorAll<HTMLElement>("#panel-reports footer button")];
      const cancel = buttons.find((button) => button.textContent === "Cancel");
      if (cancel === undefined) return;
      watcher.disconnect();
      cancel.click();
    });
    watcher.observe(document.body, { childList: true, subtree: true });
  });
  await press(pane, /^Refresh reports/);
  await pane.heard(/^Stopped/);
  expect(await contentOf(workbench, "Overview")).toEqual(before);

  await pane.frame().evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Team").delete();
      await context.sync();
    }),
  );
  await press(pane, /^Refresh reports/);
  await pane.heard(/^2 sheets are up to date/);
  await tab.getByText("deleted").waitFor();
  await tab.getByRole("button", { name: "Make the sheet Team again" }).click();
  await pane.heard(/^3 sheets are up to date/);
  await tab.getByRole("button", { name: "Go to the sheet Team" }).click();
  await pane.page.waitForFunction(() => window.workbench?.read("A1")[0]?.[0] === "Team");

  const onOpening = tab.getByRole("switch", { name: "When the workbook opens" });
  await onOpening.click();
  await pane
    .frame()
    .waitForFunction(() => document.querySelector("#panel-reports [role=switch]:checked") !== null);
  expect(workbench.troubles).toEqual([]);
});

(existsSync(maven) ? describe : describe.skip)("Maven's 8,800 deals", () => {
  test("2017-Q3: the numbers that were expected, from other programs", async () => {
    const expected = expectedValues("maven_crm");
    const quarters = expected.revenue_by_quarter?.value as Record<
      string,
      { revenue: number; won_deals: number }
    >;
    const rates = expected.win_rate_by_close_quarter?.value as Record<string, { win_rate: number }>;
    const pane = await openMapped(undefined, maven);
    const { workbench } = pane;
    await pane.panel("reports").getByLabel("Period").selectOption("2017-Q3");
    await press(pane, /^Create reports/);
    await refreshed(pane);
    const overview = await rowsOf(workbench, "Overview");
    expect(overview.Revenue?.slice(0, 2)).toEqual([quarters["2017Q3"]?.revenue, quarters["2017Q2"]?.revenue]);
    expect(overview["Number of sales"]?.[0]).toBe(quarters["2017Q3"]?.won_deals);
    expect(overview["Win rate"]?.[0]).toBeCloseTo(rates["2017Q3"]?.win_rate ?? NaN, 12);
    expect(workbench.troubles).toEqual([]);
  });
});

test.each(looks)("in %s, %s: nothing for axe to find, nothing cut off", async (lang, theme) => {
  const empty = await openPane(bench, `?lang=${lang}&theme=${theme}`);
  await empty.goTo("reports");
  await check(empty, "reports", "empty");
  const pane = await openMapped(`?lang=${lang}&theme=${theme}`);
  await pane
    .panel("reports")
    .getByRole("button", { name: /^(Create|Creați)/ })
    .waitFor();
  await check(pane, "reports", "before");
  await press(pane, /^(Create|Creați)/);
  await refreshed(pane);
  await pane
    .panel("reports")
    .getByRole("button", { name: /^(Filters|Filtre)/ })
    .click();
  await pane
    .panel("reports")
    .getByLabel(/^(Owner|Responsabil)$/)
    .click();
  await check(pane, "reports", "owners to choose from");
  await pane.page.keyboard.press("Escape");
  await pane
    .panel("reports")
    .getByRole("button", { name: /^(Last refreshes|Ultimele)/ })
    .click();
  await check(pane, "reports", "after");
  expect(pane.workbench.troubles).toEqual([]);
});
