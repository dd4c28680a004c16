import { createDesk } from "../../../src/core/metrics/ask";
import { comparePeriods } from "../../../src/core/metrics/compare-periods";
import { metricById } from "../../../src/core/metrics/catalogue";
import { linkRecords } from "../../../src/core/records/dataset";
import { readRecords } from "../../../src/core/records/read-records";
import { isRefusal } from "../../../src/core/result";
import { serialOf } from "../../../src/core/time/serial";
import { column } from "../../support/custom-functions";

/** One won deal of 100 and one lost on the first day of each month, from the month and day given up to June 2026. */
function verdictOf(id: string, month: number, day: number): unknown {
  const dates = Array.from({ length: 7 - month }, (_, at) =>
    at === 0 ? serialOf(2026, month, day) : serialOf(2026, month + at, 1),
  );
  const both = [...dates, ...dates];
  const dataset = linkRecords([
    readRecords("deal", {
      amount: column(both.map(() => 100)),
      status: column(both.map((_, at) => (at < dates.length ? "won" : "lost"))),
      closedDate: column(both),
    }),
  ]);
  const desk = createDesk(dataset, { today: serialOf(2026, 6, 30) });
  const metric = metricById(id)!;
  const [period, previous] = ["2026-Q2", "2026-Q1"].map((text) => desk.period(text));
  if (!period || !previous || isRefusal(period) || isRefusal(previous)) throw new Error("no period");
  const [now, before] = desk.numbers([period, previous].map((one) => ({ metric: id, period: one })));
  return comparePeriods(dataset, metric, now!, before!, period, previous);
}

test("what adds up is not compared with a period that began before the list", () => {
  // 300 against 100, of which January and half of February are missing
  expect(verdictOf("REVENUE", 2, 15)).toMatchObject({
    verdict: "cutShort",
    since: serialOf(2026, 2, 15),
    difference: 100,
  });
  expect(verdictOf("REVENUE", 2, 15)).not.toHaveProperty("better");
  expect(verdictOf("SALESCOUNT", 4, 1)).toMatchObject({ verdict: "cutShort", difference: 3 });
});

test("a list that begins within the first days tells the whole period; a rate needs no whole one", () => {
  expect(verdictOf("REVENUE", 1, 9)).toMatchObject({ verdict: "fact" });
  expect(verdictOf("REVENUE", 1, 12)).toMatchObject({ verdict: "cutShort" });
  expect(verdictOf("WINRATE", 2, 15)).toMatchObject({ verdict: "tooFew" });
});
