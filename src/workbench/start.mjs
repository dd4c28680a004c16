import { startWorkbench } from "./serve/index.mjs";
import { openBrowser } from "./serve/browser.mjs";

// npm start: installs what is missing, builds what changed, serves, opens the browser.
// PORT=4000 asks for that port (a busy one gets the next); OPEN=no leaves the browser alone;
// --addin <folder> serves an add-in that is already built, such as dist.

const say = (line) => console.log(line);

try {
  const addin = process.argv.indexOf("--addin");
  const { url } = await startWorkbench({
    port: process.env.PORT ? Number(process.env.PORT) : undefined,
    addinFolder: addin > 0 ? process.argv[addin + 1] : undefined,
    say,
  });
  say(`\n  Sales Metrics is ready:  ${url}\n\n  Ctrl+C stops it.`);
  if (!/^(no|0|false)$/i.test(process.env.OPEN ?? "")) await openBrowser(url);
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
