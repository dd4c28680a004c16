import fc from "fast-check";
import { catalogue } from "../../src/core/metrics/catalogue";
import { isComputed, isTable, spills, type Metric } from "../../src/core/metrics/metric";
import { parseOptions } from "../../src/core/metrics/options";
import { parametersOf } from "../../src/core/metrics/parameters";
import { normaliseWord } from "../../src/core/text";
import { column, isError, sales } from "../support/custom-functions";
import { runs } from "../support/random";
import { argumentsOf, columnOf, kindsRead, mapCells, world, type Row, type World } from "../support/world";

/** Every function, the answer to a world of tables; an error counts by its code. */
async function answer(metric: Metric, tables: World, more: Record<string, unknown> = {}): Promise<unknown> {
  const names = new Set(parametersOf(metric).map(({ name }) => name));
  const asked = Object.fromEntries(Object.entries(more).filter(([name]) => names.has(name)));
  const value = await sales(metric.id, { ...argumentsOf(metric, tables), ...asked });
  return isError(value) ? value.code : value;
}

/** Equal up to rounding: sums may be taken in another order. */
function same(a: unknown, b: unknown): void {
  if (Array.isArray(a) && Array.isArray(b)) {
    expect(a).toHaveLength(b.length);
    a.forEach((cell, i) => same(cell, b[i]));
  } else if (typeof a === "number" && typeof b === "number")
    expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(a)));
  else if (isError(a) && isError(b)) expect(a.code).toBe(b.code);
  else expect(a).toBe(b);
}

/** Tables may list what is equal in the order of the rows. */
function sorted(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return [...(value as unknown[][])].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
}

const metrics = catalogue.map((metric) => [metric.id, metric] as const);
const scalars = metrics.filter(([, metric]) => !isTable(metric));
const PERIOD = { from: 45_050, to: 45_250 };
/** The Gregorian calendar repeats after 400 years, weekdays included. */
const FOUR_HUNDRED_YEARS = 146_097;

function expressionOf(metric: Metric): string | undefined {
  if (isTable(metric) || isComputed(metric)) return undefined;
  const given = {
    has: () => true,
    kinds: [],
    hasPeriod: true,
    level: 0.95,
    number: () => 1,
    period: { start: PERIOD.from, end: PERIOD.to + 1, label: "" },
    asOf: PERIOD.to,
    lastDay: () => PERIOD.to,
    overall: () => 1,
    holidays: () => new Set<number>(),
  };
  return metric.value(parseOptions("", metric.options), given).op;
}

/** Groups by owner: by the word where the function has a column for it, else by the owners of the main table. */
function ownersOf(metric: Metric, tables: World): unknown {
  const columns = parametersOf(metric).filter((parameter) => parameter.takes === "column");
  if (columns.some(({ role }) => role === "owner")) return "owner";
  const [kind = "deal"] = kindsRead(metric, tables);
  return column(tables[kind].map(({ owner = "" }) => owner));
}

const additive = scalars.filter(([, metric]) => ["count", "sum"].includes(expressionOf(metric) ?? ""));
const rates = scalars.filter(([, metric]) => expressionOf(metric) === "share");

