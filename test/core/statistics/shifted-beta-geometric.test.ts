import {
  fitShiftedBetaGeometric,
  retentionRate,
  survivalShare,
  type Renewals,
} from "../../../src/core/statistics/shifted-beta-geometric";

/** Fader & Hardie's cohorts of 1000, and those still there after each renewal. */
const REGULAR = [1000, 631, 468, 382, 326, 289, 262, 241];
const HIGH_END = [1000, 869, 743, 653, 593, 551, 517, 491];

function cohort(alive: readonly number[]): Renewals {
  const stayed = alive.slice(1);
  return { left: stayed.map((after, t) => (alive[t] ?? 0) - after), stayed };
}

const relative = (value: number, expected: number): number => Math.abs(value / expected - 1);

test.each([
  ["regular (the paper's 0.704, 1.182; −1680.3)", REGULAR, 0.704077, 1.182043, -1680.265188],
  ["high end (0.668, 3.806; −1611.2)", HIGH_END, 0.668088, 3.806095, -1611.158147],
  ["regular, four renewals", REGULAR.slice(0, 5), 0.763665, 1.29583, -1401.559423],
])("%s: α %s (R§14)", (_, alive, alpha, beta, logLikelihood) => {
  const fit = fitShiftedBetaGeometric(cohort(alive));
  expect(fit.converged).toBe(true);
  expect(relative(fit.alpha, alpha)).toBeLessThan(2e-6);
  expect(relative(fit.beta, beta)).toBeLessThan(2e-6);
  expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 5);
});

test.each([
  [
    "regular",
    REGULAR,
    [0.2201, 0.2044, 0.1912, 0.1799, 0.17],
    [0.626706, 0.756047, 0.818823, 0.910719, 0.920767],
  ],
  [
    "high end",
    HIGH_END,
    [0.4604, 0.4358, 0.4142, 0.3951, 0.378],
    [0.850679, 0.877957, 0.896807, 0.936216, 0.941775],
  ],
])("%s: survival S(8…12) and retention r₁, r₂, r₃, r₇, r₈ (R§14)", (_, alive, shares, rates) => {
  const fit = fitShiftedBetaGeometric(cohort(alive));
  shares.forEach((share, at) => expect(survivalShare(fit, 8 + at)).toBeCloseTo(share, 4));
  [1, 2, 3, 7, 8].forEach((t, at) => expect(retentionRate(fit, t)).toBeCloseTo(rates[at] ?? NaN, 6));
});

test("customers of years 1 … 8 from four renewals: 1000, 629.20 … 229.64 (R§14)", () => {
  const fit = fitShiftedBetaGeometric(cohort(REGULAR.slice(0, 5)));
  [1000, 629.2, 472.15, 383.33, 325.47, 284.45, 253.68, 229.64].forEach((customers, t) =>
    expect(1000 * survivalShare(fit, t)).toBeCloseTo(customers, 2),
  );
});

test("cohorts of different age are one likelihood: a younger one is seen for fewer renewals", () => {
  const [old, young] = [cohort(REGULAR), cohort(REGULAR.slice(0, 5))];
  const add = (one: readonly number[], other: readonly number[]): number[] =>
    one.map((count, t) => count + (other[t] ?? 0));
  const both = fitShiftedBetaGeometric({
    left: add(old.left, young.left),
    stayed: add(old.stayed, young.stayed),
  });
  expect(both.alpha).toBeGreaterThan(0.704077);
  expect(both.alpha).toBeLessThan(0.763665);
});

test("one constant rate for all: α and β run off in its proportion", () => {
  const { alpha, beta } = fitShiftedBetaGeometric({ left: [100, 90, 81], stayed: [900, 810, 729] });
  expect(alpha + beta).toBeGreaterThan(1000);
  expect(alpha / (alpha + beta)).toBeCloseTo(0.1, 4);
});
