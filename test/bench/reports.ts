import type { Frame, Page } from "playwright-core";
import type {} from "../../src/workbench/page/handle"; // declares window.workbench
import { launchBrowser } from "../e2e/support/browser";
import { startServer } from "../e2e/support/server";
import { mulberry32 } from "./random";

/*
 * npx tsx test/bench/reports.ts: the Overview and Team reports over 100,000 deals of 24 months and 20 reps in the browser,
 * from press to finished; beside it, in the same run, what native formulas take for one table of these reports. Prints; what
 * is fast enough is for a reader to say. With ALL=1 all sheets are made.
 */

const ALL = process.env.ALL === "1";
const DEALS = Number(process.env.DEALS ?? 100_000);
const REPS = 20;
const MONTHS = 24;
/** Of the native table only the rows of so many reps are calculated, as the whole would take minutes. */
const NATIVE_REPS = 2;
const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** Unchecked, so that only the Overview and Team sheets are made. */
const BESIDE = ["Performance", "Pipeline and funnel", "Leads", "Activity", "Customers", "Data quality"];

const random = mulberry32(7);
const iso = (day: number): string => new Date(FIRST_DAY + day * DAY).toISOString().slice(0, 10);
const reps = Array.from({ length: REPS }, (_, at) => `Rep ${String.fromCharCode(65 + at)}`);

function deals(): string {
  const lines = ["owner,customer,source,status,amount,created,closed"];
  for (let row = 0; row < DEALS; row++) {
    const closed = Math.floor(random() * MONTHS * 30.4);
    const luck = random();
    const status = luck < 0.5 ? "Won" : luck < 0.85 ? "Lost" : "Open";
    lines.push(
      [
        reps[Math.floor(random() * REPS)],
        `Customer ${Math.floor(random() * (DEALS / 8))}`,
        ["Web", "Referral", "Event", "Partner"][Math.floor(random() * 4)],
        status,
        Math.round(100 + random() * 9900),
        iso(closed - Math.floor(random() * 60)),
        status === "Open" ? "" : iso(closed),
      ].join(),
    );
  }
  return lines.join("\n");
}

async function main(): Promise<void> {
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext({ locale: "en-US" })).newPage();
    page.setDefaultTimeout(600_000);
    await page.goto(`${server.url}?lang=en`);
    await page.waitForFunction(() => window.workbench !== undefined);
    await page.evaluate(() => window.workbench?.ready);
    await openAndMap(page);
    const ours = await measureReports(page);
    console.log(
      `${DEALS.toLocaleString("en-US")} deals, ${REPS} reps, ${ALL ? "all sheets" : "Overview and Team"}, monthly, ${MONTHS} months of records`,
    );
    console.log(
      `made: ${seconds(ours.first)}, refreshed: ${seconds(ours.again)}, after an edit: ${seconds(ours.edited)}`,
    );
    console.log(`JavaScript memory of page, grid and pane: ${Math.round(ours.memory)} MB`);
    const native = await measureNative(page);
    console.log(
      `COUNTIFS and SUMIFS for wins, losses and revenue, ${REPS} reps × ${MONTHS} months: ${seconds(native)} ` +
        `(${NATIVE_REPS} reps measured, times ${REPS / NATIVE_REPS})`,
    );
    console.log(
      `native ÷ made: ${times(native / ours.first)}, ÷ after an edit: ${times(native / ours.edited)}`,
    );
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function openAndMap(page: Page): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByTitle(/^Open a \.csv/).click();
  const file = { name: "deals.csv", mimeType: "text/csv", buffer: Buffer.from(deals()) };
  await (await chooser).setFiles(file);
  await page.waitForFunction(() => document.title.startsWith("deals.csv"));
  await page.waitForTimeout(5000);
  const view = page.frameLocator(".pane-holder iframe");
  await view.locator("#pane-tab-data").click();
  await view.locator("#panel-data footer").getByRole("button", { name: "Save mapping" }).click();
  await view
    .locator("[role=status]")
    .filter({ hasText: /^Saved/ })
    .first()
    .waitFor({ state: "attached" });
}