test.each(metrics)("%s: the order of rows and blank rows never matter", async (_id, metric) => {
  await fc.assert(
    fc.asyncProperty(world, fc.array(fc.nat(), { maxLength: 10 }), async (tables, keys) => {
      const shuffle = (rows: readonly Row[]): readonly Row[] =>
        rows
          .map((row, i) => ({ row, key: keys[i % Math.max(1, keys.length)] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row);
      const shuffled = Object.fromEntries(
        Object.entries(tables).map(([kind, rows]) => [kind, shuffle(rows)]),
      ) as unknown as World;
      const plain = await answer(metric, tables, PERIOD);
      same(sorted(await answer(metric, shuffled, PERIOD)), sorted(plain));
      const padded = Object.fromEntries(
        parametersOf(metric).flatMap((parameter) => {
          const cells = parameter.takes === "column" ? columnOf(metric, parameter, tables) : null;
          return cells === null || cells.length < 2
            ? []
            : [[parameter.name, [...cells.slice(0, 1), [""], ...cells.slice(1), [""], [""]]]];
        }),
      );
      same(await answer(metric, tables, { ...PERIOD, ...padded }), plain);
    }),
    runs(200),
  );
});

test.each(additive)("%s: the groups add up to the whole", async (id, metric) => {
  await fc.assert(
    fc.asyncProperty(world, async (tables) => {
      const args = argumentsOf(metric, tables, PERIOD);
      const table = (await sales("BY", {
        metric: id,
        group: ownersOf(metric, tables),
        columns: parametersOf(metric).map(({ name }) => args[name] ?? null),
      })) as [string, number][];
      if (isError(table[0]?.[0])) return;
      same(
        table.slice(1).reduce((sum, [, value]) => sum + value, 0),
        await answer(metric, tables, PERIOD),
      );
    }),
    runs(200),
  );
});

test.each(rates)("%s lies between 0 and 1 and inside its interval", async (id, metric) => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(world, async (tables) => {
      const args = argumentsOf(metric, tables, PERIOD);
      const table = new Map(
        (await sales("EXPLAIN", {
          metric: id,
          columns: parametersOf(metric).map(({ name }) => args[name] ?? null),
        })) as [string, number][],
      );
      const value = table.get("Value");
      if (typeof value !== "number") return;
      seen++;
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1 + 1e-12);
      if (!table.has("Lower bound")) return;
      expect(table.get("Lower bound")).toBeLessThanOrEqual(value);
      expect(table.get("Upper bound")).toBeGreaterThanOrEqual(value);
    }),
    runs(200),
  );
  expect(seen).toBeGreaterThan(0);
});

test.each(metrics)("%s: scaling all money scales money and leaves the rest", async (_id, metric) => {
  await fc.assert(
    fc.asyncProperty(world, fc.constantFrom(2, 8, 0.5), async (tables, factor) => {
      const scaled = mapCells(tables, (cell, type) => (type === "money" ? cell * factor : cell));
      const before = await answer(metric, tables, PERIOD);
      const after = await answer(metric, scaled, PERIOD);
      if (isTable(metric)) {
        // A column of money is scaled whole, the others are as they were.
        const [head = [], ...rows] = before as unknown[][];
        const others = (after as unknown[][]).slice(1);
        head.forEach((_, at) => {
          const cells = rows.map((row) => row[at]);
          const numbers = cells.filter((cell): cell is number => typeof cell === "number" && cell !== 0);
          const first = rows.findIndex((row) => row[at] === numbers[0]);
          const ratio = numbers[0] === undefined ? 1 : Number(others[first]?.[at]) / numbers[0];
          expect([1, factor].some((value) => Math.abs(value - ratio) < 1e-9)).toBe(true);
          cells.forEach((cell, i) => same(others[i]?.[at], typeof cell === "number" ? cell * ratio : cell));
        });
        return;
      }
      const money = metric.unit === "currency" ? factor : 1;
      if (spills(metric)) same(after, before);
      else same(after, typeof before === "number" ? before * money : before);
    }),
    runs(200),
  );
});

test.each(metrics)("%s: shifting all dates and the period together changes nothing", async (_id, metric) => {
  await fc.assert(
    fc.asyncProperty(world, async (tables) => {
      const shifted = mapCells(tables, (cell, type) => (type === "date" ? cell + FOUR_HUNDRED_YEARS : cell));
      const period = { from: PERIOD.from + FOUR_HUNDRED_YEARS, to: PERIOD.to + FOUR_HUNDRED_YEARS };
      const before = await answer(metric, tables, PERIOD);
      const after = await answer(metric, shifted, period);
      const labels = (value: unknown): unknown =>
        Array.isArray(value)
          ? (value as unknown[][]).map((row) =>
              row.map((cell) =>
                typeof cell === "string"
                  ? cell.replace(/^\d{4}(?=-)/, (year) => String(Number(year) % 400))
                  : cell,
              ),
            )
          : value;
      same(labels(after), labels(before));
    }),
    runs(200),
  );
});

/** Their rows' own dates decide alone, so that a filter of rows says the same as a period. */
const PLAIN = ["REVENUE", "SALESCOUNT", "WINRATE", "AVGDEALSIZE", "AOV", "DEALCYCLE"];

