import type { Benchmark, Standing } from "../../core/analyses/benchmark";
import type { Comparison } from "../../core/metrics/compare";
import type { Unit } from "../../core/metrics/units";
import { changeText, isTold, verdictText, type Writing } from "./card-text";

/** The gap with its sign, and whether it is known to be one, and for the better. */
export function standingText(standing: Standing, unit: Unit, writing: Writing): string {
  const { position, gap: difference, gapShare: relative, verdict, better, n } = standing;
  const compared: Comparison = {
    ...{ difference, verdict, n },
    ...(relative === undefined ? {} : { relative }),
    ...(better === undefined ? {} : { better }),
  };
  const { language } = writing;
  const gap = changeText(compared, unit, writing);
  if (verdict === "tooFew") return `${gap}: ${language.text("tooFew", { n: language.number(n) })}`;
  if (position === "within") return gap;
  if (verdict === "unclear") return `${gap}: ${language.text("noClearDifference")}`;
  return isTold(compared) && better !== undefined ? `${gap}, ${verdictText(compared, language)}` : gap;
}

/** "Example, 2025, Retail" */
export function sourceText({
  source,
  year,
  segment,
}: Pick<Benchmark, "source" | "year" | "segment">): string {
  return [source, year, segment].filter((each) => each !== undefined && each !== "").join(", ");
}
