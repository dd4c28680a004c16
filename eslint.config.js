const js = require("@eslint/js");
const boundaries = require("eslint-plugin-boundaries");
const officeAddins = require("eslint-plugin-office-addins");
const prettier = require("eslint-config-prettier");
const ts = require("typescript-eslint");

/** Arrows go one way: which other folders of src each folder may import. */
const ARROWS = {
  core: [],
  mapping: ["core"],
  reports: ["core"],
  reference: ["core"],
  workbook: ["core", "mapping", "reports"],
  dataset: ["core", "mapping", "workbook"],
  refresh: ["core", "mapping", "reports", "workbook", "dataset"],
  functions: ["core", "mapping", "reports", "reference", "workbook", "dataset"],
  commands: ["core", "mapping", "reports", "workbook", "dataset", "refresh"],
  taskpane: ["core", "mapping", "reports", "reference", "workbook", "dataset", "refresh", "commands"], // its page is where ribbon commands register
  workbench: [], // loads the built add-in, as Excel does
};

/** The folders that import no package at all (mapping has a schema library); core, mapping and reports also know no clock, chance or outside world. */
const WITHOUT_PACKAGES = ["core", "reports", "reference", "workbook", "dataset", "functions", "commands"];
const PURE = ["core", "mapping", "reports", "reference"].map((folder) => `src/${folder}/**/*.{ts,tsx}`);

/** Where Office.js may be named: the workbook folder and the doors' start-up files. */
const KNOWS_OFFICE = ["src/workbook/**/*", "src/{functions,commands,taskpane}/index.{ts,tsx}"];

const OFFICE = ["Excel", "Office", "OfficeExtension"];
const OUTSIDE_WORLD = [
  ...["window", "document", "navigator", "localStorage", "fetch", "XMLHttpRequest", "process", "console"],
  ...["setTimeout", "setInterval", "performance", "crypto"],
];

const forbidden = {
  importType: {
    selector: "TSImportType",
    message: "Import the type at the top of the file, where the arrows are checked.",
  },
  officeType: {
    selector: "TSQualifiedName[left.name=/^(Excel|Office|OfficeExtension)$/]",
    message: "Only src/workbook and the doors' start-up files know Office.js.",
  },
  localTime: {
    selector:
      "MemberExpression[property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)$/]",
    message: "Dates are Excel serial days; use src/core/time (or the UTC methods at the edges).",
  },
  clock: {
    selector:
      "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "No clock in here: asOf is always an argument.",
  },
  chance: {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: "No chance in here: take a seed.",
  },
  ownSeed: {
    selector: "Property[key.name='numRuns']",
    message: "Use runs() of test/support/random.ts: the same cases every time, or those of SEED.",
  },
  untranslatedText: {
    selector: "JSXElement > JSXText[value=/[A-Za-z]{2}/]",
    message: "Visible words come from the translated texts.",
  },
  untranslatedAttribute: {
    selector:
      "JSXAttribute[name.name=/^(title|label|placeholder|alt|aria-label|aria-description|hint)$/] > Literal[value=/[A-Za-z]{2}/]",
    message: "Visible words come from the translated texts.",
  },
};

const forbid = (...names) => ["error", ...names.map((name) => forbidden[name])];
const NODE_GLOBALS = Object.fromEntries(
  [...Object.getOwnPropertyNames(globalThis), "__dirname", "__filename"].map((name) => [name, "readonly"]),
);

module.exports = [
  { ignores: ["dist/", ".cache/", "coverage/", "node_modules/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  ...ts.configs.strict,
  {
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-restricted-syntax": forbid("importType"),
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
    },
  },
  {
    // Files that Node runs as they are.
    files: ["**/*.{js,cjs,mjs}"],
    languageOptions: { globals: NODE_GLOBALS },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  { files: ["**/*.{js,cjs}"], languageOptions: { sourceType: "commonjs" } },
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { boundaries },
    settings: {
      "boundaries/root-path": __dirname,
      "boundaries/elements": Object.keys(ARROWS).map((type) => ({ type, pattern: `src/${type}` })),
      "import/resolver": { node: { extensions: [".ts", ".tsx", ".mjs", ".js", ".json"] } },
    },
    rules: {
      "boundaries/no-unknown-files": "error",
      "boundaries/dependencies": [
        "error",
        {
          default: "disallow",
          checkAllOrigins: true,
          policies: [
            ...Object.entries(ARROWS).map(([type, targets]) => ({
              from: { element: { type } },
              allow: { to: { element: { types: { anyOf: [type, ...targets] } } } },
            })),
            {
              from: { element: { types: { noneOf: WITHOUT_PACKAGES } } },
              allow: { to: { module: { origin: ["external", "core"] } } },
            },
          ],
        },
      ],
    },
  },
  {
    files: ["src/{core,mapping,reports,dataset,functions,commands,taskpane}/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-globals": ["error", ...OFFICE],
      "no-restricted-syntax": forbid("importType", "localTime", "officeType"),
    },
  },
  {
    files: ["src/taskpane/**/*.tsx"],
    rules: {
      "no-restricted-syntax": forbid(
        ...["importType", "localTime", "officeType", "untranslatedText", "untranslatedAttribute"],
      ),
    },
  },
  {
    files: KNOWS_OFFICE,
    rules: {
      "no-restricted-globals": "off",
      "no-restricted-syntax": forbid("importType", "localTime", "untranslatedText", "untranslatedAttribute"),
    },
  },
  {
    files: PURE,
    rules: {
      "no-restricted-globals": ["error", ...OFFICE, "CustomFunctions", ...OUTSIDE_WORLD],
      "no-restricted-syntax": forbid("importType", "localTime", "officeType", "clock", "chance"),
    },
  },
  {
    files: ["src/{workbook,taskpane,commands}/**/*.{ts,tsx}"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  {
    files: ["test/**/*"],
    ignores: ["test/support/random.ts"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "no-restricted-syntax": forbid("importType", "ownSeed"),
    },
  },
  prettier,
];
