import fc from "fast-check";
import { catalogue } from "../../../src/core/metrics/catalogue";
import { createDesk, type Answer, type Desk } from "../../../src/core/metrics/ask";
import { isTable, spills, type Metric } from "../../../src/core/metrics/metric";
import { parametersOf } from "../../../src/core/metrics/parameters";
import { linkRecords } from "../../../src/core/records/dataset";
import { readRecords } from "../../../src/core/records/read-records";
import { kinds, type Kind } from "../../../src/core/records/roles";
import { isRefusal } from "../../../src/core/result";
import { column, isError, oneCell, sales } from "../../support/custom-functions";
import { runs } from "../../support/random";
import { argumentsOf, world, type World } from "../../support/world";

/** After all dates of the tables: every period is over, and nothing is seen from another day than the data's own. */
const TODAY = 47_000;
const scalar = catalogue.filter((metric) => !isTable(metric));
const PERIODS = [undefined, "2023-Q2", "2023-05", "2023-03-10..2023-11-20"];

/** A lone blank cell is to a function a column left out, and a blank one to a table. */
const tablesOfAll = world.filter((tables) =>
  Object.values(tables).every(([row, ...more]) => more.length > 0 || !Object.values(row ?? {}).includes("")),
);

/** The tables as they are held for all: every row, every column. */
function deskOf(tables: World): Desk {
  const records = (Object.entries(tables) as [Kind, World[Kind]][])
    .filter(([, rows]) => rows.length > 0)
    .map(([kind, rows]) => {
      const roles = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
        (role) => role in kinds[kind],
      );
      const cells = Object.fromEntries(
        roles.map((role) => [role, column(rows.map((row) => row[role] ?? ""))]),
      );
      return readRecords(kind, cells, { duplicates: "keep" });
    });
  return createDesk(linkRecords(records), { today: TODAY });
}

/** A number, or the code of the error. */
const told = ({ value }: Pick<Answer, "value">): unknown => (isRefusal(value) ? value.error : value);
const shown = (cell: unknown): unknown => (isError(cell) ? cell.code : cell);

function expectSame(id: string, actual: unknown, expected: unknown): void {
  if (typeof actual !== "number" || typeof expected !== "number")
    expect([id, actual]).toEqual([id, expected]);
  else
    expect([
      id,
      Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)) || `${actual} is not ${expected}`,
    ]).toEqual([id, true]);
}

async function byFunction(metric: Metric, tables: World, period: string | undefined): Promise<unknown> {
  const more = spills(metric) ? "output=share;" : "";
  const options = `${more}${period === undefined ? "" : `period=${period}`}`;
  const cell = await oneCell(metric.id, argumentsOf(metric, tables, { options }));
  // The desk knows what day it is; the function has to be told.
  const asksForDay = isError(cell) && cell.message.includes("TODAY()");
  return shown(
    asksForDay ? await oneCell(metric.id, argumentsOf(metric, tables, { options, asOf: TODAY })) : cell,
  );
}

test("a question to the mapped tables answers what the metric's function answers over their columns", async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(tablesOfAll, async (tables) => {
      const asks = scalar.flatMap((metric) =>
        PERIODS.map((period) => ({ metric, period: metric.period ? period : undefined })),
      );
      const answers = deskOf(tables).numbers(
        asks.map(({ metric, period }) => ({
          metric: spills(metric) ? `${metric.id}; output=share` : metric.id,
          period,
        })),
      );
      for (const [at, { metric, period }] of asks.entries()) {
        const expected = await byFunction(metric, tables, period);
        if (typeof expected === "number") seen.add(metric.id);
        expectSame(`${metric.id} ${period}`, told(answers[at] ?? { value: NaN }), expected);
      }
    }),
    { ...runs(15), endOnFailure: true },
  );
  expect(seen.size).toBeGreaterThan(scalar.length * 0.8);
}, 120_000);

/** Words to group and filter by that a metric's function takes, over all tables that it reads. */
const GROUPS = ["owner", "source", "customer", "product", "type", "stage"] as const;

/** What SALES.BY gives for a word: label → number, or the code of the error. */
async function byGroups(metric: Metric, tables: World, group: string, period?: string): Promise<unknown> {
  const options = period === undefined ? "" : `period=${period}`;
  const { options: last, ...columns } = argumentsOf(metric, tables, { options });
  const list = parametersOf(metric).map(({ name }) => (name === "options" ? last : (columns[name] ?? null)));
  const answer = await sales("BY", { metric: metric.id, group: [[group]], columns: list.map(asMatrix) });
  const rows = answer as unknown[][];
  return isError(rows[0]?.[0]) ? rows[0][0].code : rows.slice(1).map(([label, cell]) => [label, cell]);
}

const takes = (metric: Metric, role: string): boolean =>
  parametersOf(metric).some((parameter) => parameter.takes === "column" && parameter.role === role);
const asMatrix = (cell: unknown): unknown[][] => (Array.isArray(cell) ? (cell as unknown[][]) : [[cell]]);

test("tables by a word equal SALES.BY, and each of their rows is what a filter gives", async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      tablesOfAll,
      fc.constantFrom(...GROUPS),
      fc.constantFrom("2023-Q2", undefined),
      async (tables, group, asked) => {
        const desk = deskOf(tables);
        for (const metric of scalar.filter((each) => takes(each, group))) {
          const period = metric.period ? asked : undefined;
          const text = metric.id;
          const expected = await byGroups(metric, tables, group, period);
          const answer = desk.table({ metrics: [text], by: group, period });
          if (!Array.isArray(expected) || isRefusal(answer) || answer.is === "table") continue;
          const {
            labels,
            columns: [of],
          } = answer;
          if (of?.failure !== undefined) continue;
          const rows = labels.map((label, at) => [label === "" ? "(blank)" : label, of?.results[at]?.value]);
          const lines = rows.map(([label, value]) => [label, isRefusal(value) ? "—" : value]);
          expect([metric.id, lines.map(([label]) => label)]).toEqual([
            metric.id,
            (expected as unknown[][]).map(([label]) => label),
          ]);
          lines.forEach(([label, value], at) => {
            expectSame(`${metric.id} of ${String(label)}`, value, (expected as unknown[][])[at]?.[1]);
          });
          seen.add(metric.id);
          const filtered = desk.numbers(
            lines.map(([label]) => ({
              metric: text,
              period,
              filters: [{ role: group, value: String(label) }],
            })),
          );
          filtered.forEach((own, at) =>
            expectSame(
              `${metric.id} where ${String(lines[at]?.[0])}`,
              isRefusal(own.value) ? "—" : own.value,
              lines[at]?.[1],
            ),
          );
        }
      },
    ),
    { ...runs(12), endOnFailure: true },
  );
  expect([...seen].length).toBeGreaterThan(scalar.length * 0.5);
}, 120_000);
