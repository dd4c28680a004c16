import type { Browser, Page } from "playwright-core";
import type {} from "../../../src/workbench/page/handle"; // declares window.workbench
import { launchBrowser } from "./browser";
import { startServer, type RunningServer } from "./server";

type Cell = string | number | boolean;

// A browser on a busy machine may miss a key; what fails twice is broken.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

/** One server and one browser for the tests of a file; `open` gives a fresh page with the workbench ready. */
export function useWorkbench(): { open(query?: string): Promise<WorkbenchPage>; url(): string } {
  let server: RunningServer | undefined;
  let browser: Browser | undefined;
  const opened: WorkbenchPage[] = [];
  beforeAll(async () => {
    // the first start of a fresh clone builds
    const starting = startServer();
    starting.catch(() => undefined); // awaited below; meanwhile the browser must not be left behind
    browser = await launchBrowser();
    server = await starting;
  }, 300_000);
  afterEach(async () => {
    for (const { page } of opened.splice(0)) await page.context().close();
  });
  afterAll(async () => {
    // a browser that has died does not answer any more, and the server is to be stopped all the same
    const enough = new Promise((done) => setTimeout(done, 20_000).unref());
    await Promise.race([browser?.close(), enough]);
    await server?.stop();
  });
  return {
    url: () => server?.url ?? "",
    async open(query = "?lang=en&theme=light") {
      if (!server || !browser) throw new Error("The server is not running.");
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "en-US" });
      const workbench = new WorkbenchPage(await context.newPage(), server.url);
      opened.push(workbench);
      await workbench.page.goto(server.url + query);
      await workbench.page.waitForFunction(() => window.workbench !== undefined);
      await workbench.page.evaluate(() => window.workbench?.ready);
      return workbench;
    },
  };
}

/** The page as a person uses it: the handle looks, the keyboard and the mouse act. */
export class WorkbenchPage {
  /** Console errors, uncaught exceptions, failed and outside requests. */
  readonly troubles: string[] = [];

  constructor(
    readonly page: Page,
    origin: string,
  ) {
    page.on("console", (message) => {
      if (message.type() === "error") this.troubles.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.troubles.push(`exception: ${error.message}`));
    page.on("response", (response) => {
      if (response.status() >= 400) this.troubles.push(`${response.status()}: ${response.url()}`);
    });
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) this.troubles.push(`outside: ${url}`);
    });
  }

  select(address: string): Promise<void> {
    return this.page.evaluate((at) => window.workbench?.select(at), address);
  }

  /** Types into the cell as a person does, and waits until everything is calculated. */
  async type(address: string, text: string): Promise<void> {
    await this.select(address);
    // the keyboard is handed to the cells within a few frames
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
    // the first key opens the editor; the rest arrives as from an input method, not a key at a time
    await this.page.keyboard.type(text.slice(0, 1));
    await this.page.keyboard.insertText(text.slice(1));
    await this.page.keyboard.press("Enter");
    // on a busy machine the editor may take its time to hand over what was typed
    await this.page
      .waitForFunction((at) => window.workbench?.read(at)[0]?.[0] !== "", address, { timeout: 10_000 })
      .catch(() => undefined);
    await this.idle();
  }

  async read(address: string): Promise<Cell[][]> {
    return (await this.page.evaluate((at) => window.workbench?.read(at), address)) ?? [];
  }

  async value(address: string): Promise<Cell | undefined> {
    return (await this.read(address))[0]?.[0];
  }

  errorAt(address: string): Promise<string | undefined> {
    return this.page.evaluate((at) => window.workbench?.errorAt(at), address);
  }

  idle(): Promise<void> {
    return this.page.evaluate(() => window.workbench?.idle());
  }

  /** Opens a file through the page's dialog. */
  async choose(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await this.page.getByTitle(/^(Open a|Deschide un fișier) \.csv/).click();
    await (await chooser).setFiles(file);
  }

  async opened(name: string): Promise<void> {
    await this.page.waitForFunction((title) => document.title.startsWith(title), name);
    await this.idle();
  }
}
