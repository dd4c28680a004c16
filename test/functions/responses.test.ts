import fc from "fast-check";
import { column, columns, isError, sales } from "../support/custom-functions";
import { behind } from "../support/explain";
import { runs } from "../support/random";
import { csvColumns, describeWithData, expectedValues } from "../support/shared-data";
import { tables } from "../support/tables";

/** The leads of R§2: L8 is L1's second message, L6 was answered before it was written, L4 never. */
const {
  Created: createdDate,
  "First response": firstResponseDate,
  "E-mail": email,
} = tables.Leads as Record<string, unknown[][]>;
const Q1 = { from: "2025-01-01", to: "2025-03-31" };
const times = { createdDate, firstResponseDate, email, ...Q1 };

/** Function, arguments, expected value, and the line of the reference it stands in. */
const cases: readonly [string, Record<string, unknown>, number, string][] = [
  ["LEADRESPONSE", { ...times, options: "unit=minutes" }, 30, "R§2 median"],
  ["LEADRESPONSE", { ...times, options: "unit=minutes; statistic=mean" }, 1351.8, "R§2 mean"],
  ["LEADRESPONSE", times, 0.5, "R§2 median in hours"],
  ["LEADRESPONSE", { ...times, options: "unit=minutes; clock=business" }, 30, "R§2 business median"],
  ["LEADRESPONSE", { ...times, options: "unit=minutes; clock=business hours; statistic=mean" }, 31.8, "R§2"],
  ["SLA", times, 2 / 6, "R§2 default denominator"],
  ["SLA", { ...times, options: "leads=answered only" }, 2 / 5, "R§2 answered leads only"],
];

test.each(cases.map(([name, args, expected, origin]) => ({ name, args, expected, origin })))(
  "$name = $expected ($origin)",
  async ({ name, args, expected }) => {
    expect(await sales(name, args)).toBeCloseTo(expected, 9);
  },
);

