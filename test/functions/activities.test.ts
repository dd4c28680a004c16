import { column, isError, sales } from "../support/custom-functions";
import { csvColumns, describeWithData, expectedValues } from "../support/shared-data";
import { tables } from "../support/tables";

const {
  Type: type,
  Subject: subject,
  Date: date,
  Owner: owner,
  Done: done,
  Direction: direction,
  Hours: duration,
  Deal: dealRef,
  Lead: leadRef,
  Likes: likes,
  Comments: comments,
  Shares: shares,
  Messages: directMessages,
} = tables.Activities as Record<string, unknown[][]>;
const deals = tables.Deals as Record<string, unknown[][]>;
const leads = tables.Leads as Record<string, unknown[][]>;
const history = tables.History as Record<string, unknown[][]>;
const Q1 = { from: "2025-01-01", to: "2025-03-31" };
const own = { type, date, done, direction, ...Q1 };
const linked = { ...own, leadRef, dealRef };
const social = { likes, comments, shares, directMessages, date, ...Q1 };
const proposed = { type, date, done, dealRef, ...Q1 };
const ofDeals = { status: deals.Status, closedDate: deals.Closed };
const demoed = { type, date, done, dealRef, dealId: deals.Id, ...ofDeals, ...Q1 };
const ratio = { type, date, done, status: deals.Status, closedDate: deals.Closed, ...Q1 };

/** Romania's in the quarter (New Year, Epiphany, Saint John, Unification), one written twice, and a Saturday. */
const holidays = column([
  ...["2025-01-01", "2025-01-02", "2025-01-06", "2025-01-07", "2025-01-24"],
  ...["2025-01-24", "2025-03-08"],
]);

