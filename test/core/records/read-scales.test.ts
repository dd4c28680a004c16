import { readRecords } from "../../../src/core/records/read-records";

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);

/** Hours of activities as they are read, with dates beside them so that no row is blank. */
function hours(...cells: unknown[]): number[] {
  const dates = cells.map((_, i) => (typeof cells[0] === "string" && i === 0 ? "Date" : 45700 + i));
  const records = readRecords("activity", { date: column(...dates), duration: column(...cells) });
  return [...records.numbers("duration")];
}

function chances(...cells: unknown[]): { values: number[]; problems: unknown[] } {
  const records = readRecords("deal", {
    id: column(...cells.map((_, i) => `D${i}`)),
    probability: column(...cells),
  });
  return { values: [...records.numbers("probability")], problems: [...records.problems] };
}

describe("durations of a column, in hours", () => {
  test("a header passed along names the unit where the numbers do not", () => {
    expect(hours("Duration (min)", 1, 2, 8)).toEqual(
      [1 / 60, 2 / 60, 8 / 60].map((value) => expect.closeTo(value, 12)),
    );
    expect(hours("Durată (ore)", 1, 2, 8)).toEqual([1, 2, 8]);
    expect(hours("Call Duration (in seconds)", 90)).toEqual([expect.closeTo(0.025, 12)]);
    expect(() => hours("Duration", 1, 2, 8)).toThrow();
  });

  test("texts keep their own unit beside numbers", () => {
    expect(hours("Duration (min)", 30, "1h 30m")).toEqual([expect.closeTo(0.5, 12), 1.5]);
  });

  test("one unreadable cell does not spoil a column of texts", () => {
    expect(hours("Duration", "30 min", "0:45", "?")).toEqual([0.5, 0.75, NaN]);
  });

  test("a column without anything readable is refused", () => {
    expect(() => hours("Duration", "long", "short")).toThrow();
  });
});

describe("probabilities of a column", () => {
  test.each<[name: string, cells: unknown[], values: number[]]>([
    ["per cents as text", ["80%", "20 %", "12,5%"], [0.8, 0.2, 0.125]],
    ["fractions", [0.8, 0.2, 1], [0.8, 0.2, 1]],
    ["per cents", [80, 20, 100], [0.8, 0.2, 1]],
    ["per cents as numbers and as text", [80, "20%"], [0.8, 0.2]],
    ["fractions and per cents as text", [0.8, "20%"], [0.8, 0.2]],
  ])("%s", (_, cells, values) => expect(chances(...cells)).toEqual({ values, problems: [] }));

  test("what lies outside the scale is missing and told with its row", () => {
    const { values, problems } = chances(50, 120, 0.5);
    expect(values).toEqual([0.5, NaN, NaN]);
    expect(problems).toMatchObject([
      { role: "probability", reason: "outOfRange", rows: [1, 2], sample: "120" },
    ]);
  });
});
