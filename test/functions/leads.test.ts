import fc from "fast-check";
import { column, columns, isError, sales } from "../support/custom-functions";
import { runs } from "../support/random";
import { behind } from "../support/explain";
import { csvColumns, describeWithData, expectedValues } from "../support/shared-data";
import { tables } from "../support/tables";

/** The leads of R§2: L8 is L1's second message, L6 was answered before it was written, L4 never. */
const {
  Created: createdDate,
  Converted: convertedDate,
  "E-mail": email,
  Source: source,
} = tables.Leads as Record<string, unknown[][]>;
const Q1 = { from: "2025-01-01", to: "2025-03-31" };
const leads = { createdDate, convertedDate, email, ...Q1 };
const people = { leadCreatedDate: createdDate, convertedDate, email, ...Q1 };

/** Function, arguments, expected value, and the line of the reference it stands in. */
const cases: readonly [string, Record<string, unknown>, number, string][] = [
  ["LEADCONV", { ...leads, asOf: "2025-03-31" }, 3 / 7, "R§2 asOf 2025-03-31, duplicates removed"],
  ["LEADCONV", { ...leads, asOf: "2025-04-30" }, 4 / 7, "R§2 asOf 2025-04-30"],
  ["LEADCONV", { ...leads, asOf: "2025-03-31", options: "duplicates=keep" }, 3 / 8, "R§2 L8 kept"],
  ["LEADCONV", { ...leads, email: null, asOf: "2025-03-31" }, 3 / 8, "R§2 L8 kept: no address to tell"],
  ["CONVRATE", { ...people, asOf: "2025-03-31" }, 3 / 7, "R§2, each person once"],
  [
    "CONVRATE",
    { ...people, asOf: "2025-03-31", options: "duplicates=keep" },
    3 / 7,
    "one person is one prospect",
  ],
];

test.each(cases.map(([name, args, expected, origin]) => ({ name, args, expected, origin })))(
  "$name = $expected ($origin)",
  async ({ name, args, expected }) => {
    expect(await sales(name, args)).toBeCloseTo(expected, 9);
  },
);

