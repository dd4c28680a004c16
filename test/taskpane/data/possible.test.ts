import fc from "fast-check";
import { missingColumns } from "../../../src/core/metrics/ask";
import { catalogue, metricById } from "../../../src/core/metrics/catalogue";
import type { Metric } from "../../../src/core/metrics/metric";
import { linkRecords } from "../../../src/core/records/dataset";
import { readRecords } from "../../../src/core/records/read-records";
import { kinds, typeOfRole, type Kind, type Role } from "../../../src/core/records/roles";
import {
  gainOf,
  isPossible,
  needOf,
  possibleMetrics,
  type MappedRoles,
} from "../../../src/taskpane/data/possible";
import { runs } from "../../support/random";

const winRate = metricById("WINRATE")!;

test("a metric is possible once its required columns are mapped", () => {
  expect(isPossible(winRate, new Map([["deal", new Set<Role>(["amount"])]]))).toBe(false);
  expect(isPossible(winRate, new Map([["deal", new Set<Role>(["status"])]]))).toBe(true);
  // a stage says won and lost as well
  expect(isPossible(winRate, new Map([["deal", new Set<Role>(["stage"])]]))).toBe(true);
});

test("what a role opens is what becomes possible with it, and nothing that is possible already", () => {
  const mapped: MappedRoles = new Map([["deal", new Set<Role>(["status", "amount"])]]);
  const { opens, serves } = gainOf("deal", "lostReason", mapped);
  expect(opens.map(({ id }) => id)).toEqual(["LOSTREASONS"]);
  expect(serves).toContain(winRate); // invalid reasons are left out
  expect(gainOf("deal", "status", mapped).opens).toEqual([]);
});

test("a list of sales needs no status, lines of orders no amount", () => {
  const revenue = metricById("REVENUE")!;
  const of = (...roles: Role[]): MappedRoles => new Map([["deal", new Set(roles)]]);
  expect(isPossible(revenue, of("amount"))).toBe(true);
  expect(isPossible(revenue, of("amount", "expectedCloseDate"))).toBe(false);
  expect(isPossible(revenue, of("quantity", "unitPrice"))).toBe(true);
  expect(isPossible(revenue, of("unitPrice"))).toBe(false);
  expect(isPossible(winRate, of("quantity", "unitPrice"))).toBe(false);
});

test("a role is needed, used or neither", () => {
  expect(needOf("deal", "status")).toBe("needed");
  expect(needOf("deal", "currency")).toBe("used");
  expect(needOf("benchmark", "metric")).toBe("needed");
  expect(needOf("benchmark", "segment")).toBe("used");
});

/** A cell that any reading of the role accepts. */
const cellOf = (kind: Kind, role: Role): string | number =>
  ({
    word: "Won",
    status: "Won",
    money: 100,
    number: 1,
    probability: 1,
    duration: 1,
    date: 45_000,
    level: 1,
  })[typeOfRole(kind, role)];

/** Each kind with some of its roles, or without a table. */
const mappings = fc.record(
  Object.fromEntries(
    Object.entries(kinds).map(([kind, roles]) => [kind, fc.subarray(Object.keys(roles) as Role[])]),
  ),
);

test("over random mappings, the same metrics are possible that the mapped records answer", () => {
  const needsColumns = (metric: Metric) =>
    metric.inputs.some((input) => input.input === "column" && input.required);
  fc.assert(
    fc.property(mappings, (drawn) => {
      const mapped = new Map(
        (Object.entries(drawn) as [Kind, Role[]][])
          .filter(([, roles]) => roles.length > 0)
          .map(([kind, roles]) => [kind, new Set(roles)]),
      );
      const dataset = linkRecords(
        [...mapped].map(([kind, roles]) =>
          readRecords(kind, Object.fromEntries([...roles].map((role) => [role, [[cellOf(kind, role)]]])), {
            duplicates: "keep",
          }),
        ),
      );
      const answered = catalogue.filter((metric) => missingColumns(dataset, metric).length === 0);
      expect(possibleMetrics(mapped).filter(needsColumns)).toEqual(answered.filter(needsColumns));
    }),
    runs(60),
  );
});
