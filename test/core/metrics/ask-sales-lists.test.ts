import { dataQuality } from "../../../src/core/quality/quality";
import { createDesk, type Desk } from "../../../src/core/metrics/ask";
import { linkRecords } from "../../../src/core/records/dataset";
import { readRecords } from "../../../src/core/records/read-records";
import type { Cells } from "../../../src/core/records/cells";
import type { Role } from "../../../src/core/records/roles";
import { isRefusal } from "../../../src/core/result";
import { serialOf } from "../../../src/core/time/serial";
import { describeWithData, expectedValues } from "../../support/shared-data";
import { fileData } from "../../support/report-input";

/* Lists of sales: orders, invoices, sales typed by hand, in which no column tells won from lost. */

const TODAY = serialOf(2026, 3, 31);

function deskOf(columns: Partial<Record<Role, readonly unknown[]>>): Desk {
  const cells = Object.fromEntries(
    Object.entries(columns).map(([role, list]) => [role, list.map((cell) => [cell])]),
  ) as Partial<Record<Role, Cells>>;
  return createDesk(linkRecords([readRecords("deal", cells, { duplicates: "keep" })]), { today: TODAY });
}

const valueOf = (desk: Desk, metric: string, period?: string): unknown => {
  const [answer] = desk.numbers([{ metric, ...(period === undefined ? {} : { period }) }]);
  const value = answer?.value;
  return isRefusal(value) ? value.message : value;
};

const byColumn = (desk: Desk, metric: string, by: string): unknown[][] | string => {
  const table = desk.table({ metrics: [metric], by });
  if (isRefusal(table)) return table.message;
  if (table.is !== "groups") throw new Error(table.is);
  return table.labels.map((label, at) => {
    const value = table.columns[0]?.results[at]?.value;
    return [label, isRefusal(value) ? value.message : value];
  });
};

describe("sales typed by hand, without a status", () => {
  const sales = {
    customer: ["Alfa", "Beta", "Alfa"],
    owner: ["Ana", "Dan", "Ana"],
    amount: [100, 250, 40],
    closedDate: ["2026-01-10", "2026-02-10", "2026-02-20"],
  };
  const desk = deskOf(sales);

  test("every row is a sale", () => {
    expect(valueOf(desk, "REVENUE")).toBe(390);
    expect(valueOf(desk, "SALESCOUNT", "2026-02")).toBe(2);
    expect(valueOf(desk, "AVGDEALSIZE")).toBe(130);
    expect(valueOf(desk, "SALESPERREP", "2026-02")).toBe(145);
    // (250 + 40 − 100) ÷ 100
    expect(valueOf(desk, "MOM", "2026-02")).toBeCloseTo(1.9, 12);
    expect(desk.explain({ metric: "REVENUE" }).notes).toContainEqual({ message: "noStatusColumn" });
  });

  test("a leaderboard without rates", () => {
    const answer = desk.table({ metrics: ["LEADERBOARD; minimum=1"] });
    if (isRefusal(answer) || answer.is !== "table") throw new Error("no table");
    const { columns, rows } = answer.table;
    expect(columns.map(({ head }) => head.en)).toEqual(["Rep", "Rank", "Revenue", "Won", "Average size"]);
    expect(rows).toEqual([
      ["Dan", 1, 250, 1, 250],
      ["Ana", 2, 140, 2, 70],
    ]);
    const ranked = desk.table({ metrics: ["LEADERBOARD; rank=win-rate"] });
    expect(isRefusal(ranked) && ranked.message).toMatch(/missingColumn|mapColumn/);
  });

  test("how many were won is not known", () => {
    expect(valueOf(desk, "WINRATE")).toBe("mapColumn");
    expect(valueOf(desk, "PIPELINEVALUE")).toBe("mapColumn");
  });

  test.each([
    ["stage", ["Proposal", "Qualified", "Proposal"]],
    ["expectedCloseDate", ["2026-04-01", "2026-04-01", "2026-04-01"]],
  ] as const)("a list with a %s is one of deals, whose status is asked for", (role, cells) => {
    expect(valueOf(deskOf({ ...sales, [role]: cells }), "REVENUE")).toBe("mapColumn");
  });
});

