const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");
const esbuild = require("esbuild");

const settings = createHash("sha256").update(readFileSync(__filename)).update(esbuild.version).digest("hex");

const loaders = { ts: "ts", tsx: "tsx", jsx: "jsx", js: "js", mjs: "js" };

/** jest's view of a source file: one esbuild call, ES modules to CommonJS, with its source map. */
module.exports = {
  process(source, path) {
    const loader = loaders[path.slice(path.lastIndexOf(".") + 1)];
    const usesImportMeta = source.includes("import.meta.");
    const { code } = esbuild.transformSync(source, {
      loader,
      format: "cjs",
      target: "node20",
      jsx: "automatic",
      sourcefile: path,
      sourcemap: "inline",
      supported: { "dynamic-import": false }, // jest's module registry knows require only
      ...(usesImportMeta && {
        define: { "import.meta.url": "__importMeta.url", "import.meta.dirname": "__importMeta.dirname" },
        banner:
          'const __importMeta = { url: require("node:url").pathToFileURL(__filename).href, dirname: __dirname };',
      }),
    });
    return { code };
  },
  getCacheKey(source, path) {
    return createHash("sha256").update(settings).update(path).update(source).digest("hex");
  },
};