describe("response", () => {
  test("never answered 1/6, negative left out and counted (R§2)", async () => {
    const rows = await behind("LEADRESPONSE", [createdDate, firstResponseDate, email, "period=2025-Q1"]);
    expect([...rows.values()]).toContain("1 of 6 (17 %) were never answered.");
    // R§2: median 30, mean 1351.8
    expect([...rows.values()]).toContain("Answered: mean 1352, median 30, 90 % within 3468 minutes.");
    expect(rows.get("Left out: ends before it starts")).toBe(1);
    expect(rows.get("Left out: not answered yet")).toBe(1);
    expect(rows.get("Left out: same e-mail address within 30 days")).toBe(1);
    expect(rows.get("Records used")).toBe(5);
  });

  test("the 90th percentile (R-7 of 4, 5, 30, 2820, 3900: 2820 + 0.6 × 1080)", async () => {
    const value = await sales("LEADRESPONSE", { ...times, options: "unit=minutes; statistic=p90" });
    expect(value).toBeCloseTo(3468, 8);
  });

  test("unanswered leads censored: Kaplan–Meier median (4, 5, 30, 2820, 3900, L4 waiting: 0.5 at 30 minutes)", async () => {
    // by hand: 5/6, 4/6, 3/6 = 0.5 at the third answer
    const value = await sales("LEADRESPONSE", { ...times, options: "unit=minutes; unanswered=censored" });
    expect(value).toBeCloseTo(30, 9);
    // on 5 January only L1 had written: 4 minutes
    const early = await sales("LEADRESPONSE", { ...times, asOf: "2025-01-05", options: "unit=minutes" });
    expect(early).toBeCloseTo(4, 9);
    // on 11 January L2 was waiting: its answer of the 13th is not known
    const later = { ...times, asOf: "2025-01-11", options: "unit=minutes; statistic=mean" };
    expect(await sales("LEADRESPONSE", later)).toBeCloseTo(4, 9);
  });

  // R§2: business-minute spot checks
  const spots: readonly [string, string, number][] = [
    ["2025-01-07 10:00", "2025-01-07 12:30", 150],
    ["2025-01-10 16:30", "2025-01-13 09:30", 60],
    ["2025-01-11 11:00", "2025-01-13 10:00", 60],
    ["2025-01-13 18:00", "2025-01-13 20:00", 0],
    ["2025-01-13 08:00", "2025-01-14 18:00", 960],
  ];
  test.each(spots)("business minutes from %s to %s: %d (R§2)", async (start, end, expected) => {
    const args = { createdDate: column([start]), firstResponseDate: column([end]) };
    const value = await sales("LEADRESPONSE", { ...args, options: "clock=business; unit=minutes" });
    expect(value).toBeCloseTo(expected, 9);
  });

  test("opening hours, working days and holidays are the user's", async () => {
    // Friday 16:00 to Monday 11:00
    const args = {
      createdDate: column(["2025-01-10 16:00"]),
      firstResponseDate: column(["2025-01-13 11:00"]),
    };
    const hours = (options: string, more: Record<string, unknown> = {}): Promise<unknown> =>
      sales("LEADRESPONSE", { ...args, ...more, options: `clock=business; ${options}` });
    expect(await hours("")).toBeCloseTo(3, 9); // 1 + 2
    expect(await hours("hours=8-18")).toBeCloseTo(5, 9); // 2 + 3
    expect(await hours("workdays=mon-sat")).toBeCloseTo(11, 9); // 1 + 8 + 2
    expect(await hours("hours=08:00-18:00; workdays=luni-duminică")).toBeCloseTo(25, 9); // 2 + 10 + 10 + 3
    expect(await hours("", { holidays: column(["2025-01-13"]) })).toBeCloseTo(1, 9);
    expect(await hours("hours=17-9")).toMatchObject({
      code: "#VALUE!",
      message: expect.stringContaining("09:00-17:00"),
    });
    expect(await hours("workdays=someday")).toMatchObject({ message: expect.stringContaining("mon-fri") });
  });

  test("dates without times: whole days, and a remark", async () => {
    const args = [column(["2025-01-03 15:00", "2025-01-06 09:00"]), column(["2025-01-03", "2025-01-08"])];
    const [created, answered] = args;
    const given = { createdDate: created, firstResponseDate: answered };
    expect(await sales("LEADRESPONSE", { ...given, options: "statistic=mean" })).toBeCloseTo(24, 9);
    expect([...(await behind("LEADRESPONSE", args)).values()]).toContainEqual(
      expect.stringContaining("no times of day"),
    );
  });

  describe("the first outbound activity of a lead", () => {
    const linked = {
      createdDate: column(["2025-01-06 09:00", "2025-01-06 10:00", "2025-01-06 11:00"]),
      email: column(["a@x.example", "b@x.example", "c@x.example"]),
      id: column(["L1", "L2", "L3"]),
      ...columns({
        leadRef: ["L1", "L1", "L1", "b@X.example", "b@x.example", "L3"],
        type: ["Email", "Call", "Call", "Note", "Meeting", "Email"],
        date: [
          "2025-01-05 08:00", // before the lead wrote
          "2025-01-06 09:20", // the customer's own call
          "2025-01-06 09:45",
          "2025-01-06 10:05", // nobody sees a note
          "2025-01-06 12:00",
          "2025-01-06 11:01", // a machine's reply
        ],
        direction: ["out", "in", "out", "", "", "out"],
        done: ["yes", "yes", "yes", "yes", "yes", "yes"],
        subject: ["", "", "", "", "", "Automatic reply: your inquiry"],
      }),
    };

    test("counts from creation on, by a person, to the customer: 45 and 120 minutes", async () => {
      const value = await sales("LEADRESPONSE", { ...linked, options: "unit=minutes; statistic=mean" });
      expect(value).toBeCloseTo((45 + 120) / 2, 8);
      expect(await sales("SLA", { ...linked, options: "limit=45" })).toBe(1 / 3);
    });

    test("where no first response is noted", async () => {
      const firstResponseDate = column(["2025-01-06 09:10", "", ""]);
      const value = await sales("LEADRESPONSE", {
        ...linked,
        firstResponseDate,
        options: "unit=minutes; statistic=mean",
      });
      expect(value).toBeCloseTo((10 + 120) / 2, 8);
    });
  });

  test("SLA: a limit that has not passed yet counts neither way", async () => {
    const args = columns({
      createdDate: ["2025-01-10 16:58", "2025-01-10 09:00"],
      firstResponseDate: ["", "2025-01-10 09:05"],
    });
    expect(await sales("SLA", { ...args, asOf: "2025-01-10" })).toBe(1 / 2);
    // five working minutes of Friday's lead end on Monday
    expect(await sales("SLA", { ...args, asOf: "2025-01-12", options: "clock=business" })).toBe(1);
    expect(await sales("SLA", { ...args, asOf: "2025-01-13", options: "clock=business" })).toBe(1 / 2);
    expect(await sales("SLA", { ...args, asOf: "2025-01-10", options: "limit=4" })).toBe(0);
  });

  test("inquiries: stated dates, the mean by default", async () => {
    const asked = tables.Activities?.Asked;
    const answered = tables.Activities?.Answered;
    // 150 and 1080 minutes, one unanswered
    const args = { inquiryDate: asked, replyDate: answered };
    expect(await sales("INQUIRYRESPONSE", { ...args, options: "unit=minutes" })).toBeCloseTo(615, 8);
    expect([...(await behind("INQUIRYRESPONSE", [asked, answered])).values()]).toContain(
      "1 of 3 (33 %) were never answered.",
    );
  });

  test("inquiries: each inbound activity and the next outbound one of the same customer", async () => {
    const args = columns({
      date: [
        "2025-01-06 09:00", // asks, asks again, is answered: 60 and 30 minutes
        "2025-01-06 09:30",
        "2025-01-06 10:00",
        "2025-01-06 10:00", // another customer, never answered
        "2025-01-06 11:00", // a call taken: answered at once
        "2025-01-06 12:00", // a missed call, called back after 15 minutes
        "2025-01-06 12:15",
      ],
      type: ["Email", "Email", "Email", "Email", "Call", "Call", "Call"],
      direction: ["in", "in", "out", "in", "in", "in", "out"],
      outcome: ["", "", "", "", "Answered", "Missed", "Connected"],
      customerRef: ["Alfa", "Alfa", "Alfa", "Beta", "Gamma", "Delta", "Delta"],
    });
    const value = await sales("INQUIRYRESPONSE", { ...args, options: "unit=minutes" });
    expect(value).toBeCloseTo((60 + 30 + 0 + 15) / 4, 8);
    const byChannel = await sales("BY", {
      metric: "INQUIRYRESPONSE",
      group: args.type,
      columns: [
        null,
        null,
        args.date,
        args.type,
        args.direction,
        args.outcome,
        null,
        args.customerRef,
        "unit=minutes; headers=no",
      ],
    });
    expect(byChannel).toEqual([
      ["Call", expect.closeTo(7.5, 8)],
      ["Email", expect.closeTo(45, 8)],
    ]);
  });
});

