import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/**
 * The lint rules that hold the architecture, tried on a small project with the same folders. Every line that breaks a rule
 * says which one in a comment; every other line must pass.
 */
const FILES: Record<string, string> = {
  "src/core/mean.ts": `
    import { text } from "../taskpane/text"; // boundaries/dependencies
    import type { Text } from "../functions/text"; // boundaries/dependencies
    import { readFileSync } from "node:fs"; // boundaries/dependencies
    import { parse } from "some-package"; // boundaries/dependencies
    export * from "../workbook/read"; // boundaries/dependencies
    export const lazy = () => import("../functions/text"); // boundaries/dependencies
    export type Sneaked = import("../functions/text").Text; // no-restricted-syntax
    export const now = () => Date.now(); // no-restricted-syntax
    export const month = (date: Date) => date.getMonth(); // no-restricted-syntax
    export const address = (range: Excel.Range) => range.address; // no-restricted-syntax
    export const title = () => document.title; // no-restricted-globals
    export const anything = (value: any) => value; // @typescript-eslint/no-explicit-any
    export const first = (values: number[]) => values[0]!; // @typescript-eslint/no-non-null-assertion
    export const used = [text, readFileSync, parse] satisfies unknown[] as Text[];
  `,
  "src/mapping/guess.ts": `
    import { now } from "../core/mean";
    import { read } from "../workbook/read"; // boundaries/dependencies
    export const guess = [now, read];
  `,
  "src/workbook/read.ts": `
    import { first } from "../core/mean";
    import { text } from "../taskpane/text"; // boundaries/dependencies
    export async function read(context: Excel.RequestContext) {
      const range = context.workbook.getSelectedRange();
      first([range.rowCount]); // office-addins/call-sync-before-read, office-addins/load-object-before-read
      for (const _ of [text]) await context.sync(); // office-addins/no-context-sync-in-loop
    }
  `,
  "src/functions/index.ts": `
    import { month } from "../core/mean";
    import { guess } from "../mapping/guess";
    import { read } from "../workbook/read";
    CustomFunctions.associate("GUESS", () => [guess, read, month, Office.context]);
  `,
  "src/functions/text.ts": `
    export type Text = Office.Context; // no-restricted-syntax
    export const text: Text = Office.context; // no-restricted-globals
  `,
  "src/taskpane/text.tsx": `
    import { createElement } from "some-package";
    import { month } from "../core/mean";
    export const text = <b title="Won deals" lang="en">Won deals {month} · {createElement}</b>; // no-restricted-syntax, no-restricted-syntax
  `,
  "src/workbench/host.ts": `
    import { month } from "../core/mean"; // boundaries/dependencies
    import { readFileSync } from "node:fs";
    export const host = [month, readFileSync];
  `,
  "src/elsewhere/stray.ts": `export const stray = 1; // boundaries/no-unknown-files`,
};

let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "lint-"));
  const root = resolve(__dirname, "..");
  cpSync(join(root, "eslint.config.js"), join(project, "eslint.config.js"));
  symlinkSync(join(root, "node_modules"), join(project, "node_modules"), "junction");
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), text);
  }
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

test("each rule is broken exactly where the example says so", () => {
  const expected = Object.entries(FILES).flatMap(([name, text]) =>
    text.split("\n").flatMap((line, index) =>
      (line.split(" // ")[1] ?? "")
        .split(", ")
        .filter(Boolean)
        .map((rule) => `${name}:${index + 1} ${rule.trim()}`),
    ),
  );
  expect(lint().sort()).toEqual(expected.sort());
});

interface FileReport {
  filePath: string;
  messages: { line: number; ruleId: string | null; message: string }[];
}

function lint(): string[] {
  const eslint = join(project, "node_modules/eslint/bin/eslint.js");
  const output = execute([eslint, "src", "--format", "json"]);
  const reports = JSON.parse(output) as FileReport[];
  return reports.flatMap(({ filePath, messages }) => {
    const name = filePath.replaceAll("\\", "/").replace(/^.*\/src\//, "src/");
    return messages.map(({ line, ruleId, message }) => `${name}:${line} ${ruleId ?? message}`);
  });
}

/** eslint exits with 1 when it finds something, which is what it is here for. */
function execute(args: string[]): string {
  try {
    return execFileSync(process.execPath, args, {
      cwd: project,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
