import {
  expectedPurchases,
  fitBgNbd,
  NEW_CUSTOMER,
  probabilityAlive,
  type BgNbd,
} from "../../../src/core/statistics/bg-nbd";
import { csvColumns, describeWithData, expectedValues } from "../../support/shared-data";

/** The paper's parameters for CDNOW, in weeks. */
const paper: BgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
/** The same unrounded: R§10, from the public summary file. */
const cdnow: BgNbd = { r: 0.24259291, alpha: 4.41353118, a: 0.79288625, b: 2.42575366 };

const relative = (value: number, expected: number): number => Math.abs(value / expected - 1);

test.each([
  // R§10: E[X(t)] of a new customer
  [0.1429, 0.007828348, 0.007816073],
  [1, 0.053267891, 0.053184745],
  [2, 0.10338974, 0.103229142],
  [3, 0.150865231, 0.150631941],
  [31.8571, 1.041996061, 1.040494337],
  [32, 1.045243328, 1.04373726],
  [39, 1.196723193, 1.195016326],
  [52, 1.446050595, 1.444020868],
  [78, 1.860519058, 1.857971787],
])("a new customer's purchases in %d weeks: %d, at the unrounded parameters %d (R§10)", (weeks, at, mle) => {
  expect(relative(expectedPurchases(paper, NEW_CUSTOMER, weeks), at)).toBeLessThan(1e-7);
  expect(relative(expectedPurchases(cdnow, NEW_CUSTOMER, weeks), mle)).toBeLessThan(1e-7);
});

test.each([
  [paper, { x: 2, recency: 30.43, age: 38.86 }, 39, 1.226028175, "the paper's 1.226"],
  [cdnow, { x: 2, recency: 30.43, age: 38.86 }, 39, 1.225910421, "at the unrounded parameters"],
  [paper, { x: 10, recency: 35, age: 39 }, 2, 0.391569207, "R§10"],
  [cdnow, { x: 26, recency: 30.86, age: 31 }, 52, 25.759472148, "customer 1516"],
  [cdnow, { x: 10, recency: 20, age: 39 }, 52, 0.347494027, "R§10"],
  [cdnow, { x: 15, recency: 20, age: 39 }, 52, 0.042838271, "R§10"],
  [cdnow, { x: 20, recency: 20, age: 39 }, 52, 0.004159382, "R§10"],
  [cdnow, { x: 25, recency: 20, age: 39 }, 52, 0.000358402, "R§10"],
] as const)(
  "E[Y(t) | x, t_x, T]: %o %o in %d weeks = %d (%s)",
  (model, history, weeks, expected, _origin) => {
    expect(relative(expectedPurchases(model, history, weeks), expected)).toBeLessThan(2e-6);
  },
);

test("P(alive): R§10, and 1 for one who bought once", () => {
  expect(probabilityAlive(paper, { x: 23, recency: 39, age: 39 })).toBeCloseTo(0.968555454, 9);
  expect(probabilityAlive(paper, { x: 2, recency: 30.43, age: 38.86 })).toBeCloseTo(0.72657857, 9);
  expect(probabilityAlive(cdnow, { x: 26, recency: 30.86, age: 31 })).toBeCloseTo(0.968919706, 8);
  expect(probabilityAlive(paper, { x: 0, recency: 0, age: 39 })).toBe(1);
  const paradox = [
    0.70562685, 0.68709113, 0.66386618, 0.63654564, 0.60561449, 0.57155173, 0.53488475, 0.49621248,
    0.45620505, 0.41558453, 0.37509189, 0.33544622, 0.29730313, 0.26121904, 0.22762609, 0.19682044,
  ];
  paradox.forEach((expected, at) =>
    expect(probabilityAlive(paper, { x: 5 + at, recency: 30, age: 39 })).toBeCloseTo(expected, 8),
  );
});

/**
 * Independent of the closed form: a new customer who buys at rate λ and leaves after each repeat purchase with chance p
 * makes (1 − e^{−λpt}) ÷ p of them by t; the mean over λ ~ Gamma(r, α) is (1 − (α ÷ (α + pt))^r) ÷ p, over
 * p ~ Beta(a, b) by the midpoint rule with the variable changed so that the density has no corner.
 */
