import { metricTarget } from "../../../src/core/analyses/metric-target";
import { metricById } from "../../../src/core/metrics/catalogue";
import type { Metric } from "../../../src/core/metrics/metric";
import { linkRecords } from "../../../src/core/records/dataset";
import { readRecords } from "../../../src/core/records/read-records";
import { readPeriod } from "../../../src/core/records/read-period";
import type { Period } from "../../../src/core/time/periods";
import { serialOf } from "../../../src/core/time/serial";

const column = (cells: readonly unknown[]) => cells.map((cell) => [cell]);
const metric = (id: string): Metric => {
  const found = metricById(id);
  if (found === undefined) throw new Error(id);
  return found;
};
const period = (text: string): Period => {
  const found = readPeriod(text);
  if (found === undefined) throw new Error(text);
  return found;
};

const dataset = linkRecords([
  readRecords("target", {
    metric: column(["Revenue", "Win rate", "WINRATE", "Apeluri", "", "Calls"]),
    amount: column([300, 0.3, 0.4, 60, 90, 30]),
    owner: column(["", "", "", "", "Ana", ""]),
    periodStart: column([
      ...[serialOf(2026, 1, 1), serialOf(2026, 1, 1), serialOf(2026, 2, 1)],
      ...[serialOf(2026, 1, 1), serialOf(2026, 4, 1), serialOf(2026, 4, 1)],
    ]),
    periodEnd: column([
      ...[serialOf(2026, 3, 31), serialOf(2026, 1, 31), serialOf(2026, 2, 28)],
      ...[serialOf(2026, 3, 31), serialOf(2026, 6, 30), serialOf(2026, 6, 30)],
    ]),
  }),
]);

/** By hand: January has 31 of the first quarter's 90 days; January and February together 59. */
test.each([
  ["REVENUE", "2026-Q1", 300],
  ["REVENUE", "2026-01", (300 * 31) / 90],
  ["REVENUE", "2026-Q2", 90], // a row that names no metric, of one owner
  ["CALLS", "2026-Q1", 60],
  ["CALLS", "2026-05", (30 * 31) / 91],
  ["WINRATE", "2026-01", 0.3],
  ["WINRATE", "2026-Q1", (0.3 * 31 + 0.4 * 28) / 59],
  ["WINRATE", "2026-Q2", undefined],
  ["MEETINGS", "2026-Q1", undefined],
  ["REVENUE", "2027", undefined],
])("%s in %s", (id, when, expected) => {
  const target = metricTarget(dataset, metric(id), period(when));
  if (expected === undefined) expect(target).toBeUndefined();
  else expect(target).toBeCloseTo(expected, 10);
});

test("without a column of metrics all are targets of revenue", () => {
  const plain = linkRecords([
    readRecords("target", {
      amount: column([100, 200]),
      periodStart: column([serialOf(2026, 1, 1), serialOf(2026, 2, 1)]),
    }),
  ]);
  expect(metricTarget(plain, metric("REVENUE"), period("2026-02"))).toBeCloseTo(200, 10);
  expect(metricTarget(plain, metric("WINRATE"), period("2026-02"))).toBeUndefined();
  expect(metricTarget({}, metric("REVENUE"), period("2026-02"))).toBeUndefined();
});

test("the target of a level is no sum over the months: 31 days of 100 and 28 of 200", () => {
  const levels = linkRecords([
    readRecords("target", {
      metric: column(["Pipeline value", "Pipeline value"]),
      amount: column([100, 200]),
      periodStart: column([serialOf(2026, 1, 1), serialOf(2026, 2, 1)]),
      periodEnd: column([serialOf(2026, 1, 31), serialOf(2026, 2, 28)]),
    }),
  ]);
  const target = metricTarget(levels, metric("PIPELINEVALUE"), period("2026-Q1"));
  expect(target).toBeCloseTo((31 * 100 + 28 * 200) / 59, 10);
});
