import { streamed } from "../support/custom-functions";
import { held, publishMapped, TablesInMemory } from "../support/mapped";
import { csvColumns, describeWithData, expectedValues } from "../support/shared-data";

type Groups = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The numbers of the independent computation, asked for in cells over the mapped table. */
describeWithData("Maven CRM, mapped", () => {
  const cells = csvColumns("maven_crm/sales_pipeline_mdy.csv");
  const expected = expectedValues("maven_crm");
  const groups = (name: string): [string, Readonly<Record<string, number>>][] =>
    Object.entries((expected[name]?.value ?? {}) as Groups);
  const data = new TablesInMemory();

  beforeAll(() => {
    const { opportunity_id: id, sales_agent: owner, product, account: customer } = cells;
    // The region of each agent, as XLOOKUP gives it.
    const teams = csvColumns("maven_crm/sales_teams.csv");
    const offices = new Map(
      teams.sales_agent?.map(([agent], at) => [agent, teams.regional_office?.[at]?.[0]]),
    );
    const region = owner?.map(([agent]) => [offices.get(agent) ?? ""]);
    const {
      deal_stage: status,
      engage_date: createdDate,
      close_date: closedDate,
      close_value: amount,
    } = cells;
    const columns = { id, owner, product, customer, region, status, createdDate, closedDate, amount };
    const known = Object.entries(columns).filter(([, column]) => column !== undefined);
    publishMapped(data);
    data.become({ status: "ready", data: held({ deal: Object.fromEntries(known) }) });
  });

  async function answers(...formulas: readonly (readonly unknown[])[]): Promise<readonly unknown[]> {
    const typed = await Promise.all(formulas.map(([id, ...args]) => streamed(String(id), ...args)));
    while (typed.some(({ shown }) => shown.length === 0))
      await new Promise((resolve) => setTimeout(resolve, 5));
    for (const cell of typed) cell.cancel();
    return typed.map(({ shown }) => shown[0]);
  }

  test("headlines", async () => {
    const [rate, revenue, size, median, open] = await answers(
      ["KPI", "WINRATE"],
      ["KPI", "REVENUE"],
      ["KPI", "AVGDEALSIZE"],
      ["KPI", "AVGDEALSIZE; statistic=median"],
      ["KPI", "OPPCOUNT; which=open"],
    );
    expect(rate).toBe(expected.win_rate?.value);
    expect(revenue).toBe(expected.revenue_total?.value);
    expect(size).toBeCloseTo(expected.avg_deal_size?.value as number, 8);
    expect(median).toBe(expected.median_deal_size?.value);
    expect(open).toBe(expected.open_deals?.value);
  });

  test("quarters, agents, products, accounts and regions: each filtered by cells, and in one table", async () => {
    const quarters = groups("win_rate_by_close_quarter");
    const money = Object.fromEntries(groups("revenue_by_quarter"));
    const names = quarters.map(([quarter]) => `${quarter.slice(0, 4)}-${quarter.slice(4)}`);
    const rates = await answers(...names.map((name) => ["KPI", "WINRATE", name]));
    quarters.forEach(([, { win_rate = NaN }], at) => expect(rates[at]).toBeCloseTo(win_rate, 12));
    const [byQuarter] = (await answers(["KPITABLE", "WINRATE,REVENUE", "quarter"])) as [unknown[][]];
    expect(byQuarter?.slice(1)).toEqual(
      quarters.map(([quarter, { win_rate }], at) => [names[at], win_rate, money[quarter]?.revenue]),
    );

    for (const [role, rateOf, moneyOf] of [
      ["owner", "win_rate_by_agent", "revenue_by_agent"],
      ["product", "win_rate_by_product", "revenue_by_product"],
      ["customer", "win_rate_by_account", "revenue_by_account"],
      ["region", "win_rate_by_region", "revenue_by_region"],
    ] as const) {
      const revenue = Object.fromEntries(groups(moneyOf));
      const filtered = await answers(
        ...groups(rateOf).map(([name]) => ["KPI", "WINRATE", "", role, name.toUpperCase()]),
      );
      groups(rateOf).forEach(([, { win_rate = NaN }], at) => expect(filtered[at]).toBeCloseTo(win_rate, 12));
      const [table] = (await answers(["KPITABLE", [["WINRATE", "REVENUE"]], role])) as [unknown[][]];
      const rows = new Map(table?.slice(1).map(([label, ...values]) => [label, values]));
      for (const [name, { win_rate = NaN }] of groups(rateOf)) {
        const [rate, sum] = rows.get(name) ?? [];
        expect(rate).toBeCloseTo(win_rate, 12);
        expect(sum).toBe(revenue[name]?.revenue);
      }
    }
  });
});
