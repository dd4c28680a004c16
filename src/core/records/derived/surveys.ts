import { Outcome } from "../outcome";
import type { Records } from "../records";
import type { DerivedArguments, DerivedColumn } from "./derived";

export interface Scale {
  readonly min: number;
  readonly max: number;
}

/** 1 for an answer in the top boxes of its scale, 0 for one below; missing outside the scale or where it has no rule. */
export const topBox: DerivedColumn = {
  has: (surveys) => surveys.has("score"),
  values: (surveys, given) =>
    scored(surveys, given, (score, { max }) => {
      const boxes = topBoxes(max);
      return boxes === undefined ? NaN : score >= max - boxes + 1 ? 1 : 0;
    }),
};

/** The score on a scale of 0 to 100, the lowest answer 0 and the highest 100. */
export const rescaledScore: DerivedColumn = {
  has: topBox.has,
  values: (surveys, given) =>
    scored(surveys, given, (score, { min, max }) => (max > min ? (100 * (score - min)) / (max - min) : NaN)),
};

/** 1 where the score lies outside its scale. */
export const outsideScale: DerivedColumn = {
  has: topBox.has,
  values(surveys, given) {
    const scores = surveys.numbers("score");
    const scaleOf = scales(surveys, given);
    return scores.map((score, i) => (score === score && !within(score, scaleOf(i)) ? 1 : 0));
  },
};

/** Boxes at the top that are "satisfied": one of 2 or 3 points, two of 4 to 10; longer scales have no such rule. */
export function topBoxes(max: number): number | undefined {
  if (max >= 2 && max < 4) return 1;
  return max >= 4 && max <= 10 ? 2 : undefined;
}

/** A few scores beyond a scale are slips of the key, not a longer scale. */
const SLIPS = 0.05;

/**
 * The usual scale that the scores show: the shortest of 5, 7, 10 or 100 points with hardly a score beyond it. Three have
 * to be said: 3 may be low.
 */
export function detectedMax(surveys: Records): number {
  const scores = surveys
    .numbers("score")
    .filter((score, i) => surveys.outcome[i] !== Outcome.none && score === score);
  const beyond = (max: number): number => scores.filter((score) => score > max).length;
  const usual = [5, 7, 10, 100].find((max) => beyond(max) <= SLIPS * scores.length);
  return usual ?? Math.ceil(scores.reduce((high, score) => Math.max(high, score), 0));
}

function scored(
  surveys: Records,
  given: DerivedArguments,
  value: (score: number, scale: Scale) => number,
): Float64Array {
  const scaleOf = scales(surveys, given);
  return surveys.numbers("score").map((score, i) => {
    const scale = scaleOf(i);
    return within(score, scale) ? value(score, scale) : NaN;
  });
}

function within(score: number, { min, max }: Scale): boolean {
  return score >= min && score <= max;
}

/** Each row's own scale, else the one given, else the one the scores show. */
function scales(surveys: Records, { min = 1, max }: DerivedArguments): (row: number) => Scale {
  const lows = surveys.has("scaleMin") ? surveys.numbers("scaleMin") : undefined;
  const highs = surveys.has("scaleMax") ? surveys.numbers("scaleMax") : undefined;
  const usual = { min: Number(min), max: max === undefined ? detectedMax(surveys) : Number(max) };
  return (row) => {
    const low = lows?.[row] ?? NaN;
    const high = highs?.[row] ?? NaN;
    return { min: low === low ? low : usual.min, max: high === high ? high : usual.max };
  };
}
