/** Log-likelihood at positive parameters; writes its partial derivatives into `gradient`. */
export type LogLikelihood = (parameters: readonly number[], gradient: number[]) => number;

export interface Fit {
  readonly parameters: readonly number[];
  readonly logLikelihood: number;
  /** False where no step gains any more although it should, or the steps run out. */
  readonly converged: boolean;
  /** False where the data let a parameter run off to 0 or infinity, so that it had to be held. */
  readonly identified: boolean;
}

/**
 * Positive parameters at which a log-likelihood is greatest, the best of several starts: quasi-Newton steps on their
 * logarithms by BFGS with backtracking (Nocedal & Wright, Numerical Optimization, 2nd ed., § 6.1). Where a parameter
 * runs off (subjects who hardly differ), all are held by a weak pull towards 1, which moves what the data tell by little.
 */
export function maximumLikelihood(model: LogLikelihood, starts: readonly (readonly number[])[]): Fit {
  const free = best(model, starts, 0);
  return free.converged ? free : { ...best(model, starts, PULL), identified: false };
}

function best(model: LogLikelihood, starts: readonly (readonly number[])[], pull: number): Fit {
  const fits = starts.map((start) => climb(model, start.map(Math.log), pull));
  return fits.reduce((one, other) => (isBetter(other, one) ? other : one));
}

/** A summit before a point on the way, however high. */
function isBetter(one: Fit, other: Fit): boolean {
  return one.converged === other.converged ? one.logLikelihood > other.logLikelihood : one.converged;
}

/** Of the squared logarithm of each parameter this much of log-likelihood is taken off. */
const PULL = 0.01;
const MOST_STEPS = 200;
/**
 * Gain in log-likelihood that a further step may promise, and what rounding makes of a large one: parameters are then
 * known to a thousandth of their standard error or better.
 */
const PRECISION = 1e-9;
const ROUNDING = 1e-12;
/** Logarithm of a parameter beyond which it is taken to run off. */
const BOUND = 14;
/** No step multiplies a parameter by more than e². */
const LONGEST = 2;

type Hill = (x: readonly number[]) => Place;

interface Place {
  readonly x: readonly number[];
  readonly value: number;
  /** By the logarithms of the parameters. */
  readonly gradient: readonly number[];
  /** `value` without what the pull takes off. */
  readonly logLikelihood: number;
}

function climb(plain: LogLikelihood, start: readonly number[], pull: number): Fit {
  const model: Hill = (x) => placeAt(plain, x, pull);
  let here = model(start);
  let inverse: number[][] | undefined;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { gradient, value } = here;
    const precision = PRECISION + ROUNDING * Math.abs(value);
    const towards = inverse === undefined ? gradient : inverse.map((row) => dot(row, gradient));
    const slope = dot(towards, gradient);
    if (slope < precision && slope >= 0) return result(here, true);
    const next = slope > 0 ? stepAlong(model, here, towards, slope) : undefined;
    if (next === undefined) {
      // the curvature may be stale: once more straight uphill, else rounding allows no more
      if (inverse === undefined) return result(here, slope < 1000 * precision);
      inverse = undefined;
      continue;
    }
    if (next.x.some((log) => Math.abs(log) > BOUND)) return result(next, false);
    inverse = updated(inverse, here, next);
    here = next;
  }
  return result(here, false);
}

function placeAt(model: LogLikelihood, x: readonly number[], pull: number): Place {
  const parameters = x.map(Math.exp);
  const slopes = parameters.map(() => 0);
  const logLikelihood = model(parameters, slopes);
  const gradient = slopes.map((slope, i) => slope * (parameters[i] ?? 0) - 2 * pull * (x[i] ?? 0));
  return { x, value: logLikelihood - pull * dot(x, x), gradient, logLikelihood };
}

/** The first of ever shorter steps that gains a fair part of what the slope promises. */
function stepAlong(
  model: Hill,
  { x, value }: Place,
  towards: readonly number[],
  slope: number,
): Place | undefined {
  let length = Math.min(1, LONGEST / Math.max(...towards.map(Math.abs)));
  for (; length > 1e-9; length /= 2) {
    const next = model(x.map((at, i) => at + length * (towards[i] ?? 0)));
    if (next.value >= value + 1e-4 * length * slope) return next;
  }
  return undefined;
}

/** BFGS: the inverse curvature that agrees with the last step; left as it was where the step shows none. */
function updated(inverse: number[][] | undefined, here: Place, next: Place): number[][] | undefined {
  const step = next.x.map((at, i) => at - (here.x[i] ?? 0));
  const fall = here.gradient.map((slope, i) => slope - (next.gradient[i] ?? 0));
  const curvature = dot(step, fall);
  if (!(curvature > 1e-300)) return inverse;
  const scale = curvature / dot(fall, fall);
  const before = inverse ?? step.map((_, i) => step.map((__, j) => (i === j ? scale : 0)));
  const moved = before.map((row) => dot(row, fall));
  const more = 1 / curvature + dot(fall, moved) / curvature ** 2;
  return before.map((row, i) =>
    row.map((value, j) => {
      const [si = 0, sj = 0, mi = 0, mj = 0] = [step[i], step[j], moved[i], moved[j]];
      return value + more * si * sj - (si * mj + mi * sj) / curvature;
    }),
  );
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
}

function result({ x, logLikelihood }: Place, converged: boolean): Fit {
  return { parameters: x.map(Math.exp), logLikelihood, converged, identified: converged };
}
