import type { Frame, Page } from "playwright-core";
import { WON, LOST } from "../deals";
import { dealsCsv } from "./deals-csv";
import { heldMemory, takeLoad, timeEdit, timeFormulas, watchPane, type PaneLoad } from "./in-page";

/** Milliseconds, megabytes, and how the pane bore it. */
export interface Measured {
  /** From choosing the Data tab to the guess, and from Save to the records being checked. */
  readonly guess: number;
  readonly save: number;
  readonly ours: Asked;
  readonly native: Asked;
  /** Once the file was open, once it was mapped, and at the end with the KPI cells. */
  readonly memory: { readonly open: number; readonly mapped: number; readonly asked: number };
  /** What the pane did while the guess, the saving, and the KPI cells were on their way. */
  readonly load: Readonly<Record<"guess" | "save" | "first" | "edits", PaneLoad>>;
}

interface Asked {
  /** Until twenty cells that were written together show their numbers. */
  readonly first: number;
  /** From Enter until the cell has followed; one of each edit. */
  readonly edits: readonly number[];
}

const CELLS = "O2:O21";
const WATCHED = "O2";

/** The win rate of 2025 of each of twenty reps: as KPI cells of mapped deals, and as COUNTIFS over the same columns. */
export async function measureMapping(page: Page, rows: number, rounds: number): Promise<Measured> {
  const view = page.frameLocator(".pane-holder iframe");
  const former = paneOf(page);
  const buffer = Buffer.from(dealsCsv(rows));
  await page.locator("input[type=file]").setInputFiles({ name: "deals.csv", mimeType: "text/csv", buffer });
  while (!former.isDetached()) await page.waitForTimeout(50); // another workbook is another pane
  await view.getByRole("tab").first().waitFor();
  await page.evaluate(() => window.workbench?.idle());
  const frame = paneOf(page);
  const open = await heldMemory(page);
  await watchPane(frame);

  const data = view.locator("#panel-data");
  const save = data.getByRole("button", { name: "Save mapping" });
  let start = performance.now();
  await view.locator("#pane-tab-data").click();
  await save.waitFor();
  const guess = performance.now() - start;
  const guessLoad = await takeLoad(frame);

  start = performance.now();
  await save.click();
  await data
    .getByText(/rows read/)
    .first()
    .waitFor();
  const saved = performance.now() - start;
  const saveLoad = await takeLoad(frame);
  const mapped = await heldMemory(page);

  const reps = await repsIn(page, rows);
  const first = await timeFormulas(frame, CELLS, reps.map(kpi));
  const firstLoad = await takeLoad(frame);
  const values = await page.evaluate((at) => window.workbench?.read(at), CELLS);
  const cell = await lostDealOf(page, reps[0] ?? "");
  const edits = await edited(page, cell, rounds);
  const editsLoad = await takeLoad(frame);
  const asked = await heldMemory(page);

  await clear(frame);
  const native = {
    first: await timeFormulas(
      frame,
      CELLS,
      reps.map((rep) => countifs(rep, rows + 1)),
    ),
    edits: [],
  };
  const counted = await page.evaluate((at) => window.workbench?.read(at), CELLS);
  if (JSON.stringify(counted) !== JSON.stringify(values))
    throw new Error(`KPI cells say ${JSON.stringify(values)}, COUNTIFS ${JSON.stringify(counted)}`);
  return {
    guess,
    save: saved,
    ours: { first, edits },
    native: { ...native, edits: await edited(page, cell, Math.min(rounds, 4)) },
    memory: { open, mapped, asked },
    load: { guess: guessLoad, save: saveLoad, first: firstLoad, edits: editsLoad },
  };
}

export function paneOf(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().includes("taskpane.html"));
  if (!frame) throw new Error("The pane is not there.");
  return frame;
}

/** An even number of edits leaves the list as it was. */
async function edited(page: Page, cell: string, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++)
    times.push(await timeEdit(page, cell, round % 2 === 0 ? WON : LOST, WATCHED));
  return times;
}

/** Twenty names of the list, in order. */
export async function repsIn(page: Page, rows: number): Promise<string[]> {
  const cells = await page.evaluate((at) => window.workbench?.read(at), `D2:D${Math.min(rows, 2000) + 1}`);
  return [...new Set((cells ?? []).map(([name]) => String(name)))].sort().slice(0, 20);
}

/** The status cell of a deal that the rep lost in 2025. */
export async function lostDealOf(page: Page, rep: string): Promise<string> {
  const rows = (await page.evaluate(() => window.workbench?.read("A2:H2000"))) ?? [];
  const at = rows.findIndex(
    ([, , , owner, status, , , closed]) =>
      owner === rep && status === LOST && Number(closed) >= 45_658 && Number(closed) < 46_023,
  );
  return `E${at + 2}`;
}

export const kpi = (rep: string): string => `=SALES.KPI("WINRATE","2025","owner","${rep}")`;

function countifs(rep: string, last: number): string {
  const count = (status: string): string =>
    `COUNTIFS($D$2:$D$${last},"${rep}",$E$2:$E$${last},"${status}",` +
    `$H$2:$H$${last},">="&DATE(2025,1,1),$H$2:$H$${last},"<"&DATE(2026,1,1))`;
  return `=${count(WON)}/(${count(WON)}+${count(LOST)})`;
}

function clear(frame: Frame): Promise<void> {
  return frame.evaluate(
    (at) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange(at).clear();
        await context.sync();
      }),
    CELLS,
  );
}
