import { createDesk, splitMetrics, type Desk } from "../../../src/core/metrics/ask";
import { linkRecords } from "../../../src/core/records/dataset";
import { readRecords } from "../../../src/core/records/read-records";
import { isRefusal } from "../../../src/core/result";
import { serialOf } from "../../../src/core/time/serial";
import { column } from "../../support/custom-functions";
import { fixture } from "../../support/fixture";

const TODAY = serialOf(2025, 4, 10);

function deskOf(cells: Partial<typeof fixture> = fixture): Desk {
  const deals = readRecords("deal", cells, { duplicates: "keep" });
  return createDesk(linkRecords([deals]), { today: TODAY });
}

const value = (
  desk: Desk,
  metric: string,
  period?: string,
  ...filters: readonly [string, string][]
): unknown => {
  const [answer] = desk.numbers([
    { metric, period, filters: filters.map(([role, word]) => ({ role, value: word })) },
  ]);
  return isRefusal(answer?.value) ? `${answer.value.error} ${answer.value.message}` : answer?.value;
};

test("numbers of the fixture, counted by hand", () => {
  const desk = deskOf();
  // R§1: 5 of 7 decided in the first quarter of 2025
  expect(value(desk, "WINRATE", "2025-Q1")).toBeCloseTo(5 / 7, 12);
  expect(value(desk, "revenue", "2025-Q1")).toBe(1200 + 3000 + 800 + 2500 + 3000);
  expect(value(desk, "REVENUE")).toBe(10500 + 1000 + 900);
  expect(value(desk, "REVENUE", "2025-Q1", ["owner", "ana"])).toBe(1200 + 3000 + 2500 + 3000);
  expect(value(desk, "REVENUE", "2025-Q1", ["Owner", "ANA"], ["source", "referral"])).toBe(6000);
  expect(value(desk, "REVENUE", "2025-Q1", ["owner", "Ana|Dan"])).toBe(10500);
  expect(value(desk, "REVENUE", "2025-Q1", ["owner", "Nobody"])).toBe(0);
  expect(value(desk, "WINRATE", "2025-Q1", ["owner", "Nobody"])).toBe("#DIV/0! zeroDenominator");
  expect(value(desk, "AVGDEALSIZE", "2025-Q1", ["owner", "An"])).toBe("#N/A nothingWithValue");
});

test("two filters leave what a person would leave by hand, whatever is asked beside it", () => {
  const desk = deskOf();
  const rows = fixture.id.map((_, row) => row);
  const where = (owner: string, source: string): readonly number[] =>
    rows.filter((row) => fixture.owner[row]?.[0] === owner && fixture.source[row]?.[0] === source);
  const pairs = ["Ana", "Dan"].flatMap((owner) =>
    ["Web", "Referral", "Event"].map((source) => [owner, source] as const),
  );
  const answers = desk.numbers(
    pairs.map(([owner, source]) => ({
      metric: "REVENUE",
      filters: [
        { role: "source", value: source },
        { role: "owner", value: owner },
      ],
    })),
  );
  pairs.forEach(([owner, source], at) => {
    const left = new Set(where(owner, source));
    const cells = Object.fromEntries(
      Object.entries(fixture).map(([role, list]) => [role, list.filter((_, row) => left.has(row))]),
    );
    expect(answers[at]?.value).toBe(left.size === 0 ? 0 : value(deskOf(cells), "REVENUE"));
  });
});

test("a period that is not over is compared with as many days of the other one; a whole one with the whole", () => {
  // Won by the 20th of March: 2,500; by the 20th of February: 3,800. In all of March: 5,500.
  const deals = readRecords("deal", fixture, { duplicates: "keep" });
  const desk = createDesk(linkRecords([deals]), { today: serialOf(2025, 3, 20) });
  expect(value(desk, "SALESGROWTH", "this month")).toBeCloseTo(2500 / 3800 - 1, 12);
  expect(value(deskOf(), "SALESGROWTH", "2025-03")).toBeCloseTo(5500 / 3800 - 1, 12);
  expect(desk.numbers([{ metric: "SALESGROWTH", period: "this month" }])[0]).toMatchObject({
    asOf: serialOf(2025, 3, 20),
    period: { label: "2025-03" },
  });
});

test("a day of observation may be asked for, and is taken as today where a question needs one", () => {
  const expectedCloseDate = fixture.id.map(() => [serialOf(2025, 4, 5)]);
  const deals = readRecords("deal", { ...fixture, expectedCloseDate }, { duplicates: "keep" });
  const desk = createDesk(linkRecords([deals]), { today: TODAY });
  expect(value(desk, "PIPELINEVALUE; overdue=only")).toBe(12_000);
  expect(value(desk, "PIPELINEVALUE; overdue=only; asOf=2025-04-01")).toBe(0);
  expect(value(desk, "PIPELINEVALUE; overdue=only; asOf=soon")).toBe("#VALUE! notADate");
});

