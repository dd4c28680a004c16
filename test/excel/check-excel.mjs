import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { build } from "esbuild";

// npm run check:excel               makes the checks and says how to run them in a real Excel
// npm run check:excel -- report.json   compares what Excel answered with what the workbench answers

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const out = join(root, ".cache/check-excel");
const [reportFile] = process.argv.slice(2);

const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Sales Metrics checks</title>
    <script src="${OFFICE_JS}"></script>
  </head>
  <body>
    <script src="checks.js"></script>
  </body>
</html>
`;
const HOW = `Questions to a real Excel, two minutes, in an empty workbook. One of:

  Excel with Script Lab (Home > Add-ins, in every Excel, on the web too): Import, paste the file
    .cache/check-excel/script-lab.yaml, then Run.
  Excel on Windows or macOS, without Script Lab:
    npm run start:excel -- --checks, then Home > Add-ins > Sales Metrics checks.

The pane fills with a report. Copy it into a file, say report.json, and see where Excel and the workbench differ:

  npm run check:excel -- report.json`;

if (reportFile === undefined) {
  await makeChecks();
  console.log(HOW);
} else process.exitCode = compare(JSON.parse(readFileSync(reportFile, "utf8")));

async function makeChecks() {
  mkdirSync(join(out, "assets"), { recursive: true });
  await build({
    entryPoints: [join(here, "page.ts")],
    outfile: join(out, "checks.js"),
    bundle: true,
    format: "iife",
    target: "es2020",
    charset: "utf8",
    logLevel: "error",
  });
  const script = readFileSync(join(out, "checks.js"), "utf8");
  writeFileSync(join(out, "script-lab.yaml"), snippet(script));
  writeFileSync(join(out, "checks.html"), PAGE);
  writeFileSync(join(out, "manifest.xml"), manifest());
  for (const icon of ["icon-32.png", "icon-64.png"])
    writeFileSync(join(out, "assets", icon), readFileSync(join(root, "assets", icon)));
}

/** A snippet as Script Lab imports it. */
function snippet(script) {
  const block = (text) => text.replace(/\s+$/, "").replace(/^/gm, "    ");
  return `name: Sales Metrics checks
description: Asks Excel what the Sales Metrics add-in relies on.
host: EXCEL
api_set: {}
script:
  content: |-
${block(script)}
  language: typescript
template:
  content: |-
    <p></p>
  language: html
style:
  content: |-
    body { margin: 8px }
  language: css
libraries: |
  ${OFFICE_JS}
`;
}

/** The add-in's own manifest without functions and ribbon, under an id of its own. */
function manifest() {
  return readFileSync(join(root, "manifest.xml"), "utf8")
    .replace(/<Id>[^<]*<\/Id>/, "<Id>5f0c6f0e-7a83-4a1b-9b55-3f6f6a1de1c4</Id>")
    .replace(/<DisplayName [\s\S]*?<\/DisplayName>/, '<DisplayName DefaultValue="Sales Metrics checks" />')
    .replace(/\s*<VersionOverrides[\s\S]*<\/VersionOverrides>/, "")
    .replace("/taskpane.html", "/checks.html");
}

/** How many answers differ, after telling which. */
function compare({ excel, answers }) {
  const expected = JSON.parse(readFileSync(join(here, "stand-in.json"), "utf8"));
  const names = [...new Set([...Object.keys(expected), ...Object.keys(answers)])];
  const different = names.filter((name) => !isDeepStrictEqual(answers[name], expected[name]));
  for (const name of different) {
    console.log(`\n${name}`);
    console.log(`  Excel:     ${JSON.stringify(answers[name])}`);
    console.log(`  workbench: ${JSON.stringify(expected[name])}`);
  }
  console.log(`\n${excel}: ${names.length - different.length} of ${names.length} answers are the same.`);
  return different.length > 0 ? 1 : 0;
}
