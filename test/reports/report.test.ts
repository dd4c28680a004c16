import { metricById } from "../../src/core/metrics/catalogue";
import { REPORT_SHEETS, type PlannedArea, type PlannedCell, type SheetPlan } from "../../src/reports/plan";
import { planReport, planSheet } from "../../src/reports/sheets";
import { roleName } from "../../src/core/role-names";
import { linkRecords } from "../../src/core/records/dataset";
import { readRecords } from "../../src/core/records/read-records";
import { defaultCalendar } from "../../src/core/time/periods";
import { csvColumns, describeWithData, expectedValues } from "../support/shared-data";
import { fileData, reportInput, sampleData } from "../support/report-input";
import { sheetText } from "../support/sheet-text";

type Row = readonly (PlannedCell | undefined)[];

/** Rows of the table below a heading, up to the next blank row; the head first. */
function rowsBelow({ cells }: SheetPlan, heading: string): readonly Row[] {
  const at = cells.findIndex(([first]) => first?.look === "heading" && first.value === heading);
  const head = cells.findIndex((row, index) => index > at && row[0]?.look === "head");
  if (at < 0 || head < 0) throw new Error(`no table below “${heading}”`);
  const end = cells.findIndex((row, index) => index > head && row[0] === undefined);
  return cells.slice(head, end < 0 ? undefined : end);
}

/** A table as numbers by the name in its first column and the words of its head. */
function tableBelow(
  sheet: SheetPlan,
  heading: string,
): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const [head = [], ...rows] = rowsBelow(sheet, heading);
  return Object.fromEntries(
    rows.map((row) => [
      String(row[0]?.value),
      Object.fromEntries(head.map((cell, at) => [String(cell?.value ?? at), row[at]?.value])),
    ]),
  );
}

/** Fourteen products, of which the report shows twelve: the others sold for 2 and 1, one of them to nobody named. */
test("what is not shown is added up where it can be, and revenue without a customer is told", () => {
  const amounts = Array.from({ length: 14 }, (_, at) => [14 - at]);
  const dataset = linkRecords([
    readRecords("deal", {
      amount: amounts,
      product: amounts.map(([amount]) => [`P${amount}`]),
      customer: amounts.map((_, at) => [at === 0 ? "" : at < 8 ? "Alfa" : "Beta"]),
      status: amounts.map(() => ["won"]),
      closedDate: amounts.map(() => ["2026-05-05"]),
    }),
  ]);
  const input = reportInput(dataset, { today: "2026-06-30", period: "2026-Q2" });
  const products = tableBelow(planSheet(input, "performance"), "Where does revenue come from, by product?");
  expect(products["Others (2)"]).toMatchObject({
    Revenue: 3,
    "Number of sales": 2,
    "Average deal size": "—",
  });
  // 14 of 105
  expect(sheetText(planSheet(input, "customers"))).toContain("Of revenue with a customer; 13.3% has none.");
});

test("a list that begins within the period before has nothing to explain revenue's change by", () => {
  const dates = ["2026-02-20", "2026-03-01", "2026-05-05"];
  const dataset = linkRecords([
    readRecords("deal", {
      amount: [[10], [20], [40]],
      status: [["won"], ["lost"], ["won"]],
      closedDate: dates.map((date) => [date]),
    }),
  ]);
  const overview = planSheet(reportInput(dataset, { today: "2026-06-30", period: "2026-Q2" }), "overview");
  expect(sheetText(overview)).toContain(
    "The data begin on 2026-02-20: 2026-Q1 is not all there to compare with.",
  );
  expect(sheetText(overview)).toContain("data begin 2026-02-20");
});

test("reps of a list of sales: what they sold, and nothing of rates", () => {
  const sold = {
    amount: [[10], [20], [40]],
    owner: [["Ana"], ["Dan"], ["Ana"]],
    closedDate: [["2026-05-05"], ["2026-05-06"], ["2026-05-07"]],
  };
  const team = (columns: Parameters<typeof readRecords>[1]) =>
    sheetText(
      planSheet(
        reportInput(linkRecords([readRecords("deal", columns)]), { today: "2026-06-30", period: "2026-Q2" }),
        "team",
      ),
    );
  expect(team(sold)).toContain("Rep\tRank\tRevenue\tWon\tAverage size");
  expect(team(sold)).not.toMatch(/rates/i);
  expect(team({ ...sold, status: [["won"], ["won"], ["lost"]] })).toMatch(/Win rates of few deals/);
});

