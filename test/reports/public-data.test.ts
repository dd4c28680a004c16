import { catalogue } from "../../src/core/metrics/catalogue";
import type { Filter } from "../../src/core/metrics/ask";
import type { PlannedCell, SheetPlan } from "../../src/reports/plan";
import type { ReportInput } from "../../src/reports/input";
import type { ReportGrain } from "../../src/reports/request";
import { planReport } from "../../src/reports/sheets";
import { shownName } from "../../src/reports/shown";
import { describeWithData, expectedValues } from "../support/shared-data";
import { fileData, reportInput, type ReportOptions } from "../support/report-input";

/*
 * Public files: every number of the reports asked for again, one by one, and against what was worked out elsewhere (pandas,
 * see expected/*.json).
 */

type Row = readonly (PlannedCell | undefined)[];

interface Table {
  readonly sheet: string;
  readonly heading: string;
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
}

/** The tables of a sheet, each with the heading above it. */
function tablesOf({ name, cells }: SheetPlan): readonly Table[] {
  let heading = "";
  return cells.flatMap((row, at): Table[] => {
    if (row[0]?.look === "heading") heading = String(row[0].value);
    if (row[0]?.look !== "head") return [];
    const end = cells.findIndex((each, index) => index > at && each[0] === undefined);
    const rows = cells.slice(at + 1, end < 0 ? undefined : end);
    return [{ sheet: name, heading, heads: row.map((cell) => String(cell?.value ?? "")), rows }];
  });
}

/** One number of a sheet, and what it claims to be. */
interface Claim {
  readonly where: string;
  readonly metric: string;
  readonly period: string | ReportInput["periods"]["period"];
  readonly filters: readonly Filter[];
  readonly value: number;
}

const idOf = new Map(catalogue.map((metric) => [shownName(metric, metric.unit, "en"), metric.id]));
const roleIn = /, by (\w+)\?$/;

function claimsOf(
  { sheet, heading, heads, rows }: Table,
  { periods, filters }: ReportInput,
): readonly Claim[] {
  return rows.flatMap((row) => {
    const name = String(row[0]?.value ?? "");
    return row.flatMap((cell, column): Claim[] => {
      if (typeof cell?.value !== "number") return [];
      const claim = { where: `${sheet}, ${heading} ${name}: ${heads[column] ?? ""}`, value: cell.value };
      const ofHead = idOf.get(heads[column] ?? "");
      if (heads[1] === "Value" && heads[2] === "Previous") {
        const asked = [undefined, periods.period, periods.previous, periods.lastYear][column];
        const metric = idOf.get(name);
        return asked && metric ? [{ ...claim, metric, period: asked, filters }] : [];
      }
      if (ofHead === undefined) return [];
      if (heads[0] === "Period") return [{ ...claim, metric: ofHead, period: name, filters }];
      const [, role] = roleIn.exec(heading) ?? [];
      if (role === undefined || name.startsWith("Others (")) return [];
      const own = { role, value: name };
      return [{ ...claim, metric: ofHead, period: periods.period, filters: [...filters, own] }];
    });
  });
}

async function inputOf(file: string, options: ReportOptions): Promise<ReportInput> {
  return reportInput(await fileData(file), options);
}

/** Compares every claim of all sheets with the core's own number; answers how many there were. */
function expectClaims(input: ReportInput): number {
  const claims = planReport(input).flatMap((sheet) =>
    tablesOf(sheet).flatMap((table) => claimsOf(table, input)),
  );
  for (const { where, metric, period, filters, value } of claims) {
    const [answer] = input.desk.numbers([{ metric, period, filters }]);
    expect([where, answer?.value]).toEqual([where, expect.closeTo(value, 9)]);
  }
  return claims.length;
}

/** The numbers of a column by the names in the first. */
function columnOf(input: ReportInput, sheet: string, heading: string, head: string): Record<string, number> {
  const table = planReport(input)
    .flatMap(tablesOf)
    .find((each) => each.sheet === sheet && each.heading === heading);
  const column = table?.heads.indexOf(head) ?? -1;
  if (table === undefined || column < 0) throw new Error(`no “${head}” below “${heading}” on ${sheet}`);
  return Object.fromEntries(table.rows.map((row) => [String(row[0]?.value), Number(row[column]?.value)]));
}

describeWithData("every number is the core's", () => {
  test.each<[string, ReportOptions, number]>([
    ["maven_crm/sales_pipeline.csv", { today: "2018-01-10", period: "2017-Q3" }, 80],
    ["maven_crm/sales_pipeline.csv", { today: "2018-01-10", grain: "month" }, 120],
    ["hubspot_dummy/hubspot_deals.csv", { today: "2025-05-03", grain: "year", period: "2024" }, 60],
    ["hubspot_dummy/hubspot_activities.csv", { today: "2025-05-03", grain: "quarter" }, 60],
    ["hubspot_dummy/hubspot_contacts.csv", { today: "2025-05-03", grain: "year", period: "2024" }, 2],
    ["online_retail/online_retail_10pct_customers.csv", { today: "2011-12-10", grain: "month" }, 60],
  ])("%s, %j", async (file, options, least) => {
    expect(expectClaims(await inputOf(file, options))).toBeGreaterThanOrEqual(least);
  });
});

