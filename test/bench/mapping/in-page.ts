import type { Frame, Page } from "playwright-core";
import type {} from "../../../src/workbench/page/handle"; // declares window.workbench

/* What is measured inside the page: by its own clock, without the way there and back. */

interface Watched extends Window {
  longTasks?: { duration: number; name: string }[];
  syncs?: number;
  answered?: Promise<number>;
}

/** From now on notes what holds up the pane for more than 50 ms, and counts round trips to Excel. */
export function watchPane(frame: Frame): Promise<void> {
  return frame.evaluate(() => {
    const view = window as Watched;
    const tasks = (view.longTasks = [] as { duration: number; name: string }[]);
    view.syncs = 0;
    new PerformanceObserver((list) => {
      for (const { duration, name } of list.getEntries()) tasks.push({ duration, name });
    }).observe({ type: "longtask" });
    const { prototype } = Excel.RequestContext as unknown as {
      prototype: { sync(...all: unknown[]): unknown };
    };
    const { sync } = prototype;
    prototype.sync = function (...all) {
      view.syncs = (view.syncs ?? 0) + 1;
      return sync.apply(this, all);
    };
  });
}

export interface PaneLoad {
  /** Milliseconds of the tasks longer than 50, by what they ran in: `self` is the pane alone. */
  readonly tasks: readonly { readonly duration: number; readonly name: string }[];
  readonly syncs: number;
}

/** What was noted since the last time it was asked. */
export function takeLoad(frame: Frame): Promise<PaneLoad> {
  return frame.evaluate(() => {
    const view = window as Watched;
    const load = { tasks: view.longTasks?.splice(0) ?? [], syncs: view.syncs ?? 0 };
    view.syncs = 0;
    return load;
  });
}

/** Writes formulas below each other, and answers how long it took until each showed a number. */
export async function timeFormulas(
  frame: Frame,
  address: string,
  formulas: readonly string[],
): Promise<number> {
  return frame.evaluate(
    async ({ at, written }) => {
      const start = performance.now();
      await Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange(at).formulas = written.map((one) => [one]);
        await context.sync();
      });
      const { workbench } = window.parent as Window;
      const isThere = () => workbench?.read(at).every(([value]) => typeof value === "number") === true;
      while (!isThere()) await new Promise((done) => setTimeout(done, 5));
      return performance.now() - start;
    },
    { at: address, written: formulas },
  );
}

/** Types into a cell, and answers how long it took from Enter until another cell showed another number. */
export async function timeEdit(page: Page, edited: string, text: string, seen: string): Promise<number> {
  await page.evaluate((at) => window.workbench?.select(at), edited);
  await page.waitForTimeout(200); // the keyboard is handed to the cells within a few frames
  await page.keyboard.type(text);
  await page.evaluate((at) => {
    const before = window.workbench?.read(at)[0]?.[0];
    (window as Watched).answered = new Promise((done) => {
      const begin = ({ key }: KeyboardEvent): void => {
        if (key !== "Enter") return;
        window.removeEventListener("keydown", begin, true);
        const start = performance.now();
        const look = (): void => {
          const now = window.workbench?.read(at)[0]?.[0];
          if (typeof now === "number" && now !== before) done(performance.now() - start);
          else setTimeout(look, 2);
        };
        setTimeout(look, 0);
      };
      window.addEventListener("keydown", begin, true);
    });
  }, seen);
  await page.keyboard.press("Enter");
  return page.evaluate(() => (window as Watched).answered ?? NaN);
}

/** Megabytes that the page, its grid and the add-in hold after everything unused was collected. */
export async function heldMemory(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const usage = (await session.send("Runtime.getHeapUsage")) as {
    usedSize: number;
    embedderHeapUsedSize?: number;
    backingStorageSize?: number;
  };
  await session.detach();
  return (usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0)) / 1e6;
}
