import { isError, sales } from "../support/custom-functions";
import { activityCases } from "./activity-cases";
import { isFormula, type Case } from "./cases";
import { customerCases } from "./customer-cases";
import { dealCases } from "./deal-cases";
import { growthCases } from "./growth-cases";
import { groupCases } from "./group-cases";
import { leadCases } from "./lead-cases";
import { calculate, describeWithLibreOffice } from "./libreoffice";
import { planCases } from "./plan-cases";
import { tables } from "./sample";
import { statisticsCases } from "./statistics-cases";
import { tableCases } from "./table-cases";

/**
 * Independent computation: the native formulas of a careful Excel user, calculated by LibreOffice on generated tables,
 * against our functions called with the same columns.
 */
const cases: readonly Case[] = [
  ...dealCases,
  ...growthCases,
  ...planCases,
  ...customerCases,
  ...leadCases,
  ...activityCases,
  ...statisticsCases,
  ...groupCases,
  ...tableCases,
];

const formulas = cases
  .flatMap(({ formula }) => (typeof formula === "string" ? [formula] : formula.flat()))
  .filter(isFormula);

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
    expect(rows).toHaveLength(formula.length);
    formula.forEach((cells, at) => {
      const [label] = cells;
      const row = isFormula(label) ? rows[at] : rows.find(([own]) => own === label);
      cells.forEach((cell, column) => {
        const value = row?.[column];
        if (isFormula(cell)) expectSame(value, native.get(cell));
        else if (cell !== null) expect(value).toBe(cell);
      });
    });
  });

  test("at least 22 metrics are compared", () => {
    const ids = cases.map(({ id, args }) => (id === "BY" ? String(args.metric) : id));
    expect(new Set(ids).size).toBeGreaterThanOrEqual(22);
  });
});

/** Equal to 1e-9 of the value; an error is the same error, and a dash in a table. */
function expectSame(ours: unknown, native: unknown): void {
  if (ours === "—") return expect(native).toMatch(/^#/);
  if (isError(ours)) return expect(ours.code).toBe(native);
  expect([ours, native]).toEqual([expect.any(Number), expect.any(Number)]);
  if (Math.abs(Number(ours) - Number(native)) > 1e-9 * Math.abs(Number(native))) expect(ours).toBe(native);
}