test("against looking through all pairs: first answers, and touches", async () => {
  const day = fc.integer({ min: 45_000, max: 45_040 });
  const touchOf = fc.record({
    date: day,
    hour: fc.nat(23),
    lead: fc.nat(8),
    out: fc.boolean(),
    call: fc.boolean(),
  });
  const nameOf = (lead: number): string => `L${lead}`;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ created: day }), { minLength: 2, maxLength: 6 }),
      fc.array(touchOf, { minLength: 2, maxLength: 20 }),
      async (leads, touches) => {
        const dates = touches.map(({ date, hour }) => date + (hour + 0.5) / 24);
        const waits = leads.flatMap(({ created }, i) => {
          const after = touches.flatMap(({ lead, out, call }, k) =>
            lead === i && out && call && (dates[k] ?? 0) >= created + 0.5 ? [dates[k] ?? 0] : [],
          );
          return after.length === 0 ? [] : [Math.min(...after) - created - 0.5];
        });
        const of = {
          leadRef: column(touches.map(({ lead }) => nameOf(lead))),
          type: column(touches.map(({ call }) => (call ? "Call" : "Note"))),
          date: column(dates),
          direction: column(touches.map(({ out }) => (out ? "out" : "in"))),
        };
        const value = await sales("LEADRESPONSE", {
          createdDate: column(leads.map(({ created }) => created + 0.5)),
          id: column(leads.map((_, i) => nameOf(i))),
          ...of,
          options: "statistic=mean",
        });
        const mean = (24 * waits.reduce((sum, wait) => sum + wait, 0)) / waits.length;
        if (waits.length === 0) expect(value).toMatchObject({ code: "#N/A" });
        else expect(value).toBeCloseTo(mean, 6);
        const counts = new Map<number, number>();
        for (const { lead, out, call } of touches)
          if (out && call) counts.set(lead, (counts.get(lead) ?? 0) + 1);
        const later = [...counts.values()].reduce((sum, count) => sum + count - 1, 0);
        expect(await sales("FOLLOWUPS", of)).toBe(later);
      },
    ),
    runs(200),
  );
});

