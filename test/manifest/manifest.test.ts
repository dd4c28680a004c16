import { explanationsEn } from "../../src/core/explanations.en";
import { catalogue } from "../../src/core/metrics/catalogue";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { checkManifest } from "./rules";
import { parseXml } from "./xml";

const root = resolve(__dirname, "../..");
const manifest = readFileSync(join(root, "manifest.xml"), "utf8");
const assets = join(root, "assets");

test("the manifest keeps every rule", () => expect(checkManifest(manifest, assets)).toEqual([]));

describe("the built add-in", () => {
  const out = mkdtempSync(join(tmpdir(), "addin-"));
  beforeAll(() => {
    const webpack = join(root, "node_modules/webpack/bin/webpack.js");
    const env = { ...process.env, ADDIN_ORIGIN: "https://metrics.example.com/", ADDIN_OUT: out };
    execFileSync(process.execPath, [webpack, "--config-name", "addin"], { cwd: root, env, stdio: "pipe" });
  });
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  test("its manifest keeps every rule, on the origin it was built for", () => {
    const built = readFileSync(join(out, "manifest.xml"), "utf8");
    expect(checkManifest(built, join(out, "assets"))).toEqual([]);
    expect(built).toContain('"https://metrics.example.com/taskpane.html"');
    expect(built).not.toContain("localhost");
  });

  test("every file the manifest names is there", () => {
    const urls =
      readFileSync(join(out, "manifest.xml"), "utf8").match(/https:\/\/metrics\.example\.com\/[^"<]+/g) ?? [];
    expect(urls.length).toBeGreaterThan(10);
    const missing = urls.filter((url) => !existsSync(join(out, new URL(url).pathname)));
    expect(missing).toEqual([]);
  });

  test("the page loads office.js from Microsoft, then the functions, then the pane, and nothing inline", () => {
    const page = readFileSync(join(out, "taskpane.html"), "utf8");
    expect([...page.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, src]) => src)).toEqual([
      "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
      "functions.js",
      "taskpane.js",
    ]);
    expect(page).not.toMatch(/ (defer|async|type="module"|style|on\w+)[=> ]/);
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style/);
  });

  test("functions.js is small, needs CustomFunctions alone, and associates every function that is described", () => {
    const script = readFileSync(join(out, "functions.js"));
    expect(gzipSync(script).length).toBeLessThan(90_000);
    const associated: string[] = [];
    class CustomFunctionsError extends Error {}
    runInNewContext(script.toString(), {
      CustomFunctions: {
        associate: (id: string) => associated.push(id),
        Error: CustomFunctionsError,
        ErrorCode: {},
      },
    });
    for (const name of ["functions.json", "functions.ro-RO.json"]) {
      const { functions } = JSON.parse(readFileSync(join(out, name), "utf8")) as {
        functions: { id: string }[];
      };
      expect(functions.map(({ id }) => id).sort()).toEqual([...associated].sort());
    }
  });

  test("definitions are the pane's to give, not the functions' to carry", () => {
    const [functions, pane] = ["functions.js", "taskpane.js"].map((name) =>
      readFileSync(join(out, name), "utf8"),
    );
    // What is not ASCII is written as escapes in the scripts.
    const plain = (words: string): string =>
      /^[ -~]*/.exec(words)?.[0].replaceAll('"', "").slice(0, 40) ?? "";
    for (const { id, text, source, example } of catalogue) {
      for (const words of [text.en.definition, text.ro.definition, source, example].map(plain)) {
        if (words.length > 25) expect([id, functions?.includes(words)]).toEqual([id, false]);
      }
      expect([id, pane?.includes(plain(text.en.definition))]).toEqual([id, true]);
    }
  });

  test("remarks and why rows were left out are the pane's to tell", () => {
    const [functions, pane] = ["functions.js", "taskpane.js"].map((name) =>
      readFileSync(join(out, name), "utf8"),
    );
    for (const [id, text] of Object.entries(explanationsEn)) {
      const plain = /^[ -~]*/.exec(text)?.[0].replaceAll('"', "").slice(0, 40) ?? "";
      if (plain.length < 20) continue;
      expect([id, functions?.includes(plain)]).toEqual([id, false]);
      expect([id, pane?.includes(plain)]).toEqual([id, true]);
    }
  });

  test("the licences of the packages in it come along, all of them permissive", () => {
    const licences = [
      ...readFileSync(join(out, "licences.txt"), "utf8").matchAll(/^(@?[\w./-]+) [\w.-]+ \((.+)\)$/gm),
    ];
    expect(licences.map(([, name]) => name)).toEqual(expect.arrayContaining(["react", "react-dom"]));
    for (const [, , licence] of licences)
      expect(licence).toMatch(/^(MIT|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause)$/);
  });

  test("nothing of the stand-in for Excel is in it", () => {
    const scripts = readdirSync(out).filter((name) => name.endsWith(".js"));
    expect(scripts.sort()).toEqual(["functions.js", "taskpane.js"]);
    for (const name of scripts)
      expect(readFileSync(join(out, name), "utf8")).not.toMatch(/univer|workbench/i);
  });
});