describe("conversion", () => {
  test("by source (R§2: Web 1/4, Referral 2/2, Event 0/1)", async () => {
    const table = await sales("BY", {
      metric: "LEADCONV",
      group: source,
      columns: [createdDate, convertedDate, null, null, email, "period=2025-Q1; headers=no"],
    });
    expect(table).toEqual([
      ["Event", 0],
      ["Referral", 1],
      ["Web", 2 / 4], // today L5 is converted too: R§2 looks at 31 March
    ]);
  });

  test("CONVBYSOURCE at 31 March (R§2: Web 1/4, Referral 2/2, Event 0/1), with Wilson's interval", async () => {
    const args = { source, ...leads, asOf: "2025-03-31" };
    // by hand, z = 1.959964: 1/4 → 0.045587 … 0.699358; 2/2 → from 2 ÷ (2 + z²) = 0.342380; 0/1 → to z² ÷ (1 + z²)
    const web = ["Web", 4, 1, 0.25, expect.closeTo(0.045587, 5), expect.closeTo(0.699358, 5)];
    const referral = ["Referral", 2, 2, 1, expect.closeTo(0.34238, 5), 1];
    const event = ["Event", 1, 0, 0, 0, expect.closeTo(0.793451, 5)];
    const head = ["Source", "Leads", "Converted", "Rate", "Lower bound", "Upper bound"];
    expect(await sales("CONVBYSOURCE", args)).toEqual([head, web, referral, event]);
    const ranked = { ...args, options: "rank=lower Wilson bound" };
    expect(await sales("CONVBYSOURCE", ranked)).toEqual([head, referral, web, event]);
  });

  test("1 of 1 does not top the list by its lower bound", async () => {
    const args = columns({
      source: ["A", ...Array.from({ length: 40 }, () => "B")],
      converted: ["yes", ...Array.from({ length: 40 }, (_, i) => (i < 30 ? "yes" : "no"))],
    });
    const first = async (rank: string): Promise<unknown> =>
      (
        (await sales("CONVBYSOURCE", { ...args, options: `headers=no; rank=${rank}` })) as unknown[][]
      )[0]?.[0];
    expect(await first("rate")).toBe("A");
    expect(await first("lower-bound")).toBe("B");
  });

  test("CONVBYSOURCE with revenue and costs: each source's own (by hand)", async () => {
    const table = await sales("CONVBYSOURCE", {
      source: column(["Web", "web", "Fair", ""]),
      leadId: column(["L1", "L2", "L3", "L4"]),
      leadRef: column(["L1", "L3", "L3", "L2"]),
      dealStatus: column(["won", "won", "won", "lost"]),
      amount: column([100, 200, 300, 900]),
      cost: column([50, 80, 20, 10]),
      costSource: column(["WEB", "Fair", "fair", "Radio"]),
      options: "headers=no",
    });
    const none = [expect.anything(), expect.anything()];
    expect(table).toEqual([
      ["Web", 2, 1, 0.5, ...none, 100, 50, 50, 25, 50],
      ["(blank)", 1, 0, 0, ...none, 0, 0, 0, 0, "—"],
      ["Fair", 1, 1, 1, ...none, 500, 500, 100, 100, 100],
      ["Radio", 0, 0, "—", "—", "—", 0, "—", 10, "—", "—"],
    ]);
  });

  test("groups of sources have names in both languages", async () => {
    const args = {
      source: column(["Google", "Site web", "Târg", "Recomandare"]),
      converted: column(["da", "nu", "nu", "da"]),
    };
    const table = (await sales("CONVBYSOURCE", {
      ...args,
      options: "headers=no; group=source-group",
    })) as unknown[][];
    expect(table.map((row) => row.slice(0, 3))).toEqual([
      ["website", 2, 1],
      ["event", 1, 0],
      ["referral", 1, 1],
    ]);
  });

  const flags: readonly [string, unknown[]][] = [
    ["1 and 0", [1, 0, 0, 1]],
    ["yes and no", ["Yes", "No", "no", "YES"]],
    ["TRUE and FALSE", [true, false, false, true]],
    ["da și nu", ["da", "nu", "Nu", "DA"]],
    ["blank is no", ["x", "", "", "x"]],
  ];
  test.each(flags)("a converted column of %s", async (_words, converted) => {
    const others = column(converted.map((_, i) => 45_658 + i));
    expect(await sales("LEADCONV", { createdDate: others, converted: column(converted) })).toBe(0.5);
  });

  test("by status", async () => {
    const leadStatus = column(["Converted", "Working", "Unqualified", "Junk", "Customer", "Qualified"]);
    expect(await sales("LEADCONV", { leadStatus })).toBe(2 / 6);
    expect(await sales("LEADCONV", { leadStatus, options: "denominator=qualified" })).toBe(2 / 3);
    expect(await sales("LEADCONV", { leadStatus, options: "denominator=excluding spam/junk" })).toBe(2 / 5);
    const dates = { converted: column(["yes", "no", "no"]), qualifiedDate: column(["", "2025-01-05", ""]) };
    const createdDate = column(["2025-01-02", "2025-01-03", "2025-01-04"]);
    expect(await sales("LEADCONV", { createdDate, ...dates, options: "denominator=qualified" })).toBe(1 / 2);
  });

  describe("with deals", () => {
    const linked = {
      createdDate: column(["2025-01-02", "2025-01-03", "2025-01-04", "2025-01-05"]),
      converted: column(["yes", "yes", "no", "no"]),
      email: column(["A@x.example", "b@x.example", "c@x.example", "d@x.example"]),
      leadId: column(["L1", "L2", "L3", "L4"]),
      dealRef: column(["", "", "D3", ""]),
      dealId: column(["D1", "D2", "D3", "D4"]),
      leadRef: column(["L1", "a@x.example", "", "L4"]),
      dealStatus: column(["lost", "won", "won", "open"]),
      closedDate: column(["2025-02-01", "2025-02-10", "2025-03-20", "2025-04-01"]),
    };

    test("paying customers have a won deal, by id or address; opportunities are what the list says", async () => {
      // L1 by its address, L3 by the deal it names; L2 is only flagged
      expect(await sales("LEADCONV", linked)).toBe(2 / 4);
      expect(await sales("LEADCONV", { ...linked, asOf: "2025-03-01" })).toBe(1 / 4);
      expect(await sales("LEADCONV", { ...linked, options: "converted=converted to opportunity" })).toBe(
        3 / 4,
      );
      // CONVRATE names the dates of both tables
      const { createdDate: leadCreatedDate, ...rest } = linked;
      expect(await sales("CONVRATE", { leadCreatedDate, ...rest })).toBe(2 / 4);
    });

    test("within N days, of leads as old as that", async () => {
      const within = (days: number, asOf: string): Promise<unknown> =>
        sales("LEADCONV", { ...linked, asOf, options: `window=${days}` });
      // L1 after 39 days, L3 after 75
      expect(await within(40, "2025-04-30")).toBe(1 / 4);
      expect(await within(39, "2025-04-30")).toBe(1 / 4);
      expect(await within(38, "2025-04-30")).toBe(0);
      expect(await within(90, "2025-04-30")).toBe(2 / 4);
      // on 3 April only L1 and L2 are 90 days old
      expect(await within(90, "2025-04-03")).toBe(1 / 2);
    });

    test("a purchase before the lead wrote is not its conversion", async () => {
      const args = columns({
        createdDate: ["2025-03-01"],
        email: ["a@x.example"],
        leadRef: ["a@x.example"],
        dealStatus: ["won"],
        closedDate: ["2025-02-01"],
      });
      expect(await sales("LEADCONV", args)).toBe(0);
      expect(await sales("LEADCONV", { ...args, closedDate: column(["2025-03-01"]) })).toBe(1);
    });

    test("EXPLAIN says what converted means", async () => {
      const order = [
        "createdDate",
        null,
        "converted",
        null,
        "email",
        null,
        null,
        null,
        "leadId",
        "dealRef",
        "leadRef",
        "dealId",
        "dealStatus",
        "closedDate",
      ];
      const args = order.map((name) => (name === null ? null : linked[name as keyof typeof linked]));
      expect([...(await behind("LEADCONV", args)).values()]).toContain(
        "Converted means that a linked deal was won.",
      );
      expect([...(await behind("LEADCONV", args.slice(0, 3))).values()]).toContainEqual(
        expect.stringContaining("may be an opportunity"),
      );
    });
  });

  test("basis=period divides the conversions of the period and may exceed 100 %", async () => {
    const args = { createdDate, convertedDate, email, from: "2025-03-01", to: "2025-04-30" };
    // by hand: L7 converted in March, L5 in April; only L7 was created then
    expect(await sales("LEADCONV", { ...args, options: "basis=period" })).toBe(2);
    expect(await sales("LEADCONV", args)).toBe(1);
  });

  test("a young cohort is flagged", async () => {
    const days = Array.from({ length: 20 }, (_, i) => 45_658 + i);
    const args = [column(days), column(days.map((day, i) => (i < 10 ? day + 30 : "")))];
    const notes = async (to: number, asOf: number): Promise<readonly unknown[]> => [
      ...(await behind("LEADCONV", [...args, ...Array<null>(12).fill(null), 45_658, to, asOf])).values(),
    ];
    expect(await notes(45_677, 45_720)).not.toContainEqual(expect.stringContaining("more will follow"));
    expect(await notes(45_677, 45_693)).toContainEqual(expect.stringContaining("more will follow"));
  });

  test("without leads: customers who bought ÷ customers with a deal", async () => {
    const deals = columns({
      dealStatus: ["won", "lost", "open", "won", "lost"],
      dealCreatedDate: ["2025-01-02", "2025-01-03", "2025-01-04", "2025-01-05", "2024-12-01"],
      closedDate: ["2025-02-01", "2025-02-01", "", "2025-03-01", "2025-01-10"],
      customer: ["Alfa SRL", "Beta", "Gamma", "alfa s.r.l.", "Delta"],
    });
    expect(await sales("CONVRATE", { ...deals, ...Q1 })).toBe(1 / 3);
    expect(await sales("CONVRATE", { ...deals, ...Q1, asOf: "2025-01-20" })).toBe(0);
    expect(await sales("CONVRATE", { ...deals, visitors: 400, ...Q1 })).toBe(2 / 400);
    expect(await sales("CONVRATE", { ...deals, visitors: 0, ...Q1 })).toMatchObject({ code: "#DIV/0!" });
  });
});

