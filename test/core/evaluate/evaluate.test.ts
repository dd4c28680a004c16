import fc from "fast-check";
import { evaluate } from "../../../src/core/evaluate/evaluate";
import {
  and,
  any,
  compare,
  count,
  deals,
  decided,
  distinct,
  lost,
  mean,
  median,
  not,
  open,
  outcome,
  role,
  sum,
  won,
  type Condition,
  type Expression,
} from "../../../src/core/evaluate/expression";
import { readRecords } from "../../../src/core/records/read-records";
import { periodsBetween } from "../../../src/core/time/periods";
import { column } from "../../support/custom-functions";
import { runs } from "../../support/random";

interface Row {
  readonly status: "won" | "lost" | "open" | "";
  readonly amount: number | "";
  readonly created: number;
  readonly closed: number;
  readonly owner: string;
}

const rows = fc.array(
  fc.record<Row>({
    status: fc.constantFrom("won", "lost", "open", ""),
    amount: fc.oneof(fc.integer({ min: -50, max: 500 }), fc.constant("" as const)),
    created: fc.integer({ min: 45_000, max: 45_120 }),
    closed: fc.integer({ min: 45_000, max: 45_150 }),
    owner: fc.constantFrom("a", "b", "c"),
  }),
  { minLength: 1, maxLength: 60 },
);

/** More, and more overlapping, conditions than share one table of classes. */
const conditions: readonly [Condition, (row: Row) => boolean][] = [
  [won, ({ status }) => status === "won"],
  [decided, ({ status }) => status === "won" || status === "lost"],
  [any, () => true],
  ...[0, 50, 100, 200, 300, 400].map((limit): [Condition, (row: Row) => boolean] => [
    and(decided, compare(role("amount"), ">", limit)),
    ({ status, amount }) => (status === "won" || status === "lost") && amount !== "" && amount > limit,
  ]),
  [
    and(won, not(compare(role("amount"), "<", 0))),
    ({ status, amount }) => status === "won" && !(amount !== "" && amount < 0),
  ],
  [not(lost), ({ status }) => status !== "lost"],
  [outcome("open", "won"), ({ status }) => status === "open" || status === "won"],
];

test("any set of conditions, by owner and month, equals counting by hand", () => {
  const periods = periodsBetween(45_000, 45_150, "month");
  fc.assert(
    fc.property(rows, (list) => {
      const records = readRecords("deal", {
        status: column(list.map(({ status }) => status)),
        amount: column(list.map(({ amount }) => amount)),
        createdDate: column(list.map(({ created }) => created)),
        closedDate: column(list.map(({ closed }) => closed)),
        owner: column(list.map(({ owner }) => owner)),
      });
      const populations = conditions.map(([where]) => deals(where, "createdDate"));
      const expressions: Expression[] = populations.flatMap((of) => [
        count(of),
        sum(role("amount"), of),
        mean(role("amount"), of),
        median(role("amount"), of),
        distinct("owner", of),
      ]);
      const evaluated = evaluate({ deal: records }, expressions, { by: "owner", periods });
      evaluated.groups.forEach((owner, group) =>
        periods.forEach(({ start, end }, period) =>
          conditions.forEach(([, holds], i) => {
            const own = list.filter(
              (row) => row.owner === owner && row.created >= start && row.created < end && holds(row),
            );
            const amounts = own
              .flatMap(({ amount }) => (amount === "" ? [] : [amount]))
              .sort((a, b) => a - b);
            const total = amounts.reduce((a, b) => a + b, 0);
            const middle =
              ((amounts[(amounts.length - 1) >> 1] ?? NaN) + (amounts[amounts.length >> 1] ?? NaN)) / 2;
            const at = (offset: number): unknown => evaluated.at(5 * i + offset, group, period).value;
            expect(at(0)).toBe(own.length);
            expect(at(1)).toBeCloseTo(total, 9);
            if (amounts.length > 0) {
              expect(at(2)).toBeCloseTo(total / amounts.length, 9);
              expect(at(3)).toBeCloseTo(middle, 9);
            } else expect(at(2)).toMatchObject({ error: "#N/A" });
            expect(at(4)).toBe(own.length > 0 ? 1 : 0);
          }),
        ),
      );
    }),
    runs(80),
  );
});

test("aggregates together answer what they answer alone", () => {
  fc.assert(
    fc.property(rows, (list) => {
      const records = readRecords("deal", {
        status: column(list.map(({ status }) => status)),
        amount: column(list.map(({ amount }) => amount)),
        createdDate: column(list.map(({ created }) => created)),
        closedDate: column(list.map(({ closed }) => closed)),
      });
      const expressions = conditions.flatMap(([where]) => [
        count(deals(where, "createdDate")),
        sum(role("amount"), deals(where, "closeDate")),
        sum(role("amount"), deals(where, "open")),
      ]);
      expressions.push(count(deals(open, "openDuring")));
      const periods = periodsBetween(45_000, 45_150, "month");
      const together = evaluate({ deal: records }, expressions, { periods, asOf: 45_100 });
      expressions.forEach((expression, i) => {
        const alone = evaluate({ deal: records }, [expression], { periods, asOf: 45_100 });
        periods.forEach((_, period) =>
          expect(together.at(i, 0, period).value).toBeCloseTo(alone.at(0, 0, period).value as number, 9),
        );
      });
    }),
    runs(100),
  );
});
