import { concentrationOf } from "../../../src/core/analyses/concentration";

test("R§1: revenue of the first quarter by customer", () => {
  expect(concentrationOf([2000, 6000, 2500])?.gini).toBeCloseTo(0.253968254, 9);
});

test("all equal, one has all, and by hand", () => {
  expect(concentrationOf([5, 5, 5, 5])).toMatchObject({ gini: 0, top1: 0.25, herfindahl: 0.25, of80: 4 });
  expect(concentrationOf([7])).toMatchObject({ gini: 0, top1: 1, of80: 1 });
  // 2 (1·1 + 2·2 + 3·7) / (3 · 10) − 4/3 = 52/30 − 40/30
  expect(concentrationOf([7, 1, 2, 0, -3])?.gini).toBeCloseTo(12 / 30, 12);
  expect(concentrationOf([7, 1, 2])?.of80).toBe(2);
  expect(concentrationOf([0, -1])).toBeUndefined();
});
