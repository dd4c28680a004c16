import fc from "fast-check";
import { catalogue, metricById } from "../../src/core/metrics/catalogue";
import type { OptionSpec } from "../../src/core/metrics/options";
import { parametersOf } from "../../src/core/metrics/parameters";
import { typeOfRole } from "../../src/core/records/roles";
import { metadata } from "../../src/functions/metadata";
import { isError, sales, streamed } from "../support/custom-functions";
import { fixture } from "../support/fixture";
import { held, publishMapped, TablesInMemory } from "../support/mapped";
import { runs } from "../support/random";

const cell = fc.oneof(
  fc.constantFrom<unknown>(
    "",
    null,
    undefined,
    "won",
    "lost",
    "open",
    "Closed",
    "#N/A",
    "#REF!",
    true,
    false,
  ),
  fc.constantFrom<unknown>(
    "2025-03-31",
    "03/04/2025",
    "31.12.2024",
    "$1,200.50",
    "1.200,50 €",
    "(1,200)",
    "=1+1",
    "basis=created-all",
    "month",
  ),
  fc.double(),
  fc.integer({ min: -10, max: 60_000 }),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constant<unknown>({ type: "Error", basicValue: "#DIV/0!" }),
  fc.constant<unknown>({ type: "FormattedNumber", basicValue: 7 }),
  fc.anything({ maxDepth: 1 }),
);
/** Columns of one length, so that the calculation is reached; now and then something of another shape. */
const matrixOf = (rows: number): fc.Arbitrary<unknown> =>
  fc.oneof(
    {
      weight: 30,
      arbitrary: fc.array(
        cell.map((value) => [value]),
        { minLength: rows, maxLength: rows },
      ),
    },
    { weight: 1, arbitrary: fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }) },
    { weight: 1, arbitrary: cell },
    { weight: 8, arbitrary: fc.constant(null) },
  );

/** Words a status column really holds, to get past the first refusal more often. */
const status = (rows: number): fc.Arbitrary<unknown> =>
  fc.array(
    fc.constantFrom("won", "lost", "open", "", "#N/A", "Câștigat").map((word) => [word]),
    { minLength: rows, maxLength: rows },
  );

const columnOf = (values: fc.Arbitrary<unknown>, rows: number): fc.Arbitrary<unknown> =>
  fc.array(
    fc
      .oneof({ weight: 9, arbitrary: values }, { weight: 1, arbitrary: fc.constantFrom("", "#N/A", "x") })
      .map((value) => [value]),
    { minLength: rows, maxLength: rows },
  );

/** Half a year about the first quarter of 2025, so that periods have days in common with the data. */
const someDay = fc.integer({ min: 45_560, max: 45_780 });
/** As many a year before. */
const anyDay = fc.tuple(someDay, fc.constantFrom(0, 365)).map(([day, earlier]) => day - earlier);

const functions = metadata("en").functions;

/** Words and numbers that a column with this name usually holds; undefined for columns of plain words. */
function usual(metricId: string, name: string, rows: number): fc.Arbitrary<unknown> | undefined {
  const metric = metricById(metricId);
  const parameter = metric && parametersOf(metric).find((candidate) => candidate.name === name);
  if (parameter?.takes !== "column") return undefined;
  switch (typeOfRole(parameter.kinds[0] ?? "deal", parameter.role)) {
    case "status":
      return status(rows);
    case "money":
      return columnOf(fc.double({ noNaN: true }), rows);
    case "number":
    case "probability":
      return columnOf(
        fc.oneof(fc.integer({ min: -5, max: 110 }), fc.double({ min: 0, max: 1, noNaN: true })),
        rows,
      );
    case "duration":
      return columnOf(fc.constantFrom("0:30", "45 min", 1.5, 0.02, 90), rows);
    case "date":
      return columnOf(anyDay, rows);
    default:
      return columnOf(
        fc.constantFrom(
          "Ana",
          "Web",
          "Call",
          "Email",
          "Meeting",
          "Demo",
          "new",
          "upsell",
          "yes",
          "D1",
          "REVENUE",
          "month",
        ),
        rows,
      );
  }
}

function optionText(name: string, spec: OptionSpec): fc.Arbitrary<string> {
  if (spec.option === "choice") return fc.constantFrom(...spec.values).map((value) => `${name}=${value}`);
  if (spec.option === "number")
    return fc.double({ min: spec.min, max: spec.max, noNaN: true }).map((value) => `${name}=${value}`);
  return fc.constant(`${name}=x`);
}

/** The options a function has, alone and together, now and then with nonsense between them. */
function options(metricId: string): fc.Arbitrary<unknown> {
  const own = Object.entries(metricById(metricId)?.options ?? {}).map(([name, spec]) =>
    optionText(name, spec),
  );
  const parts = fc.oneof(...own, fc.constantFrom("dates=dmy", "dates=mdy", "period=2025-Q1", "level=0.9"));
  return fc.oneof(
    { weight: 4, arbitrary: fc.array(parts, { maxLength: 3 }).map((some) => some.join("; ")) },
    { weight: 2, arbitrary: parts.map((part) => `period=2025-Q1; ${part}`) },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>("", "nonsense", 5, "a=b", "=1+1") },
  );
}

