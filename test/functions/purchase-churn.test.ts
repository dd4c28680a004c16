import { column, sales } from "../support/custom-functions";

describe("purchases: active is who bought in the window", () => {
  const shop = {
    customer: column(["A", "A", "A", "B", "C", "C"]),
    closedDate: column(["2025-01-05", "2025-02-01", "2025-03-05", "2025-01-20", "2025-01-10", "2025-04-10"]),
  };

  test("by hand: with 45 days, B and C are silent at the end of the quarter", async () => {
    // end of January: A, B, C bought since 18 December; end of March: A on 5 March, B and C not since 15 February
    const quarter = { from: "2025-02-01", to: "2025-03-31" };
    expect(await sales("CHURN", { ...shop, ...quarter, options: "window=45" })).toBeCloseTo(2 / 3, 12);
    expect(await sales("RETENTION", { ...shop, ...quarter, options: "window=45" })).toBeCloseTo(1 / 3, 12);
  });

  test("the last day of the window still counts", async () => {
    const one = { customer: column(["A"]), closedDate: column(["2025-01-31"]), from: "2025-02-01" };
    expect(await sales("CHURN", { ...one, to: "2025-03-01", options: "window=30" })).toBe(0);
    expect(await sales("CHURN", { ...one, to: "2025-03-02", options: "window=30" })).toBe(1);
  });

  test("the usual window is the 90 % quantile of the gaps, at least 30, and is told", async () => {
    // gaps 27, 32, 90: R-7 quantile at 0.9 = 32 + 0.8 × 58 = 78.4
    const table = (await sales("EXPLAIN", {
      metric: "CHURN",
      columns: [shop.customer, null, null, null, shop.closedDate, "period=2025-Q2"],
    })) as unknown[][];
    expect(table).toContainEqual(["Note", expect.stringContaining("79 days")]);
    // at the end of March A and C? C's last purchase was 80 days before 31 March, B's 70: A and B are active
    expect(table).toContainEqual(["Denominator", 2]);
  });

  test("one purchase each: the window cannot be told", async () => {
    const value = await sales("CHURN", {
      customer: column(["A", "B"]),
      closedDate: column(["2025-01-05", "2025-01-06"]),
      options: "period=2025",
    });
    expect(value).toMatchObject({ code: "#N/A", message: expect.stringContaining("window") });
  });

  test("lost deals, credit notes and cancelled orders are no purchases", async () => {
    const value = await sales("CHURN", {
      ...shop,
      status: column(["won", "won", "lost", "won", "won", "won"]),
      from: "2025-02-01",
      to: "2025-03-31",
      options: "window=45",
    });
    expect(value).toBe(1);
  });

  test("each purchase keeps its owner: churn by owner", async () => {
    const table = await sales("BY", {
      metric: "CHURN",
      group: "owner",
      columns: [
        shop.customer,
        null,
        null,
        null,
        shop.closedDate,
        null,
        null,
        null,
        null,
        column(["Ana", "Ana", "Dan", "Dan", "Dan", "Dan"]),
        "period=2025-02-01..2025-03-31; window=45",
      ],
    });
    // Ana's A bought from her on 1 February only within reach of the start, and from Dan since
    expect(table).toEqual([
      ["owner", "Customer churn rate"],
      ["Ana", 1],
      ["Dan", 1],
    ]);
  });

  test("by month it ends with the last purchase", async () => {
    const table = (await sales("BY", {
      metric: "CHURN",
      group: "month",
      columns: [shop.customer, null, null, null, shop.closedDate, "window=45"],
    })) as unknown[][];
    expect(table.map(([month]) => month)).toEqual(["Period", "2025-01", "2025-02", "2025-03", "2025-04"]);
    expect(table[1]?.[1]).toBe("—");
  });
});