function byQuadrature({ r, alpha, a, b }: BgNbd, time: number): number {
  const steps = 200_000;
  let [sum, weight] = [0, 0];
  for (let i = 0; i < steps; i++) {
    const u = (i + 0.5) / steps;
    const p = u ** 3 * (10 - 15 * u + 6 * u * u);
    const density = p ** (a - 1) * (1 - p) ** (b - 1) * 30 * u * u * (1 - u) ** 2;
    weight += density;
    sum += (density * (1 - (alpha / (alpha + p * time)) ** r)) / p;
  }
  return sum / weight;
}

test.each<[BgNbd, number]>([
  [{ r: 0.5, alpha: 6, a: 1, b: 3 }, 52],
  [{ r: 0.5, alpha: 6, a: 1 + 1e-9, b: 3 }, 52],
  [{ r: 0.5, alpha: 6, a: 2.5, b: 3 }, 400],
  [{ r: 4, alpha: 2, a: 3, b: 8 }, 30],
  [{ r: 0.9, alpha: 10, a: 0.8, b: 0.9 }, 20],
])("purchases of a new customer by numerical integration: %o, %d weeks", (model, time) => {
  expect(relative(expectedPurchases(model, NEW_CUSTOMER, time), byQuadrature(model, time))).toBeLessThan(
    1e-6,
  );
});

test("stays finite for very frequent customers and long times", () => {
  const values = [1, 52, 5200].map((time) =>
    expectedPurchases(paper, { x: 900, recency: 99, age: 100 }, time),
  );
  for (const value of values) expect(Number.isFinite(value)).toBe(true);
  expect(values).toEqual([...values].sort((a, b) => a - b));
});

describeWithData("CDNOW", () => {
  const { frequency, recency, T } = csvColumns("cdnow/cdnow_customers_summary.csv");
  const histories = (frequency ?? []).map(([x], i) => ({
    x: Number(x),
    recency: Number(recency?.[i]?.[0]),
    age: Number(T?.[i]?.[0]),
    customers: 1,
  }));

  test("maximum likelihood: r 0.243, α 4.414, a 0.793, b 2.426, LL −9582.4 (the paper); R§10 unrounded", () => {
    const fit = fitBgNbd(histories);
    expect(fit.converged).toBe(true);
    expect(fit.logLikelihood).toBeCloseTo(-9582.425561, 5);
    expect(relative(fit.r, cdnow.r)).toBeLessThan(1e-5);
    expect(relative(fit.alpha, cdnow.alpha)).toBeLessThan(1e-5);
    expect(relative(fit.a, cdnow.a)).toBeLessThan(1e-5);
    expect(relative(fit.b, cdnow.b)).toBeLessThan(1e-5);
  });

  test("one history of many customers is many customers; time in days only moves α", () => {
    const fit = fitBgNbd(histories);
    const twice = fitBgNbd(histories.map((history) => ({ ...history, customers: 2 })));
    expect(twice.logLikelihood).toBeCloseTo(2 * fit.logLikelihood, 5);
    expect(twice.a).toBeCloseTo(fit.a, 4);
    const inDays = fitBgNbd(
      histories.map((history) => ({ ...history, recency: 7 * history.recency, age: 7 * history.age })),
    );
    expect(relative(inDays.alpha, 7 * fit.alpha)).toBeLessThan(1e-4);
    expect(relative(inDays.r, fit.r)).toBeLessThan(1e-4);
    expect(relative(inDays.b, fit.b)).toBeLessThan(1e-4);
  });

  test("who is alive, and what each is expected to buy, at the parameters fitted elsewhere", () => {
    const expected = expectedValues("cdnow_sample");
    const { alpha, ...others } = expected.bgnbd_params?.value as BgNbd;
    const model = { ...others, alpha };
    const customers = expected.customers_detail?.value as Record<
      string,
      { x: number; t_x: number; T: number; p_alive: number; exp_39w: number; exp_52w: number }
    >;
    expect(Object.keys(customers).length).toBeGreaterThan(0);
    for (const { x, t_x, T: age, p_alive, exp_39w, exp_52w } of Object.values(customers)) {
      const history = { x, recency: t_x, age };
      expect(relative(probabilityAlive(model, history), p_alive)).toBeLessThan(1e-9);
      expect(relative(expectedPurchases(model, history, 39), exp_39w)).toBeLessThan(1e-9);
      expect(relative(expectedPurchases(model, history, 52), exp_52w)).toBeLessThan(1e-9);
    }
    const unconditional = expected.unconditional_expectation?.value as Record<string, number>;
    for (const [weeks, value] of Object.entries(unconditional))
      expect(relative(expectedPurchases(model, NEW_CUSTOMER, Number(weeks)), value)).toBeLessThan(1e-9);
  });
});
