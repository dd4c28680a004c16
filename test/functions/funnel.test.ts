import { column, isError, oneCell as sales } from "../support/custom-functions";
import { csvColumns, describeWithData, expectedValues } from "../support/shared-data";
import { tables } from "../support/tables";

type Table = readonly (readonly unknown[])[];
const { Deals = {}, Stages = {}, History = {} } = tables;
const table = async (id: string, args: Record<string, unknown>): Promise<Table> =>
  (await sales(id, args)) as Table;
/** Rows without the header, by their label. */
const rowsOf = ([, ...rows]: Table): Map<unknown, readonly unknown[]> =>
  new Map(rows.map(([label, ...cells]) => [label, cells]));
const close = (cells: readonly unknown[]): unknown[] =>
  cells.map((cell) => (typeof cell === "number" ? expect.closeTo(cell, 9) : cell));

describe("funnel leakage", () => {
  const funnel = {
    stage: Deals.Stage,
    status: Deals.Status,
    stageName: Stages.Name,
    stageOrder: Stages.Order,
    id: Deals.Id,
    dealId: History.Deal,
    stageHistoryStage: History.Stage,
    enteredDate: History.Entered,
    createdDate: Deals.Created,
    closedDate: Deals.Closed,
  };
  const expectFunnel = async (
    args: Record<string, unknown>,
    rows: readonly (readonly unknown[])[],
  ): Promise<void> => {
    const [head, ...body] = await table("FUNNELLEAK", { ...funnel, ...args });
    expect(head).toEqual(["Stage", "Reached", "Lost", "Open", "Leak", "Step conversion"]);
    expect(body).toEqual(rows.map(close));
  };

  // all counted by hand in the stage history of the reference's twelve deals
  test("a won deal has passed all stages, a skipped one counts as passed", () =>
    expectFunnel({}, [
      ["Qualified", 12, 1, 1, 1 / 11, 10 / 11],
      ["Proposal", 10, 1, 1, 1 / 9, 8 / 9],
      ["Negotiation", 8, 0, 1, 0, 1],
    ]));
  test("open deals counted as not yet converted", () =>
    expectFunnel({ options: "withOpen=counted as not yet converted" }, [
      ["Qualified", 12, 1, 1, 1 / 12, 10 / 12],
      ["Proposal", 10, 1, 1, 1 / 10, 8 / 10],
      ["Negotiation", 8, 0, 1, 0, 7 / 8],
    ]));
  test("strict: only deals seen in every stage before (D09 was never qualified)", () =>
    expectFunnel({ options: "skipped=strict" }, [
      ["Qualified", 11, 1, 2, 1 / 9, 5 / 9],
      ["Proposal", 5, 1, 1, 1 / 4, 2 / 4],
      ["Negotiation", 2, 0, 0, 0, 1],
    ]));
  test("created in the first quarter", () =>
    expectFunnel({ options: "period=2025-Q1" }, [
      ["Qualified", 8, 1, 1, 1 / 7, 6 / 7],
      ["Proposal", 6, 1, 1, 1 / 5, 4 / 5],
      ["Negotiation", 4, 0, 1, 0, 1],
    ]));
  test("closed in the first quarter: five won, two lost", () =>
    expectFunnel({ options: "period=2025-Q1; basis=close" }, [
      ["Qualified", 7, 1, 0, 1 / 7, 6 / 7],
      ["Proposal", 6, 1, 0, 1 / 6, 5 / 6],
      ["Negotiation", 5, 0, 0, 0, 1],
    ]));
  test("as it was on 12 February: five created, none decided", () =>
    expectFunnel({ asOf: "2025-02-12", options: "period=2025-Q1" }, [
      ["Qualified", 5, 0, 3, 0, 1],
      ["Proposal", 2, 0, 1, 0, 1],
      ["Negotiation", 1, 0, 1, "—", "—"],
    ]));
  test("without a history the current stage is the furthest", () =>
    expectFunnel({ dealId: null, stageHistoryStage: null, enteredDate: null }, [
      ["Qualified", 12, 1, 1, 1 / 11, 10 / 11],
      ["Proposal", 10, 1, 1, 1 / 9, 8 / 9],
      ["Negotiation", 8, 0, 1, 0, 1],
    ]));

  const lostStages = {
    stage: column(["Won", "Lost", "Lost", "Proposal"]),
    status: column(["won", "lost", "lost", "open"]),
    stageName: column(["Qualified", "Proposal", "Won", "Lost"]),
  };
  test("lost deals in the stage “Lost”: only the whole is told, and said so", async () => {
    const rows = await table("FUNNELLEAK", lostStages);
    expect(rows[1]).toEqual([
      "All stages (in which one deals were lost is not recorded)",
      4,
      2,
      1,
      expect.closeTo(2 / 3, 9),
      expect.closeTo(1 / 3, 9),
    ]);
    const notes = await sales("EXPLAIN", {
      metric: "FUNNELLEAK",
      columns: [lostStages.stage, lostStages.status, lostStages.stageName],
    });
    expect(JSON.stringify(notes)).toContain("Pass the stage history");
  });
  test("a stage that is not listed is left out and counted", async () => {
    const columns = [
      column(["Qualified", "Limbo", ""]),
      column(["open", "open", "lost"]),
      column(["Qualified"]),
    ];
    const [stage, status, stageName] = columns;
    expect(rowsOf(await table("FUNNELLEAK", { stage, status, stageName })).get("Qualified")?.[0]).toBe(1);
    expect(await sales("EXPLAIN", { metric: "FUNNELLEAK", columns })).toContainEqual([
      "Left out: stage is blank or not in the stages table",
      2,
    ]);
  });
  test.each([
    ["strict without a history", { ...lostStages, options: "skipped=strict" }, /dealId/],
    [
      "two pipelines",
      { ...lostStages, pipeline: column(["A", "B", "A", "B"]) },
      /several pipelines \(A, B\).*pipeline=A/,
    ],
  ])("%s is refused", async (_why, args, message) => {
    const value = await sales("FUNNELLEAK", args);
    expect(isError(value) && value).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(message),
    });
  });
  test("one of two pipelines chosen", async () => {
    const args = { ...lostStages, pipeline: column(["A", "B", "A", "B"]), options: "pipeline=a" };
    expect((await table("FUNNELLEAK", args))[1]?.slice(1, 4)).toEqual([2, 1, 0]);
  });
});

