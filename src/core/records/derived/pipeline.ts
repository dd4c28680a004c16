import { stop } from "../../result";
import { normaliseWord } from "../../text";
import { Outcome } from "../outcome";
import type { Records } from "../records";
import {
  stageOfLossKnown,
  outcomeAt,
  stageKeys,
  stageOn,
  stagesOf,
  visitedStages,
  type Stage,
} from "../stages";
import { rowsReferringTo } from "./links";
import type { DerivedArguments, DerivedColumn } from "./derived";
import { numbersFrom } from "./numbers-from";

/** Deals from the past that the chance of a stage is mixed with: as many at the usual rate. */
export const PRIOR_DEALS = 10;
/** Below so many closed deals a stage's own history says too little. */
const ENOUGH_CLOSED = 20;

/**
 * The chance that a deal is won. `from` = "auto": the deal's probability, else its stage's, else what became of past
 * deals that reached the stage; "empirical": the last always; "column": the first only; "quality": the last, or the
 * first where too few deals have closed; "category": `weights` by forecast category ("Commit:0.9|Best case:0.5");
 * "score": no chance, but the person's own score.
 */
export const winChance: DerivedColumn = {
  has: (deals) => deals.has("probability") || deals.has("stage"),
  values(deals, given) {
    return numbersFrom(deals.rows, chanceOf(deals, given));
  },
};

/** Probability × amount. */
export const weightedAmount: DerivedColumn = {
  money: "amount",
  has: (deals) => deals.has("amount") && winChance.has(deals),
  values(deals, given) {
    const chances = deals.derivedNumbers("winChance", given);
    return deals.numbers("amount").map((amount, i) => amount * (chances[i] ?? NaN));
  },
};

/** Variance of a deal that brings its amount or nothing: p (1 − p) v². */
export const weightedVariance: DerivedColumn = {
  money: "amount",
  has: weightedAmount.has,
  values(deals, given) {
    const chances = deals.derivedNumbers("winChance", given);
    return deals.numbers("amount").map((amount, i) => {
      const chance = chances[i] ?? NaN;
      return chance * (1 - chance) * amount * amount;
    });
  },
};

/** Days since a deal was created, on the day `asOf`. */
export const age: DerivedColumn = {
  has: (deals) => deals.has("createdDate"),
  values: (deals, { asOf = NaN }) =>
    deals.numbers("createdDate").map((created) => Math.floor(Number(asOf)) - Math.floor(created)),
};

/** 1 for a deal with an activity that is planned (from the day `asOf` on), else 0. */
export const nextActivity: DerivedColumn = {
  has: (deals) => deals.has("id") && deals.linked.activity?.has("dealRef") === true,
  values(deals, { asOf = -Infinity }) {
    const { activity: activities } = deals.linked;
    const linked = rowsReferringTo(deals, "id", activities, "dealRef");
    const dates = activities?.has("date") === true ? activities.numbers("date") : undefined;
    const isPlanned = (row: number): boolean =>
      activities?.outcome[row] === Outcome.open && !((dates?.[row] ?? NaN) < Math.floor(Number(asOf)));
    return numbersFrom(deals.rows, (row) => (linked(row).some(isPlanned) ? 1 : 0));
  },
};

/** 1 for a deal whose stage is one of `stages` ("Proposal|Negotiation"), or comes after it in the stages table. */
export const qualified: DerivedColumn = {
  has: (deals) => deals.has("stage"),
  values(deals, { stages = "" }) {
    const named = String(stages).split("|").map(normaliseWord);
    const order = stagesOf(deals.linked)?.map(({ key }) => key) ?? [];
    const places = named.map((key) => order.indexOf(key)).filter((place) => place >= 0);
    const from = places.length === 0 ? Infinity : Math.min(...places);
    const keys = stageKeys(deals);
    return numbersFrom(deals.rows, (row) => {
      const key = keys(row);
      return named.includes(key) || order.indexOf(key) >= from ? 1 : 0;
    });
  },
};

type Chance = (row: number) => number;

function chanceOf(deals: Records, given: DerivedArguments): Chance {
  const { from = "auto", asOf = Infinity, prior = PRIOR_DEALS, weights = "" } = given;
  const until = Number(asOf);
  switch (from) {
    case "column":
      return ownChance(deals) ?? stop("missingColumn", { role: deals.nameOf("probability") });
    case "score": {
      const scores = deals.numbers("score");
      return (row) => scores[row] ?? NaN;
    }
    case "category":
      return chanceOfCategory(deals, String(weights));
    case "empirical":
      return stageChance(deals, until, Number(prior));
    case "quality": {
      if (closedDeals(deals, until) >= ENOUGH_CLOSED && deals.has("stage"))
        return stageChance(deals, until, Number(prior));
      return ownChance(deals) ?? stop("tooFewClosed", { count: ENOUGH_CLOSED }, "#N/A");
    }
    default:
      return firstKnown(deals, until, Number(prior));
  }
}

