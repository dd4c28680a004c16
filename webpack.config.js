const { execFileSync } = require("node:child_process");
const { readFileSync, readdirSync } = require("node:fs");
const { isAbsolute, join } = require("node:path");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const { EsbuildPlugin } = require("esbuild-loader");
const TerserPlugin = require("terser-webpack-plugin");
const webpack = require("webpack");

const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const LOCAL_ORIGIN = "https://localhost:3000"; // the one written in manifest.xml
const METADATA = { "functions.json": "en", "functions.ro-RO.json": "ro" };
const SAMPLES = { "assets/sample.xlsx": "en", "assets/sample.ro-RO.xlsx": "ro" };

/**
 * What Excel loads: functions, taskpane, manifest, icons. ADDIN_ORIGIN (or --env origin=) is where it will be served from,
 * ADDIN_OUT (or --env out=) the output folder, dist by default.
 */
module.exports = (env = {}, argv = {}) => {
  const mode = argv.mode || "production";
  const out = env.out || process.env.ADDIN_OUT || "dist";
  const origin = (env.origin || process.env.ADDIN_ORIGIN || LOCAL_ORIGIN).replace(/\/+$/, "");
  return {
    name: "addin",
    mode,
    context: __dirname,
    target: ["web", "es2022"],
    devtool: mode === "production" ? false : "source-map",
    entry: {
      // The functions register before anything of React is read: until then Excel shows #VALUE! in their cells.
      // Each script has its own copy of the core: bundled alone, the functions are a fifth smaller.
      functions: { import: "./src/functions/index.ts", layer: "functions" },
      taskpane: {
        import: [
          "./src/functions/publish-explain.ts",
          "./src/functions/publish-mapped.ts",
          "./src/taskpane/index.tsx",
        ],
        layer: "taskpane",
      },
    },
    output: {
      path: isAbsolute(out) ? out : join(__dirname, out),
      filename: "[name].js",
      publicPath: "",
      globalObject: "globalThis", // the functions' script also runs where there is no window
      clean: true,
    },
    resolve: { extensions: [".ts", ".tsx", ".mjs", ".js", ".json"] },
    module: {
      rules: [
        { test: /\.tsx?$/, loader: "esbuild-loader", options: { target: "es2022", jsx: "automatic" } },
        {
          test: /[\\/]core[\\/]metrics[\\/][^\\/]+\.ts$/,
          issuerLayer: "functions",
          enforce: "pre",
          loader: join(__dirname, "src/functions/strip-words.cjs"),
        },
        // What SALES.EXPLAIN says, and what is asked of mapped tables, is the pane's script's to answer.
        {
          issuerLayer: "functions",
          resolve: {
            alias: {
              [join(__dirname, "src/functions/explain.ts")]: join(
                __dirname,
                "src/functions/explain-in-page.ts",
              ),
              [join(__dirname, "src/core/evaluate/excluded.ts")]: join(
                __dirname,
                "src/functions/excluded-in-page.ts",
              ),
              [join(__dirname, "src/functions/mapped-functions.ts")]: join(
                __dirname,
                "src/functions/mapped-in-page.ts",
              ),
              [join(__dirname, "src/core/records/read-levels.ts")]: false,
              [join(__dirname, "src/core/mapped-messages.en.ts")]: false,
              [join(__dirname, "src/core/mapped-messages.ro.ts")]: false,
              [join(__dirname, "src/core/explanations.en.ts")]: false,
              [join(__dirname, "src/core/explanations.ro.ts")]: false,
            },
          },
        },
      ],
    },
    experiments: { css: true, layers: true },
    optimization: {
      minimizer: [
        // Slower, and 3 % smaller: worth it where every start of Excel waits for the script.
        new TerserPlugin({
          include: "functions.js",
          extractComments: false,
          terserOptions: { ecma: 2020, compress: { passes: 2, hoist_funs: true } },
        }),
        new EsbuildPlugin({ target: "es2022", exclude: /^functions\.js$/ }),
      ],
    },
    performance: { hints: false },
    stats: "errors-warnings",
    plugins: [
      new HtmlWebpackPlugin({
        filename: "taskpane.html",
        template: "./src/taskpane/index.html",
        chunks: ["functions", "taskpane"],
        chunksSortMode: "manual",
        scriptLoading: "blocking",
        inject: "body",
      }),
      new OfficeJsFirst(),
      new AddinFiles(origin),
      new Licences(),
    ],
  };
};

