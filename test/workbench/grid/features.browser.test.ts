import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { repository } from "../../e2e/support/server";
import { useWorkbench } from "../../e2e/support/workbench";

/* A sheet with charts, bars and links, made through the real client in the pane's frame, as a person sees and uses it. */

const bench = useWorkbench();
const pictures = join(repository, ".cache/screenshots");
mkdirSync(pictures, { recursive: true });

/** Runs in the pane's frame. */
async function makeReport(): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Report");
    const rows = ["Ana", "Ion", "Eva"].map((name, index) => [name, 100 * (index + 1), 90]);
    sheet.getRange("A1:C4").values = [["Rep", "Won", "Target"], ...rows];
    const bar = sheet.getRange("B2:B4").conditionalFormats.add("DataBar").dataBar;
    bar.positiveFormat.fillColor = "#00FF00";
    bar.positiveFormat.gradientFill = false;
    sheet.getRange("A6").hyperlink = { documentReference: "Report!A60", textToDisplay: "Definition" };
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Columns");
    chart.name = "won";
    chart.title.text = "Eva won most";
    chart.setPosition("E2", "K16");
    chart.series.getItemAt(0).format.fill.setSolidColor("#FF0000");
    sheet.activate();
    await context.sync();
  });
}

const paneOf = (frames: Frame[]): Frame => {
  const frame = frames.find((one) => one.url().includes("taskpane.html"));
  if (!frame) throw new Error("The pane is not there.");
  return frame;
};

test.each(["light", "dark"])("drawn, following data, scrolling and links (%s)", async (theme) => {
  const workbench = await bench.open(`?lang=en&theme=${theme}`);
  const { page } = workbench;
  const pane = paneOf(page.frames());
  await pane.waitForFunction(() => "Excel" in window);
  await pane.evaluate(makeReport);
  await workbench.idle();

  const chart = page.locator('.chart-paper[data-chart="won"]');
  await chart.locator("svg").waitFor();
  expect(await chart.getAttribute("aria-label")).toBe("Eva won most");
  const texts = async () => (await chart.locator("svg text").allTextContents()).join(" ");
  expect(await texts()).toMatch(/Eva won most.*Ana.*Ion.*Eva|Ana.*Ion.*Eva.*Eva won most/);
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(pictures, `report-${theme}.png`) });

  // over the cells, not under their lines
  const layers = await page.locator(".grid :has(> .chart-window)").evaluate((place) =>
    ["canvas", ".chart-window"].map((each) => {
      const part = place.querySelector(`:scope > ${each}`);
      return part ? Number(getComputedStyle(part).zIndex) : NaN;
    }),
  );
  expect(layers[1]).toBeGreaterThan(layers[0] ?? NaN);

  // the columns are in proportion to their numbers, 100 : 200 : 300
  const columns = async () => {
    const boxes = await chart.locator("svg path").evaluateAll((paths) =>
      paths.map((path) => {
        const { bottom, height, width } = path.getBoundingClientRect();
        return { bottom: Math.round(bottom), height, width };
      }),
    );
    // they stand on one line and are equally wide
    const standing = (box: (typeof boxes)[number]) =>
      boxes.filter(({ bottom, width }) => bottom === box.bottom && Math.abs(width - box.width) < 1);
    const heights = (boxes.map(standing).find((group) => group.length === 3) ?? []).map(
      ({ height }) => height,
    );
    const [first = 1, ...others] = heights;
    return others.map((height) => height / first);
  };
  const [second, third] = await columns();
  expect(second).toBeCloseTo(2, 1);
  expect(third).toBeCloseTo(3, 1);

  await workbench.type("B2", "300");
  await page.waitForTimeout(300);
  const [same] = await columns();
  expect(same).toBeCloseTo(2 / 3, 1);

  // scrolling takes it along
  const top = async () => (await chart.boundingBox())?.y ?? 0;
  const before = await top();
  await page.mouse.move(300, 500);
  await page.mouse.wheel(0, 100);
  await page.waitForTimeout(500);
  expect(Math.round(before - (await top()))).toBe(100);
  await page.mouse.wheel(0, -100);
  await page.waitForTimeout(500);

  // a click on the link's cell, the sixth row of the first column, goes where it leads
  const canvas = await page.locator(".grid :has(> .chart-window) > canvas").first().boundingBox();
  await page.mouse.click((canvas?.x ?? 0) + 80, (canvas?.y ?? 0) + 20 + 5 * 20 + 10);
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>(".grid input")?.value === "A60");

  // another sheet has no charts
  await workbench.select("Deals!A1");
  await expect(chart.count()).resolves.toBe(0);
  expect(workbench.troubles).toEqual([]);
});
