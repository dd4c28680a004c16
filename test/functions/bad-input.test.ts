import { serialOf } from "../../src/core/time/serial";
import { column, isError, sales, type CellError } from "../support/custom-functions";
import { fixture } from "../support/fixture";

const { status, amount, closedDate, createdDate, owner } = fixture;

async function refusal(id: string, args: Record<string, unknown>): Promise<CellError> {
  const value = await sales(id, args);
  if (!isError(value)) throw new Error(`${id} answered ${JSON.stringify(value)}`);
  return value;
}

const explain = async (metric: string, ...columns: unknown[]): Promise<Map<unknown, unknown>> => {
  const table = (await sales("EXPLAIN", { metric, columns })) as [unknown, unknown][];
  return new Map(table);
};

describe("refusals name what to do", () => {
  test.each<[string, string, Record<string, unknown>, string, RegExp]>([
    [
      "a column of another length",
      "REVENUE",
      { amount, status: status.slice(0, 7) },
      "#VALUE!",
      /amount has 12 rows and status has 7/,
    ],
    [
      "a text where a date belongs",
      "WINRATE",
      { status, closedDate, from: "soon" },
      "#VALUE!",
      /from has to be a date.*soon/,
    ],
    [
      "a period without its date column",
      "WINRATE",
      { status, from: "2025-01-01" },
      "#VALUE!",
      /column closedDate/,
    ],
    [
      "asOf without the created date",
      "PIPELINEVALUE",
      { amount, status, asOf: 45747 },
      "#VALUE!",
      /column createdDate/,
    ],
    [
      "an unknown option",
      "WINRATE",
      { status, options: "base=closed" },
      "#VALUE!",
      /no option “base”.*basis, weight/,
    ],
    ["an unknown value", "WINRATE", { status, options: "basis=opened" }, "#VALUE!", /created-all/],
    ["an option without value", "WINRATE", { status, options: "basis" }, "#VALUE!", /basis=/],
    [
      "a number out of range",
      "CLTV",
      { customer: owner, amount, closedDate, margin: 60 },
      "#VALUE!",
      /margin is 60.*between 0 and 1/,
    ],
    [
      "a period that is none",
      "WINRATE",
      { status, closedDate, options: "period=2025-Q5" },
      "#VALUE!",
      /“2025-Q5” is no period/,
    ],
    [
      "a period given twice",
      "WINRATE",
      { status, closedDate, from: "2025-01-01", options: "period=2025" },
      "#VALUE!",
      /twice/,
    ],
    [
      "from after to",
      "WINRATE",
      { status, closedDate, from: "2025-04-01", to: "2025-01-01" },
      "#VALUE!",
      /Swap from and to/,
    ],
    ["a missing column", "REVENUE", { amount }, "#VALUE!", /column status/],
    [
      "two columns as one",
      "WINRATE",
      {
        status: [
          ["won", "lost"],
          ["won", "lost"],
        ],
      },
      "#VALUE!",
      /one column/,
    ],
    [
      "an unreadable column",
      "REVENUE",
      { amount: owner, status },
      "#VALUE!",
      /Nothing in amount can be read.*Ana/,
    ],
    [
      "only errors",
      "WINRATE",
      { status: column(["#REF!", "#REF!"]) },
      "#VALUE!",
      /Nothing in status can be read/,
    ],
    [
      "a word that does not tell",
      "WINRATE",
      { status: column(["Closed", "Won"]) },
      "#VALUE!",
      /“Closed”.*won=Closed or lost=Closed/,
    ],
    [
      "several currencies",
      "REVENUE",
      { amount: column(["$5", "5 €"]), status: column(["won", "won"]) },
      "#VALUE!",
      /USD, EUR/,
    ],
    [
      "ambiguous dates",
      "WINRATE",
      { status: column(["won", "lost"]), closedDate: column(["03/04/2025", "05/06/2025"]), from: 45658 },
      "#VALUE!",
      /dates=dmy or dates=mdy/,
    ],
    [
      "mixed dates",
      "WINRATE",
      { status: column(["won", "lost"]), closedDate: column(["13/04/2025", "4/13/2025"]), from: 45658 },
      "#VALUE!",
      /mixes day\/month.*13\/04\/2025.*4\/13\/2025/,
    ],
    [
      "an average of nothing",
      "AVGDEALSIZE",
      { amount, status, closedDate, from: "2030-01-01" },
      "#N/A",
      /no records/,
    ],
    ["an empty denominator", "WINRATE", { status: column(["open", "open"]) }, "#DIV/0!", /./],
    [
      "an unknown metric",
      "BY",
      { metric: "WIN", group: owner, columns: [status] },
      "#VALUE!",
      /SALES.METRICS/,
    ],
  ])("%s", async (_case, id, args, code, message) => {
    const value = await sales(id, args);
    const error = Array.isArray(value) ? (value as CellError[][])[0]?.[0] : (value as CellError);
    expect(isError(error)).toBe(true);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
  });
});