async function measureReports(
  page: Page,
): Promise<{ first: number; again: number; edited: number; memory: number }> {
  const view = page.frameLocator(".pane-holder iframe");
  await view.locator("#pane-tab-reports").click();
  const tab = view.locator("#panel-reports");
  await tab.getByLabel("Frequency").selectOption("month");
  for (const name of ALL ? [] : BESIDE) await tab.getByRole("checkbox", { name }).uncheck();
  await tab.getByRole("button", { name: "Create reports" }).waitFor();
  await page.waitForTimeout(3000);
  const frame = paneOf(page);
  await frame.evaluate(() => {
    const long: number[] = [];
    Object.assign(window, { longTasks: long });
    new PerformanceObserver((list) =>
      long.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: "longtask",
    });
  });
  const press = async (name: string, pause = 3000): Promise<number> => {
    const button = tab.getByRole("button", { name });
    await button.waitFor();
    await page.waitForTimeout(pause);
    const before = performance.now();
    await button.click();
    await tab.getByText("Refreshing…").waitFor();
    await tab.getByText("Refreshing…").waitFor({ state: "detached" });
    const took = performance.now() - before;
    const blocked = await frame.evaluate(() => {
      const long = (window as unknown as { longTasks: number[] }).longTasks.splice(0);
      return long.sort((a, b) => b - a).slice(0, 5);
    });
    console.log(`${name}: ${seconds(took)}, longest tasks ${blocked.map(Math.round).join(", ")} ms`);
    return took;
  };
  const first = await press("Create reports");
  const again = await press("Refresh reports");
  // One deal is edited just before the press: all cells of the table are read again.
  await frame.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("deals").getRange("E2").values = [[123]];
      await context.sync();
    }),
  );
  const edited = await press("Refresh reports", 0);
  const memory = await page.evaluate(
    () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 2 ** 20,
  );
  return { first, again, edited, memory };
}

/** The formulas a person would fill in, set by the pane's own Office.js and calculated by the workbench's engine. */
async function measureNative(page: Page): Promise<number> {
  const last = DEALS + 1;
  const column = (letter: string): string => `deals!$${letter}$2:$${letter}$${last}`;
  const formulas = reps.slice(0, NATIVE_REPS).flatMap((rep) =>
    Array.from({ length: MONTHS }, (_, month) => {
      const [year, at] = [2024 + Math.floor(month / 12), (month % 12) + 1];
      const inMonth = `${column("G")},">="&DATE(${year},${at},1),${column("G")},"<"&DATE(${year},${at + 1},1)`;
      const of = (status: string): string => `${column("A")},"${rep}",${column("D")},"${status}",${inMonth}`;
      return [`=COUNTIFS(${of("Won")})`, `=COUNTIFS(${of("Lost")})`, `=SUMIFS(${column("E")},${of("Won")})`];
    }),
  );
  const before = performance.now();
  await paneOf(page).evaluate(async (cells) => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Native");
      sheet.getRangeByIndexes(0, 0, cells.length, 3).formulas = cells;
      await context.sync();
    });
  }, formulas);
  await page.waitForFunction(
    (rows) =>
      window.workbench
        ?.read(`Native!A1:C${rows}`)
        .flat()
        .every((cell) => typeof cell === "number"),
    formulas.length,
    { polling: 200 },
  );
  await page.evaluate(() => window.workbench?.idle());
  const wins = await page.evaluate(
    (rows) => window.workbench?.read(`Native!A1:A${rows}`).flat(),
    formulas.length,
  );
  if (!wins?.some((count) => Number(count) > 0)) throw new Error("The formulas counted nothing.");
  return (performance.now() - before) * (REPS / NATIVE_REPS);
}

function paneOf(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().includes("taskpane.html"));
  if (!frame) throw new Error("The pane is not there.");
  return frame;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
const times = (ratio: number): string => `${ratio.toFixed(1)} ×`;

void main();