function check(value: unknown): void {
  if (Array.isArray(value)) {
    const width = (value[0] as unknown[]).length;
    for (const row of value as unknown[][]) {
      expect(row).toHaveLength(width);
      row.forEach(check);
    }
    return;
  }
  if (isError(value)) {
    expect(["#VALUE!", "#N/A", "#DIV/0!", "#NUM!"]).toContain(value.code);
    expect(value.message.length).toBeGreaterThan(10);
    expect(value.message).not.toMatch(/\{\w+\}|could not be calculated/);
    return;
  }
  if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
  else expect(typeof value).toBe("string");
}

/** What a function answers; one that streams, over mapped tables, by what its cell shows first. */
async function answer(name: string, args: Readonly<Record<string, unknown>>): Promise<unknown> {
  const entry = functions.find((candidate) => candidate.name === name);
  if (entry?.options?.stream !== true) return sales(name, args);
  const given = entry.parameters.flatMap((parameter): unknown[] => {
    const value = args[parameter.name] ?? null;
    return parameter.repeating ? [value ?? []].flat() : [value];
  });
  const cell = await streamed(entry.id, ...given);
  while (cell.shown.length === 0) await new Promise((resolve) => setTimeout(resolve));
  cell.cancel();
  return cell.shown.at(-1);
}

beforeAll(() => {
  const data = new TablesInMemory();
  data.become({ status: "ready", data: held({ deal: fixture }) });
  publishMapped(data);
});

test.each(functions.map(({ name }) => name))(
  "SALES.%s answers anything with a number, a table or an error that helps",
  async (name) => {
    const entry = functions.find((candidate) => candidate.name === name);
    const parameters = entry?.parameters ?? [];
    const argument = (parameter: (typeof parameters)[number], rows: number): fc.Arbitrary<unknown> => {
      if (parameter.name === "metric" || parameter.name === "metrics")
        return fc.oneof(
          { weight: 9, arbitrary: fc.constantFrom(...catalogue.map(({ id }) => id)) },
          { weight: 1, arbitrary: cell },
        );
      if (parameter.repeating) return fc.array(fc.oneof(status(rows), matrixOf(rows)), { maxLength: 14 });
      if (parameter.name === "options") return options(name);
      if (/^(from|to|asOf)$/.test(parameter.name))
        return fc.oneof(
          { weight: 8, arbitrary: fc.constant(null) },
          { weight: 4, arbitrary: someDay },
          { weight: 1, arbitrary: cell },
        );
      const column = usual(name, parameter.name, rows);
      if (column !== undefined && parameter.name !== "currency")
        return fc.oneof(
          { weight: 5, arbitrary: column },
          { weight: 1, arbitrary: matrixOf(rows) },
          { weight: parameter.optional ? 3 : 0, arbitrary: fc.constant(null) },
        );
      if (parameter.name === "currency") return fc.constant(null);
      return parameter.dimensionality === "matrix"
        ? matrixOf(rows)
        : fc.oneof(
            { weight: parameter.optional ? 12 : 0, arbitrary: fc.constant(null) },
            { weight: parameter.optional ? 1 : 6, arbitrary: fc.integer({ min: 0, max: 9 }) },
            { weight: 1, arbitrary: cell },
          );
    };
    const seen = { number: 0, error: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc
          .integer({ min: 1, max: 25 })
          .chain((rows) => fc.tuple(...parameters.map((parameter) => argument(parameter, rows)))),
        async (args) => {
          const value = await answer(
            name,
            Object.fromEntries(parameters.map((parameter, i) => [parameter.name, args[i]])),
          );
          seen[isError(value) || (Array.isArray(value) && isError(value[0]?.[0])) ? "error" : "number"]++;
          check(value);
        },
      ),
      runs(400),
    );
    // A fuzz that only meets refusals proves little.
    expect(seen.number).toBeGreaterThan(0);
  },
  60_000,
);

/** Ten thousand cells of whatever: a hang would run into the limit. */
test.each(
  functions
    .filter(({ parameters }) => parameters.some(({ dimensionality }) => dimensionality === "matrix"))
    .map(({ name }) => name),
)(
  "SALES.%s gets through 10,000 hostile cells",
  async (name) => {
    const entry = functions.find((candidate) => candidate.name === name);
    const parameters = entry?.parameters ?? [];
    const matrices = parameters.filter(
      ({ dimensionality, repeating }) => dimensionality === "matrix" && !repeating,
    );
    const rows = Math.ceil(10_000 / Math.max(1, matrices.length));
    const [cells = []] = fc.sample(fc.array(cell, { minLength: 500, maxLength: 500 }), runs(1));
    const args = Object.fromEntries(
      matrices.map(({ name: of }, at) => [
        of,
        Array.from({ length: rows }, (_, i) => [cells[(i * 7 + at * 13) % cells.length]]),
      ]),
    );
    check(await answer(name, args));
  },
  10_000,
);
