import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import { build } from "esbuild";
import { hashOf } from "./hash.mjs";
import { run } from "./run.mjs";

const addinInputs = [
  "src",
  "assets",
  "manifest.xml",
  "webpack.config.js",
  "package-lock.json",
  "tsconfig.json",
];

/** The add-in, by the same webpack configuration as its release; the folder it is in. */
export function buildAddin(root, say, note) {
  // of the workbench only what makes the sample's file
  const inputs = filesUnder(root, addinInputs).filter(
    (file) => !file.startsWith("src/workbench/") || /^src\/workbench\/(files|sample)\//.test(file),
  );
  return built(root, "addin", inputs, say, note, async (out) => {
    const webpack = createRequire(join(root, "package.json")).resolve("webpack/bin/webpack.js");
    const { code, output } = await run(
      process.execPath,
      [webpack, "--config-name", "addin", "--mode", "production", "--env", `out=${out}`],
      { cwd: root },
    );
    if (code !== 0) throw new Error(`The add-in does not build:\n${output.trim()}`);
  });
}

/** The workbench page: the grid is several megabytes, which esbuild bundles in seconds. */
export function buildWorkbench(root, say, note) {
  const inputs = filesUnder(root, ["src/workbench", "package-lock.json"]);
  return built(root, "workbench", inputs, say, note, async (out) => {
    const page = join(root, "src/workbench/page");
    const common = {
      outdir: out,
      bundle: true,
      target: "es2022",
      minify: true,
      define: { "process.env.NODE_ENV": '"production"' },
      loader: { ".woff2": "dataurl", ".svg": "dataurl" },
      logLevel: "silent",
    };
    await Promise.all([
      // what draws charts is a part of its own, loaded when there is one
      build({
        ...common,
        entryPoints: { workbench: join(page, "index.ts") },
        format: "esm",
        splitting: true,
      }),
      build({
        ...common,
        entryPoints: {
          connect: join(page, "connect.ts"),
          "newer-client": join(page, "newer-client.ts"),
        },
        format: "iife",
      }),
    ]).catch((error) => {
      throw new Error(`The workbench page does not build:\n${error.message}`);
    });
    copyFileSync(join(page, "index.html"), join(out, "index.html"));
  });
}

/**
 * The folder with what `make` builds from the inputs, named after their contents: it is there or it is not, so a second
 * start reuses it, and a build that was interrupted or runs twice at once leaves nothing half made.
 */
async function built(root, name, inputs, say, note, make) {
  const hash = hashOf(process.version, ...inputs.flatMap((file) => [file, readFileSync(join(root, file))]));
  const home = join(root, ".cache", name);
  const folder = join(home, hash);
  if (existsSync(folder)) {
    utimesSync(folder, new Date(), new Date());
    return folder;
  }
  await oneAtATime(join(root, ".cache", `${name}.lock`), async () => {
    if (existsSync(folder)) return;
    say(`Building the ${name === "addin" ? "add-in" : "workbench page"} …`);
    const started = Date.now();
    const unfinished = `${folder}.${process.pid}`;
    try {
      mkdirSync(unfinished, { recursive: true });
      await make(unfinished);
      renameSync(unfinished, folder);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
    say(`  done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
    note(name);
    forget(home, 3);
  });
  return folder;
}

/** Two starts at the same time build once: the second waits. A lock left by a killed process expires. */
async function oneAtATime(lock, action) {
  mkdirSync(join(lock, ".."), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const age = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0;
      if (age > 5 * 60_000) rmSync(lock, { recursive: true, force: true });
      else await new Promise((done) => setTimeout(done, 300));
    }
  }
  try {
    await action();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Keeps the most recently used builds. */
function forget(home, keep) {
  const builds = readdirSync(home)
    .map((name) => ({ path: join(home, name), used: statSync(join(home, name)).mtimeMs }))
    .sort((a, b) => b.used - a.used);
  for (const { path } of builds.slice(keep)) rmSync(path, { recursive: true, force: true });
}

/** All files under the given files and folders, relative to the root, in a fixed order, with "/" on every system. */
function filesUnder(root, names) {
  const list = (path) => {
    if (!existsSync(path)) return [];
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path).flatMap((name) => list(join(path, name)));
  };
  return names
    .flatMap((name) => list(join(root, name)))
    .map((path) => relative(root, path).split(sep).join("/"))
    .sort();
}
