import { sales } from "../support/custom-functions";
import { behindOf } from "../support/explain";
import { csvColumns, describeWithData, expectedValues } from "../support/shared-data";

describeWithData("MRR playbook", () => {
  const columns = csvColumns("mrr_playbook/subscription_periods.csv");
  const expected = expectedValues("mrr_playbook");
  type Month = {
    end_mrr: number;
    n_start: number;
    n_end: number;
    n_new: number;
    n_churn: number;
    logo_churn_rate: number | null;
  };
  const months = Object.entries((expected.mrr_movements_by_month?.value ?? {}) as Record<string, Month>);
  const by = async (metric: string, ...args: unknown[]): Promise<Map<unknown, unknown>> => {
    const table = (await sales("BY", { metric, group: "month", columns: args })) as [unknown, unknown][];
    return new Map(table);
  };
  const { customer_id, start_date, end_date, monthly_amount } = columns;

  test("MRR by month", async () => {
    const table = await by("MRR", customer_id, start_date, end_date, monthly_amount);
    for (const [month, { end_mrr }] of months) expect([month, table.get(month)]).toEqual([month, end_mrr]);
  });

  test("churn and retention by month", async () => {
    const churned = await by("CHURN", customer_id, start_date, end_date);
    const kept = await by("RETENTION", customer_id, start_date, end_date);
    for (const [month, { logo_churn_rate }] of months) {
      if (logo_churn_rate === null) expect(churned.get(month)).toBe("—");
      else {
        expect(churned.get(month)).toBeCloseTo(logo_churn_rate, 12);
        expect(kept.get(month)).toBeCloseTo(1 - logo_churn_rate, 12);
      }
    }
  });

  test("average monthly churn: the mean of the months' rates, and of all customers at risk", async () => {
    const churned = await by("CHURN", customer_id, start_date, end_date);
    const rates = months.map(([month]) => churned.get(month)).filter((rate) => typeof rate === "number");
    expect(rates.reduce((sum, rate) => sum + rate, 0) / rates.length).toBeCloseTo(
      expected.avg_monthly_logo_churn_unweighted?.value as number,
      12,
    );
    let [lost, atRisk] = [0, 0];
    for (const [month] of months.slice(1)) {
      const rows = await behindOf("CHURN", {
        customer: customer_id,
        startDate: start_date,
        endDate: end_date,
        options: `period=${month}`,
      });
      lost += rows.get("Numerator") as number;
      atRisk += rows.get("Denominator") as number;
    }
    expect(lost / atRisk).toBeCloseTo(expected.avg_monthly_logo_churn?.value as number, 12);
  });

  test("annual recurring revenue of December: twelve times its MRR", async () => {
    const mrr = await sales("MRR", {
      customer: customer_id,
      startDate: start_date,
      endDate: end_date,
      mrr: monthly_amount,
      options: "period=2019-12",
    });
    expect(12 * Number(mrr)).toBe(expected.arr_last_month?.value);
  });

  test("new customers by month, and all of them", async () => {
    const table = await by("NEWCUSTOMERS", customer_id, ...Array<null>(8).fill(null), start_date);
    for (const [month, { n_new }] of months) expect([month, table.get(month) ?? 0]).toEqual([month, n_new]);
    expect(await sales("NEWCUSTOMERS", { customer: customer_id, startDate: start_date })).toBe(
      expected.customers?.value,
    );
  });
});

describeWithData("Telco: customers without dates, marked as gone or not", () => {
  const columns = csvColumns("telco_churn/Telco-Customer-Churn.csv");
  const expected = expectedValues("telco_churn");
  const { customerID: who, Churn: gone } = columns;

  test("churn rate and retention", async () => {
    expect(await sales("CHURN", { customer: who, status: gone })).toBeCloseTo(
      expected.customer_churn_rate?.value as number,
      12,
    );
    expect(await sales("RETENTION", { customer: who, status: gone })).toBeCloseTo(
      expected.retention_rate?.value as number,
      12,
    );
  });

  test("MRR of all, and of those who stayed", async () => {
    const { MonthlyCharges: charges } = columns;
    expect(await sales("MRR", { customer: who, mrr: charges })).toBeCloseTo(
      expected.mrr_start?.value as number,
      2,
    );
    const staying = await sales("MRR", { customer: who, mrr: charges, status: gone });
    expect(staying).toBeCloseTo(expected.mrr_end?.value as number, 2);
    const table = (await sales("BY", {
      metric: "MRR",
      group: columns.Contract,
      columns: [who, null, null, charges],
    })) as [string, number][];
    const groups = expected.churn_by_Contract?.value as Record<string, { mrr: number }>;
    for (const [group, { mrr: amount }] of Object.entries(groups))
      expect(new Map(table).get(group)).toBeCloseTo(amount, 2);
  });

  test.each(["Contract", "PaymentMethod", "InternetService", "gender", "SeniorCitizen", "PaperlessBilling"])(
    "by %s",
    async (name) => {
      const table = (await sales("BY", {
        metric: "CHURN",
        group: columns[name],
        columns: [who, null, null, null, null, gone],
      })) as [unknown, unknown][];
      const rates = new Map(table.slice(1).map(([group, rate]) => [String(group), rate]));
      const groups = Object.entries(
        expected[`churn_by_${name}`]?.value as Record<string, { churn_rate: number }>,
      );
      expect(rates.size).toBe(groups.length);
      for (const [group, { churn_rate }] of groups) expect(rates.get(group)).toBeCloseTo(churn_rate, 12);
    },
  );
});