describe("pipeline by stage", () => {
  const args = {
    stage: Deals.Stage,
    status: Deals.Status,
    amount: Deals.Amount,
    probability: Deals.Probability,
    stageName: Stages.Name,
    stageOrder: Stages.Order,
    createdDate: Deals.Created,
    closedDate: Deals.Closed,
    asOf: "2025-03-31",
  };
  test("R§1's open deals, in the order of the stages; 30, 58 and 44 days old (R§1 time to close)", async () => {
    expect(await table("PIPELINESTAGES", args)).toEqual([
      ["Stage", "Deals", "Amount", "Weighted", "Mean age", "Oldest"],
      ["Qualified", 1, 2000, 400, 30, 30],
      ["Proposal", 1, 4000, 2000, 58, 58],
      ["Negotiation", 1, 6000, 4800, 44, 44],
    ]);
  });
  test("empty stages are listed, unknown and blank ones come last and are never dropped", async () => {
    expect(
      await table("PIPELINESTAGES", {
        stage: column(["Limbo", "", "proposal", "Proposal", "Won"]),
        status: column(["open", "open", "open", "open", "won"]),
        amount: column([1, 2, 3, 4, 5]),
        stageName: column(["Proposal", "Demo", "Won"]),
        stageOrder: column([2, 1, 3]),
      }),
    ).toEqual([
      ["Stage", "Deals", "Amount", "Weighted"],
      ["Demo", 0, 0, 0],
      ["Proposal", 2, 7, 7],
      ["Limbo", 1, 1, 1],
      ["(blank)", 1, 2, "—"],
    ]);
  });
  test("in the past: D03, D04, D05, D06 and D10 were open on 12 February", async () => {
    const rows = await table("PIPELINESTAGES", { ...args, asOf: "2025-02-12" });
    expect(rows.slice(1).reduce((sum, [, count]) => sum + Number(count), 0)).toBe(5);
    const notes = await sales("EXPLAIN", {
      metric: "PIPELINESTAGES",
      columns: [
        ...[Deals.Stage, Deals.Status, Deals.Amount, Deals.Probability],
        ...[null, null, null, null, null, null, null, Deals.Created, Deals.Closed],
        ...[null, null, null, null, null, [["2025-02-12"]]],
      ],
    });
    expect(JSON.stringify(notes)).toContain("Reconstructed");
  });
  test("several pipelines among the open deals are refused, one can be chosen", async () => {
    const mixed = {
      stage: column(["A", "B", "A"]),
      status: column(["open", "open", "won"]),
      pipeline: column(["Sales", "Renewals", "Old"]),
    };
    expect(await sales("PIPELINESTAGES", mixed)).toMatchObject({
      code: "#VALUE!",
      message: expect.stringContaining("Renewals, Sales"),
    });
    expect(await table("PIPELINESTAGES", { ...mixed, options: "pipeline=Sales; headers=no" })).toEqual([
      ["A", 1],
    ]);
  });
});

