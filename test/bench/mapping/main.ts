import { launchBrowser } from "../../e2e/support/browser";
import { startServer } from "../../e2e/support/server";
import { digits, printTable } from "../report";
import { summary } from "../timing";
import { measureMapping, type Measured } from "./measure-mapping";

/* npm run bench -- mapping: mapped deals in the workbench, beside COUNTIFS in the same grid. */

const ROWS = 100_000;
const ROUNDS = 6;

const server = await startServer();
try {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: "en-US" });
    page.setDefaultTimeout(180_000);
    await page.goto(`${server.url}?lang=en&theme=light`);
    await page.waitForFunction(() => window.workbench !== undefined);
    await page.evaluate(() => window.workbench?.ready);
    print(await measureMapping(page, ROWS, ROUNDS));
  } finally {
    await browser.close();
  }
} finally {
  await server.stop();
}

function print({ guess, save, ours, native, memory, load }: Measured): void {
  const [own, other] = [summary(ours.edits), summary(native.edits)];
  const line = (what: string, mine: number, theirs: number): string[] => [
    what,
    digits(mine),
    digits(theirs),
    `${digits(theirs / mine)}×`,
  ];
  console.log(
    `\n${ROWS.toLocaleString("en-US")} deals × 12 columns in the workbench: win rate of 20 reps, ms`,
  );
  printTable([
    ["", "KPI", "COUNTIFS", "÷ KPI"],
    line("20 cells, first numbers", ours.first, native.first),
    line("edit to update, median", own.median, other.median),
    line("edit to update, least", own.min, other.min),
  ]);
  console.log(`  mapping: guess ${digits(guess)} ms, saved, read and checked ${digits(save)} ms`);
  console.log("\nThe pane meanwhile: round trips to Excel; tasks longer than 200 ms of its own, longest");
  printTable([
    ["", "round trips", "> 200 ms", "longest ms"],
    ...Object.entries(load).map(([what, { tasks, syncs }]) => {
      const own = tasks.filter(({ name }) => name === "self").map(({ duration }) => duration);
      const long = own.filter((duration) => duration > 200).length;
      return [what, String(syncs), String(long), digits(Math.max(0, ...own))];
    }),
  ]);
  const grown = (now: number): string => `${digits(now)} (+ ${digits(now - memory.open)})`;
  console.log("\nMemory after a collection, MB, the grid with its cells included; target < 300");
  console.log(
    `  file open ${digits(memory.open)}, mapped ${grown(memory.mapped)}, with KPI cells ${grown(memory.asked)}`,
  );
}