describe("errors say what to do", () => {
  const day = column(["2025-01-06"]);
  const cases: readonly [string, Record<string, unknown>, string, string][] = [
    ["LEADRESPONSE", { createdDate: day }, "#VALUE!", "firstResponseDate"],
    [
      "LEADRESPONSE",
      { createdDate: column([45_658, 45_659]), firstResponseDate: column(["", ""]) },
      "#N/A",
      "",
    ],
    [
      "LEADRESPONSE",
      { createdDate: day, firstResponseDate: day, options: "unanswered=censored; statistic=mean" },
      "#VALUE!",
      "median",
    ],
    ["SLA", { createdDate: day, firstResponseDate: day, options: "limit=-1" }, "#VALUE!", "limit"],
    ["INQUIRYRESPONSE", {}, "#VALUE!", "inquiryDate"],
    ["INQUIRYRESPONSE", { inquiryDate: day }, "#VALUE!", "replyDate"],
  ];
  test.each(cases.map(([name, args, code, says]) => ({ name, args, code, says })))(
    "$name $code $says",
    async ({ name, args, code, says }) => {
      const value = [await sales(name, args)].flat(2)[0];
      if (!isError(value)) throw new Error(`${name} gives ${String(value)}`);
      expect([value.code, value.message]).toEqual([code, expect.stringContaining(says)]);
    },
  );
});

describeWithData("HubSpot-shaped contacts", () => {
  const { "Create Date": createdDate, Email: email } = csvColumns("hubspot_dummy/hubspot_contacts.csv");
  const { "Activity Date": date, "Associated Contact Email": leadRef } = csvColumns(
    "hubspot_dummy/hubspot_activities.csv",
  );
  const expected = expectedValues("hubspot_dummy");

  test("first activity on or after the create date, by e-mail address; every activity taken for a call", async () => {
    const days = expected.lead_response_days?.value as Readonly<Record<string, number>>;
    const type = (date ?? []).map(() => ["Call"]);
    const args = { createdDate, email, leadRef, type, date };
    const inHours = async (statistic: string): Promise<number> =>
      Number(await sales("LEADRESPONSE", { ...args, options: `duplicates=keep; statistic=${statistic}` }));
    expect(await inHours("mean")).toBeCloseTo((days.mean ?? NaN) * 24, 8);
    expect(await inHours("median")).toBeCloseTo((days.median ?? NaN) * 24, 8);
    const { contacts = NaN, contacts_with_response: answered = NaN } = days;
    expect(
      (await behind("LEADRESPONSE", [createdDate, null, email, null, null, null, leadRef, type, date])).get(
        "Records used",
      ),
    ).toBe(answered);
    expect(contacts).toBe(createdDate?.length);
  });

  test("tickets: from asking to closing", async () => {
    const { "Create Date": inquiryDate, "Close Date": replyDate } = csvColumns(
      "hubspot_dummy/hubspot_tickets.csv",
    );
    const tickets = expected.tickets?.value as Readonly<Record<string, number>>;
    const inHours = async (options: string): Promise<number> =>
      Number(await sales("INQUIRYRESPONSE", { inquiryDate, replyDate, options }));
    expect(await inHours("")).toBeCloseTo((tickets.mean_days_to_close ?? NaN) * 24, 8);
    expect(await inHours("statistic=median")).toBeCloseTo((tickets.median_days_to_close ?? NaN) * 24, 8);
    const { n = NaN, closed = NaN } = tickets;
    expect([...(await behind("INQUIRYRESPONSE", [inquiryDate, replyDate])).values()]).toContainEqual(
      expect.stringContaining(`${n - closed} of ${n} (`),
    );
  });
});