describe("lost reasons", () => {
  const lost = {
    lostReason: column(["Price", "price ", "Timing", "", "Price", "Duplicate"]),
    status: column(["lost", "lost", "lost", "lost", "won", "lost"]),
    closedDate: column(["2025-01-05", "2025-01-06", "2025-01-07", "2025-01-08", "2025-01-09", "2024-12-01"]),
    amount: column([10, 20, 30, 40, 50, 60]),
    stage: column(["Demo", "Proposal", "Demo", "Demo", "Demo", "Demo"]),
  };
  test("most frequent first, the blank one named, spellings together", async () => {
    expect(await table("LOSTREASONS", { ...lost, options: "period=2025-Q1" })).toEqual([
      ["Reason", "Lost", "Value", "Share"],
      ["Price", 2, 30, 0.5],
      ["Timing", 1, 30, 0.25],
      ["(no reason)", 1, 40, 0.25],
    ]);
  });
  test("by stage of loss", async () => {
    expect(await table("LOSTREASONS", { ...lost, options: "by=stage of loss; headers=no" })).toEqual([
      ["Price", "Demo", 1, 10, 0.2],
      ["Price", "Proposal", 1, 20, 0.2],
      ["Duplicate", "Demo", 1, 60, 0.2],
      ["Timing", "Demo", 1, 30, 0.2],
      ["(no reason)", "Demo", 1, 40, 0.2],
    ]);
  });
  test("nothing lost is an empty table", async () => {
    expect(await table("LOSTREASONS", { ...lost, options: "period=2020" })).toEqual([
      ["Reason", "Lost", "Value", "Share"],
    ]);
  });
});

describe("created vs closed", () => {
  const args = {
    createdDate: Deals.Created,
    closedDate: Deals.Closed,
    status: Deals.Status,
    amount: Deals.Amount,
  };
  test("by quarter (R§1: 8 created, 5 won, 2 lost in Q1), counted and summed by hand", async () => {
    expect(await table("CREATEDVSCLOSED", { ...args, options: "per=quarter" })).toEqual([
      [
        "Period",
        "Created",
        "Won",
        "Lost",
        "Net",
        "Created, value",
        "Won, value",
        "Lost, value",
        "Net, value",
      ],
      ["2024-Q4", 4, 2, 0, 2, 6100, 1900, 0, 4200],
      ["2025-Q1", 8, 5, 2, 1, 24800, 10500, 6500, 7800],
    ]);
  });
  test("the period cuts its first and last month; asOf hides what comes after", async () => {
    const { amount: _, ...counts } = args;
    expect(
      await table("CREATEDVSCLOSED", { ...counts, from: "2025-02-10", to: "2025-03-31", asOf: "2025-03-10" }),
    ).toEqual([
      ["Period", "Created", "Won", "Lost", "Net"],
      ["2025-02", 1, 2, 0, -1],
      ["2025-03", 2, 0, 1, 1],
    ]);
  });
});

