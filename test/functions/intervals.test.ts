import { isError, sales } from "../support/custom-functions";

/** k, n, lower, upper, digits given (R§4, Wilson). */
const wilson: readonly [number, number, number, number, number][] = [
  [81, 263, 0.2552885199, 0.366209577, 10],
  [15, 148, 0.0623863995, 0.1604872417, 10],
  [0, 20, 0, 0.1611251581, 10],
  [1, 29, 0.0061132143, 0.1717552188, 10],
  [18, 20, 0.6989663547715128, 0.972133518786232, 12],
  [4, 20, 0.0806576625797981, 0.4160174322518935, 12],
  [4, 200, 0.00780442641634947, 0.05028708690582643, 12],
  [190, 200, 0.910421851861224, 0.972617354399236, 12],
  [1, 30, 0.00590859, 0.16670391, 7],
  [29, 30, 0.8332961, 0.9940914, 7],
  [0, 30, 0, 0.11351339, 7],
  [30, 30, 0.8864866, 1, 7],
  [23, 60, 0.2708827237, 0.5098240418, 10],
  [3, 5, 0.2307242813, 0.8823792258, 10],
  [1, 1, 0.2065493144, 1, 10],
  [0, 1, 0, 0.7934506856, 10],
];

async function bounds(args: Record<string, unknown>): Promise<[number, number]> {
  const table = (await sales("RATEINTERVAL", args)) as [unknown[], [number, number]];
  expect(table[0]).toEqual(["Lower bound", "Upper bound"]);
  return table[1];
}

test.each(wilson)("Wilson for %d of %d (R§4)", async (k, n, lower, upper, digits) => {
  const [low, high] = await bounds({ k, n });
  expect(low).toBeCloseTo(lower, digits);
  expect(high).toBeCloseTo(upper, digits);
});

/** Method, k, n, lower, upper (R§4: corrected from R's prop.test, exact from statsmodels). */
const others: readonly [string, number, number, number, number, number][] = [
  ["wilson-cc", 81, 263, 0.253509, 0.368176, 6],
  ["continuity-corrected", 15, 148, 0.059778, 0.16445, 6],
  ["wilson-cc", 0, 20, 0, 0.200453, 6],
  ["wilson-cc", 1, 29, 0.001803, 0.196282, 6],
  ["wilson-cc", 18, 20, 0.668722, 0.982487, 6],
  ["exact", 18, 20, 0.6830172859809176, 0.9876514728297052, 10],
  ["Clopper-Pearson", 4, 20, 0.05733399705003284, 0.436614002996668, 10],
  // SciPy 1.17.1: beta.ppf([0.025, 0.975], 4.5, 16.5)
  ["jeffreys", 4, 20, 0.07152005247873086, 0.4082257625169254, 10],
];

test.each(others)("%s for %d of %d", async (method, k, n, lower, upper, digits) => {
  const [low, high] = await bounds({ k, n, options: `method=${method}` });
  expect(low).toBeCloseTo(lower, digits);
  expect(high).toBeCloseTo(upper, digits);
});

test("another level; without a header", async () => {
  // z = 1.6448536: (0.6 + z²/10 ± z·√(0.048 + z²/100)) ÷ (1 + z²/5), by hand
  const z2 = 1.6448536269514722 ** 2;
  const half = Math.sqrt(z2) * Math.sqrt(0.24 / 5 + z2 / 100);
  expect(await sales("RATEINTERVAL", { k: 3, n: 5, options: "level=0.9; headers=no" })).toEqual([
    [
      expect.closeTo((0.6 + z2 / 10 - half) / (1 + z2 / 5), 9),
      expect.closeTo((0.6 + z2 / 10 + half) / (1 + z2 / 5), 9),
    ],
  ]);
});

/** a, m, b, n, difference, lower, upper (R§5; Newcombe's Table II gives the first four decimals). */
const differences: readonly [number, number, number, number, number, number, number][] = [
  [56, 70, 48, 80, 0.2, 0.052431, 0.333873],
  [9, 10, 3, 10, 0.6, 0.170523, 0.809018],
  [6, 7, 2, 7, 0.5714, 0.058228, 0.80625],
  [5, 56, 0, 29, 0.0893, -0.038137, 0.19256],
  [0, 10, 0, 20, 0, -0.161125, 0.277533],
  [0, 10, 0, 10, 0, -0.277533, 0.277533],
  [10, 10, 0, 20, 1, 0.679086, 1],
  [10, 10, 0, 10, 1, 0.607509, 1],
];

test.each(differences)("%d/%d − %d/%d (R§5)", async (a, m, b, n, difference, lower, upper) => {
  const table = (await sales("DIFFINTERVAL", { a, m, b, n })) as [unknown[], number[]];
  expect(table[0]).toEqual(["Difference", "Lower bound", "Upper bound"]);
  expect(table[1]).toEqual([
    expect.closeTo(difference, 4),
    expect.closeTo(lower, 6),
    expect.closeTo(upper, 6),
  ]);
});

const refused: readonly [string, Record<string, unknown>, string][] = [
  ["RATEINTERVAL", { k: 0, n: 0 }, "#N/A"],
  ["RATEINTERVAL", { k: 5, n: 3 }, "#VALUE!"],
  ["RATEINTERVAL", { k: -1, n: 3 }, "#VALUE!"],
  ["RATEINTERVAL", { k: "many", n: 3 }, "#VALUE!"],
  ["RATEINTERVAL", { n: 3 }, "#VALUE!"],
  ["RATEINTERVAL", { k: 1, n: 3, options: "method=wald" }, "#VALUE!"],
  ["DIFFINTERVAL", { a: 1, m: 2, b: 1, n: 0 }, "#N/A"],
  ["DIFFINTERVAL", { a: 3, m: 2, b: 1, n: 2 }, "#VALUE!"],
];

test.each(refused)("%s of %j answers %s", async (id, args, code) => {
  const [[value]] = (await sales(id, args)) as [[unknown]];
  expect(isError(value)).toBe(true);
  expect(value).toMatchObject({ code });
});

test("numbers may come from cells, and tables explain themselves", async () => {
  expect(await sales("RATEINTERVAL", { k: [[81]], n: "263" })).toMatchObject([
    ["Lower bound", "Upper bound"],
    [expect.closeTo(0.2552885199, 9), expect.closeTo(0.366209577, 9)],
  ]);
  expect(await sales("EXPLAIN", { metric: "RATEINTERVAL", columns: [[[81]], [[263]]] })).toEqual([
    ["Note", "All rows were used."],
  ]);
});
