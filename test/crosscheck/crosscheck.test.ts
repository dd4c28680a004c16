import { isError, sales } from "../support/custom-functions";
import type { Case } from "./cases";
import { dealCases } from "./deal-cases";
import { growthCases } from "./growth-cases";
import { calculate, describeWithLibreOffice } from "./libreoffice";
import { tables } from "./sample";

/**
 * Independent computation: the native formulas of a careful Excel user, calculated by LibreOffice on generated tables,
 * against our functions called with the same columns.
 */
const cases: readonly Case[] = [...dealCases, ...growthCases];

const formulas = cases.flatMap(({ formula }) =>
  typeof formula === "string" ? [formula] : Object.values(formula),
);

describeWithLibreOffice("native formulas, calculated by LibreOffice", () => {
  let native: ReadonlyMap<string, number | string>;

  beforeAll(async () => {
    const values = await calculate(formulas, tables);
    native = new Map(formulas.map((formula, i) => [formula, values[i] ?? ""]));
  });

  test.each(cases)("$id: $why", async ({ id, args, formula }) => {
    const ours = await sales(id, args);
    if (typeof formula === "string") return expectSame(ours, native.get(formula));
    const rows = (ours as unknown[][]).slice(1);
    expect(rows.map(([label]) => label)).toEqual(Object.keys(formula));
    for (const [label, value] of rows) expectSame(value, native.get(formula[String(label)] ?? ""));
  });

  test("at least 17 metrics are compared", () => {
    const ids = cases.map(({ id, args }) => (id === "BY" ? String(args.metric) : id));
    expect(new Set(ids).size).toBeGreaterThanOrEqual(17);
  });
});

/** Equal to 1e-9 of the value; an error is the same error. */
function expectSame(ours: unknown, native: unknown): void {
  if (isError(ours)) return expect(ours.code).toBe(native);
  expect([ours, native]).toEqual([expect.any(Number), expect.any(Number)]);
  if (Math.abs(Number(ours) - Number(native)) > 1e-9 * Math.abs(Number(native))) expect(ours).toBe(native);
}
