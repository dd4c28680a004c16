import type { Dataset } from "./dataset";
import { Outcome } from "./outcome";
import type { Records } from "./records";
import { outcomeAt, stageOfLossKnown, visitedStages, type Stage } from "./stages";

/** How far deals came: counts by stage, in the order of the stages. */
export interface Funnel {
  readonly reached: readonly number[];
  /** Lost, or still open, with this as the furthest stage. */
  readonly lost: readonly number[];
  readonly open: readonly number[];
  readonly won: number;
  /** Where it is known in which stage deals were lost. */
  readonly lossKnown: boolean;
  /** Deals whose stage is blank or not listed. */
  readonly unplaced: number;
}

/**
 * Furthest stage ever reached, whatever moves back there were; a won deal has passed all stages. `strict`: a stage
 * counts only where the deal was seen in it and in every one before. O(deals + history).
 */
export function funnelOf(
  dataset: Dataset,
  stages: readonly Stage[],
  rows: (row: number) => boolean,
  { asOf = Infinity, strict }: { readonly asOf?: number; readonly strict: boolean },
): Funnel {
  const deals = dataset.deal as Records;
  const visited = visitedStages(deals, asOf);
  const outcome = outcomeAt(deals, asOf);
  const order = new Map(stages.map(({ key }, place) => [key, place]));
  const counts = { reached: zeros(stages), lost: zeros(stages), open: zeros(stages) };
  let won = 0;
  let unplaced = 0;
  for (let i = 0; i < deals.rows; i++) {
    const is = outcome(i);
    if ((is !== Outcome.won && is !== Outcome.lost && is !== Outcome.open) || !rows(i)) continue;
    const places = visited(i).flatMap((key) => order.get(key) ?? []);
    const furthest = strict
      ? unbroken(places)
      : is === Outcome.won
        ? stages.length - 1
        : Math.max(-1, ...places);
    if (is === Outcome.won && furthest === stages.length - 1) won++;
    if (furthest < 0) {
      unplaced++;
      continue;
    }
    for (let place = 0; place <= furthest; place++) add(counts.reached, place);
    if (is !== Outcome.won) add(is === Outcome.lost ? counts.lost : counts.open, furthest);
  }
  return { ...counts, won, unplaced, lossKnown: stageOfLossKnown(deals, visited) };
}

const zeros = (stages: readonly Stage[]): number[] => stages.map(() => 0);

function add(counts: number[], place: number): void {
  counts[place] = (counts[place] ?? 0) + 1;
}

function unbroken(places: readonly number[]): number {
  const seen = new Set(places);
  let furthest = -1;
  while (seen.has(furthest + 1)) furthest++;
  return furthest;
}
