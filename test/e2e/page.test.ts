import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { repository } from "./support/server";
import { useWorkbench } from "./support/workbench";

const bench = useWorkbench();
const pictures = join(repository, ".cache/screenshots");
mkdirSync(pictures, { recursive: true });

test("the page loads with the sample workbook and the add-in, without an error or an outside request", async () => {
  const { page, troubles } = await bench.open();
  expect(await page.title()).toMatch(/^Sample/);
  expect(await page.locator(".addin-button").count()).toBeGreaterThanOrEqual(2);
  expect(await page.locator(".problem").isVisible()).toBe(false);
  await page.waitForTimeout(1000);
  await page.screenshot({ path: join(pictures, "light.png") });
  expect(troubles).toEqual([]);
});

test("a formula typed by hand calculates, and again when its inputs change", async () => {
  const workbench = await bench.open();
  await workbench.page.getByTitle("Start an empty workbook").click();
  await workbench.opened("Book1");
  await workbench.type("A1", "20");
  await workbench.type("A2", "22");
  await workbench.type("B1", "=SUM(A1:A2)");
  expect(await workbench.value("B1")).toBe(42);
  await workbench.type("A2", "30");
  expect(await workbench.value("B1")).toBe(50);
  expect(workbench.troubles).toEqual([]);
});

test("dark follows the system, the address and the switch", async () => {
  const { page } = await bench.open("?lang=en&theme=dark");
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const cells = () => brightness(page, 500, 600);
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(pictures, "dark.png") });
  expect(await background()).toBe("rgb(27, 29, 31)");
  expect(await cells()).toBeLessThan(90);
  await page.getByTitle("Switch between light and dark").click();
  await page.waitForTimeout(300);
  expect(await background()).toBe("rgb(255, 255, 255)");
  expect(await cells()).toBeGreaterThan(200);

  await page.evaluate(() => localStorage.clear());
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`${bench.url()}?lang=en`);
  expect(await background()).toBe("rgb(27, 29, 31)");
});

test("the pane is dark when the page is, and changes with it", async () => {
  const { page } = await bench.open("?lang=en&theme=dark");
  const body = page.frameLocator(".pane iframe").locator("body");
  const dark = () => body.evaluate(() => window.matchMedia("(prefers-color-scheme: dark)").matches);
  expect(await dark()).toBe(true);
  await page.getByTitle("Switch between light and dark").click();
  expect(await dark()).toBe(false);
});

test("in Romanian, page, add-in and functions speak Romanian", async () => {
  const workbench = await bench.open("?lang=ro&theme=light");
  const { page } = workbench;
  expect(await page.getByRole("button", { name: "Registru exemplu" }).isVisible()).toBe(true);
  expect(await page.locator(".addin-name").textContent()).toBe("Metrici de vânzări");
  await page.getByTitle("Începe un registru gol").click();
  await workbench.opened("Book1");
  await workbench.select("A1");
  await page.keyboard.type("=SALES.WIN", { delay: 20 });
  await page.getByText("SALES.WINRATE").first().waitFor();
  expect(await page.getByText(/Ponderea|tranzacți|ofertelor|câștig/).count()).toBeGreaterThan(0);
  await page.keyboard.press("Escape");
});

test("the pane opens and closes from the ribbon, and can be made wider with the keyboard", async () => {
  const { page } = await bench.open();
  const pane = page.locator(".pane");
  const open = page.locator(".addin-button").first();
  if (!(await pane.isVisible())) await open.click();
  expect(await pane.evaluate((element) => element.clientWidth)).toBeGreaterThan(340);
  await page.locator(".splitter").focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  expect(await pane.evaluate((element) => (element as HTMLElement).style.width)).toBe("382px");
  await page.getByLabel("Close the task pane").click();
  await pane.waitFor({ state: "hidden" });
  await open.click();
  await pane.waitFor({ state: "visible" });
});

/** Of a point of what is seen, from 0 to 255. */
async function brightness(page: Page, x: number, y: number): Promise<number> {
  const picture = await page.screenshot({ clip: { x, y, width: 8, height: 8 } });
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0);
    const [red = 0, green = 0, blue = 0] = context?.getImageData(4, 4, 1, 1).data ?? [];
    return (red + green + blue) / 3;
  }, picture.toString("base64"));
}
