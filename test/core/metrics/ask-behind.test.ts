import { behind, type RowsOfKind } from "../../../src/core/metrics/ask-behind";
import { catalogue } from "../../../src/core/metrics/catalogue";
import { createDesk } from "../../../src/core/metrics/ask";
import { isComputed, isTable } from "../../../src/core/metrics/metric";
import { linkRecords } from "../../../src/core/records/dataset";
import { readRecords } from "../../../src/core/records/read-records";
import { isRefusal } from "../../../src/core/result";
import { defaultCalendar } from "../../../src/core/time/periods";
import { serialOf } from "../../../src/core/time/serial";
import { fixture } from "../../support/fixture";

const TODAY = serialOf(2025, 4, 10);

function contextFor(cells: Partial<typeof fixture> = fixture) {
  const deals = readRecords("deal", cells, { duplicates: "keep" });
  return { dataset: linkRecords([deals]), today: TODAY, calendar: defaultCalendar };
}

/** Ids of the fixture's deals, by their places. */
const ids = (rows: readonly RowsOfKind[] | undefined) =>
  rows?.flatMap(({ rows: own }) => [...own].map((row) => String(fixture.id[row]?.[0]))).join(" ");

// Read off the twelve deals of the fixture by hand.
test.each([
  ["SALESCOUNT", "2025-Q1", "D01 D02 D03 D05 D09"],
  ["REVENUE", "2025-02", "D02 D03"],
  ["OPPCOUNT", "2025-03", "D08 D09"],
  ["OPPCOUNT; which=open", undefined, "D06 D07 D08"],
  ["PIPELINEVALUE", undefined, "D06 D07 D08"],
  ["DEALCYCLE", "2024-Q4", "D11 D12"],
])("%s in %s rests on %s", (metric, period, expected) => {
  expect(ids(behind(contextFor(), { metric, period })?.all)).toBe(expected);
});

test("a share has its part and its whole", () => {
  const rows = behind(contextFor(), { metric: "WINRATE", period: "2025-Q1" });
  expect(ids(rows?.numerator)).toBe("D01 D02 D03 D05 D09");
  expect(ids(rows?.denominator)).toBe("D01 D02 D03 D04 D05 D09 D10");
});

test("rows that are left out are told by reason, and are not among the others", () => {
  const amount = fixture.amount.map((cell, row) => (row === 1 ? [""] : row === 2 ? ["soon"] : cell));
  const rows = behind(contextFor({ ...fixture, amount }), { metric: "REVENUE", period: "2025-Q1" });
  expect(ids(rows?.all)).toBe("D01 D05 D09");
  expect(ids(rows?.leftOut.get("missing.amount"))).toBe("D02");
  expect(ids(rows?.leftOut.get("unreadable.amount"))).toBe("D03");
  expect(rows?.leftOut.get("missing.amount")?.[0]?.role).toBe("amount");
});

test("rows that are versions of another one are not counted", () => {
  // D01 is written once more, as lost, in a last row: that version counts.
  const again = Object.fromEntries(
    Object.entries(fixture).map(([role, cells]) => [
      role,
      [...cells, role === "status" ? ["lost"] : (cells[0] ?? [])],
    ]),
  );
  const rows = behind(contextFor(again), { metric: "SALESCOUNT", period: "2025-Q1" });
  expect(ids(rows?.all)).toBe("D02 D03 D05 D09");
});

test("of every metric the counts of what is left out agree with those it is explained by", () => {
  const holes = { ...fixture, closedDate: fixture.closedDate.map((cell, row) => (row < 2 ? [""] : cell)) };
  const context = contextFor(holes);
  const desk = createDesk(context.dataset, context);
  let compared = 0;
  for (const metric of catalogue) {
    if (isTable(metric) || isComputed(metric)) continue;
    const ask = { metric: metric.id, period: "2025-Q1" };
    const rows = behind(context, ask);
    const explained = desk.explain(ask);
    if (rows === undefined || isRefusal(explained.value)) continue;
    for (const [reason, own] of rows.leftOut) {
      const count = own.reduce((sum, { rows: places }) => sum + places.length, 0);
      expect([metric.id, reason, count]).toEqual([metric.id, reason, explained.excluded[reason]]);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(5);
});
