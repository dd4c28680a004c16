import type { Locale } from "../../src/core/messages";
import { linkRecords, type Dataset } from "../../src/core/records/dataset";
import { readRecords } from "../../src/core/records/read-records";
import { serialOf } from "../../src/core/time/serial";
import { planReport } from "../../src/reports/sheets";
import { reportInput, type ReportOptions } from "../support/report-input";

/* Titles of charts tell their message where the numbers bear it, and are neutral where they do not. By hand. */

interface Deal {
  readonly month: string;
  readonly amount: number;
  readonly product?: string;
  readonly owner?: string;
  readonly customer?: string;
}

const column = (cells: readonly unknown[]) => cells.map((cell) => [cell]);

/** Won deals, and a lost one of long ago, so that the list covers what is compared; or from the first of them on. */
function won(given: readonly Deal[], isOld = true): Dataset {
  const deals = isOld ? [...given, { ...given[0]!, month: "2020-01" }] : given;
  const of = (key: keyof Deal) => column(deals.map((deal) => deal[key] ?? ""));
  const dates = deals.map(({ month }) => {
    const [year = 0, at = 1] = month.split("-").map(Number);
    return serialOf(year, at, 10);
  });
  const has = (key: keyof Deal) => deals.some((deal) => deal[key] !== undefined);
  const columns = {
    status: column(deals.map((_, at) => (at < given.length ? "won" : "lost"))),
    amount: of("amount"),
    closedDate: column(dates),
    ...(has("product") ? { product: of("product") } : {}),
    ...(has("owner") ? { owner: of("owner") } : {}),
    ...(has("customer") ? { customer: of("customer") } : {}),
  };
  return linkRecords([readRecords("deal", columns, { duplicates: "keep" })]);
}

function titleOf(dataset: Dataset, chart: string, options: Partial<ReportOptions> = {}): string | undefined {
  const input = reportInput(dataset, { today: "2026-04-10", ...options });
  return planReport(input)
    .flatMap(({ charts }) => charts)
    .find(({ id }) => id === chart)?.title;
}

test("a year before that is not all there is not compared with", () => {
  // the list begins on 10 February 2025, 40 days into the quarter; the quarter before is whole
  const deals = ["2025-02", "2025-10", "2026-02"].map((month, at) => ({ month, amount: [1, 100, 150][at]! }));
  expect(titleOf(won(deals, false), "performance-revenue")).toBe("Revenue of 2026-Q1 up 50.0% on 2025-Q4");
  expect(titleOf(won(deals.slice(1), false), "performance-revenue")).toBe(
    "Revenue of 2026-Q1 up 50.0% on 2025-Q4",
  );
  expect(titleOf(won([deals[0]!, deals[2]!], false), "performance-revenue")).toBe("Revenue by period");
});

describe("revenue by period", () => {
  const titled = (deals: readonly Deal[], options: Partial<ReportOptions> = {}) =>
    titleOf(won(deals), "performance-revenue", options);
  const deal = (month: string, amount: number): Deal => ({ month, amount });

  test.each<[string, readonly Deal[], string, Locale]>([
    [
      "against the year before",
      [deal("2025-02", 100), deal("2025-12", 900), deal("2026-02", 150)],
      "Revenue of 2026-Q1 up 50.0% on 2025-Q1",
      "en",
    ],
    [
      "a fall",
      [deal("2025-02", 200), deal("2026-02", 150)],
      "Revenue of 2026-Q1 down 25.0% on 2025-Q1",
      "en",
    ],
    [
      "in Romanian",
      [deal("2025-02", 200), deal("2026-02", 150)],
      "Venituri 2026-Q1: cu 25,0 % sub 2025-Q1",
      "ro",
    ],
    [
      "against the period before, where the year before is unknown",
      [deal("2025-11", 100), deal("2026-02", 104)],
      "Revenue of 2026-Q1 up 4.0% on 2025-Q4",
      "en",
    ],
    [
      "nothing has changed",
      [deal("2025-11", 100), deal("2026-02", 100)],
      "Revenue of 2026-Q1: no clear change on 2025-Q4",
      "en",
    ],
    ["nothing to compare with", [deal("2025-08", 100), deal("2026-02", 100)], "Revenue by period", "en"],
  ])("%s", (_, deals, title, locale) => {
    expect(titled(deals, { locale })?.replaceAll("\u00a0", " ")).toBe(title);
  });

  test("of a period that is not over as many days are compared", () => {
    // The 10th of April is the tenth day: the 10th of April 2025 was, too.
    expect(
      titled([deal("2025-04", 100), deal("2025-05", 500), deal("2026-04", 80)], { period: "2026-Q2" }),
    ).toBe("Revenue of 2026-Q2 down 20.0% on as many days of 2025-Q2");
  });
});