describeWithData("public data", () => {
  const maven = csvColumns("maven_crm/sales_pipeline.csv");
  const hubspot = csvColumns("hubspot_dummy/hubspot_deals.csv");
  const expected = expectedValues("maven_crm");
  const ofHubspot = expectedValues("hubspot_dummy");

  test("Maven: created, won, lost by month and quarter", async () => {
    const args = {
      createdDate: maven.engage_date,
      closedDate: maven.close_date,
      status: maven.deal_stage,
      amount: maven.close_value,
    };
    type Counts = Record<string, { won: number; lost: number }>;
    type Money = Record<string, { revenue: number }>;
    const months = rowsOf(await table("CREATEDVSCLOSED", args));
    for (const [month, { won, lost }] of Object.entries(expected.win_rate_by_close_month?.value as Counts)) {
      expect(months.get(month)?.slice(1, 3)).toEqual([won, lost]);
      const { revenue } = (expected.revenue_by_month?.value as Money)[month] ?? { revenue: NaN };
      expect(months.get(month)?.[5]).toBe(revenue);
    }
    const quarters = rowsOf(await table("CREATEDVSCLOSED", { ...args, options: "per=quarter" }));
    for (const [quarter, { won, lost }] of Object.entries(
      expected.win_rate_by_close_quarter?.value as Counts,
    )) {
      expect(quarters.get(`${quarter.slice(0, 4)}-${quarter.slice(4)}`)?.slice(1, 3)).toEqual([won, lost]);
    }
    const created = [...months.values()].reduce((sum, [count]) => sum + Number(count), 0);
    expect(created).toBe((expected.funnel_reached?.value as { Engaging: number }).Engaging);
  });

  test("Maven: reached, step conversion and leakage from a history of two stages", async () => {
    const ids = (maven.opportunity_id ?? []).map(([cell]) => cell);
    const engaged = (maven.engage_date ?? []).flatMap(([date], row) =>
      date === "" ? [] : [{ date, id: ids[row] }],
    );
    const args = {
      stage: maven.deal_stage,
      status: maven.deal_stage,
      stageName: column(["Prospecting", "Engaging"]),
      id: maven.opportunity_id,
      dealId: column([...ids, ...engaged.map(({ id }) => id)]),
      stageHistoryStage: column([...ids.map(() => "Prospecting"), ...engaged.map(() => "Engaging")]),
    };
    const steps = expected.funnel_step_conversion?.value as Record<string, number>;
    const reached = expected.funnel_reached?.value as Record<string, number>;
    const rows = rowsOf(await table("FUNNELLEAK", { ...args, options: "withOpen=counted" }));
    expect(rows.get("Prospecting")?.[0]).toBe(reached.Prospecting);
    expect(rows.get("Engaging")?.[0]).toBe(reached.Engaging);
    expect(rows.get("Prospecting")?.[4]).toBeCloseTo(steps["Prospecting->Engaging"] ?? NaN, 12);
    expect(rows.get("Engaging")?.[4]).toBeCloseTo(steps["Engaging->Won"] ?? NaN, 12);
    const excluded = rowsOf(await table("FUNNELLEAK", args));
    expect(excluded.get("Engaging")?.[4]).toBeCloseTo(steps["Closed->Won"] ?? NaN, 12);
    expect(excluded.get("Engaging")?.[3]).toBeCloseTo(expected.loss_rate?.value as number, 12);
  });

  test("Maven: without a history only the whole", async () => {
    const [, row = []] = await table("FUNNELLEAK", {
      stage: maven.deal_stage,
      status: maven.deal_stage,
      stageName: column(["Prospecting", "Engaging"]),
    });
    expect(row[4]).toBeCloseTo(expected.loss_rate?.value as number, 12);
  });

  test("Maven: open deals by stage at list price, and their age on the last day", async () => {
    const prices = csvColumns("maven_crm/products.csv");
    const priceOf = new Map(
      (prices.product ?? []).map(([name], row) => [
        String(name).replace(" ", ""),
        prices.sales_price?.[row]?.[0],
      ]),
    );
    const rows = rowsOf(
      await table("PIPELINESTAGES", {
        stage: maven.deal_stage,
        status: maven.deal_stage,
        amount: (maven.product ?? []).map(([name]) => [priceOf.get(String(name).replace(" ", ""))]),
        createdDate: maven.engage_date,
        closedDate: maven.close_date,
      }),
    );
    const counts = expected.open_by_stage?.value as Record<string, number>;
    const amounts = expected.pipeline_value_list_price_by_stage?.value as Record<string, number>;
    const age = expected.open_age_days_asof_2017_12_31?.value as { mean: number; max: number };
    for (const stage of ["Engaging", "Prospecting"])
      expect(rows.get(stage)?.slice(0, 2)).toEqual([counts[stage], amounts[stage]]);
    expect(rows.get("Engaging")?.[3]).toBeCloseTo(age.mean, 9);
    expect(rows.get("Engaging")?.[4]).toBe(age.max);
    expect(rows.get("Prospecting")?.[3]).toBe("—");
  });

  test("HubSpot: open deals by stage", async () => {
    const args = { stage: hubspot["Deal Stage"], amount: hubspot.Amount };
    const rows = rowsOf(await table("PIPELINESTAGES", args));
    const stages = ofHubspot.pipeline_by_stage?.value as Record<string, { size: number; sum: number }>;
    expect([...rows.keys()].sort()).toEqual(Object.keys(stages).sort());
    for (const [stage, { size, sum }] of Object.entries(stages)) {
      expect(rows.get(stage)?.[0]).toBe(size);
      expect(rows.get(stage)?.[1]).toBeCloseTo(sum, 2);
    }
    expect(await sales("PIPELINESTAGES", { ...args, pipeline: hubspot.Pipeline })).toMatchObject({
      code: "#VALUE!",
    });
  });

  test("HubSpot: lost reasons", async () => {
    const rows = rowsOf(
      await table("LOSTREASONS", {
        lostReason: hubspot["Closed Lost Reason"],
        status: hubspot["Deal Stage"],
        amount: hubspot.Amount,
      }),
    );
    const reasons = ofHubspot.lost_reasons?.value as Record<string, number>;
    expect(Object.fromEntries([...rows].map(([reason, [count]]) => [reason, count]))).toEqual(
      Object.fromEntries(
        Object.entries(reasons).map(([reason, count]) => [
          reason === "(blank)" ? "(no reason)" : reason,
          count,
        ]),
      ),
    );
    const counts = [...rows.values()].map(([count]) => Number(count));
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });
});