/** Counted by hand in the 20 rows of the reference's activities: 18 done, one meeting cancelled, one call planned. */
const cases: readonly [string, Record<string, unknown>, number, string][] = [
  ["ACTIVITIES", { type, date, done, ...Q1 }, 18, "20 rows − cancelled − planned"],
  ["ACTIVITIES", { type, date, done, ...Q1, options: "planned=include" }, 19, "with the call of 28 March"],
  ["ACTIVITIES", { type, date, done, ...Q1, options: "types=call|demo" }, 6, "4 calls, 2 demos"],
  ["ACTIVITIES", { type, date, done, ...Q1, options: "types=Event" }, 1, "the list's own word"],
  [
    "ACTIVITIES",
    { type, date, done, ...Q1, options: "per=working day" },
    18 / 64,
    "64 days Monday to Friday",
  ],
  [
    "ACTIVITIES",
    { type, date, done, ...Q1, asOf: "2025-01-31", options: "per=workday" },
    8 / 23,
    "23 days seen",
  ],
  [
    "ACTIVITIES",
    { type, date, done, holidays, ...Q1, options: "per=workday" },
    18 / 59,
    "64 days less five holidays; the Saturday and the repeated one are none",
  ],
  [
    "ACTIVITIES",
    { type, date, done, holidays, ...Q1, asOf: "2025-01-31", options: "per=workday" },
    8 / 18,
    "23 days seen less five",
  ],
  ["CALLS", { ...own, holidays, options: "per=workday" }, 4 / 59, "4 calls"],
  ["EMAILS", { ...own, holidays, options: "per=workday" }, 1 / 59, "1 sent"],
  ["MEETINGS", { type, date, done, holidays, ...Q1, options: "per=workday" }, 4 / 59, "2 meetings, 2 demos"],
  ["DEMOS", { type, date, done, holidays, ...Q1, options: "per=workday" }, 2 / 59, "2 demos"],
  ["EVENTS", { type, date, done, subject, ...Q1, options: "per=workday" }, 1 / 64, "one fair"],
  ["FOLLOWUPS", { ...linked, holidays, options: "per=workday" }, 4 / 59, "4 follow-ups"],
  ["CALLS", own, 4, "without the planned one"],
  ["EMAILS", own, 1, "of four, three were received"],
  ["EMAILS", { type, date, done, ...Q1 }, 4, "no direction: all are taken for sent"],
  ["MEETINGS", { type, date, done, ...Q1 }, 4, "2 meetings, 2 demos, the cancelled one not"],
  ["DEMOS", { type, date, done, ...Q1 }, 2, "2 demos"],
  ["DEMOS", { ...demoed, options: "output=win-rate" }, 1 / 2, "D05 won, D04 lost"],
  [
    "DEMOS",
    { ...demoed, asOf: "2025-03-10", options: "output=win-rate" },
    0,
    "on 10 March D05 was open, D04 lost",
  ],
  ["FOLLOWUPS", linked, 4, "no such type: D02, D04 once, D05 twice after the first touch"],
  [
    "FOLLOWUPS",
    { ...linked, options: "output=touches" },
    12 / 8,
    "12 touches of L1 to L3, D01, D02, D04 to D06",
  ],
  ["FOLLOWUPS", { ...linked, options: "output=share" }, 3 / 8, "D02, D04, D05 twice or more"],
  ["FOLLOWUPS", { ...linked, options: "output=share; touches=3" }, 1 / 8, "D05 three times"],
  ["PROPOSALS", proposed, 3, "D02, D05, D06"],
  [
    "PROPOSALS",
    { ...proposed, id: deals.Id, ...ofDeals, options: "output=win-rate" },
    1,
    "D02, D05 won, D06 open",
  ],
  [
    "PROPOSALS",
    { ...proposed, id: deals.Id, amount: deals.Amount, options: "output=value" },
    9500,
    "3000 + 2500 + 4000",
  ],
  ["PROPOSALS", { proposalSentDate: deals["Proposal sent"], ...Q1 }, 4, "D02, D04, D05, D06 in Q1"],
  [
    "PROPOSALS",
    { dealId: history.Deal, stageHistoryStage: history.Stage, enteredDate: history.Entered, ...Q1 },
    5,
    "D02, D04, D05, D06, D09 entered Proposal in Q1",
  ],
  ["EVENTS", { type, date, done, subject, ...Q1 }, 1, "one trade fair"],
  [
    "EVENTS",
    {
      type,
      date,
      done,
      subject,
      source: leads.Source,
      createdDate: leads.Created,
      ...Q1,
      options: "output=leads-per-event",
    },
    1,
    "L4 ÷ one fair",
  ],
  ["SOCIAL", social, 83, "48 + 6 + 3 + 2 and 21 + 2 + 1 + 0"],
  ["SOCIAL", { ...social, options: "measure=likes" }, 69, "48 + 21"],
  ["SOCIAL", { ...social, options: "per=post" }, 41.5, "83 ÷ 2 posts"],
  ["SOCIAL", { ...social, followers: 1000, options: "per=follower" }, 0.083, "83 ÷ 1000"],
  ["SOCIAL", { ...social, options: "weights=1|2|3|4" }, 105, "69 + 2 × 8 + 3 × 4 + 4 × 2"],
  ["SOCIAL", { type, date, ...Q1 }, 2, "two posts, no columns of reactions"],
  ["ACTIVITYRATIO", ratio, 2, "4 calls, 4 e-mails, 2 meetings ÷ 5 won"],
  ["ACTIVITYRATIO", { ...ratio, options: "denominator=won+lost" }, 10 / 7, "÷ 7 closed"],
  ["ACTIVITYRATIO", { ...ratio, options: "types=all" }, 18 / 5, "all 18"],
  ["ACTIVITYRATIO", { ...ratio, options: "types=demo" }, 2 / 5, "2 demos"],
  [
    "ACTIVITYRATIO",
    { ...ratio, dealRef, id: deals.Id, options: "link=linked" },
    7 / 5,
    "D01: e-mail, meeting; D02: 2 e-mails; D05: call, meeting; D09: e-mail; D03 none",
  ],
];

test.each(cases.map(([name, args, expected, origin]) => ({ name, args, expected, origin })))(
  "$name = $expected ($origin)",
  async ({ name, args, expected }) => {
    expect(await sales(name, args)).toBeCloseTo(expected, 9);
  },
);