describeWithData("HubSpot-shaped deals", () => {
  const file = "hubspot_dummy/hubspot_deals.csv";
  const expected = expectedValues("hubspot_dummy");
  const years = ["2023", "2024", "2025"];
  const value = (name: string) => expected[name]?.value as never;

  /** A column added up over the years of the file. */
  async function overYears(sheet: string, heading: string, head: string): Promise<Record<string, number>> {
    const sums: Record<string, number> = {};
    for (const period of years) {
      const input = await inputOf(file, { today: "2025-05-03", grain: "year" as ReportGrain, period });
      for (const [name, number] of Object.entries(columnOf(input, sheet, heading, head)))
        sums[name] = (sums[name] ?? 0) + number;
    }
    return sums;
  }

  test("revenue by type and by pipeline", async () => {
    for (const [role, name] of [
      ["type", "win_rate_by_type"],
      ["pipeline", "win_rate_by_pipeline"],
    ] as const) {
      const heading = `Where does revenue come from, by ${role}?`;
      const [revenue, won] = [
        await overYears("Performance", heading, "Revenue"),
        await overYears("Performance", heading, "Number of sales"),
      ];
      const groups: Record<string, { revenue: number; won: number }> = value(name);
      expect(Object.keys(revenue).sort()).toEqual(Object.keys(groups).sort());
      for (const [group, figures] of Object.entries(groups)) {
        expect(revenue[group]).toBeCloseTo(figures.revenue, 2);
        expect(won[group]).toBe(figures.won);
      }
    }
  });

  test("lost reasons, and every rep's won deals and revenue", async () => {
    const reasons: Record<string, number> = value("lost_reasons");
    const { "(no reason)": none, ...told } = await overYears(
      "Pipeline and funnel",
      "Why are deals lost?",
      "Lost",
    );
    const { "(blank)": blank, ...others } = reasons;
    expect([none, told]).toEqual([blank, others]);
    const owners: Record<string, { won: number; revenue: number }> = value("win_rate_by_owner");
    const won = await overYears("Team", "How does each rep do?", "Won");
    const revenue = await overYears("Team", "How does each rep do?", "Revenue");
    for (const [owner, figures] of Object.entries(owners)) {
      expect([owner, won[owner]]).toEqual([owner, figures.won]);
      expect(revenue[owner]).toBeCloseTo(figures.revenue, 2);
    }
  });

  test("the pipeline as the rows stand, and revenue month by month", async () => {
    // all deals of the file are decided by then, or still open
    const later = await inputOf(file, { today: "2025-07-10", grain: "quarter", period: "2025-Q2" });
    const forecast = columnOf(later, "Pipeline and funnel", "Is there enough in the pipeline?", "Value");
    expect(forecast["Pipeline value"]).toBeCloseTo(value("pipeline_value"), 2);
    const input = await inputOf(file, { today: "2025-05-03", grain: "month", period: "2025-04" });
    const months: Record<string, number> = value("revenue_by_close_month");
    const told = columnOf(input, "Performance", "How does it develop?", "Revenue");
    expect(Object.keys(told)).toHaveLength(12);
    for (const [month, revenue] of Object.entries(told)) expect(revenue).toBeCloseTo(months[month] ?? NaN, 2);
  });
});

describeWithData("Online Retail's invoices", () => {
  const expected = expectedValues("online_retail_10pct");

  test("net revenue, new customers and the average order, month by month", async () => {
    const file = "online_retail/online_retail_10pct_customers.csv";
    const input = await inputOf(file, { today: "2011-12-10", grain: "month" });
    const months = expected.by_month?.value as Record<string, { net: number; aov_gross: number }>;
    const customers = expected.new_vs_returning?.value as Record<string, { new: number }>;
    const column = (head: string) => columnOf(input, "Performance", "How does it develop?", head);
    const [revenue, sizes, fresh] = [column("Revenue"), column("Average deal size"), column("New customers")];
    expect(Object.keys(revenue)).toHaveLength(12);
    for (const month of Object.keys(revenue)) {
      expect(revenue[month]).toBeCloseTo(months[month]?.net ?? NaN, 2);
      expect(sizes[month]).toBeCloseTo(months[month]?.aov_gross ?? NaN, 9);
      expect([month, fresh[month]]).toEqual([month, customers[month]?.new]);
    }
  });
});
