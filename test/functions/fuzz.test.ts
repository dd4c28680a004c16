import fc from "fast-check";
import { metadata } from "../../src/functions/metadata";
import { isError, sales } from "../support/custom-functions";
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

const functions = metadata("en").functions;

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

test.each(functions.map(({ name }) => name))(
  "SALES.%s answers anything with a number, a table or an error that helps",
  async (name) => {
    const entry = functions.find((candidate) => candidate.name === name);
    const parameters = entry?.parameters ?? [];
    const argument = (parameter: (typeof parameters)[number], rows: number): fc.Arbitrary<unknown> => {
      if (parameter.name === "metric")
        return fc.oneof(
          { weight: 9, arbitrary: fc.constantFrom(...functions.map(({ id }) => id)) },
          { weight: 1, arbitrary: cell },
        );
      if (parameter.repeating) return fc.array(fc.oneof(status(rows), matrixOf(rows)), { maxLength: 14 });
      if (parameter.name === "status")
        return fc.oneof({ weight: 3, arbitrary: status(rows) }, { weight: 1, arbitrary: matrixOf(rows) });
      if (parameter.name === "options")
        return fc.constantFrom(
          null,
          "",
          "dates=dmy",
          "basis=created-all; dates=mdy",
          "method=historic",
          "nonsense",
          5,
        );
      if (/amount|mrr|refund$/.test(parameter.name))
        return fc.oneof(
          { weight: 4, arbitrary: columnOf(fc.double({ noNaN: true }), rows) },
          { weight: 1, arbitrary: matrixOf(rows) },
          { weight: 2, arbitrary: fc.constant(null) },
        );
      if (parameter.name.endsWith("Date"))
        return fc.oneof(
          { weight: 4, arbitrary: columnOf(fc.integer({ min: 44_000, max: 46_000 }), rows) },
          { weight: 1, arbitrary: matrixOf(rows) },
          { weight: 2, arbitrary: fc.constant(null) },
        );
      if (parameter.name === "currency") return fc.constant(null);
      return parameter.dimensionality === "matrix"
        ? matrixOf(rows)
        : fc.oneof({ weight: 12, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: cell });
    };
    const seen = { number: 0, error: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc
          .integer({ min: 1, max: 25 })
          .chain((rows) => fc.tuple(...parameters.map((parameter) => argument(parameter, rows)))),
        async (args) => {
          const value = await sales(
            name,
            Object.fromEntries(parameters.map((parameter, i) => [parameter.name, args[i]])),
          );
          seen[isError(value) || (Array.isArray(value) && isError(value[0]?.[0])) ? "error" : "number"]++;
          check(value);
        },
      ),
      runs(600),
    );
    // A fuzz that only meets refusals proves little.
    expect(seen.number).toBeGreaterThan(0);
  },
  60_000,
);
