import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.mjs";

/** `npm ci` when node_modules is absent or does not hold the packages package-lock.json asks for. */
export async function installMissing(root, say) {
  const missing = missingPackage(root);
  if (missing === undefined) return;
  say(`Installing packages (${missing}) — about a minute, the first time only …`);
  const { code, output } = await run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: root });
  if (code !== 0) throw new Error(`npm ci failed:\n${output.trim().split("\n").slice(-20).join("\n")}`);
}

/** The first reason to install, or undefined. npm writes down what it installed in node_modules/.package-lock.json. */
export function missingPackage(root) {
  const installedFile = join(root, "node_modules/.package-lock.json");
  if (!existsSync(installedFile)) return "none are there yet";
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedFile, "utf8")).packages;
  for (const [path, { version, optional, os, cpu }] of Object.entries(wanted)) {
    // packages for other systems are in the lock file and rightly not installed
    if (path === "" || optional || os || cpu) continue;
    if (installed[path]?.version !== version) return path.replace(/^.*node_modules\//, "");
  }
  return undefined;
}
