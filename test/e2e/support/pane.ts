import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import type { Frame, FrameLocator, Locator, Page } from "playwright-core";
import type { useWorkbench, WorkbenchPage } from "./workbench";

export type TabName = "home" | "data" | "metrics" | "reports" | "settings";

/** The task pane beside the grid, at the size it has on a small screen: 350 × 378. */
export interface Pane {
  readonly workbench: WorkbenchPage;
  readonly page: Page;
  readonly view: FrameLocator;
  /** The pane's page; another one once a file is opened. */
  frame(): Frame;
  panel(tab: TabName): Locator;
  /** Brings a tab to the front. */
  goTo(tab: TabName): Promise<void>;
  /** What a screen reader hears last. */
  heard(text: RegExp): Promise<void>;
  /** Opens a file in the workbench and waits for the pane of it. */
  open(file: Parameters<WorkbenchPage["choose"]>[0]): Promise<void>;
}

const small = { width: 1366, height: 482 };

export async function openPane(bench: ReturnType<typeof useWorkbench>, query?: string): Promise<Pane> {
  const workbench = await bench.open(query);
  const { page } = workbench;
  await page.setViewportSize(small);
  page.setDefaultTimeout(20_000);
  const view = page.frameLocator(".pane-holder iframe");
  const ready = () => view.getByRole("tab").first().waitFor();
  await ready();
  return {
    workbench,
    page,
    view,
    frame: () => frameOf(page),
    panel: (tab) => view.locator(`#panel-${tab}`),
    goTo: (tab) => view.locator(`#pane-tab-${tab}`).click(),
    heard: (text) =>
      view.locator("[role=status]").filter({ hasText: text }).first().waitFor({ state: "attached" }),
    async open(file) {
      const former = frameOf(page);
      await workbench.choose(file);
      await workbench.opened(typeof file === "string" ? (file.split("/").pop() ?? "") : file.name);
      // the pane starts anew with the new workbook
      for (let wait = 0; wait < 100 && !former.isDetached(); wait++) await page.waitForTimeout(50);
      await ready();
    },
  };
}

function frameOf(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().includes("taskpane.html"));
  if (!frame) throw new Error("The pane is not there.");
  return frame;
}

export const focused = (frame: Frame): Promise<string> =>
  frame.evaluate(() => document.activeElement?.textContent ?? "");

/** Presses Tab until the control with this text has the focus. */
export async function tabTo(pane: Pane, text: RegExp, most = 120): Promise<void> {
  for (let step = 0; step < most; step++) {
    const found = await pane.frame().evaluate(() => {
      const { activeElement: element } = document;
      return `${element?.getAttribute("aria-label") ?? ""} ${element?.textContent ?? ""}`;
    });
    if (text.test(found)) return;
    await pane.page.keyboard.press("Tab");
  }
  throw new Error(`Tab never comes to ${text.source}.`);
}

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Both languages and both themes: words do not change colours, nor colours the room of words. */
export const looks = [
  ["en", "dark"],
  ["ro", "light"],
] as const;

/** Without the sentinels Fluent puts at the page's ends: they only pass the focus on, as its documentation says. */
export async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe);
  const results = await frame.evaluate(() => {
    const { axe } = window as unknown as { axe: { run(context: object): Promise<AxeResults> } };
    return axe.run({ exclude: [["[data-tabster-dummy]"]] });
  });
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** Nothing for axe to find, nothing wider than the pane or what scrolls in it, the tab's foot in sight. */
export async function check(pane: Pane, tab: TabName, state: string): Promise<void> {
  const frame = pane.frame();
  await frame.waitForTimeout(400); // colours fade, the tab's line slides
  expect({ state, found: await violations(frame) }).toEqual({ state, found: [] });
  const size = await frame.evaluate((id) => {
    const foot = document.querySelector(`#panel-${id} footer`)?.getBoundingClientRect();
    const panel = document.getElementById(`panel-${id}`);
    const scrolling = [...(panel?.querySelectorAll("*") ?? [])].filter(
      (element) => getComputedStyle(element).overflowX === "auto",
    );
    return {
      sideways: Math.max(
        ...[document.documentElement, ...scrolling].map((one) => one.scrollWidth - one.clientWidth),
      ),
      below: foot === undefined ? 0 : Math.max(0, Math.round(foot.bottom - innerHeight)),
      bar: document.querySelector("[role=tablist]")?.getBoundingClientRect().top,
    };
  }, tab);
  expect({ state, ...size }).toEqual({ state, sideways: 0, below: 0, bar: 0 });
}