test.each(scalars.filter(([id]) => PLAIN.includes(id)))(
  "%s in a period equals the metric over the rows of the period",
  async (_id, metric) => {
    await fc.assert(
      fc.asyncProperty(world, async (tables) => {
        const inside = tables.deal.filter(
          ({ closedDate }) => Number(closedDate) >= PERIOD.from && Number(closedDate) <= PERIOD.to,
        );
        if (inside.length === 0) return;
        same(await answer(metric, tables, PERIOD), await answer(metric, { ...tables, deal: inside }));
      }),
      runs(200),
    );
  },
);

/** What a customer is to the company (new, first, lost), or became of a lead, is known from all rows, not from one owner's. */
const OF_CUSTOMERS = new Set([
  "NEWCUSTOMERS",
  "CAC",
  "LTVCAC",
  "CACPAYBACK",
  "CHURN",
  "RETENTION",
  "UPSELLRATE",
  "CLTV",
  "LEADCONV",
  "CONVRATE",
  "REFERRALS",
]);

test.each(scalars.filter(([id]) => !OF_CUSTOMERS.has(id)))(
  "%s of an owner equals the metric over the owner's rows",
  async (id, metric) => {
    await fc.assert(
      fc.asyncProperty(world, async (tables) => {
        const args = argumentsOf(metric, tables, PERIOD);
        const table = (await sales("BY", {
          metric: id,
          group: ownersOf(metric, tables),
          columns: parametersOf(metric).map(({ name }) => args[name] ?? null),
        })) as unknown[][];
        if (!Array.isArray(table) || isError(table[0]?.[0])) return;
        for (const [label, value] of table.slice(1)) {
          if (label === "(blank)") continue;
          const ownedKinds = [...kindsRead(metric, tables)].filter(
            (kind) => tables[kind][0]?.owner !== undefined,
          );
          const filtered = { ...tables } as Record<string, readonly Row[]>;
          for (const kind of ownedKinds)
            filtered[kind] = tables[kind].filter(
              ({ owner }) => normaliseWord(String(owner)) === normaliseWord(String(label)),
            );
          if (ownedKinds.some((kind) => filtered[kind]?.length === 0)) continue;
          const own = await answer(metric, filtered as unknown as World, PERIOD);
          if (typeof value === "number" && typeof own === "number") same(own, value);
          else if (!Array.isArray(own)) expect([typeof own, value === "—"]).toEqual(["string", true]);
        }
      }),
      runs(200),
    );
  },
);

test("each period of SALES.BY equals the metric over that period", async () => {
  const metric = catalogue.find(({ id }) => id === "PIPELINEVALUE");
  if (metric === undefined) throw new Error("PIPELINEVALUE is not declared");
  await fc.assert(
    fc.asyncProperty(world, async (tables) => {
      const args = argumentsOf(metric, tables);
      const table = (await sales("BY", {
        metric: metric.id,
        group: "quarter",
        columns: parametersOf(metric).map(({ name }) => args[name] ?? null),
      })) as [string, number][];
      for (const [label, value] of table.slice(1)) {
        const [year = 0, quarter = 0] = label.split("-Q").map(Number);
        const last = new Date(Date.UTC(year, quarter * 3, 0)).toISOString().slice(0, 10);
        same(await sales(metric.id, { ...args, asOf: last }), value);
      }
    }),
    runs(200),
  );
});

test("retention and churn add up to one", async () => {
  const [retention, churn] = ["RETENTION", "CHURN"].map((id) => catalogue.find((metric) => metric.id === id));
  if (retention === undefined || churn === undefined) throw new Error("not declared");
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(world, fc.boolean(), async (tables, contractual) => {
      const own = contractual ? { ...tables, deal: [] } : { ...tables, subscription: [] };
      const kept = await answer(retention, own, PERIOD);
      const lost = await answer(churn, own, PERIOD);
      if (typeof kept !== "number" || typeof lost !== "number") return same(kept, lost);
      seen++;
      same(kept + lost, 1);
    }),
    runs(200),
  );
  expect(seen).toBeGreaterThan(50);
});