describe("empty and odd ranges", () => {
  test("an empty table: sums and counts 0, rates #DIV/0!, averages #N/A", async () => {
    const empty = [[""]];
    expect(await sales("REVENUE", { amount: empty, status: empty, closedDate: empty })).toBe(0);
    expect(await sales("SALESCOUNT", { status: empty })).toBe(0);
    expect((await refusal("WINRATE", { status: empty })).code).toBe("#DIV/0!");
    expect((await refusal("AVGDEALSIZE", { amount: empty, status: empty })).code).toBe("#N/A");
  });

  test("blanks arrive as empty text, null or undefined", async () => {
    expect(await sales("WINRATE", { status: [["won"], [""], [null], [undefined], ["lost"], ["  "]] })).toBe(
      0.5,
    );
  });

  test("one million blank rows below 500 deals", async () => {
    const rows = 1_000_500;
    const words = Array.from({ length: rows }, (_, i) => [i < 500 ? (i % 5 < 2 ? "won" : "lost") : ""]);
    const money = Array.from({ length: rows }, (_, i) => [i < 500 ? 10 : ""]);
    expect(await sales("WINRATE", { status: words })).toBe(0.4);
    expect(await sales("REVENUE", { amount: money, status: words })).toBe(2000);
  });

  test("a longer column whose surplus is blank", async () => {
    expect(await sales("REVENUE", { amount: [...amount, [""], [""]], status })).toBe(12400);
  });

  test("a row of cells is a column", async () => {
    expect(await sales("WINRATE", { status: [["won", "lost", "won", "won"]] })).toBe(0.75);
  });

  test("16,384 columns of garbage", async () => {
    const wide = Array.from({ length: 3 }, () => Array.from({ length: 16_384 }, (_, i) => `x${i}`));
    expect((await refusal("WINRATE", { status: wide })).message).toMatch(/one column/);
  });

  test("a header passed along is skipped", async () => {
    const header = (text: string, cells: unknown[][]): unknown[][] => [[text], ...cells];
    expect(await sales("WINRATE", { status: header("Status", status) })).toBeCloseTo(7 / 9, 12);
    expect(await sales("OPPCOUNT", { status: header("deal_stage", status) })).toBe(12);
    expect(
      await sales("REVENUE", {
        amount: header("Valoare", amount),
        status: header("Stare", status),
        closedDate: header("Data închiderii", closedDate),
      }),
    ).toBe(12400);
    const table = await sales("BY", {
      metric: "REVENUE",
      group: header("Sales rep", owner),
      columns: [header("x", amount), header("y", status)],
    });
    expect(table).toEqual([
      ["Sales rep", "Revenue"],
      ["Ana", 10700],
      ["Dan", 1700],
    ]);
  });

  test("emoji, right-to-left and 32,767-character words are words", async () => {
    const words = ["🎉", "فاز", "x".repeat(32_767), "won", "lost"];
    expect(await sales("WINRATE", { status: column(words) })).toBe(0.5);
    expect(await sales("WINRATE", { status: column(words), options: "won=🎉|فاز|won" })).toBe(0.75);
    const table = (await sales("BY", {
      metric: "SALESCOUNT",
      group: column(words),
      columns: [column(words.map(() => "won"))],
    })) as unknown[][];
    expect(table).toHaveLength(6);
  });
});