/** Two orders of two and one lines, one credit note: 3·10 + 1·70 = 100, 2·20 = 40, −1·10 = −10. */
describe("lines of orders: quantity and unit price", () => {
  const lines = {
    id: ["A1", "A1", "A2", "C1"],
    customer: ["Alfa", "Alfa", "Beta", "Alfa"],
    product: ["Pen", "Desk", "Lamp", "Pen"],
    quantity: [3, 1, 2, -1],
    unitPrice: ["10,00 €", "70,00 €", "20,00 €", "10,00 €"],
    closedDate: ["2026-01-10", "2026-01-10", "2026-02-10", "2026-02-20"],
  };
  const desk = deskOf(lines);

  test("amounts are quantity × unit price, lines of an order add up", () => {
    expect(valueOf(desk, "REVENUE")).toBe(130);
    expect(valueOf(desk, "SALESCOUNT")).toBe(2); // the credit note is none
    expect(valueOf(desk, "AOV")).toBe(70);
    expect(valueOf(desk, "AVGDEALSIZE")).toBe(70);
  });

  test("of a product each line is a sale; its other questions are of orders", () => {
    expect(byColumn(desk, "REVENUE", "product")).toEqual([
      ["Desk", 70],
      ["Lamp", 40],
      ["Pen", 20],
    ]);
    expect(byColumn(desk, "SALESCOUNT", "product")).toEqual([
      ["Desk", 1],
      ["Lamp", 1],
      ["Pen", 1],
    ]);
    expect(byColumn(desk, "SALESCOUNT", "customer")).toEqual([
      ["Alfa", 1],
      ["Beta", 1],
    ]);
    const filters = [{ role: "product", value: "Pen" }];
    const [answer] = desk.numbers([{ metric: "AVGDEALSIZE", filters }]);
    expect(answer?.value).toBe(30);
  });

  test("that an id comes again is what lines are", () => {
    const again = [0, 1, 1, 2];
    const twice = Object.fromEntries(
      Object.entries(lines).map(([role, cells]) => [role, again.map((row) => [cells[row]])]),
    );
    const records = readRecords("deal", twice, { duplicates: "keep" });
    const { findings } = dataQuality(linkRecords([records]), TODAY);
    expect(findings.map(({ check }) => check)).not.toContain("duplicateId");
    expect(findings.map(({ check }) => check)).not.toContain("sameDeal");
  });

  test("a line without a quantity or a price has no amount", () => {
    const some = deskOf({ ...lines, quantity: [3, "", 2, -1] });
    expect(valueOf(some, "REVENUE")).toBe(60);
    expect(some.explain({ metric: "REVENUE" }).excluded).toMatchObject({ "missing.amount": 1 });
  });

  test("amounts that are given count, and not the prices beside them", () => {
    const given = deskOf({ ...lines, id: ["A1", "A2", "A3", "C1"], amount: [1, 2, 3, 4] });
    expect(valueOf(given, "REVENUE")).toBe(10);
  });
});

describeWithData("Online Retail, mapped by guess", () => {
  const expected = expectedValues("online_retail_10pct");

  test("revenue, credit notes subtracted: in all and month by month", async () => {
    const desk = createDesk(await fileData("online_retail/online_retail_10pct_customers.csv"), {
      today: serialOf(2011, 12, 9),
    });
    expect(valueOf(desk, "REVENUE")).toBeCloseTo(expected.revenue_net_all?.value as number, 6);
    const months = expected.by_month?.value as Record<string, { net: number; sale_invoices: number }>;
    for (const [month, { net }] of Object.entries(months))
      expect([month, valueOf(desk, "REVENUE", month)]).toEqual([month, expect.closeTo(net, 6)]);
    const customers = expected.new_vs_returning?.value as Record<string, { new: number }>;
    for (const [month, { new: first }] of Object.entries(customers))
      expect([month, valueOf(desk, "NEWCUSTOMERS", month)]).toEqual([month, first]);
  });
});