describe("what is counted and what is not", () => {
  const count = (id: string, args: Record<string, unknown[]>, options = ""): Promise<unknown> =>
    sales(id, {
      ...Object.fromEntries(Object.entries(args).map(([name, cells]) => [name, column(cells)])),
      options,
    });

  const cases: readonly [string, string, Record<string, unknown[]>, string, number][] = [
    ["ACTIVITIES", "notes are none", { type: ["Call", "Note", "Notă"] }, "", 1],
    ["ACTIVITIES", "unless asked for", { type: ["Call", "Note", "Notă"] }, "notes=include", 3],
    [
      "ACTIVITIES",
      "a workflow's entry is none",
      { type: ["Call", "Email"], source: ["CRM UI", "Workflow"] },
      "",
      1,
    ],
    [
      "ACTIVITIES",
      "nor an automatic reply",
      { type: ["Email", "Email"], subject: ["Offer", "Automatic reply: Offer"] },
      "",
      1,
    ],
    ["ACTIVITIES", "unless asked for", { type: ["Email"], source: ["Workflow"] }, "automatic=include", 1],
    ["ACTIVITIES", "a blank done cell is unknown", { type: ["Call", "Call"], done: ["da", ""] }, "", 1],
    ["ACTIVITIES", "but an e-mail was sent", { type: ["Email", "Call"], done: ["", ""] }, "", 1],
    ["ACTIVITIES", "an id counts once", { type: ["Call", "Call"], id: ["A1", "A1"] }, "", 1],
    ["ACTIVITIES", "types in Romanian", { type: ["Apel", "Ședință", "Prezentare"] }, "types=call|meeting", 2],
    ["CALLS", "an inbound call is not made", { type: ["Inbound call", "Outbound call", "Call"] }, "", 2],
    [
      "CALLS",
      "nobody answered: made all the same",
      { type: ["Call", "Call"], outcome: ["Missed", "Connected"] },
      "",
      2,
    ],
    [
      "CALLS",
      "reached",
      { type: ["Call", "Call"], outcome: ["No answer", "Connected"] },
      "output=reached",
      1,
    ],
    [
      "CALLS",
      "connect rate",
      { type: ["Call", "Call", "Call"], outcome: ["No answer", "Connected", ""] },
      "output=connect-rate",
      1 / 3,
    ],
    ["EMAILS", "received", { type: ["Email", "Email"], direction: ["primit", "trimis"] }, "", 1],
    [
      "EMAILS",
      "a mailing, by recipients",
      { type: ["Email", "Email"], recipients: [21, 20] },
      "bulk=exclude",
      1,
    ],
    [
      "MEETINGS",
      "no-shows were scheduled",
      { type: ["Meeting", "Meeting", "Demo"], done: ["no show", "cancelled", "planned"] },
      "",
      2,
    ],
    [
      "MEETINGS",
      "held of those with a result",
      { type: ["Meeting", "Meeting", "Demo"], done: ["yes", "no show", "planned"] },
      "output=held-rate",
      1 / 2,
    ],
    [
      "MEETINGS",
      "not attended",
      { type: ["Meeting", "Meeting", "Meeting"], outcome: ["No Show", "Completed", ""] },
      "output=no-show-rate",
      1 / 2,
    ],
    [
      "FOLLOWUPS",
      "by type where it is used",
      { type: ["Call", "Call", "Follow-up"], leadRef: ["L1", "L1", "L2"] },
      "",
      1,
    ],
    [
      "FOLLOWUPS",
      "else the second touch and later",
      { type: ["Call", "Email", "Call"], leadRef: ["L1", "L1", "L2"] },
      "",
      1,
    ],
    [
      "FOLLOWUPS",
      "the customer's own call is no touch",
      { type: ["Call", "Call"], leadRef: ["L1", "L1"], direction: ["in", "out"] },
      "",
      0,
    ],
    [
      "PROPOSALS",
      "once per deal",
      { type: ["Ofertă", "Quote", "Proposal"], dealRef: ["D1", "D1", ""] },
      "",
      2,
    ],
    [
      "PROPOSALS",
      "every one",
      { type: ["Ofertă", "Quote", "Proposal"], dealRef: ["D1", "D1", ""] },
      "per=proposal",
      3,
    ],
    [
      "EVENTS",
      "two reps at one fair",
      {
        type: ["Trade show", "Trade show", "Event"],
        date: ["2025-02-03", "2025-02-03", "2025-02-03"],
        subject: ["Expo", "EXPO", "Dinner"],
      },
      "",
      2,
    ],
    [
      "EVENTS",
      "three attendances",
      { type: ["Trade show", "Trade show", "Event"], date: ["2025-02-03", "2025-02-03", "2025-02-03"] },
      "output=attendances",
      3,
    ],
    ["SOCIAL", "blank cells are nothing", { likes: [3, "", 4], comments: ["", "", 1] }, "", 8],
    ["SOCIAL", "per post: rows with a reaction noted", { likes: [3, "", 4] }, "per=post", 3.5],
  ];

  test.each(cases.map(([id, why, args, options, expected]) => ({ id, why, args, options, expected })))(
    "$id: $why ($options)",
    async ({ id, args, options, expected }) => {
      expect(await count(id, args, options)).toBeCloseTo(expected, 12);
    },
  );

  test("a mailing written row by row: more than 20 of one subject in one minute", async () => {
    const rows = Array.from({ length: 25 }, (_, i) => ({
      subject: i < 21 ? "Newsletter" : "Offer",
      minute: i < 21 ? 0 : i,
    }));
    const args = {
      type: rows.map(() => "Email"),
      date: rows.map(({ minute }) => 45_700.5 + minute / 1440),
      subject: rows.map(({ subject }) => subject),
    };
    expect(await count("EMAILS", args)).toBe(25);
    expect(await count("EMAILS", args, "bulk=exclude")).toBe(4);
  });

  test("a type that no activity has is told", async () => {
    const table = (await sales("EXPLAIN", {
      metric: "ACTIVITIES",
      columns: [column(["Call", "Cold call"]), "types=cold call|cals|demo"],
    })) as unknown[][];
    expect(table[0]?.[1]).toBe(1);
    expect(table).toContainEqual(["Note", expect.stringContaining("of type cals.")]);
  });

  test("a planned meeting counts as missed once its day has passed", async () => {
    const meetings = {
      type: column(["Meeting", "Meeting", "Meeting"]),
      date: column(["2025-03-01", "2025-03-05", "2025-03-20"]),
      done: column(["yes", "no", "no"]),
    };
    expect(await sales("MEETINGS", { ...meetings, options: "output=held-rate" })).toBe(1);
    expect(await sales("MEETINGS", { ...meetings, asOf: "2025-03-10", options: "output=held-rate" })).toBe(
      1 / 2,
    );
  });

  test("meetings by the day of booking", async () => {
    const meetings = {
      type: column(["Meeting", "Meeting"]),
      date: column(["2025-03-01", "2025-04-05"]),
      createdDate: column(["2025-02-20", "2025-03-30"]),
      from: "2025-03-01",
      to: "2025-03-31",
    };
    expect(await sales("MEETINGS", meetings)).toBe(1);
    expect(await sales("MEETINGS", { ...meetings, options: "by=booked" })).toBe(1);
    expect(await sales("MEETINGS", { ...meetings, from: "2025-04-01", to: "2025-04-30" })).toBe(1);
    expect(
      await sales("MEETINGS", { ...meetings, from: "2025-04-01", to: "2025-04-30", options: "by=booked" }),
    ).toBe(0);
  });
});