test("filters that let nothing pass together say so, instead of sheets without numbers", () => {
  const dataset = linkRecords([
    readRecords("deal", {
      amount: [[10], [20]],
      owner: [["Ana"], ["Dan"]],
      source: [["Web"], ["Fair"]],
      status: [["won"], ["won"]],
      closedDate: [["2026-05-05"], ["2026-05-06"]],
    }),
  ]);
  const filtered = (owner: string) => {
    const filters = [
      { role: "owner", value: owner },
      { role: "source", value: "Web" },
    ];
    return sheetText(
      planSheet(reportInput(dataset, { today: "2026-06-30", period: "2026-Q2", filters }), "overview"),
    );
  };
  expect(filtered("Dan")).toContain("No record passes these filters together.");
  expect(filtered("Dan")).not.toContain("How are sales doing?");
  expect(filtered("Ana")).toContain("How are sales doing?");
});

/** Saturday the 2nd, Sunday the 3rd and Monday the 4th of May 2026. */
test.each([
  [0, [2, 1]],
  [6, [1, 2]],
] as const)("weeks that begin on day %i", (weekStart, expected) => {
  const days = ["2026-05-02", "2026-05-03", "2026-05-04"];
  const dataset = linkRecords([
    readRecords("activity", {
      type: days.map(() => ["Call"]),
      date: days.map((day) => [day]),
      done: days.map(() => ["yes"]),
    }),
  ]);
  const calendar = { ...defaultCalendar, weekStart };
  const input = reportInput(dataset, { today: "2026-05-31", grain: "month", period: "2026-05", calendar });
  const [, ...weeks] = rowsBelow(planSheet(input, "activity"), "How much is going on, week by week?");
  expect(weeks.map((row) => row[1]?.value).filter((count) => count !== 0 && count !== "—")).toEqual(expected);
});

