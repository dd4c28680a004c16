/**
 * Draws the PNG icons Excel needs from the SVG sources beside this file: `node assets/render.mjs`.
 * Run it after changing a drawing; the PNG files are kept in the repository. CHROME names another browser.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const ICONS = [
  { name: "icon", sizes: { 16: "icon-16.svg", 32: "icon.svg", 64: "icon.svg", 80: "icon.svg" } },
  { name: "refresh", sizes: { 16: "refresh-16.svg", 32: "refresh.svg", 80: "refresh.svg" } },
];

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage();
for (const { name, sizes } of ICONS) {
  for (const [size, source] of Object.entries(sizes)) {
    const side = Number(size);
    const svg = readFileSync(here(source), "utf8").replace("<svg ", `<svg width="${side}" height="${side}" `);
    await page.setViewportSize({ width: side, height: side });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    writeFileSync(here(`${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();
