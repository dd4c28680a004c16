import fc from "fast-check";
import { catalogue } from "../../src/core/metrics/catalogue";
import { isTable, spills, type Metric } from "../../src/core/metrics/metric";
import { parametersOf } from "../../src/core/metrics/parameters";
import { column, columns, isError, oneCell, sales } from "../support/custom-functions";
import { behindOf } from "../support/explain";
import { runs } from "../support/random";
import { argumentsOf, world, type World } from "../support/world";

/* Nothing is dropped in silence: a cell that is blanked either changes nothing, or EXPLAIN tells of it. */

/** Dates that place a record. Without an end, or an expected date, it stands where it stood. */
const PLACING = new Set(["createdDate", "closedDate", "date", "startDate", "periodStart"]);
/** A touch of no known type may still be a follow-up, a target without an owner is the team's. */
const MAY_BE_BLANK = new Set(["FOLLOWUPS type", "QUOTAATTAIN targetOwner"]);

const scalar = catalogue.filter((metric) => !isTable(metric));

/** Names of the columns without which a record says nothing. */
function needed(metric: Metric): readonly string[] {
  return parametersOf(metric).flatMap((parameter) =>
    parameter.takes === "column" &&
    (parameter.required || PLACING.has(parameter.role)) &&
    !MAY_BE_BLANK.has(`${metric.id} ${parameter.name}`)
      ? [parameter.name]
      : [],
  );
}

const shown = (cell: unknown): unknown => (isError(cell) ? cell.code : cell);

async function leftOut(metric: Metric, args: Readonly<Record<string, unknown>>): Promise<string> {
  const lines = await behindOf(metric.id, args);
  return JSON.stringify([...lines].filter(([label]) => /^(Left out|Note)/.test(String(label))));
}

async function untold(
  metric: Metric,
  tables: World,
  pick: number,
  period: string,
): Promise<readonly string[]> {
  const options = `${spills(metric) ? "output=share; " : ""}${metric.period ? period : ""}`;
  const args = argumentsOf(metric, tables, { options });
  const before = await oneCell(metric.id, args);
  if (isError(before)) return [];
  const told = await leftOut(metric, args);
  const silent: string[] = [];
  for (const name of needed(metric)) {
    const column = args[name] as unknown[][] | null;
    const row = column === null ? -1 : pick % column.length;
    if (column?.[row] === undefined || column.length < 2 || column[row]?.[0] === "") continue;
    const blanked = { ...args, [name]: column.map((cells, i) => (i === row ? [""] : cells)) };
    const after = await oneCell(metric.id, blanked);
    if (!isError(after) && shown(after) !== shown(before) && (await leftOut(metric, blanked)) === told)
      silent.push(`${metric.id} ${name} row ${row}: ${String(before)} → ${String(after)}`);
  }
  return silent;
}

test("a blank where a record is dated, or where a metric needs it, is counted", async () => {
  await fc.assert(
    fc.asyncProperty(world, fc.nat(30), fc.constantFrom("", "period=2023"), async (tables, pick, period) => {
      for (const metric of scalar) expect(await untold(metric, tables, pick, period)).toEqual([]);
    }),
    { ...runs(12), endOnFailure: true },
  );
}, 120_000);

describe("counted by hand", () => {
  const leftOutBy = async (metric: string, args: Readonly<Record<string, unknown>>): Promise<unknown> =>
    Object.fromEntries(
      [...(await behindOf(metric, args))].filter(([label]) => String(label).startsWith("Left out")),
    );
  const deals = columns({
    amount: [60, 40, 25],
    status: ["won", "won", "won"],
    closedDate: ["2025-01-10", "2025-02-10", ""],
    customer: ["Alfa", "Beta", "Gamma"],
  });

  test("a target without an amount, and one without its first day, where others have one", async () => {
    const targets = columns({
      target: [100, "", 500],
      periodStart: ["2025-01-01", "2025-02-01", ""],
      periodEnd: ["2025-01-31", "2025-02-28", "2025-02-28"],
    });
    const { customer: _, ...sold } = deals;
    const args = { ...sold, ...targets, options: "period=2025-01-01..2025-02-28" };
    expect(await sales("TARGETATTAIN", args)).toBe(100 / 100);
    expect(await leftOutBy("TARGETATTAIN", args)).toEqual({
      "Left out: closedDate is blank": 1,
      "Left out: target is blank": 1,
      "Left out: periodStart is blank": 1,
    });
    // where none has dates, a target is for whatever is asked
    const undated = { ...args, periodStart: null, periodEnd: null, target: column([100, "", 500]) };
    expect(await sales("TARGETATTAIN", undated)).toBe(100 / 600);
  });

  test("a purchase without a date made nobody a customer, whatever the period", async () => {
    const { customer, closedDate, status } = deals;
    expect(await sales("NEWCUSTOMERS", { customer, closedDate, status })).toBe(2);
    expect(await leftOutBy("NEWCUSTOMERS", { customer, closedDate, status })).toEqual({
      "Left out: closedDate is blank": 1,
    });
    expect(await leftOutBy("TTM", deals)).toEqual({ "Left out: closedDate is blank": 1 });
  });

  test("of activities those that might be calls: without a type, without a word whether they were done", async () => {
    const args = columns({
      type: ["Call", "", "Call", "Meeting", "Call", "Meeting"],
      done: ["yes", "yes", "", "", "cancelled", "cancelled"],
    });
    expect(await sales("CALLS", args)).toBe(1);
    expect(await leftOutBy("CALLS", args)).toEqual({
      "Left out: type is blank": 1,
      "Left out: done is blank": 1,
      "Left out: cancelled or refunded": 1,
    });
  });

  test("what nobody sold counts for no rep", async () => {
    const { customer: _, ...sold } = deals;
    const args = {
      ...sold,
      owner: column(["Ana", "", "Ana"]),
      ...columns({ target: [50], targetOwner: ["Ana"] }),
    };
    expect(await sales("QUOTAATTAIN", { ...args, options: "output=share" })).toEqual([[1]]);
    expect(await leftOutBy("QUOTAATTAIN", { ...args, options: "output=share" })).toEqual({
      "Left out: owner is blank": 1,
    });
  });

  test("a leaderboard tells what its columns leave out", async () => {
    const owner = column(["Ana", "Dan", "Ana"]);
    const { customer: _, ...sold } = deals;
    expect(await leftOutBy("LEADERBOARD", { owner, ...sold, options: "period=2025" })).toEqual({
      "Left out: closedDate is blank": 1,
    });
  });
});
