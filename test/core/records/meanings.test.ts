import { createDesk } from "../../../src/core/metrics/ask";
import { linkRecords } from "../../../src/core/records/dataset";
import { readRecords } from "../../../src/core/records/read-records";
import type { Kind, Role } from "../../../src/core/records/roles";
import { serialOf } from "../../../src/core/time/serial";
import { columns } from "../../support/custom-functions";

type Words = Readonly<Partial<Record<Role, Readonly<Record<string, string>>>>>;

function ask(
  kind: Kind,
  cells: Readonly<Record<string, readonly unknown[]>>,
  meanings: Words,
  metric: string,
): unknown {
  const records = readRecords(kind, columns(cells), { meanings });
  const desk = createDesk(linkRecords([records]), { today: serialOf(2026, 1, 1) });
  return desk.numbers([{ metric }])[0]?.value;
}

// Counted by hand: what changes is what the words are said to mean.
test("words of a status: case and accents do not matter, the vocabulary serves the others", () => {
  const status = ["Gata", "gata ", "Won", "Picat", "Lost", "Won"];
  expect(ask("deal", { status }, {}, "SALESCOUNT")).toBe(2);
  expect(ask("deal", { status }, { status: { Gata: "won", picat: "lost" } }, "SALESCOUNT")).toBe(4);
  expect(ask("deal", { status }, { status: { gătă: "won", Picat: "lost" } }, "WINRATE")).toBeCloseTo(
    4 / 6,
    12,
  );
  expect(ask("deal", { status }, { status: { Won: "open" } }, "SALESCOUNT")).toBe(0);
});

test("a stage of one's own says that a deal is won", () => {
  const cells = { stage: ["Semnat acasă", "Discuții", "Refuzat de tot"], amount: [100, 200, 400] };
  expect(ask("deal", cells, { stage: { "Semnat acasă": "won", "Refuzat de tot": "lost" } }, "REVENUE")).toBe(
    100,
  );
});

test("a flag of numbers is read as decided", () => {
  expect(
    ask("deal", { status: [1, 2, 2, 3] }, { status: { 1: "won", 2: "lost", 3: "open" } }, "WINRATE"),
  ).toBeCloseTo(1 / 3, 12);
});

test("types of activities, directions and outcomes", () => {
  const cells = {
    type: ["Sună-l", "call", "Bip"],
    date: [46000, 46001, 46002],
    direction: ["de la noi", "in", "de la noi"],
  };
  expect(ask("activity", cells, {}, "CALLS")).toBe(0);
  expect(
    ask(
      "activity",
      cells,
      { type: { "sună-l": "call", bip: "call" }, direction: { "de la noi": "out" } },
      "CALLS",
    ),
  ).toBe(2);
  expect(ask("activity", cells, { type: { "sună-l": "call" }, direction: { in: "out" } }, "CALLS")).toBe(2);
});

test("leads: status and the word for converted", () => {
  const cells = { createdDate: [46000, 46001, 46002, 46003], status: ["Client!", "New", "Gunoi", "New"] };
  expect(ask("lead", cells, { status: { "Client!": "converted" } }, "LEADCONV")).toBeCloseTo(1 / 4, 12);
  const flags = { createdDate: [46000, 46001], converted: ["a mers", "nu a mers"] };
  expect(ask("lead", flags, { converted: { "a mers": "yes", "nu a mers": "no" } }, "LEADCONV")).toBe(0.5);
});

test("a subscription that has left, by a word of one's own", () => {
  const cells = { customer: ["A", "B", "C"], status: ["Pa!", "aici", "aici"] };
  expect(ask("subscription", cells, { status: { "Pa!": "left", aici: "active" } }, "CHURN")).toBeCloseTo(
    1 / 3,
    12,
  );
});

test("categories of cost", () => {
  const words = { category: { Diverse: "marketing" } } as const;
  const cost = readRecords("cost", columns({ amount: [100, 50], category: ["Diverse", "Chirie"] }), {
    meanings: words,
  });
  const deal = readRecords(
    "deal",
    columns({ customer: ["A", "B"], status: ["won", "won"], closedDate: [46000, 46001] }),
  );
  const desk = createDesk(linkRecords([deal, cost]), { today: serialOf(2026, 1, 1) });
  expect(desk.numbers([{ metric: "CAC; scope=marketing" }])[0]?.value).toBe(50);
});