describe("nothing is dropped in silence", () => {
  test("error cells are counted, with a reason", async () => {
    const table = await explain("REVENUE", column([100, "#N/A", 50]), column(["won", "won", "won"]));
    expect(table.get("Value")).toBe(150);
    expect(table.get("Left out: amount can't be read")).toBe(1);
  });

  test("a won deal without close date is left out of a period, and listed", async () => {
    const dates = closedDate.map((cell, i) => (i === 0 ? [""] : cell));
    const table = await explain(
      "REVENUE",
      amount,
      status,
      dates,
      null,
      null,
      null,
      null,
      null,
      null,
      [["2025-01-01"]],
      [["2025-03-31"]],
    );
    expect(table.get("Value")).toBe(9300);
    expect(table.get("Left out: closedDate is blank")).toBe(1);
  });

  test("negative durations are excluded and counted, never clipped", async () => {
    const created = column(["2025-01-10", "2025-01-01"]);
    const closed = column(["2025-01-01", "2025-01-11"]);
    const table = await explain("DEALCYCLE", created, closed, column(["won", "won"]));
    expect(table.get("Value")).toBe(10);
    expect(table.get("Left out: ends before it starts")).toBe(1);
  });

  test("the same id counts once: the last row (0.5)", async () => {
    const table = await explain(
      "WINRATE",
      column(["open", "won", "lost"]),
      null,
      null,
      null,
      null,
      null,
      null,
      column(["D1", "D1", "D2"]),
    );
    expect(table.get("Value")).toBe(0.5);
    expect(table.get("Left out: same id as a later row")).toBe(1);
  });

  test("created at an hour, closed on a day (as Zoho and Dynamics export them): days are counted", async () => {
    const created = ["2025-01-10 15:00", "2025-01-01 10:00", "2025-01-05 08:00"];
    const status = column(["won", "won", "won"]);
    const args = {
      createdDate: column(created),
      closedDate: column(["2025-01-10", "2025-01-05", "2025-01-04"]),
      status,
    };
    // 0 and 4 days; the third closed the day before it was created
    expect(await sales("DEALCYCLE", args)).toBe(2);
    expect(
      await sales("CYCLELENGTH", { closedDate: args.closedDate, status, dealCreatedDate: args.createdDate }),
    ).toBe(2);
    const table = await explain("DEALCYCLE", args.createdDate, args.closedDate, status);
    expect(table.get("Left out: ends before it starts")).toBe(1);
    // both at an hour: 9 hours, 4 days less 4 hours, 6 hours before
    const hours = column(["2025-01-11 00:00", "2025-01-05 06:00", "2025-01-05 02:00"]);
    expect(await sales("DEALCYCLE", { ...args, closedDate: hours })).toBeCloseTo(
      (9 / 24 + 4 - 4 / 24) / 2,
      9,
    );
  });

  test("sums beyond all numbers are refused, and so are shares of them", async () => {
    const huge = { amount: column([1e308, 1e308]), status: column(["won", "lost"]) };
    expect(await refusal("WINRATE", { ...huge, options: "weight=value" })).toMatchObject({ code: "#NUM!" });
    expect(await refusal("REVENUE", { ...huge, status: column(["won", "won"]) })).toMatchObject({
      code: "#NUM!",
    });
    // what is no sum is known still
    expect(await sales("WINRATE", huge)).toBe(0.5);
    expect(await sales("AVGDEALSIZE", { ...huge, options: "statistic=median" })).toBe(1e308);
  });

  test("a lost deal with an amount below zero has a cycle, a credit note has none", async () => {
    const args = {
      createdDate: column(["2025-01-01", "2025-01-01", "2025-01-01"]),
      closedDate: column(["2025-01-11", "2025-01-31", "2025-01-03"]),
      status: column(["won", "lost", "won"]),
      amount: column([100, -100, -100]),
    };
    expect(await sales("DEALCYCLE", args)).toBe(10);
    expect(await sales("DEALCYCLE", { ...args, options: "population=won+lost" })).toBe((10 + 30) / 2);
  });

  test("deals lost as duplicates or tests were no opportunities", async () => {
    const args = { status: column(["won", "lost", "lost"]), lostReason: column(["", "Duplicat", "Price"]) };
    expect(await sales("WINRATE", args)).toBe(0.5);
    expect(await sales("WINRATE", { ...args, options: "exclude=none" })).toBeCloseTo(1 / 3, 12);
  });

  test("credit notes reduce revenue, and are no sales (0.5)", async () => {
    const args = { amount: column([100, -20, 0]), status: column(["won", "won", "won"]) };
    expect(await sales("REVENUE", args)).toBe(80);
    expect(await sales("SALESCOUNT", args)).toBe(2);
    expect(await sales("AVGDEALSIZE", args)).toBe(100);
    expect(await sales("AVGDEALSIZE", { ...args, options: "zeros=include" })).toBe(50);
    expect(
      (await explain("AVGDEALSIZE", args.amount, args.status)).get("Left out: negative amount (credit note)"),
    ).toBe(1);
  });

  test("refunds and cancelled orders", async () => {
    const args = {
      amount: column([100, 50, 30]),
      status: column(["won", "won", "won"]),
      refund: column([10, "", ""]),
      cancelledDate: column(["", "", "2025-01-01"]),
    };
    expect(await sales("REVENUE", args)).toBe(140);
    expect(await sales("REVENUE", { ...args, options: "basis=gross" })).toBe(150);
    expect(await sales("AOV", args)).toBe(75);
  });

  test("many deals created on one day: the import's day is pointed out", async () => {
    const day = column(Array.from({ length: 20 }, (_, i) => (i < 15 ? "2025-01-01" : `2025-01-${i}`)));
    const closed = column(Array.from({ length: 20 }, () => "2025-02-01"));
    const table = await explain("DEALCYCLE", day, closed, column(Array.from({ length: 20 }, () => "won")));
    expect(table.get("Note")).toMatch(/75 %.*2025-01-01/);
  });
});

