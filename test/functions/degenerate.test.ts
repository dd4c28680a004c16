import fc from "fast-check";
import { catalogue } from "../../src/core/metrics/catalogue";
import { isComputed, isTable, type Metric } from "../../src/core/metrics/metric";
import { parseOptions } from "../../src/core/metrics/options";
import { parametersOf } from "../../src/core/metrics/parameters";
import { kinds, typeOfRole, type Kind, type Role } from "../../src/core/records/roles";
import { isError, sales } from "../support/custom-functions";
import { runs } from "../support/random";
import { argumentsOf, world, type Row, type World } from "../support/world";

/* Data at the edge of being data, for every metric: nothing in the period, one row, the same row again, totals below. */

const metrics = catalogue.map((metric) => [metric.id, metric] as const);
const PERIOD = { from: 45_050, to: 45_250 };
/** Long after everything in the tables. */
const LATER = { from: 60_000, to: 60_090 };

async function answer(metric: Metric, tables: World, more: Record<string, unknown>): Promise<unknown> {
  const names = new Set(parametersOf(metric).map(({ name }) => name));
  const asked = Object.fromEntries(Object.entries(more).filter(([name]) => names.has(name)));
  const value = await sales(metric.id, { ...argumentsOf(metric, tables), ...asked });
  return isError(value) ? value.code : value;
}

/** What the metric is: a count and a sum of nothing are 0, a share of nothing has no value, nor has an average. */
function expected(metric: Metric): readonly unknown[] | undefined {
  if (isTable(metric) || isComputed(metric) || metric.spillsBy !== undefined) return undefined;
  const given = {
    has: () => true,
    hasPeriod: true,
    level: 0.95,
    kinds: [],
    number: () => 1,
    period: { start: LATER.from, end: LATER.to + 1, label: "" },
    lastDay: () => LATER.to,
    overall: () => 1,
    holidays: () => new Set<number>(),
  };
  switch (metric.value(parseOptions("", metric.options), given).op) {
    case "count":
    case "sum":
    case "distinct":
      return [0];
    case "share":
    case "ratio":
      return ["#DIV/0!", "#N/A"];
    case "mean":
    case "quantile":
      return ["#N/A"];
    default:
      return undefined;
  }
}

/** Snapshots, and what rests on older purchases or running subscriptions, have a value long after the last record. */
const LASTING = new Set([
  "PIPELINEVALUE",
  "PIPECONV",
  "WEIGHTEDPIPELINE",
  "OPPQUALITY",
  "MRR",
  "CHURN",
  "RETENTION",
  "UPSELLRATE",
]);

test.each(metrics.filter(([id, metric]) => expected(metric) !== undefined && !LASTING.has(id)))(
  "%s of a period without rows",
  async (_id, metric) => {
    await fc.assert(
      fc.asyncProperty(world, async (tables) => {
        // An optional column that is one blank cell is one left out.
        fc.pre([tables.deal, tables.lead, tables.activity].every((rows) => rows.length > 1));
        expect(expected(metric)).toContain(await answer(metric, tables, LATER));
      }),
      runs(30),
    );
  },
);

const fine = (value: unknown): boolean =>
  Array.isArray(value) ||
  (typeof value === "number" && Number.isFinite(value)) ||
  ["#DIV/0!", "#N/A", "#VALUE!"].includes(String(value));

test.each(metrics)("%s of one row, and of the same row many times", async (_id, metric) => {
  await fc.assert(
    fc.asyncProperty(world, fc.integer({ min: 2, max: 9 }), async (tables, times) => {
      const one = Object.fromEntries(
        Object.entries(tables).map(([kind, rows]) => [kind, (rows as readonly Row[]).slice(0, 1)]),
      ) as unknown as World;
      const again = Object.fromEntries(
        Object.entries(one).map(([kind, [row]]: [string, readonly Row[]]) => [
          kind,
          Array<Row>(times).fill(row ?? {}),
        ]),
      ) as unknown as World;
      const single = await answer(metric, one, PERIOD);
      expect([single, fine(single)]).toEqual([single, true]);
      const many = await answer(metric, again, PERIOD);
      expect([many, fine(many)]).toEqual([many, true]);
    }),
    runs(30),
  );
});

/** A row as a person writes it below a list: a word, and the sums of the numbers. */
function withTotals(kind: Kind, rows: readonly Row[]): readonly Row[] {
  const [first] = rows;
  if (first === undefined || rows.length < 3) return rows;
  const roles = Object.keys(first).filter((role) => role in kinds[kind]);
  const label = roles.find((role) => typeOfRole(kind, role as Role) === "word");
  if (label === undefined) return rows;
  const totals = roles.map((role): [string, string | number] => {
    if (role === label) return [role, "Total"];
    const type = typeOfRole(kind, role as Role);
    if (type !== "money" && type !== "number") return [role, ""];
    return [role, rows.reduce((sum, row) => sum + Number(row[role]), 0)];
  });
  return [...rows, Object.fromEntries(totals)];
}

test.each(metrics)("%s: a row of totals below the data changes nothing", async (_id, metric) => {
  await fc.assert(
    fc.asyncProperty(world, async (tables) => {
      const totalled = Object.fromEntries(
        Object.entries(tables).map(([kind, rows]) => [
          kind,
          kind === "stage" || kind === "calendar" ? rows : withTotals(kind as Kind, rows as readonly Row[]),
        ]),
      ) as unknown as World;
      expect(await answer(metric, totalled, PERIOD)).toEqual(await answer(metric, tables, PERIOD));
    }),
    runs(50),
  );
});