describe("REFERRALS", () => {
  test("by source or by name, once (by hand in R§2: L3, L7)", async () => {
    const args = { createdDate, source, referredBy: tables.Leads?.["Referred by"], ...Q1 };
    expect(await sales("REFERRALS", args)).toBe(2);
    expect(await sales("REFERRALS", { createdDate, source, ...Q1 })).toBe(2);
    expect(await sales("REFERRALS", { ...args, convertedDate, options: "output=conversion" })).toBe(1);
  });

  test("an activity about the same person is not a second referral", async () => {
    const args = {
      ...columns({
        source: ["Referral", "Web"],
        email: ["a@x.example", "b@x.example"],
        name: ["Ana", "Bob"],
        leadId: ["L1", "L2"],
      }),
      ...columns({
        type: ["Referral", "Recomandare", "Referral", "Referral", "Call"],
        activityLeadRef: ["L1", "", "L2", "", "L1"],
        customerRef: ["", "ANA", "", "Carmen", ""],
      }),
    };
    // L1; the referrals of L2 (its source says Web) and of Carmen
    expect(await sales("REFERRALS", args)).toBe(3);
  });

  test("what they brought", async () => {
    const args = columns({
      source: ["Referral", "Web"],
      leadId: ["L1", "L2"],
      dealLeadRef: ["L1", "L2", "L1"],
      dealStatus: ["won", "won", "lost"],
      amount: [1000, 500, 300],
    });
    expect(await sales("REFERRALS", { ...args, options: "output=revenue" })).toBe(1000);
  });
});