describe("TIMEBYTYPE", () => {
  const time = { type, duration, date, done, ...Q1 };
  const hours = "durations=hours";

  test("hours by type, the most first (added up by hand: 21 hours)", async () => {
    const table = (await sales("TIMEBYTYPE", { ...time, options: hours })) as unknown[][];
    expect(table[0]).toEqual(["Type", "Hours", "Share"]);
    const expected = { Event: 8, Proposal: 5.5, Demo: 2.5, Meeting: 2.5, Call: 1, Social: 1, Email: 0.5 };
    expect(table.slice(1).map(([label]) => label)).toEqual(Object.keys(expected));
    Object.values(expected).forEach((value, i) => {
      expect(table[i + 1]?.[1]).toBeCloseTo(value, 9);
      expect(table[i + 1]?.[2]).toBeCloseTo(value / 21, 9);
    });
  });

  test("selling time: calls, e-mails, meetings, demos, proposals, follow-ups, prospecting: 12 of 21 hours", async () => {
    const table = await sales("TIMEBYTYPE", { ...time, options: `${hours}; by=total; headers=no` });
    expect(table).toEqual([[expect.closeTo(21, 9), expect.closeTo(12, 9), expect.closeTo(12 / 21, 9)]]);
  });

  test("by owner (by hand: Ana 9, of which 8.5 selling; Dan 12, of which 3.5)", async () => {
    const table = await sales("TIMEBYTYPE", { ...time, owner, options: `${hours}; by=owner; headers=no` });
    expect(table).toEqual([
      ["Dan", expect.closeTo(12, 9), expect.closeTo(12 / 21, 9), expect.closeTo(3.5 / 12, 9)],
      ["Ana", expect.closeTo(9, 9), expect.closeTo(9 / 21, 9), expect.closeTo(8.5 / 9, 9)],
    ]);
  });

  test("units: 0:30 is half an hour; more than a day is left out; blanks are never assumed, unless asked", async () => {
    const args = {
      type: column(["Call", "call", "Meeting", "Call"]),
      duration: column(["0:30", "45 min", "26 h", ""]),
    };
    expect(await sales("TIMEBYTYPE", { ...args, options: "headers=no" })).toEqual([
      ["Call", expect.closeTo(1.25, 12), 1],
      ["Meeting", 0, 0],
    ]);
    expect(await sales("TIMEBYTYPE", { ...args, options: "headers=no; assume=call:0.25" })).toEqual([
      ["Call", expect.closeTo(1.5, 12), 1],
      ["Meeting", 0, 0],
    ]);
    const behind = (await sales("EXPLAIN", {
      metric: "TIMEBYTYPE",
      columns: [args.type, args.duration],
    })) as unknown[][];
    expect(behind).toEqual(
      expect.arrayContaining([
        ["Left out: longer than a day", 1],
        ["Left out: duration is blank", 1],
      ]),
    );
  });

  test("plain numbers that may be hours or minutes are asked for", async () => {
    const value = await sales("TIMEBYTYPE", { type: column(["Call", "Call"]), duration: column([12, 14]) });
    expect(value).toMatchObject([[{ code: "#VALUE!", message: expect.stringContaining("durations=") }]]);
  });
});

