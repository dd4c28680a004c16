import { useEffect, useMemo, useState } from "react";
import { benchmarkOf, standingTo, type Benchmark, type Standing } from "../../core/analyses/benchmark";
import { metricTarget } from "../../core/analyses/metric-target";
import type { Answer } from "../../core/metrics/ask";
import type { Comparison } from "../../core/metrics/compare";
import { comparePeriods } from "../../core/metrics/compare-periods";
import type { Metric } from "../../core/metrics/metric";
import type { Period } from "../../core/time/periods";
import { deskOf } from "../../dataset/desk";
import type { HeldData } from "../../dataset/mapped-data";
import type { HomePeriods } from "./periods";

/** One metric in the chosen period, with what it is judged by. */
export interface Card {
  readonly metric: Metric;
  readonly answer: Answer;
  readonly previous: Answer;
  readonly lastYear: Answer;
  readonly trend: readonly Answer[];
  /** Missing where one of the two has no value. */
  readonly vsPrevious: Comparison | undefined;
  readonly vsLastYear: Comparison | undefined;
  /** Of the whole period. */
  readonly target: number | undefined;
  /** What others reach, where the user's table says so. */
  readonly benchmark: { readonly benchmark: Benchmark; readonly standing: Standing } | undefined;
}

/**
 * The cards that are answered so far, in the order of the metrics. They are asked one metric after the other with pauses, so
 * that the pane stays quick over large tables; cards of the former reading stand until their new answer is there.
 */
export function useCards(
  held: HeldData | undefined,
  metrics: readonly Metric[],
  periods: HomePeriods | undefined,
  today: number,
): { readonly cards: ReadonlyMap<string, Card>; readonly isBusy: boolean } {
  const [answered, setAnswered] = useState<{
    readonly key: object;
    readonly cards: ReadonlyMap<string, Card>;
  }>();
  const [cards, setCards] = useState<ReadonlyMap<string, Card>>(new Map());
  const key = useMemo(() => ({ held, metrics, periods }), [held, metrics, periods]);

  useEffect(() => {
    if (held === undefined || periods === undefined) return;
    let stopped = false;
    const work = async () => {
      const done = new Map<string, Card>();
      for (const metric of metrics) {
        await new Promise((next) => setTimeout(next));
        if (stopped) return;
        done.set(metric.id, cardOf(held, metric, periods, today));
        setCards((former) => new Map([...former, ...done]));
      }
      setAnswered({ key, cards: done });
    };
    void work();
    return () => {
      stopped = true;
    };
  }, [held, metrics, periods, today, key]);

  const isBusy = answered?.key !== key;
  return { cards: isBusy ? cards : answered.cards, isBusy };
}

function cardOf(held: HeldData, metric: Metric, periods: HomePeriods, today: number): Card {
  const { period, previous, lastYear, trend } = periods;
  const asked: readonly Period[] = [period, previous, lastYear, ...trend];
  const [now, before, year, ...ofTrend] = deskOf(held, today).numbers(
    asked.map((one) => ({ metric: metric.id, period: one })),
  );
  if (now === undefined || before === undefined || year === undefined) throw new Error("no answer");
  const compared = (other: Answer, otherPeriod: Period) =>
    comparePeriods(held.dataset, metric, now, other, period, otherPeriod);
  return {
    metric,
    answer: now,
    previous: before,
    lastYear: year,
    trend: ofTrend,
    vsPrevious: compared(before, previous),
    vsLastYear: compared(year, lastYear),
    target: metricTarget(held.dataset, metric, periods.whole),
    benchmark: benchmarkFor(held, metric, period, now),
  };
}

function benchmarkFor(
  { dataset }: HeldData,
  metric: Metric,
  period: Period,
  answer: Answer,
): Card["benchmark"] {
  const benchmark = benchmarkOf(dataset, metric, period);
  const standing = benchmark && standingTo(benchmark, metric, answer.unit, answer);
  return standing && { benchmark, standing };
}