describe("revenue by product", () => {
  const titled = (products: Record<string, number>, options: Partial<ReportOptions> = {}) => {
    const deals = Object.entries(products).map(([product, amount]) => ({
      month: "2026-02",
      amount,
      product,
    }));
    return titleOf(won(deals), "performance-product", options);
  };

  test("the largest part is told", () => {
    expect(titled({ Tea: 75, Coffee: 25 })).toBe("Tea brings 75.0% of revenue");
    expect(titled({ Tea: 75, Coffee: 25 }, { locale: "ro" })).toBe("Tea aduce 75,0\u00a0% din venituri");
  });

  test("neither where two are the largest, nor where the largest has no name", () => {
    expect(titled({ Tea: 50, Coffee: 50 })).toBe("Revenue by product");
    expect(titled({ "": 75, Coffee: 25 })).toBe("Revenue by product");
    // 75 of 60: more than all of it, as another brought less than nothing
    expect(titled({ Tea: 75, Coffee: 25, Milk: -40 })).toBe("Revenue by product");
  });

  test("a long name is cut in the title, and stands whole in the table", () => {
    const name = "A very long name of a product that nobody would read in a title of a chart";
    expect(titled({ [name]: 75, Coffee: 25 })).toBe("A very long name of a p… brings 75.0% of revenue");
  });
});

test("the three largest customers, where there are more", () => {
  const of = (amounts: readonly number[]) =>
    titleOf(
      won(amounts.map((amount, at) => ({ month: "2026-02", amount, customer: `C${at}` }))),
      "customers-top",
    );
  expect(of([40, 30, 20, 10])).toBe("The three largest customers bring 90.0% of revenue");
  expect(of([40, 30, 20])).toBe("Revenue of the largest customers");
  const unnamed = [40, 30, 20, 10, 50].map((amount, at) => ({
    ...{ month: "2026-02", amount },
    customer: amount === 50 ? "" : `C${at}`,
  }));
  expect(titleOf(won(unnamed), "customers-top")).toBe(
    "The three largest customers bring 90.0% of revenue with a customer",
  );
});

test("how many reps reach their quota", () => {
  const { deal } = won([
    { month: "2026-02", amount: 100, owner: "Ana" },
    { month: "2026-02", amount: 60, owner: "Dan" },
    { month: "2026-02", amount: 50, owner: "Eva" },
  ]);
  const targets = readRecords("target", {
    owner: column(["Ana", "Dan", "Eva"]),
    amount: column([100, 80, 40]),
    periodStart: column([46023, 46023, 46023]), // 2026-01-01
    periodEnd: column([46112, 46112, 46112]), // 2026-03-31
  });
  const dataset = linkRecords([...(deal ? [deal] : []), targets]);
  expect(titleOf(dataset, "team-owner")).toBe("Reps who reach their quota: 2 of 3");
  expect(titleOf(dataset, "team-owner", { locale: "ro" })).toBe("Agenți care își ating cota: 2 din 3");
});

test("the stage with most of the open amount", () => {
  const stages = (amounts: readonly number[]) =>
    titleOf(
      linkRecords([
        readRecords("deal", {
          status: column(amounts.map(() => "open")),
          stage: column(amounts.map((_, at) => ["Proposal", "Talks"][at])),
          amount: column(amounts),
        }),
      ]),
      "pipeline-stages",
    );
  expect(stages([300, 100])).toBe("75.0% of the open amount is in “Proposal”");
  expect(stages([200, 200])).toBe("Open amount by stage");
  expect(stages([0, 0])).toBeUndefined();
});

test("the busiest week, where one is above all others", () => {
  const weeks = (days: readonly number[]) =>
    titleOf(
      linkRecords([
        readRecords("activity", {
          type: column(days.map(() => "call")),
          date: column(days.map((day) => 46023 + day)), // 2026-01-01 is a Thursday, of the first week
        }),
      ]),
      "activity-weeks",
    );
  expect(weeks([0, 7, 7, 14])).toBe("Most activities in 2026-W02: 2");
  expect(weeks([0, 7])).toBe("Activities by week");
});
