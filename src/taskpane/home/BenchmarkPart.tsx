import type { Benchmark, Standing } from "../../core/analyses/benchmark";
import type { Unit } from "../../core/metrics/units";
import { Part } from "../view/Part";
import { sourceText, standingText } from "./benchmark-text";
import { numberText, type Writing } from "./card-text";
import { FactTable, type Fact } from "./FactTable";

interface Props {
  readonly benchmark: Benchmark;
  readonly standing: Standing;
  readonly unit: Unit;
  readonly writing: Writing;
}

/** What others reach in a metric by the user's table, how the number stands to it, and who says so. */
export function BenchmarkPart({ benchmark, standing, unit, writing }: Props) {
  const { text } = writing.language;
  const { low, typical, high } = benchmark;
  const level = (name: "low" | "typical" | "high", value: number | undefined): Fact[] =>
    value === undefined ? [] : [[text(name), numberText(value, unit, writing)]];
  const source = sourceText(benchmark);
  return (
    <Part title={text("benchmark")}>
      <FactTable
        rows={[
          ...[...level("low", low), ...level("typical", typical), ...level("high", high)],
          [text(standing.position), standingText(standing, unit, writing)],
          ...(source === "" ? [] : [[text("benchmarkSource"), source] as const]),
        ]}
      />
    </Part>
  );
}