describe("errors say what to do", () => {
  const call = column(["Call"]);
  const cases: readonly [string, Record<string, unknown>, string, string][] = [
    ["ACTIVITYRATIO", { type: call, status: column(["lost"]) }, "#DIV/0!", ""],
    ["ACTIVITIES", { type: call, from: "2025-01-01" }, "#VALUE!", "date"],
    ["ACTIVITIES", { type: call, options: "per=workday" }, "#VALUE!", "period"],
    ["CALLS", { type: call, options: "output=connect-rate" }, "#VALUE!", "outcome"],
    ["EMAILS", { type: call, options: "bulk=exclude" }, "#VALUE!", "recipients"],
    ["MEETINGS", { type: call, options: "output=held-rate" }, "#DIV/0!", ""],
    ["FOLLOWUPS", { type: call, options: "output=touches" }, "#VALUE!", "leadRef"],
    ["PROPOSALS", { status: column(["won"]) }, "#VALUE!", "proposalSentDate"],
    ["PROPOSALS", { type: column(["Proposal"]), options: "output=value" }, "#VALUE!", "deal"],
    ["SOCIAL", {}, "#VALUE!", "likes"],
    ["SOCIAL", { likes: column([1]), options: "per=follower" }, "#VALUE!", "followers"],
    ["SOCIAL", { likes: column([1]), options: "weights=1|x" }, "#VALUE!", "1|1|1|1"],
    ["SOCIAL", { likes: column([1]), options: "measure=shares" }, "#VALUE!", "shares"],
    ["TIMEBYTYPE", { type: call, duration: column(["1 h"]), options: "assume=call" }, "#VALUE!", "call:0.25"],
    ["MEETINGS", { type: call, options: "by=created" }, "#VALUE!", "booked"],
  ];
  test.each(cases.map(([id, args, code, says]) => ({ id, args, code, says })))(
    "$id $code $says",
    async ({ id, args, code, says }) => {
      const value = [await sales(id, args)].flat(2)[0];
      if (!isError(value)) throw new Error(`${id} gives ${String(value)}`);
      expect(value.code).toBe(code);
      expect(value.message).toContain(says);
    },
  );
});

