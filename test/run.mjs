/**
 * npm test: everything that has to hold, in one command. Installs what is missing, then format, lint, types, build and all
 * tests. A failed step does not hide the next ones. Arguments go to jest: `npm test -- test/core -t "win rate"`.
 * The last line is `N passed, N failed`, tests and steps counted together.
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { spawnSync } from "node:child_process";
import { installMissing } from "../src/workbench/serve/install.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const resultsFile = join(root, ".cache", "jest-results.json");
let failedSteps = 0;
const counts = { passed: 0, failed: 0, skipped: 0 };

await step("Packages", async () => {
  await installMissing(root, (line) => console.log(`  ${line}`));
  return true;
});
if (failedSteps > 0) finish(); // nothing else can run

await step("Browser", findOrInstallBrowser);
await step("Format", () => tool("prettier/bin/prettier.cjs", "--check", ".", "--log-level", "warn"));
await step("Lint", () => tool("eslint/bin/eslint.js", "."));
await step("Types", () => tool("typescript/bin/tsc", "--noEmit"));
await step("Build", () => tool("webpack/bin/webpack.js", "--config-name", "addin"));

const asked = process.argv.slice(2);
if (asked.length > 0) await step("Tests", () => jest(...asked));
else {
  await step("Tests", () =>
    jest(
      "--maxWorkers=100%", // by default one core is left idle, which is half of a small machine
      "--testPathIgnorePatterns=/node_modules/",
      "--testPathIgnorePatterns=/test/e2e/",
    ),
  );
  // two at a time: they wait more than they work, and more of them starve on a small machine
  await step("Browser tests", () => jest("--maxWorkers=2", "test/e2e"));
}

finish();

/** Adds the run's tests to the counts. A failed test is counted as such, not once more as a failed step. */
function jest(...args) {
  rmSync(resultsFile, { force: true });
  mkdirSync(dirname(resultsFile), { recursive: true });
  const ok = tool("jest/bin/jest.js", "--json", `--outputFile=${resultsFile}`, ...args);
  const run = readCounts();
  for (const name of Object.keys(counts)) counts[name] += run[name];
  return ok || run.failed > 0;
}

function finish() {
  const failed = counts.failed + failedSteps;
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
  console.log(`\n${counts.passed} passed, ${failed} failed${skipped}`);
  process.exit(failed > 0 ? 1 : 0);
}

async function step(name, action) {
  console.log(`\n▸ ${name}`);
  const started = Date.now();
  let ok = false;
  try {
    ok = await action();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  if (!ok) failedSteps++;
  console.log(`  ${ok ? "done" : "FAILED"} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** Runs a package's program in a process of its own; true if it ended well. */
function tool(program, ...args) {
  const path = join(root, "node_modules", program);
  return spawnSync(process.execPath, [path, ...args], { cwd: root, stdio: "inherit" }).status === 0;
}

/** Tests, and test files that could not even be loaded. */
function readCounts() {
  const results = JSON.parse(readFileSync(resultsFile, "utf8"));
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

/** The tests in a browser use the one on this machine; a Debian container without one gets its own Chromium. */
async function findOrInstallBrowser() {
  const { tsImport } = await import("tsx/esm/api");
  const { findBrowser } = await tsImport("./e2e/support/browser.ts", import.meta.url);
  if (!findBrowser() && mayInstallPackages()) {
    console.log("  no browser here: installing chromium …");
    const quiet = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    spawnSync("apt-get", ["update"], quiet);
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], quiet);
  }
  const browser = findBrowser();
  console.log(`  ${browser ?? "none: install Chromium, Chrome or Edge, or name it with CHROME=/path/to/it"}`);
  return browser !== undefined;
}

function mayInstallPackages() {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}