describe("dates and words as people write them", () => {
  test("one unambiguous date decides the order of its column", async () => {
    const won = column(["won", "lost"]);
    const march = { from: "2025-03-01", to: "2025-03-31" };
    expect(
      (await refusal("WINRATE", { status: won, closedDate: column(["03/04/2025", "13/04/2025"]), ...march }))
        .code,
    ).toBe("#DIV/0!");
    expect(
      await sales("WINRATE", { status: won, closedDate: column(["03/04/2025", "04/13/2025"]), ...march }),
    ).toBe(1);
    expect(
      await sales("WINRATE", {
        status: won,
        closedDate: column(["03/04/2025", "05/06/2025"]),
        ...march,
        options: "dates=mdy",
      }),
    ).toBe(1);
  });

  test("1904 workbooks", async () => {
    const serial = serialOf(2025, 3, 10) - 1462;
    const args = { status: column(["won", "lost"]), closedDate: column([serial, serial + 60]) };
    expect(
      await sales("WINRATE", { ...args, from: "2025-03-01", to: "2025-03-31", options: "dateSystem=1904" }),
    ).toBe(1);
    expect(
      await sales("WINRATE", { ...args, from: serial - 1, to: serial + 1, options: "dateSystem=1904" }),
    ).toBe(1);
  });

  test("Romanian, German, French and Spanish words, flags and CRM stages", async () => {
    const words = [
      "Câştigat",
      "CASTIGAT",
      "Pierdută",
      "gewonnen",
      "perdu",
      "Ganada",
      "Closed Won",
      "Closed-Lost to Competition",
      true,
      false,
    ];
    expect(await sales("WINRATE", { status: column(words) })).toBe(0.6);
  });

  test("won flags and probabilities: 1 or 100 is won, 0 lost (Pipeline CRM's rule)", async () => {
    expect(await sales("WINRATE", { status: column([1, 0, 0, 1, 1]) })).toBe(0.6);
    expect(await sales("WINRATE", { status: column([100, 0, 50, 20]) })).toBe(0.5);
    expect(await sales("OPPCOUNT", { status: column([1, 0, 0.5, 0.2]), options: "which=open" })).toBe(2);
    expect(await sales("WINRATE", { status: column(["100%", "0%", "50%"]) })).toBe(0.5);
  });

  test("options= takes other words", async () => {
    expect(
      await sales("WINRATE", {
        status: column(["Comandă fermă", "Nu mai vrea", "…"]),
        options: "won=comanda ferma; lost=Nu mai vrea",
      }),
    ).toBe(0.5);
  });

  test("date-times count on their day", async () => {
    const args = {
      status: column(["won", "lost"]),
      closedDate: column(["2025-03-31 23:59", "2025-04-01 00:00"]),
    };
    expect(await sales("WINRATE", { ...args, to: "2025-03-31" })).toBe(1);
    expect((await refusal("WINRATE", { ...args, from: "2025-05-01" })).code).toBe("#DIV/0!");
  });

  test("formatted numbers arrive as cell values", async () => {
    const money = [
      [{ type: "FormattedNumber", basicValue: 5, numberFormat: "$0" }],
      [{ type: "Error", basicValue: "#N/A" }],
    ];
    expect(await sales("REVENUE", { amount: money, status: column(["won", "won"]) })).toBe(5);
  });
});

test("created dates are needed only where they are used", async () => {
  const bad = createdDate.map(() => ["??"]);
  expect(await sales("WINRATE", { status, createdDate: bad })).toBeCloseTo(7 / 9, 12);
});
