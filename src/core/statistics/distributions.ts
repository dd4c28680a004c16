/**
 * Normal quantile: Acklam's rational approximation polished by one Halley step on erfc; relative error below 1e-15.
 * @throws RangeError outside 0 < p < 1
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`probability ${p} is outside (0, 1)`);
  if (p > 0.5) return -normalQuantile(1 - p);
  let x: number;
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    x =
      (((((-7.784894002430293e-3 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) *
        q +
        4.374664141464968) *
        q +
        2.938163982698783) /
      ((((7.784695709041462e-3 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) *
        q +
        1);
  } else {
    const q = p - 0.5;
    const r = q * q;
    x =
      ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
        30.66479806614716) *
        r +
        2.506628277459239) *
        q) /
      (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
        13.28068155288572) *
        r +
        1);
  }
  const error = normalCdf(x) - p;
  const u = error * Math.sqrt(2 * Math.PI) * Math.exp((x * x) / 2);
  return x - u / (1 + (x * u) / 2);
}

/** Standard normal distribution function through the incomplete gamma function. */
export function normalCdf(x: number): number {
  const tail = 0.5 * upperGammaRegularised(0.5, (x * x) / 2);
  return x < 0 ? tail : 1 - tail;
}

/**
 * Student's t quantile from the incomplete beta form of its distribution function, looked for from the first terms of its
 * expansion about the normal quantile (Abramowitz & Stegun 26.7.5).
 */
export function studentQuantile(p: number, degrees: number): number {
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentQuantile(1 - p, degrees);
  const logDensity0 = logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - 0.5 * Math.log(degrees * Math.PI);
  const low = normalQuantile(p); // its tails are lighter
  const start = low + (low ** 3 + low) / (4 * degrees);
  let high = 2 * start;
  while (studentCdf(high, degrees) < p) high *= 2;
  return solve(
    (t) => studentCdf(t, degrees) - p,
    (t) => Math.exp(logDensity0 - ((degrees + 1) / 2) * Math.log1p((t * t) / degrees)),
    low,
    high,
    start,
  );
}

/** Quantile of the beta distribution: the x with I_x(a, b) = p. NaN where I_x(a, b) cannot be computed. */
export function betaQuantile(p: number, a: number, b: number): number {
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  return solve(
    (x) => betaRegularised(x, a, b) - p,
    (x) => Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta),
    0,
    1,
  );
}

/** Root of a rising function by Newton steps, halving the bracket where a step leaves it (Numerical Recipes § 9.4). */
function solve(
  gap: (x: number) => number,
  slope: (x: number) => number,
  low: number,
  high: number,
  start = (low + high) / 2,
): number {
  let x = start;
  for (let step = 0; step < 200; step++) {
    const g = gap(x);
    if (g !== g) return NaN;
    if (g > 0) high = x;
    else low = x;
    let next = x - g / slope(x);
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - x) <= 1e-14 * next) return next;
    x = next;
  }
  return x;
}

export function studentCdf(t: number, degrees: number): number {
  const tail = 0.5 * betaRegularised(degrees / (degrees + t * t), degrees / 2, 0.5);
  return t > 0 ? 1 - tail : tail;
}

/** ln Γ(x), x > 0: Lanczos (g = 7, n = 9). */
export function logGamma(x: number): number {
  const coefficients = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  let sum = coefficients[0] ?? 0;
  for (let i = 1; i < 9; i++) sum += (coefficients[i] ?? 0) / (x - 1 + i);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** ψ(x) = d ln Γ(x) ÷ dx, x > 0: recurrence up to 6, then the asymptotic series (Abramowitz & Stegun 6.3.18). */
export function digamma(x: number): number {
  let value = 0;
  let at = x;
  for (; at < 6; at++) value -= 1 / at;
  const square = 1 / (at * at);
  const series = 1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square / 132)));
  return value + Math.log(at) - 0.5 / at - square * series;
}

/** Q(a, x): series below a + 1, Lentz's continued fraction above (Numerical Recipes § 6.2). */
function upperGammaRegularised(a: number, x: number): number {
  if (x <= 0) return 1;
  const scale = Math.exp(-x + a * Math.log(x) - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 1000 && Math.abs(term) > Math.abs(sum) * 1e-17; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return 1 - sum * scale;
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 1000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const delta = d * c;
    h *= delta;
    if (Math.abs(delta - 1) < 1e-16) break;
  }
  return h * scale;
}

/** I_x(a, b) by Lentz's continued fraction (Numerical Recipes § 6.4); NaN where it does not converge. */
export function betaRegularised(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaRegularised(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < 1e-300 ? 1e-300 : d);
  let h = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const delta = d * c;
    h *= delta;
    if (Math.abs(delta - 1) < 1e-15) return (front * h) / a;
  }
  return NaN;
}
