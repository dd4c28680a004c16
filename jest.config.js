const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

/** @type {import("jest").Config} */
module.exports = {
  // A test that needs a DOM says so itself: /** @jest-environment jsdom */
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.{ts,tsx}"],
  testTimeout: 60_000,
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.cache/"],
  moduleFileExtensions: ["ts", "tsx", "js", "mjs", "cjs", "jsx", "json"],
  moduleNameMapper: { "\\.css$": "<rootDir>/test/empty.cjs" },
  transform: { "\\.(ts|tsx|js|jsx|mjs)$": "<rootDir>/test/transform.cjs" },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnlyPackages().join("|")})/)`],
};

/** jest loads CommonJS; packages that ship nothing else than ES modules are transformed, the others are left alone. */
function esmOnlyPackages() {
  const root = join(__dirname, "node_modules");
  const names = readdirSync(root)
    .flatMap((name) =>
      name.startsWith("@") ? readdirSync(join(root, name)).map((sub) => `${name}/${sub}`) : [name],
    )
    .filter((name) => !name.startsWith("."));
  return names.filter((name) => {
    try {
      const text = readFileSync(join(root, name, "package.json"), "utf8");
      const { type, exports } = JSON.parse(text);
      return type === "module" && !JSON.stringify(exports ?? "").includes('"require"');
    } catch {
      return false; // not a package folder
    }
  });
}