describe("errors say what to do", () => {
  const day = column(["2025-01-06"]);
  const cases: readonly [string, Record<string, unknown>, string, string][] = [
    ["LEADCONV", { createdDate: day }, "#VALUE!", "convertedDate"],
    ["LEADCONV", { convertedDate: column(["", ""]), createdDate: column(["", ""]) }, "#DIV/0!", ""],
    ["LEADCONV", { converted: column(["yes"]), from: "2025-01-01" }, "#VALUE!", "createdDate"],
    [
      "LEADCONV",
      { createdDate: day, converted: column(["yes"]), options: "window=30" },
      "#VALUE!",
      "convertedDate",
    ],
    ["LEADCONV", { converted: column(["yes"]), options: "converted=maybe" }, "#VALUE!", "opportunity"],
    [
      "LEADCONV",
      { converted: column(["yes"]), options: "denominator=qualified" },
      "#VALUE!",
      "qualifiedDate",
    ],
    ["LEADCONV", { converted: column(["yes"]), options: "denominator=valid" }, "#VALUE!", "leadStatus"],
    ["CONVBYSOURCE", { source: column(["Web"]) }, "#VALUE!", "convertedDate"],
    ["REFERRALS", { createdDate: day }, "#VALUE!", "referredBy"],
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

type Groups = Readonly<
  Record<string, { readonly leads: number; readonly converted: number; readonly rate: number }>
>;

describe("links, against looking through all pairs", () => {
  const day = fc.integer({ min: 45_000, max: 45_040 });
  const leadOf = fc.record({ created: day, address: fc.nat(3), deal: fc.nat(12) });
  const dealOf = fc.record({ closed: day, won: fc.boolean(), lead: fc.nat(12), byAddress: fc.boolean() });
  const nameOf = (lead: number): string => `L${lead}`;
  const addressOf = (at: number): string => `a${at}@x.example`;

  test("customers by won deal", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(leadOf, { minLength: 2, maxLength: 8 }),
        fc.array(dealOf, { minLength: 2, maxLength: 10 }),
        async (leads, deals) => {
          const refOf = ({ lead, byAddress }: (typeof deals)[number]): string =>
            byAddress ? addressOf(lead % 4) : nameOf(lead);
          const bought = leads.filter((lead, i) =>
            deals.some(
              (deal, k) =>
                deal.won &&
                (refOf(deal) === nameOf(i) ||
                  lead.deal === k ||
                  (refOf(deal) === addressOf(lead.address) && deal.closed >= lead.created)),
            ),
          );
          const value = await sales("LEADCONV", {
            createdDate: column(leads.map(({ created }) => created)),
            email: column(leads.map(({ address }) => addressOf(address))),
            leadId: column(leads.map((_, i) => nameOf(i))),
            dealRef: column(leads.map((lead) => `D${lead.deal}`)),
            dealId: column(deals.map((_, k) => `D${k}`)),
            leadRef: column(deals.map(refOf)),
            dealStatus: column(deals.map(({ won }) => (won ? "won" : "lost"))),
            closedDate: column(deals.map(({ closed }) => closed)),
            options: "duplicates=keep",
          });
          expect(value).toBeCloseTo(bought.length / leads.length, 12);
        },
      ),
      runs(200),
    );
  });
});