function firstKnown(deals: Records, asOf: number, prior: number): Chance {
  const own = ownChance(deals);
  if (own === undefined && !deals.has("stage"))
    stop("missingAnyOf", { first: deals.nameOf("probability"), second: deals.nameOf("stage") });
  const unreadable = rowsOutOfRange(deals);
  const stages = stagesOf(deals.linked);
  const chanceIn = new Map(stages?.map(({ key, probability }) => [key, probability]));
  const keys = stageOn(deals, asOf);
  let past: Chance | undefined;
  return (row) => {
    const open = deals.outcome[row] === Outcome.open;
    // What was open on a day in the past and is decided now has a probability of 1 or 0 by hindsight.
    const chance = open ? (own?.(row) ?? NaN) : NaN;
    if (chance === chance) return chance;
    if (open && unreadable.has(row)) return NaN;
    const ofStage = chanceIn.get(keys(row)) ?? NaN;
    if (ofStage === ofStage) return ofStage;
    past ??= stageChance(deals, asOf, prior);
    return past(row);
  };
}

function ownChance(deals: Records): Chance | undefined {
  if (!deals.has("probability")) return undefined;
  const chances = deals.numbers("probability");
  return (row) => chances[row] ?? NaN;
}

/** What is off the scale is left out, not replaced. */
function rowsOutOfRange(deals: Records): ReadonlySet<number> {
  return new Set(
    deals.problems
      .filter(({ role }) => role === "probability")
      .flatMap(({ rows }) => rows.map((row) => row - deals.firstRow)),
  );
}

/**
 * p̂ = (won + m·p₀) ÷ (closed + m) over past deals that reached the stage; p₀ is the stage's own probability, else the
 * overall win rate. Where it is not known in which stage deals were lost, p₀ alone.
 */
function stageChance(deals: Records, asOf: number, prior: number): Chance {
  const stages = stagesOf(deals.linked);
  const visited = visitedStages(deals, asOf);
  const outcome = outcomeAt(deals, asOf);
  const known = stageOfLossKnown(deals, visited);
  // Deals that were seen in the same stages, together.
  const tallies = new Map<readonly string[], { won: number; lost: number }>();
  let allWon = 0;
  let allClosed = 0;
  for (let i = 0; i < deals.rows; i++) {
    const is = outcome(i);
    if (is !== Outcome.won && is !== Outcome.lost) continue;
    allClosed++;
    if (is === Outcome.won) allWon++;
    if (!known) continue;
    const seen = visited(i);
    const tally = tallies.get(seen) ?? { won: 0, lost: 0 };
    tallies.set(seen, tally);
    tally[is === Outcome.won ? "won" : "lost"]++;
  }
  const won = new Map<string, number>();
  const closed = new Map<string, number>();
  const add = (to: Map<string, number>, key: string, count: number): void =>
    void to.set(key, (to.get(key) ?? 0) + count);
  for (const [seen, tally] of tallies) {
    for (const key of reachedStages(seen, false, stages)) add(closed, key, tally.lost);
    for (const key of reachedStages(seen, true, stages)) {
      add(closed, key, tally.won);
      add(won, key, tally.won);
    }
  }
  const own = new Map(stages?.map(({ key, probability }) => [key, probability]));
  const overall = allClosed === 0 ? NaN : allWon / allClosed;
  const chanceIn = (key: string): number => {
    const stated = own.get(key) ?? NaN;
    const usual = stated === stated ? stated : overall;
    const n = closed.get(key) ?? 0;
    if (key === "" || n + prior === 0) return NaN;
    if (usual !== usual) return n === 0 ? NaN : (won.get(key) ?? 0) / n;
    return ((won.get(key) ?? 0) + prior * usual) / (n + prior);
  };
  const chances = new Map<string, number>();
  const keys = stageOn(deals, asOf);
  return (row) => {
    const key = keys(row);
    if (key === "" && deals.outcome[row] !== Outcome.open) return overall;
    let chance = chances.get(key);
    if (chance === undefined) {
      chance = chanceIn(key);
      chances.set(key, chance);
    }
    return chance;
  };
}

/** With an order of stages: all up to the furthest, for a won deal all there are. Without: those it was seen in. */
export function reachedStages(
  visited: readonly string[],
  won: boolean,
  stages: readonly Stage[] | undefined,
): readonly string[] {
  if (stages === undefined) return visited;
  const order = stages.map(({ key }) => key);
  const furthest = won ? order.length - 1 : Math.max(-1, ...visited.map((key) => order.indexOf(key)));
  return [...order.slice(0, furthest + 1), ...visited.filter((key) => !order.includes(key))];
}

function closedDeals(deals: Records, asOf: number): number {
  const outcome = outcomeAt(deals, asOf);
  let closed = 0;
  for (let i = 0; i < deals.rows; i++) {
    const is = outcome(i);
    if (is === Outcome.won || is === Outcome.lost) closed++;
  }
  return closed;
}

function chanceOfCategory(deals: Records, weights: string): Chance {
  const chances = new Map(
    weights
      .split("|")
      .map((part) => part.split(":"))
      .map(([word = "", chance = ""]) => [normaliseWord(word), readChance(chance)] as const),
  );
  if (weights === "" || [...chances.values()].some((chance) => !(chance >= 0 && chance <= 1)))
    stop("missingArgument", { option: "probability=category", argument: "weights=Commit:0.9|Best case:0.5" });
  const { codes, words } = deals.words("forecastCategory");
  const own = words.map((word) => chances.get(normaliseWord(word)) ?? NaN);
  return (row) => own[codes[row] ?? 0] ?? NaN;
}

function readChance(text: string): number {
  const number = Number(text.trim().replace(/%$/, "").replace(",", "."));
  if (text.trim() === "") return NaN;
  return text.trim().endsWith("%") || number > 1 ? number / 100 : number;
}
