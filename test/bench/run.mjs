// npm run bench [-- --quick]: bundles the benchmark with the core as it ships (minified), fetches what it is
// measured against into .cache/bench, and runs it in a process of its own.
// npm run bench -- mapping: mapped deals in the workbench, in a browser; nothing to fetch.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(here, "../../.cache/bench");

const RIVALS = {
  private: true,
  dependencies: { "@duckdb/node-api": "1.5.6-r.1", arquero: "8.0.3" },
  // later versions ask for a package that not every registry has, and change nothing that is measured here
  overrides: { "@uwdata/flechette": "2.0.0" },
};

function fetchRivals() {
  const wanted = JSON.stringify(RIVALS, null, 2);
  const list = join(cache, "package.json");
  const installed = Object.keys(RIVALS.dependencies).every((name) =>
    existsSync(join(cache, "node_modules", name)),
  );
  if (installed && existsSync(list) && readFileSync(list, "utf8") === wanted) return;
  console.log("Fetching DuckDB and arquero into .cache/bench …");
  writeFileSync(list, wanted);
  try {
    const npm = [
      "install",
      "--prefix",
      cache,
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
    ];
    execFileSync("npm", npm, { cwd: cache, stdio: "inherit", shell: process.platform === "win32" });
  } catch {
    console.log("Could not fetch them: measuring without what is missing.");
  }
}

mkdirSync(cache, { recursive: true });
const [part, ...others] = process.argv.slice(2);
if (part === "mapping") await run("mapping/main.ts", "mapping.mjs", others);
else {
  fetchRivals();
  await run("main.ts", "bench.mjs", process.argv.slice(2));
}

async function run(entry, name, options) {
  const outfile = join(cache, name);
  await build({
    entryPoints: [join(here, entry)],
    outfile,
    bundle: true,
    minify: true,
    target: "es2022",
    platform: "node",
    format: "esm",
    external: ["hucre/*", "playwright-core"],
    // the server and the browser of the end-to-end tests look for the repository from their own folder
    define: { __dirname: JSON.stringify(join(here, "../e2e/support")) },
    logLevel: "warning",
  });
  const flags = ["--expose-gc", "--max-old-space-size=8192"];
  const { status } = spawnSync(process.execPath, [...flags, outfile, cache, ...options], {
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
}