describe("a broken manifest is found out", () => {
  const swap = (text: string, by: string) => (): string => {
    expect(manifest).toContain(text);
    return manifest.replace(text, by);
  };
  const moved = (text: string, before: string) => (): string =>
    swap(text, "")().replace(before, text + before);

  test.each<[what: string, broken: () => string, problem: string | RegExp]>([
    ["a tag left open", swap("</Hosts>", ""), /^not well formed/],
    ["version before id", moved("<Version>1.2.0.0</Version>", "<Id>"), /^order: OfficeApp has Version Id/],
    [
      "an icon before its label",
      moved('<Label resid="Group.Label" />', "</Group>"),
      /^order: .*Group has Icon/,
    ],
    [
      "a resource that is not there",
      swap('resid="Open.Title"', 'resid="Open.Titel"'),
      "resid: Open.Titel does not exist",
    ],
    [
      "an id twice",
      swap('String id="Open.Title"', 'String id="Open.Label"'),
      "resid: Open.Label is there twice",
    ],
    [
      "an id too long",
      () => manifest.replaceAll("Refresh.Description", "Refresh.Description.For.The.Ribbon"),
      "resid: Refresh.Description.For.The.Ribbon is longer than 32 characters",
    ],
    [
      "a commands file of its own",
      swap('<FunctionFile resid="Taskpane.Url"', '<FunctionFile resid="Support.Url"'),
      "runtime: FunctionFile is Support.Url, not Taskpane.Url",
    ],
    ["a short runtime", swap('lifetime="long"', 'lifetime="short"'), "runtime: its lifetime is not long"],
    [
      "a TaskpaneId",
      swap(
        '<Action xsi:type="ShowTaskpane">',
        '<Action xsi:type="ShowTaskpane"><TaskpaneId>Pane</TaskpaneId>',
      ),
      "runtime: a TaskpaneId does not go with a long runtime",
    ],
    [
      "a text without Romanian",
      swap('<bt:Override Locale="ro-RO" Value="Deschide" />', ""),
      "override: Open.Label has no ro-RO",
    ],
    [
      "a short locale tag",
      swap('Locale="ro-RO" Value="Deschide"', 'Locale="ro" Value="Deschide"'),
      "override: for ro",
    ],
    ["cedillas", swap("rapoartele", "raporţele"), "override: ș and ț are written with a cedilla"],
    [
      "a text too long",
      swap('Value="Deschide"', `Value="${"a".repeat(126)}"`),
      "length: Open.Label has 126 characters",
    ],
    [
      "another origin",
      swap('https://localhost:3000/functions.js"', 'https://cdn.example.com/functions.js"'),
      "address: https://localhost:3000 and https://cdn.example.com",
    ],
    [
      "plain http",
      () => manifest.replaceAll("https://", "http://"),
      "address: http://localhost:3000/taskpane.html is not https",
    ],
    [
      "an icon that is not there",
      swap("assets/icon-80.png", "assets/icon-96.png"),
      "icon: https://localhost:3000/assets/icon-96.png does not exist",
    ],
    [
      "an icon of another size",
      swap("assets/icon-64.png", "assets/icon-80.png"),
      "icon: https://localhost:3000/assets/icon-80.png is 80 × 80, not 64",
    ],
    [
      "a requirement more",
      swap("<Set Name", '<Set Name="ExcelApi" MinVersion="1.9" /><Set Name'),
      "requirements: ExcelApi 1.9,SharedRuntime 1.1",
    ],
  ])("%s", (_, broken, problem) => {
    const problems = checkManifest(broken(), assets);
    expect(problems).toContainEqual(typeof problem === "string" ? problem : expect.stringMatching(problem));
  });
});

test("the ribbon has the two buttons, the second of which runs refreshReports", () => {
  const text = JSON.stringify(parseXml(manifest));
  expect([...text.matchAll(/"xsi:type":"(ShowTaskpane|ExecuteFunction)"/g)].map(([, type]) => type)).toEqual([
    "ShowTaskpane",
    "ExecuteFunction",
  ]);
  expect(manifest).toContain("<FunctionName>refreshReports</FunctionName>");
  expect(manifest).toContain('<bt:String id="Functions.Namespace" DefaultValue="SALES" />');
});
