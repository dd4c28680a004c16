import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installMissing } from "../serve/install.mjs";
import { filesOf } from "./files-of.mjs";

// npm run start:excel: builds the add-in, serves it on https://localhost:3000 and opens Excel with it. Windows and macOS.
// Microsoft's tools are fetched when this is run, never by an ordinary install: they bring a native module along.

const PORT = 3000; // the one in manifest.xml
const DEV_CERTS = "office-addin-dev-certs@3.0.0";
const DEBUGGING = "office-addin-debugging@7.0.0";
// --checks: not the add-in, but the questions that `npm run check:excel` has made
const CHECKS = process.argv.includes("--checks");
const FOLDER = CHECKS ? ".cache/check-excel" : "dist";
const MANIFEST = `${FOLDER}/manifest.xml`;
const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

const ELSEWHERE = `Excel for the desktop runs on Windows and macOS, so it cannot be started here. Instead:

  The workbench      npm start opens a stand-in for Excel in the browser.
  Excel on the web   Build for a server of yours, ADDIN_ORIGIN=https://addins.example.com npm run build, and put the
                     folder dist there. Then in Excel: Home > Add-ins > More Add-ins > Upload My Add-in, and choose
                     dist/manifest.xml.`;

if (process.platform === "win32" || process.platform === "darwin") {
  try {
    await startExcel();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
} else {
  console.error(ELSEWHERE);
  process.exitCode = 1;
}

async function startExcel() {
  await installMissing(root, (line) => console.log(line));
  if (CHECKS) await run(process.execPath, ["test/excel/check-excel.mjs"]);
  else await run(process.execPath, ["node_modules/webpack/bin/webpack.js", "--config-name", "addin"]);
  await npx(DEV_CERTS, "install");
  await serve();
  await npx(DEBUGGING, "start", MANIFEST, "desktop", "--app", "excel", "--no-debug", "--no-live-reload");
  console.log(
    `\nExcel loads the add-in from https://localhost:${PORT}. Ctrl+C stops this and takes it out of Excel.`,
  );
  process.once("SIGINT", () => void npx(DEBUGGING, "stop", MANIFEST).finally(() => process.exit()));
}

/** With the certificate that office-addin-dev-certs made and this computer now trusts. */
function serve() {
  const certificate = (name) => readFileSync(join(homedir(), ".office-addin-dev-certs", name));
  const identity = { key: certificate("localhost.key"), cert: certificate("localhost.crt") };
  const server = createServer(identity, filesOf(join(root, FOLDER)));
  return new Promise((ready, fail) => {
    server.on("error", fail);
    server.listen(PORT, "localhost", ready);
  });
}

function npx(tool, ...args) {
  return run("npx", ["--yes", tool, ...args], process.platform === "win32"); // a .cmd file there, which needs a shell
}

/** Not the blocking kind: Excel asks this very process for its files meanwhile. */
function run(program, args, shell = false) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd: root, stdio: "inherit", shell });
    child.on("error", fail);
    child.on("close", (code) =>
      code === 0 ? done() : fail(new Error(`${program} ${args.join(" ")} failed`)),
    );
  });
}