test("opening hours of the settings tell response times, unless the options say otherwise", () => {
  // Friday 16:30 to Monday 09:30: 65 hours by the clock, one by hours from 9 to 17.
  const leads = readRecords("lead", {
    createdDate: [[serialOf(2025, 1, 10) + 16.5 / 24]],
    firstResponseDate: [[serialOf(2025, 1, 13) + 9.5 / 24]],
  });
  const businessHours = { from: 9, to: 17, days: [0, 1, 2, 3, 4] };
  const desk = createDesk(linkRecords([leads]), { today: TODAY, businessHours });
  expect(value(desk, "LEADRESPONSE; unit=minutes")).toBeCloseTo(60, 9);
  expect(value(desk, "LEADRESPONSE; unit=minutes; hours=9-16:45")).toBeCloseTo(45, 9);
  expect(value(desk, "LEADRESPONSE; unit=hours; clock=wall")).toBeCloseTo(65, 9);
  expect(value(createDesk(linkRecords([leads]), { today: TODAY }), "LEADRESPONSE; unit=hours")).toBeCloseTo(
    65,
    9,
  );
});

test("years and quarters of the settings", () => {
  const deals = readRecords("deal", fixture, { duplicates: "keep" });
  const calendar = { fiscalYearStart: 2, weekStart: 0 };
  const desk = createDesk(linkRecords([deals]), { today: TODAY, calendar });
  // February and March; January belongs to the year before.
  expect(value(desk, "REVENUE", "YTD")).toBe(3000 + 800 + 2500 + 3000);
  const table = desk.table({ metrics: ["REVENUE"], by: "year" });
  expect("labels" in table && table.labels).toEqual(["FY2025", "FY2026"]);
});

test("numbers that a metric takes stand behind it", () => {
  expect(value(deskOf(), "SALESPERREP; headcount=4", "2025-Q1")).toBe(10_500 / 4);
  expect(value(deskOf(), "SALESPERREP; headcount=none", "2025-Q1")).toBe("#VALUE! optionOutOfRange");
});

test("one currency of several can be asked for", () => {
  const currency = fixture.id.map((_, row) => [row % 2 === 0 ? "EUR" : "RON"]);
  const deals = readRecords("deal", { ...fixture, currency }, { duplicates: "keep" });
  const desk = createDesk(linkRecords([deals]), { today: TODAY });
  expect(value(desk, "REVENUE")).toBe("#VALUE! severalCurrencies");
  // every second deal of the fixture, from the first: D01, D03, D05, D09, D11 are won
  expect(value(desk, "REVENUE", undefined, ["currency", "eur"])).toBe(1200 + 800 + 2500 + 3000 + 1000);
});

test("orders of several lines, and versions of one deal, from the same records", () => {
  const lines = {
    id: column(["A", "A", "B"]),
    amount: column([100, 50, 70]),
    status: column(["won", "won", "won"]),
  };
  const desk = createDesk(linkRecords([readRecords("deal", lines, { duplicates: "keep" })]), {
    today: TODAY,
  });
  expect(value(desk, "REVENUE")).toBe(120); // the last row of A, and B
  expect(value(desk, "AOV")).toBe(85); // the first line of A, and B
  expect(value(desk, "AOV; lines=sum")).toBe(110);
});

test.each([
  ["WINRATE,REVENUE", ["WINRATE", "REVENUE"]],
  ["WINRATE; REVENUE", ["WINRATE", "REVENUE"]],
  ["WINRATE; basis=created-all; REVENUE", ["WINRATE; basis=created-all", "REVENUE"]],
  ["SLA; workdays=mon,tue,fri; WINRATE", ["SLA; workdays=mon,tue,fri", "WINRATE"]],
  [" winrate \n revenue,", ["winrate", "revenue"]],
  ["", []],
])("%j parts into metrics", (text, metrics) => expect(splitMetrics(text)).toEqual(metrics));

test("a table of benchmarks is nothing to filter or group by", () => {
  const { source: _, ...rest } = fixture;
  const deals = readRecords("deal", rest, { duplicates: "keep" });
  const benchmarks = readRecords(
    "benchmark",
    {
      metric: column(["WINRATE"]),
      typical: column([0.25]),
      source: column(["Web"]),
      segment: column(["All"]),
    },
    { headless: true, duplicates: "keep" },
  );
  const desk = createDesk(linkRecords([deals, benchmarks]), { today: TODAY });
  expect(value(desk, "REVENUE", "2025-Q1")).toBe(10500);
  for (const role of ["source", "segment", "metric"])
    expect(value(desk, "REVENUE", "2025-Q1", [role, "Web"])).toBe("#VALUE! noFilterRole");
});