describeWithData("X Education leads", () => {
  const data = csvColumns("xeducation_leads/Leads.csv");
  const expected = expectedValues("xeducation_leads");
  const { Converted: converted } = data;
  const labelled = (labels: unknown[][] | undefined): unknown[][] =>
    (labels ?? []).map(([label]) => [label === "" ? "(blank)" : label]);
  const groupings: readonly [string, () => unknown[][]][] = [
    ["conversion_by_lead_source_raw", () => data["Lead Source"] ?? []],
    ["conversion_by_lead_origin", () => data["Lead Origin"] ?? []],
    ["conversion_by_last_activity", () => data["Last Activity"] ?? []],
    ["conversion_by_do_not_email", () => data["Do Not Email"] ?? []],
    ["conversion_by_occupation", () => data["What is your current occupation"] ?? []],
    ["conversion_by_lead_quality", () => data["Lead Quality"] ?? []],
    ["conversion_by_free_copy", () => data["A free copy of Mastering The Interview"] ?? []],
    ["conversion_by_city_raw", () => data.City ?? []],
    [
      "conversion_by_city_select_as_blank",
      () => (data.City ?? []).map(([city]) => [city === "Select" ? "" : city]),
    ],
    [
      "conversion_by_source_x_origin",
      () =>
        labelled(data["Lead Source"]).map(([name], i) => [
          `${String(name)} | ${String(data["Lead Origin"]?.[i]?.[0])}`,
        ]),
    ],
  ];

  test("all leads: no dates are needed where no period is asked for", async () => {
    expect(await sales("LEADCONV", { converted })).toBeCloseTo(
      expected.lead_conversion_rate?.value as number,
      12,
    );
    expect(await sales("CONVRATE", { converted })).toBeCloseTo(
      expected.lead_conversion_rate?.value as number,
      12,
    );
  });

  test.each(groupings)("%s", async (name, group) => {
    const groups = expected[name]?.value as Groups;
    const table = (await sales("BY", {
      metric: "LEADCONV",
      group: group(),
      columns: [null, null, converted, "headers=no"],
    })) as [string, number][];
    expect(table).toHaveLength(Object.keys(groups).length);
    for (const [label, rate] of table) expect(rate).toBeCloseTo(groups[label]?.rate ?? NaN, 12);
  });

  test("CONVBYSOURCE: spellings of one source together", async () => {
    const groups = expected.conversion_by_lead_source_casefold?.value as Groups;
    const table = (await sales("CONVBYSOURCE", {
      source: data["Lead Source"],
      converted,
      options: "headers=no",
    })) as [string, number, number, number][];
    expect(table).toHaveLength(Object.keys(groups).length);
    for (const [label, leads_, wins, rate] of table) {
      const group = groups[label.toLowerCase()];
      expect([label, leads_, wins]).toEqual([label, group?.leads, group?.converted]);
      expect(rate).toBeCloseTo(group?.rate ?? NaN, 12);
    }
  });
});

describeWithData("HubSpot-shaped contacts", () => {
  const { "Lifecycle Stage": stage } = csvColumns("hubspot_dummy/hubspot_contacts.csv");
  const expected = expectedValues("hubspot_dummy");

  test("a customer by lifecycle stage", async () => {
    const stages = expected.contacts_by_lifecycle?.value as Readonly<Record<string, number>>;
    const all = Object.values(stages).reduce((sum, count) => sum + count, 0);
    expect(await sales("LEADCONV", { leadStatus: stage })).toBeCloseTo(
      ((stages.Customer ?? 0) + (stages.Evangelist ?? 0)) / all,
      12,
    );
  });
});