describe.each(["en", "ro"] as const)("the sample workbook, %s", (locale) => {
  const input = reportInput(sampleData(), { today: "2026-06-30", locale });
  const sheets = planReport(input);
  const cellsOf = (sheet: SheetPlan) => sheet.cells.flat().filter((cell) => cell !== undefined);

  test("all eight sheets have something to tell", () => {
    expect(sheets.map(({ id }) => id)).toEqual(REPORT_SHEETS);
    for (const sheet of sheets) {
      expect(cellsOf(sheet).some(({ value }) => typeof value === "number")).toBe(true);
      expect(new Set(sheet.cells.map((row) => row.length)).size).toBe(1);
      expect(sheet.widths).toHaveLength(sheet.cells[0]?.length ?? 0);
    }
  });

  test("no place of a text is left unfilled, and no number is none", () => {
    for (const sheet of sheets) {
      expect(sheetText(sheet)).not.toMatch(/\{\w+\}|NaN|undefined|Infinity/);
      for (const { value, format } of cellsOf(sheet)) {
        if (typeof value !== "number") continue;
        expect(Number.isFinite(value)).toBe(true);
        expect(format).toBeDefined();
      }
    }
  });

  test("charts show cells that hold what they say, and cover none", () => {
    const covered = ({ row, column, rows, columns }: PlannedArea, { cells }: SheetPlan) =>
      cells.slice(row, row + rows).flatMap((each) => each.slice(column, column + columns));
    for (const sheet of sheets) {
      for (const { categories, series, place } of sheet.charts) {
        expect(covered(categories, sheet).every((cell) => typeof cell?.value === "string")).toBe(true);
        for (const { values } of series) {
          expect(values.rows).toBe(categories.rows);
          expect(covered(values, sheet).some((cell) => typeof cell?.value === "number")).toBe(true);
        }
        expect(covered(place, sheet).every((cell) => cell === undefined)).toBe(true);
        expect(place.column + place.columns).toBeLessThanOrEqual(sheet.widths.length);
      }
    }
    const ids = sheets.flatMap(({ charts }) => charts.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("every name that leads to a definition finds it on its sheet", () => {
    for (const sheet of sheets) {
      const text = sheetText(sheet);
      for (const { link } of cellsOf(sheet)) {
        if (link?.to === "definition")
          expect(text).toContain(metricById(link.metric)?.text[locale].definition);
      }
    }
  });
});

test("the scorecard is what the desk answers, for any period and filter", () => {
  const dataset = sampleData();
  for (const filters of [[], [{ role: "owner", value: "Ana Popescu" }]]) {
    const input = reportInput(dataset, { today: "2026-06-30", grain: "month", period: "2026-03", filters });
    const table = tableBelow(planSheet(input, "overview"), "How are sales doing?");
    for (const id of ["REVENUE", "SALESCOUNT", "WINRATE", "NEWCUSTOMERS"]) {
      const [now, before] = input.desk.numbers([
        { metric: id, period: "2026-03", filters },
        { metric: id, period: "2026-02", filters },
      ]);
      const row = table[metricById(id)?.text.en.name ?? ""];
      expect([id, row?.Value, row?.Previous]).toEqual([id, now?.value, before?.value]);
    }
  }
});

describe("several values of one filter", () => {
  const dataset = sampleData();
  const overview = (value: string) => {
    const filters = [{ role: "owner", value }];
    const input = reportInput(dataset, { today: "2026-06-30", period: "2026-Q1", filters });
    return planSheet({ ...input, roleName: (role, kind) => roleName(kind, role, "ro") }, "overview");
  };
  const revenueOf = (value: string) =>
    Number(tableBelow(overview(value), "How are sales doing?").Revenue?.Value);

  test("let the records of each pass", () => {
    const [ana, dan] = [revenueOf("Ana Popescu"), revenueOf("Dan Vasilescu")];
    expect(ana).toBeGreaterThan(0);
    expect(dan).toBeGreaterThan(0);
    expect(revenueOf("Ana Popescu|Dan Vasilescu")).toBe(ana + dan);
  });

  test("are named in the heading, the first four of them", () => {
    const heading = (value: string) => overview(value).cells[1]?.[0]?.value;
    expect(heading("Ana Popescu|Dan Vasilescu")).toContain(
      "2026-Q1 · Responsabil: Ana Popescu, Dan Vasilescu ·",
    );
    expect(heading("a | b|c|d|e|f")).toContain("Responsabil: a, b, c, d +2 ·");
  });
});

test("the same request gives the same sheets", () => {
  const dataset = sampleData();
  const plan = () => planReport(reportInput(dataset, { today: "2026-06-30" }));
  expect(plan()).toEqual(plan());
});

test("data that allows little: what is there is told, and what to map for the rest", () => {
  const column = (cells: readonly unknown[]) => cells.map((cell) => [cell]);
  const deals = readRecords("deal", { status: column(["won", "lost", "won"]) }, { duplicates: "keep" });
  const sheets = planReport(reportInput(linkRecords([deals]), { today: "2026-06-30" }));
  const overview = sheetText(sheets[0] ?? planSheet(reportInput({}, { today: "2026-06-30" }), "overview"));
  expect(overview).toContain("What is missing");
  expect(overview).toMatch(/Revenue.*: map Deals: amount/);
  expect(sheetText(planSheet(reportInput({}, { today: "2026-06-30" }), "team"))).toContain(
    "With the columns mapped so far nothing of this can be told.",
  );
});

test("text from the data is told as it stands", () => {
  const column = (cells: readonly unknown[]) => cells.map((cell) => [cell]);
  const names = [
    '=HYPERLINK("http://x")',
    "+1+1",
    "@SUM(A1)",
    "-2+3",
    "<img onerror=alert(1)>",
    "a".repeat(32767),
  ];
  const deals = readRecords(
    "deal",
    {
      status: column(names.map(() => "won")),
      amount: column(names.map((_, at) => 1000 - at)),
      owner: column(names),
      customer: column(names),
      closedDate: column(names.map(() => 46100)),
    },
    { duplicates: "keep" },
  );
  const input = reportInput(linkRecords([deals]), { today: "2026-06-30" });
  const shown = planReport(input)
    .flatMap(({ cells }) => cells.flat())
    .map((cell) => cell?.value);
  for (const name of names) expect(shown).toContain(name);
});

describeWithData("public data", () => {
  const maven = expectedValues("maven_crm");

  test("Maven: the third quarter of 2017, month by month and agent by agent", async () => {
    const dataset = await fileData("maven_crm/sales_pipeline.csv");
    const input = reportInput(dataset, { today: "2018-01-10", period: "2017-Q3" });
    const quarters = maven.revenue_by_quarter?.value as Record<
      string,
      { revenue: number; won_deals: number }
    >;
    const rates = maven.win_rate_by_close_quarter?.value as Record<string, { win_rate: number }>;
    const overview = tableBelow(planSheet(input, "overview"), "How are sales doing?");
    expect(overview.Revenue?.Value).toBe(quarters["2017Q3"]?.revenue);
    expect(overview.Revenue?.Previous).toBe(quarters["2017Q2"]?.revenue);
    expect(overview["Number of sales"]?.Value).toBe(quarters["2017Q3"]?.won_deals);
    expect(overview["Win rate"]?.Value).toBeCloseTo(rates["2017Q3"]?.win_rate ?? NaN, 12);

    const periods = tableBelow(planSheet(input, "performance"), "How does it develop?");
    for (const quarter of ["2017-Q1", "2017-Q2", "2017-Q3"]) {
      const expected = quarters[quarter.replace("-", "")];
      expect(periods[quarter]?.Revenue).toBe(expected?.revenue);
      expect(periods[quarter]?.["Number of sales"]).toBe(expected?.won_deals);
    }
    expect(periods["2016-Q3"]).toBeUndefined(); // before the first record
  });

  test("Maven: the whole of 2017 by product, by agent and by customer", async () => {
    const dataset = await fileData("maven_crm/sales_pipeline.csv");
    const input = reportInput(dataset, { today: "2018-01-10", grain: "year" });
    const products = tableBelow(planSheet(input, "performance"), "Where does revenue come from, by product?");
    const byProduct = maven.revenue_by_product?.value as Record<
      string,
      { revenue: number; won_deals: number }
    >;
    expect(Object.keys(products).sort()).toEqual(Object.keys(byProduct).sort());
    for (const [name, { revenue, won_deals }] of Object.entries(byProduct)) {
      expect([products[name]?.Revenue, products[name]?.["Number of sales"]]).toEqual([revenue, won_deals]);
    }
    const team = tableBelow(planSheet(input, "team"), "How does each rep do?");
    const byAgent = maven.revenue_by_agent?.value as Record<string, { revenue: number }>;
    const agents = maven.win_rate_by_agent?.value as Record<string, { win_rate: number }>;
    expect(Object.keys(team)).toHaveLength(30);
    for (const [name, row] of Object.entries(team)) {
      expect(row.Revenue).toBe(byAgent[name]?.revenue);
      expect(row["Win rate"]).toBeCloseTo(agents[name]?.win_rate ?? NaN, 12);
    }
    const customers = planSheet(input, "customers");
    const top = tableBelow(customers, "Who are the largest customers?");
    const byAccount = maven.revenue_by_account?.value as Record<string, { revenue: number }>;
    expect(top["Kan-code"]?.Revenue).toBe(byAccount["Kan-code"]?.revenue);
    expect(sheetText(customers)).toContain("customers that make up 80 %: 59"); // pareto_accounts_for_80pct
  });

  test("Maven: by region, looked up by agent", () => {
    const deals = csvColumns("maven_crm/sales_pipeline_mdy.csv");
    const teams = csvColumns("maven_crm/sales_teams.csv");
    const offices = new Map(
      teams.sales_agent?.map(([agent], at) => [agent, teams.regional_office?.[at]?.[0]]),
    );
    const { deal_stage, close_date, close_value, sales_agent } = deals;
    const records = readRecords("deal", {
      status: deal_stage ?? [],
      closedDate: close_date ?? [],
      amount: close_value ?? [],
      region: (sales_agent ?? []).map(([agent]) => [offices.get(agent) ?? ""]),
    });
    const dataset = linkRecords([records]);
    const input = reportInput(dataset, { today: "2018-01-10", grain: "year" });
    const regions = tableBelow(planSheet(input, "performance"), "Where does revenue come from, by region?");
    const revenue = maven.revenue_by_region?.value as Record<string, { revenue: number; won_deals: number }>;
    const rates = maven.win_rate_by_region?.value as Record<string, { win_rate: number }>;
    expect(Object.keys(regions).sort()).toEqual(Object.keys(revenue).sort());
    for (const [name, row] of Object.entries(regions)) {
      expect([row.Revenue, row["Number of sales"]]).toEqual([
        revenue[name]?.revenue,
        revenue[name]?.won_deals,
      ]);
      expect(row["Win rate"]).toBeCloseTo(rates[name]?.win_rate ?? NaN, 12);
    }
  });

  test("HubSpot-shaped deals: all of them, by type and lost reason", async () => {
    const dataset = await fileData("hubspot_dummy/hubspot_deals.csv");
    const expected = expectedValues("hubspot_dummy");
    const months = expected.revenue_by_close_month?.value as Record<string, number>;
    const input = reportInput(dataset, { today: "2024-02-10", grain: "month", period: "2024-01" });
    const periods = tableBelow(planSheet(input, "performance"), "How does it develop?");
    for (const month of ["2023-10", "2023-11", "2023-12", "2024-01"])
      expect(periods[month]?.Revenue).toBeCloseTo(months[month] ?? NaN, 6);
  });
});