describe("SALES.BY", () => {
  test("by owner (by hand)", async () => {
    const by = async (metric: string, ...columns: unknown[]): Promise<unknown> =>
      sales("BY", { metric, group: "owner", columns: [...columns, "period=2025-Q1; headers=no"] });
    expect(await by("ACTIVITIES", type, date, done, owner)).toEqual([
      ["Ana", 11],
      ["Dan", 7],
    ]);
    // Ana: calls 3 Jan and 12 Feb, 3 e-mails, 2 meetings ÷ 4 won; Dan: 2 calls, 1 e-mail ÷ 1 won
    expect(
      await by("ACTIVITYRATIO", type, deals.Status, date, done, deals.Closed, owner, deals.Owner),
    ).toEqual([
      ["Ana", 7 / 4],
      ["Dan", 3],
    ]);
  });

  test("by month: one call for each", async () => {
    const table = await sales("BY", {
      metric: "CALLS",
      group: "month",
      columns: [type, date, done, null, direction, "headers=no"],
    });
    expect(table).toEqual([
      ["2025-01", 3],
      ["2025-02", 1],
      ["2025-03", 0],
    ]);
  });
});

type Counts = Readonly<Record<string, number>>;

describeWithData("HubSpot-shaped activities", () => {
  const {
    "Activity Type": type,
    "Activity Date": date,
    "Activity Owner": owner,
    "Call Outcome": callOutcome,
    "Meeting Outcome": meetingOutcome,
  } = csvColumns("hubspot_dummy/hubspot_activities.csv");
  const { "Deal Stage": status, "Deal Owner": dealOwner } = csvColumns("hubspot_dummy/hubspot_deals.csv");
  const expected = expectedValues("hubspot_dummy");
  const counts = (name: string): Counts => expected[name]?.value as Counts;
  const by = async (metric: string, group: unknown, ...columns: unknown[]): Promise<Counts> =>
    Object.fromEntries(
      (await sales("BY", { metric, group, columns: [...columns, "notes=include; headers=no"] })) as [
        string,
        number,
      ][],
    );

  test("by type, by month, by owner and type", async () => {
    expect(await by("ACTIVITIES", type, type)).toEqual(counts("activities_by_type"));
    expect(await by("ACTIVITIES", "month", type, date)).toEqual(counts("activities_by_month"));
    const ownersAndTypes = column(
      (owner ?? []).map(([name], i) => `${String(name)} | ${String(type?.[i]?.[0])}`),
    );
    expect(await by("ACTIVITIES", ownersAndTypes, type)).toEqual(counts("activities_by_owner_type"));
    const { Note = 0, ...others } = counts("activities_by_type");
    const sum = Object.values(others).reduce((total, count) => total + count, 0);
    expect(Note).toBe(403);
    expect(await sales("ACTIVITIES", { type, date })).toBe(sum);
  });

  test("calls and their outcomes, connect rate", async () => {
    expect(await sales("CALLS", { type, outcome: callOutcome, options: "output=connect-rate" })).toBeCloseTo(
      expected.call_connect_rate?.value as number,
      12,
    );
    const table = Object.fromEntries(
      (await sales("BY", { metric: "CALLS", group: callOutcome, columns: [type, "headers=no"] })) as [
        string,
        number,
      ][],
    );
    expect(table).toEqual(counts("call_outcomes"));
    expect(await sales("EMAILS", { type })).toBe(counts("activities_by_type").Email);
  });

  test("meetings and their outcomes; those cancelled were not scheduled any more", async () => {
    const outcomes = counts("meeting_outcomes");
    const all = (await sales("BY", {
      metric: "MEETINGS",
      group: meetingOutcome,
      columns: [type, "headers=no"],
    })) as [string, number][];
    expect(Object.fromEntries(all)).toEqual(outcomes);
    const { Cancelled = 0, Completed = 0, "No Show": noShow = 0 } = outcomes;
    const meetings = { type, outcome: meetingOutcome };
    expect(await sales("MEETINGS", meetings)).toBe((counts("activities_by_type").Meeting ?? 0) - Cancelled);
    expect(await sales("MEETINGS", { ...meetings, options: "output=held-rate" })).toBeCloseTo(
      Completed / (Completed + noShow),
      12,
    );
  });

  test("activities per won deal, by owner: those without a won deal are a dash", async () => {
    const table = (await sales("BY", {
      metric: "ACTIVITYRATIO",
      group: "owner",
      columns: [type, status, null, null, null, owner, dealOwner, "types=all; headers=no"],
    })) as [string, number | string][];
    const own = expected.activities_per_won_deal_by_owner?.value as Counts;
    expect(table).toHaveLength(7);
    for (const [name, value] of table) {
      if (own[name] === undefined) expect(value).toBe("—");
      else expect(value).toBeCloseTo(own[name], 12);
    }
  });
});
