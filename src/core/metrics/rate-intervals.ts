import { refuse, stop, type Interval } from "../result";
import { differenceInterval, rateInterval } from "../statistics/rate-interval";
import { requiredNumber, tableMetric, type Given, type ResultTable, type Texts } from "./metric";
import { choice } from "./options";
import type { Unit } from "./units";

const count = (name: string, en: string, ro: string): ReturnType<typeof requiredNumber> =>
  requiredNumber(name, { en, ro }, { min: 0 });

export const rateIntervalTable = tableMetric({
  id: "RATEINTERVAL",
  example: "=SALES.RATEINTERVAL(5, 7)",
  families: ["performance"],
  inputs: [
    count("k", "how many of them: deals won", "câte dintre ele: oferte câștigate"),
    count("n", "of how many: deals decided", "din câte: oferte decise"),
  ],
  period: false,
  asOf: false,
  options: {
    method: choice(["wilson", "wilson-cc", "exact", "jeffreys"], {
      "continuity-corrected": "wilson-cc",
      "clopper-pearson": "exact",
    }),
  },
  table(context, { method }) {
    const { k, n } = trials(context, "k", "n");
    return bounds([], rateInterval(k, n, context.level, method));
  },
  text: {
    en: {
      name: "Interval for a rate",
      definition:
        "The range in which the true rate lies with the given confidence (95 %), from k successes in n trials.",
      formula: "Wilson: (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n)",
      disagree:
        "method=wilson-cc corrects for continuity, method=exact is Clopper and Pearson's, method=jeffreys Bayes' with the prior Beta(½, ½). level=0.9 changes the confidence.",
    },
    ro: {
      name: "Intervalul unei rate",
      definition:
        "Intervalul în care se află rata adevărată cu încrederea dată (95 %), din k reușite la n încercări.",
      formula: "Wilson: (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n)",
      disagree:
        "method=wilson-cc corectează pentru continuitate, method=exact este al lui Clopper și Pearson, method=jeffreys al lui Bayes cu Beta(½, ½). level=0.9 schimbă încrederea.",
    },
  },
  source: "Wilson, JASA 22 (1927) 209–212; Newcombe, Statistics in Medicine 17 (1998) 857–872.",
});

const DIFFERENCE = { en: "Difference", ro: "Diferență" };

export const differenceIntervalTable = tableMetric({
  id: "DIFFINTERVAL",
  example: "=SALES.DIFFINTERVAL(56, 70, 48, 80)",
  families: ["performance"],
  inputs: [
    count("a", "successes of the first group", "reușitele primului grup"),
    count("m", "trials of the first group", "încercările primului grup"),
    count("b", "successes of the second group", "reușitele celui de-al doilea grup"),
    count("n", "trials of the second group", "încercările celui de-al doilea grup"),
  ],
  period: false,
  asOf: false,
  options: {},
  table(context) {
    const first = trials(context, "a", "m");
    const second = trials(context, "b", "n");
    const difference = first.k / first.n - second.k / second.n;
    const interval = differenceInterval(first.k, first.n, second.k, second.n, context.level);
    return bounds([[DIFFERENCE, difference]], interval);
  },
  text: {
    en: {
      name: "Interval for a difference of two rates",
      definition:
        "How far apart two rates are (a of m minus b of n), and the range of it with the given confidence (95 %).",
      formula: "d − √((p₁ − l₁)² + (u₂ − p₂)²) … d + √((u₁ − p₁)² + (p₂ − l₂)²), with Wilson's l and u",
      disagree: "Newcombe's hybrid score interval (his method 10), without continuity correction.",
    },
    ro: {
      name: "Intervalul diferenței dintre două rate",
      definition:
        "Cât de departe sunt două rate (a din m minus b din n) și intervalul diferenței cu încrederea dată (95 %).",
      formula: "d − √((p₁ − l₁)² + (u₂ − p₂)²) … d + √((u₁ − p₁)² + (p₂ − l₂)²), cu l și u ale lui Wilson",
      disagree: "Intervalul hibrid al lui Newcombe (metoda 10), fără corecție de continuitate.",
    },
  },
  source: "Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10.",
});

/** Successes and trials; no trials, no interval. */
function trials(given: Given, successes: string, of: string): { k: number; n: number } {
  const k = given.number(successes) ?? 0;
  const n = given.number(of) ?? 0;
  if (n === 0) stop("noTrials", { name: of }, "#N/A");
  if (k > n) stop("numberOutOfRange", { name: successes, value: k, min: 0, max: n });
  return { k, n };
}

function bounds(
  before: readonly (readonly [Texts<string>, number])[],
  interval: Interval | undefined,
): ResultTable {
  const none = refuse("#N/A", "noInterval");
  const cells = [
    ...before,
    [{ en: "Lower bound", ro: "Limita de jos" }, interval?.lower ?? none],
    [{ en: "Upper bound", ro: "Limita de sus" }, interval?.upper ?? none],
  ] as const;
  const unit: Unit = "ratio";
  return {
    columns: cells.map(([head]) => ({ head, unit })),
    rows: [cells.map(([, value]) => value)],
    excluded: {},
    notes: [],
  };
}
