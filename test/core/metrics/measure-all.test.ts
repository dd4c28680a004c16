import fc from "fast-check";
import { catalogue } from "../../../src/core/metrics/catalogue";
import { measureAll } from "../../../src/core/metrics/measure-all";
import type { Question } from "../../../src/core/metrics/question";
import { isTable } from "../../../src/core/metrics/metric";
import { parseOptions } from "../../../src/core/metrics/options";
import { linkRecords, type Dataset } from "../../../src/core/records/dataset";
import { readRecords } from "../../../src/core/records/read-records";
import { kinds, type Kind } from "../../../src/core/records/roles";
import { isRefusal } from "../../../src/core/result";
import { periodsBetween } from "../../../src/core/time/periods";
import { column } from "../../support/custom-functions";
import { runs } from "../../support/random";
import { world, type World } from "../../support/world";

const periods = periodsBetween(45_050, 45_200, "month");
const scalar = catalogue.filter((metric) => !isTable(metric));
const questions: readonly Question[] = scalar.map((metric) => ({
  metric,
  options: parseOptions("", metric.options),
}));

/** Records of their own for every call: nothing derived before, nothing shared. */
function datasetOf(tables: World): Dataset {
  return linkRecords(
    (Object.entries(tables) as [Kind, World[Kind]][])
      .filter(([, rows]) => rows.length > 0)
      .map(([kind, rows]) => {
        const roles = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
          (role) => role in kinds[kind],
        );
        const known = Object.fromEntries(
          roles.map((role) => [role, column(rows.map((row) => row[role] ?? ""))]),
        );
        return readRecords(kind, known);
      }),
  );
}

const told = (value: unknown): unknown => (isRefusal(value) ? value.error : value);

test("metrics measured together answer what each answers alone, and one that cannot be asked harms no other", () => {
  const seen = new Set<string>();
  const refused = new Set<string>();
  fc.assert(
    fc.property(world, (tables) => {
      const grid = { by: "owner", periods } as const;
      const together = measureAll(datasetOf(tables), questions, grid);
      questions.forEach((question, index) => {
        const { id } = question.metric;
        const alone = measureAll(datasetOf(tables), [question], grid);
        expect(together.groups).toEqual(alone.groups);
        expect(together.failure(index)?.message).toBe(alone.failure(0)?.message);
        if (alone.failure(0) !== undefined) refused.add(id);
        alone.groups.forEach((_, group) => {
          periods.forEach((__, period) => {
            const expected = told(alone.at(0, group, period).value);
            const actual = told(together.at(index, group, period).value);
            if (typeof expected !== "number" || typeof actual !== "number")
              expect([id, actual]).toEqual([id, expected]);
            else {
              seen.add(id);
              expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
            }
          });
        });
      });
    }),
    runs(25),
  );
  // It proves little where nothing is a number, or nothing is refused.
  expect(seen.size).toBeGreaterThan(scalar.length * 0.8);
  expect([...refused]).toContain("CAC");
}, 120_000);
