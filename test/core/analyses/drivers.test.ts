import fc from "fast-check";
import { revenueDrivers } from "../../../src/core/analyses/drivers";
import { runs } from "../../support/random";

/** By hand: R₀ = 10 · 0.5 · 100 = 500, R₁ = 20 · 0.4 · 150 = 1200; L = 700 / ln 2.4 = 799.5742. */
test("a worked example", () => {
  const { decided, winRate, size, change, method } = revenueDrivers(
    { decided: 10, won: 5, revenue: 500 },
    { decided: 20, won: 8, revenue: 1200 },
  );
  expect(method).toBe("logMean");
  expect(change).toBe(700);
  expect(decided).toBeCloseTo(799.5742 * Math.log(2), 1);
  expect(winRate).toBeCloseTo(799.5742 * Math.log(0.8), 1);
  expect(size).toBeCloseTo(799.5742 * Math.log(1.5), 1);
});

test("one factor alone explains all of its change", () => {
  const before = { decided: 10, won: 5, revenue: 500 };
  expect(revenueDrivers(before, { decided: 20, won: 10, revenue: 1000 })).toMatchObject({
    winRate: 0,
    size: 0,
  });
  expect(revenueDrivers(before, before)).toMatchObject({ change: 0, decided: 0, winRate: 0, size: 0 });
});

test("a period without deals: factors are replaced one after the other", () => {
  const none = { decided: 0, won: 0, revenue: 0 };
  expect(revenueDrivers(none, { decided: 4, won: 2, revenue: 100 })).toEqual({
    change: 100,
    decided: 0,
    winRate: 0,
    size: 100,
    method: "sequential",
  });
});

test("a ratio too large for a number", () => {
  const tiny = { decided: 120, won: 8, revenue: 8e-323 };
  const { change, decided, winRate, size } = revenueDrivers(tiny, { decided: 1, won: 1, revenue: 0.002 });
  expect(change).toBe(0.002);
  expect(decided + winRate + size).toBeCloseTo(0.002, 9);
});

test("the effects add up to the change", () => {
  const factors = fc
    .record({
      decided: fc.integer({ min: 0, max: 500 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      size: fc.double({ min: 0, max: 1e6, noNaN: true }),
    })
    .map(({ decided, share, size }) => {
      const won = Math.round(decided * share);
      return { decided, won, revenue: won * size };
    });
  fc.assert(
    fc.property(factors, factors, (before, now) => {
      const { change, decided, winRate, size } = revenueDrivers(before, now);
      const scale = Math.max(1, before.revenue, now.revenue);
      expect(Math.abs(decided + winRate + size - change) / scale).toBeLessThan(1e-9);
    }),
    runs(500),
  );
});