/** Puts Microsoft's office.js before the page's own scripts. It may not be bundled: the Marketplace demands the CDN. */
class OfficeJsFirst {
  apply(compiler) {
    compiler.hooks.compilation.tap("OfficeJsFirst", (compilation) => {
      HtmlWebpackPlugin.getHooks(compilation).alterAssetTags.tap("OfficeJsFirst", (data) => {
        const tag = {
          tagName: "script",
          voidTag: false,
          attributes: { src: OFFICE_JS },
          meta: { plugin: "OfficeJsFirst" },
        };
        data.assetTags.scripts.unshift(tag);
        return data;
      });
    });
  }
}

/** The files Excel reads that are not scripts: the manifest for this origin, the functions' descriptions, the icons. */
class AddinFiles {
  constructor(origin) {
    this.origin = origin;
  }

  apply(compiler) {
    const { Compilation, sources } = webpack;
    compiler.hooks.thisCompilation.tap("AddinFiles", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "AddinFiles", stage }, () => {
        for (const [name, content] of this.files()) {
          compilation.emitAsset(name, new sources.RawSource(content));
        }
      });
    });
  }

  *files() {
    const manifest = readFileSync(join(__dirname, "manifest.xml"), "utf8");
    yield ["manifest.xml", manifest.replaceAll(LOCAL_ORIGIN, this.origin)];
    yield* metadataFiles();
    yield* sampleFiles();
    for (const name of readdirSync(join(__dirname, "assets")).filter((file) =>
      /\.(png|html|css)$/.test(file),
    )) {
      yield [`assets/${name}`, readFileSync(join(__dirname, "assets", name))];
    }
  }
}

/** The licences of the packages that ended up in the scripts, as those licences ask. */
class Licences {
  apply(compiler) {
    const { Compilation, sources } = webpack;
    compiler.hooks.thisCompilation.tap("Licences", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "Licences", stage }, () => {
        const folders = new Set();
        for (const module of compilation.modules) {
          const match = /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(
            module.nameForCondition?.() ?? "",
          );
          if (match) folders.add(match[0]);
        }
        const texts = [...folders].sort().map(licenceOf);
        compilation.emitAsset("licences.txt", new sources.RawSource(texts.join("\n")));
      });
    });
  }
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? "" : readFileSync(join(folder, file), "utf8");
  return `${name} ${version} (${license})\n\n${text.trim()}\n\n${"-".repeat(80)}\n`;
}

/** The descriptions come from the very catalogue the functions are made of, run in a process that reads TypeScript. */
function metadataFiles() {
  const files = runTypeScript(`
    const { metadata } = require("./src/functions/metadata.ts");
    const files = Object.entries(${JSON.stringify(METADATA)}).map(([name, locale]) => [name, metadata(locale)]);
    process.stdout.write(JSON.stringify(files));`);
  return files.map(([name, content]) => [name, JSON.stringify(content, null, 2) + "\n"]);
}

/** The workbook behind the pane's "Use sample data", by the generator of the workbench's own. */
function sampleFiles() {
  const files = runTypeScript(`
    const { metadata } = require("./src/functions/metadata.ts");
    const { sampleFile } = require("./src/workbench/files/sample-file.ts");
    const functions = metadata("en").functions.map(({ name }) => "SALES." + name);
    const files = Object.entries(${JSON.stringify(SAMPLES)}).map(async ([name, language]) =>
      [name, Buffer.from(await sampleFile(language, functions)).toString("base64")]);
    Promise.all(files).then((all) => process.stdout.write(JSON.stringify(all)));`);
  return files.map(([name, content]) => [name, Buffer.from(content, "base64")]);
}

function runTypeScript(program) {
  const options = { cwd: __dirname, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 };
  return JSON.parse(execFileSync(process.execPath, ["--require", "tsx/cjs", "--eval", program], options));
}
