import { column, sales } from "../support/custom-functions";

const times = (count: number, score: number): number[] => Array<number>(count).fill(score);
/** Delighted's worked example (R§3): 42 fives, 32 fours, 10 threes, 9 twos, 14 ones. */
const delighted = [...times(42, 5), ...times(32, 4), ...times(10, 3), ...times(9, 2), ...times(14, 1)];
const sum = delighted.reduce((total, score) => total + score, 0);

/** Scores, further arguments, expected value, origin. */
const cases: readonly [readonly unknown[], Record<string, unknown>, number, string][] = [
  [delighted, {}, 74 / 107, "R§3 Delighted: 69 %"],
  [delighted, { options: "scale=5" }, 74 / 107, "R§3"],
  [delighted, { options: "method=top-2-box" }, 74 / 107, "the catalogue's word"],
  [delighted, { options: "method=mean" }, sum / 107, "by hand: 400 ÷ 107"],
  [delighted, { options: "method=rescaled" }, (100 * (sum / 107 - 1)) / 4, "by hand: 1 is 0, 5 is 100"],
  [[7, 6, 5, 4, 1], {}, 2 / 5, "7 points: 6 and 7"],
  [[10, 9, 8, 7, 1], {}, 2 / 5, "10 points: 9 and 10"],
  [[3, 3, 2, 1], { options: "scale=3" }, 2 / 4, "3 points: the top one"],
  [[3, 3, 2, 1], {}, 0, "a low score is no scale of 3 points: that has to be said"],
  [[0, 9, 10, 5], { options: "scale=0-10" }, 2 / 4, "from 0 to 10"],
  [[0, 10], { options: "scale=0-10; method=rescaled" }, 50, "from 0 to 10"],
  [["4 ", "5,0", "", "n/a", 2], {}, 2 / 3, "text is read, blanks and words are left out"],
];

test.each(cases.map(([scores, more, expected, origin]) => ({ scores, more, expected, origin })))(
  "CSAT = $expected ($origin)",
  async ({ scores, more, expected }) => {
    expect(await sales("CSAT", { score: column(scores), ...more })).toBeCloseTo(expected, 12);
  },
);

test("mixed scales: each answer by its own rule; the mean rescaled", async () => {
  const mixed = { score: column([5, 5, 9, 6, 3]), scaleMax: column([5, 7, 10, 7, 3]) };
  // satisfied: 5 of 5, 9 of 10, 6 of 7, 3 of 3; not 5 of 7
  expect(await sales("CSAT", mixed)).toBeCloseTo(4 / 5, 12);
  const rescaled = (100 + (100 * 4) / 6 + (100 * 8) / 9 + (100 * 5) / 6 + 100) / 5;
  expect(await sales("CSAT", { ...mixed, options: "method=rescaled" })).toBeCloseTo(rescaled, 10);
});

test("scores outside the scale, and blank ones, are left out and counted; the scale and responses are told", async () => {
  const table = (await sales("EXPLAIN", {
    metric: "CSAT",
    columns: [
      column([5, 4, 1, 11, 0, ""]),
      column(["2025-01-01", "2025-01-02", "2025-01-03", "2025-01-04", "2025-01-05", "2025-01-06"]),
      null,
      null,
      null,
      null,
      [[12]],
      "scale=5",
    ],
  })) as unknown[][];
  const rows = new Map(table.map(([name, value]) => [name, value]));
  expect(rows.get("Value")).toBeCloseTo(2 / 3, 12);
  expect(rows.get("Left out: score outside the scale")).toBe(2);
  expect(rows.get("Left out: score is blank")).toBe(1);
  // Wilson for 2 of 3, as R§4's method gives it
  expect(rows.get("Lower bound")).toBeCloseTo(0.2076596, 6);
  expect(rows.get("Upper bound")).toBeCloseTo(0.9385081, 6);
  expect(table).toContainEqual(["Note", expect.stringContaining("41.7 %: 5 answers to 12 invitations")]);
  const detected = (await sales("EXPLAIN", { metric: "CSAT", columns: [column([5, 4])] })) as unknown[][];
  expect(detected).toContainEqual(["Note", expect.stringContaining("scale to 5")]);
});

test("in a period, by owner and by month", async () => {
  const score = column([5, 1, 4, 2]);
  const date = column(["2025-01-10", "2025-01-20", "2025-02-10", "2025-03-10"]);
  const owner = column(["Ana", "Dan", "Ana", "Dan"]);
  expect(await sales("CSAT", { score, date, options: "period=2025-01; scale=5" })).toBe(0.5);
  expect(
    await sales("BY", { metric: "CSAT", group: "owner", columns: [score, date, null, null, null, owner] }),
  ).toEqual([
    ["owner", "Customer satisfaction (CSAT)"],
    ["Ana", 1],
    ["Dan", 0],
  ]);
  expect(await sales("BY", { metric: "CSAT", group: "month", columns: [score, date, "scale=5"] })).toEqual([
    ["Period", "Customer satisfaction (CSAT)"],
    ["2025-01", 0.5],
    ["2025-02", 1],
    ["2025-03", 0],
  ]);
});

const refused: readonly [readonly unknown[], Record<string, unknown>, string, string][] = [
  [[], {}, "#VALUE!", "score"],
  [["", ""], {}, "#DIV/0!", ""],
  [[80, 95], {}, "#VALUE!", "method=mean"],
  [[5, 4], { options: "scale=ten" }, "#VALUE!", "0-10"],
  [[5, 4], { options: "scale=10-0" }, "#VALUE!", "0-10"],
  [[5, 4], { from: "2025-01-01", to: "2025-01-31" }, "#VALUE!", "date"],
  [["good", "bad"], {}, "#VALUE!", "score"],
];

test.each(refused.map(([scores, more, code, says]) => ({ scores, more, code, says })))(
  "scores $scores with $more answer $code",
  async ({ scores, more, code, says }) => {
    const value = await sales("CSAT", { score: scores.length === 0 ? null : column(scores), ...more });
    expect(value).toMatchObject({ code });
    if (says !== "") expect((value as { message: string }).message).toContain(says);
  },
);

test("a mean of a scale to 100 needs no boxes", async () => {
  expect(await sales("CSAT", { score: column([80, 95]), options: "method=mean" })).toBe(87.5);
});

test("a slip of the key is no longer scale: one 9 among sixty answers of 5 points is left out and counted", async () => {
  const score = column([...Array.from({ length: 59 }, (_, i) => (i % 5) + 1), 9]);
  // 4 and 5: 23 of the 59 answers on the scale
  expect(await sales("CSAT", { score })).toBeCloseTo(23 / 59, 12);
  const behind = new Map(
    (await sales("EXPLAIN", { metric: "CSAT", columns: [score] })) as [string, unknown][],
  );
  expect([...behind.entries()].some(([what, rows]) => rows === 1 && /scale/.test(what))).toBe(true);
});
