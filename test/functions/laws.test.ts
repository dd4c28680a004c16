import fc from "fast-check";
import { metadata } from "../../src/functions/metadata";
import { column, isError, sales } from "../support/custom-functions";
import { runs } from "../support/random";

interface Deal {
  readonly status: string;
  readonly amount: number;
  readonly created: number;
  readonly closed: number;
  readonly owner: string;
  readonly customer: string;
}

const deal: fc.Arbitrary<Deal> = fc
  .record({
    status: fc.constantFrom("won", "lost", "open", "Closed Won", "pierdut"),
    amount: fc.integer({ min: 1, max: 100_000 }).map((cents) => cents / 4),
    created: fc.integer({ min: 45_000, max: 45_400 }),
    length: fc.integer({ min: 0, max: 120 }),
    owner: fc.constantFrom("Ana", "Dan", "Ioana", ""),
    customer: fc.constantFrom("A", "B", "C", "D"),
  })
  .map(({ length, ...rest }) => ({ ...rest, closed: rest.created + length }));

const deals = fc.array(deal, { minLength: 1, maxLength: 40 });

const columnsOf = (rows: readonly Deal[]): Record<string, unknown[][]> => ({
  status: column(rows.map((row) => row.status)),
  amount: column(rows.map((row) => row.amount)),
  createdDate: column(rows.map((row) => row.created)),
  closedDate: column(rows.map((row) => row.closed)),
  owner: column(rows.map((row) => row.owner)),
  customer: column(rows.map((row) => row.customer)),
});

/** Every scalar function with the arguments it takes from a list of deals. */
const functions = metadata("en").functions.filter(
  ({ id, result }) => result.dimensionality === "scalar" && id !== "DEFINE",
);

async function answer(
  id: string,
  rows: readonly Deal[],
  more: Record<string, unknown> = {},
): Promise<unknown> {
  const parameters = functions.find((entry) => entry.id === id)?.parameters.map(({ name }) => name) ?? [];
  const all: Record<string, unknown> = { ...columnsOf(rows), ...more };
  const value = await sales(
    id,
    Object.fromEntries(Object.entries(all).filter(([name]) => parameters.includes(name))),
  );
  return isError(value) ? value.code : value;
}

/** Equal up to rounding: sums may be taken in another order. */
function same(a: unknown, b: unknown): void {
  if (typeof a === "number" && typeof b === "number")
    expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(a)));
  else expect(a).toBe(b);
}

test.each(functions.map(({ id }) => id))("%s: the order of rows and blank rows never matter", async (id) => {
  await fc.assert(
    fc.asyncProperty(deals, fc.array(fc.nat(), { maxLength: 10 }), async (rows, keys) => {
      const shuffled = rows
        .map((row, i) => ({ row, key: keys[i % Math.max(1, keys.length)] ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ row }) => row);
      same(await answer(id, shuffled), await answer(id, rows));
      const blank = columnsOf(rows);
      const padded = Object.fromEntries(
        Object.entries(blank).map(([name, cells]) => [
          name,
          [...cells.slice(0, 1), [""], ...cells.slice(1), [""], [""]],
        ]),
      );
      same(await answer(id, rows, padded), await answer(id, rows));
    }),
    runs(200),
  );
});

test.each(["REVENUE", "SALESCOUNT", "OPPCOUNT", "PIPELINEVALUE"])(
  "%s: the groups add up to the whole",
  async (id) => {
    await fc.assert(
      fc.asyncProperty(deals, async (rows) => {
        const { owner } = columnsOf(rows);
        const parameters =
          functions.find((entry) => entry.id === id)?.parameters.map(({ name }) => name) ?? [];
        const given = columnsOf(rows);
        const args = parameters.map((name) =>
          name === "createdDate" || name === "closedDate" || name === "status" || name === "amount"
            ? given[name]
            : null,
        );
        const table = (await sales("BY", { metric: id, group: owner, columns: args })) as [string, number][];
        same(
          table.slice(1).reduce((sum, [, value]) => sum + value, 0),
          await answer(id, rows),
        );
      }),
      runs(200),
    );
  },
);

test("rates lie between 0 and 1 and inside their interval", async () => {
  await fc.assert(
    fc.asyncProperty(deals, async (rows) => {
      const { status } = columnsOf(rows);
      const table = new Map(
        (await sales("EXPLAIN", { metric: "WINRATE", columns: [status] })) as [string, number][],
      );
      const value = table.get("Value");
      if (typeof value !== "number") return;
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
      expect(table.get("Lower bound")).toBeLessThanOrEqual(value);
      expect(table.get("Upper bound")).toBeGreaterThanOrEqual(value);
    }),
    runs(200),
  );
});

test("scaling all amounts scales money and leaves rates, counts and days", async () => {
  await fc.assert(
    fc.asyncProperty(deals, fc.constantFrom(2, 8, 0.5), async (rows, factor) => {
      const scaled = rows.map((row) => ({ ...row, amount: row.amount * factor }));
      for (const { id } of functions) {
        const before = await answer(id, rows);
        const money = [
          "REVENUE",
          "AVGDEALSIZE",
          "AVGREVENUE",
          "AOV",
          "PIPELINEVALUE",
          "SALESPERREP",
          "CLTV",
        ].includes(id);
        same(await answer(id, scaled), typeof before === "number" && money ? before * factor : before);
      }
    }),
    runs(200),
  );
});

test("shifting all dates and the period together changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(deals, fc.integer({ min: -2000, max: 2000 }), async (rows, shift) => {
      const shifted = rows.map((row) => ({
        ...row,
        created: row.created + shift,
        closed: row.closed + shift,
      }));
      // CLTV works in calendar months, which are of different length.
      for (const { id } of functions.filter((entry) => entry.id !== "CLTV")) {
        const period = { from: 45_050, to: 45_250 };
        same(
          await answer(id, shifted, { from: period.from + shift, to: period.to + shift }),
          await answer(id, rows, period),
        );
      }
    }),
    runs(200),
  );
});

test("a metric in a period equals the metric over the rows of the period", async () => {
  await fc.assert(
    fc.asyncProperty(deals, async (rows) => {
      const inside = rows.filter(({ closed }) => closed >= 45_050 && closed <= 45_250);
      const args = { from: 45_050, to: 45_250 };
      for (const id of ["REVENUE", "SALESCOUNT", "WINRATE", "AVGDEALSIZE", "AOV", "DEALCYCLE"]) {
        const ids =
          inside.length === 0
            ? await answer(id, [], {
                status: [[""]],
                amount: [[""]],
                closedDate: [[""]],
                createdDate: [[""]],
              })
            : await answer(id, inside);
        same(await answer(id, rows, args), ids);
      }
    }),
    runs(200),
  );
});

test("each period of SALES.BY equals the metric over that period", async () => {
  await fc.assert(
    fc.asyncProperty(deals, async (rows) => {
      const { status, amount, createdDate, closedDate } = columnsOf(rows);
      const table = (await sales("BY", {
        metric: "PIPELINEVALUE",
        group: "quarter",
        columns: [amount, status, createdDate, closedDate],
      })) as [string, number][];
      for (const [label, value] of table.slice(1)) {
        const [year = 0, quarter = 0] = label.split("-Q").map(Number);
        const last = new Date(Date.UTC(year, quarter * 3, 0)).toISOString().slice(0, 10);
        same(await sales("PIPELINEVALUE", { amount, status, createdDate, closedDate, asOf: last }), value);
      }
    }),
    runs(200),
  );
});
