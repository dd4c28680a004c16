import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missingPackage } from "../../../src/workbench/serve/install.mjs";

const lock = {
  packages: {
    "": { name: "x" },
    "node_modules/react": { version: "19.0.0" },
    "node_modules/@esbuild/win32-x64": { version: "1.0.0", optional: true, os: ["win32"] },
  },
};

test.each([
  ["none are installed", undefined, "none are there yet"],
  ["all are", { "node_modules/react": { version: "19.0.0" } }, undefined],
  ["another version is", { "node_modules/react": { version: "18.0.0" } }, "react"],
])("%s", (_case, packages, missing) => {
  const root = mkdtempSync(join(tmpdir(), "install-"));
  writeFileSync(join(root, "package-lock.json"), JSON.stringify(lock));
  if (packages) {
    mkdirSync(join(root, "node_modules"));
    writeFileSync(join(root, "node_modules/.package-lock.json"), JSON.stringify({ packages }));
  }
  expect(missingPackage(root)).toBe(missing);
  rmSync(root, { recursive: true });
});

test("this very checkout needs no installing", () => {
  expect(missingPackage(join(__dirname, "../../.."))).toBeUndefined();
});
