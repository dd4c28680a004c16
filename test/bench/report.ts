import type { Times } from "./timing";

export interface Target {
  readonly what: string;
  readonly reached: number;
  readonly limit: number;
  /** `most`: at most the limit; `least`: at least. */
  readonly bound: "most" | "least";
  readonly unit: string;
}

export function met({ reached, limit, bound }: Target): boolean {
  return bound === "most" ? reached <= limit : reached >= limit;
}

export function printTimes(title: string, times: ReadonlyMap<string, Times>, base: string): void {
  const reference = times.get(base)?.min ?? NaN;
  console.log(`\n${title}`);
  printTable([
    ["", "min ms", "median ms", `÷ ${base}`],
    ...[...times].map(([name, { min, median }]) => [
      name,
      digits(min),
      digits(median),
      digits(min / reference),
    ]),
  ]);
}

export function printTargets(targets: readonly Target[]): void {
  console.log("\nTargets (ratios of minima)");
  printTable([
    ["", "reached", "target", ""],
    ...targets.map((target) => {
      const { what, reached, limit, bound, unit } = target;
      const wanted = `${bound === "most" ? "≤" : "≥"} ${limit}${unit}`;
      return [what, `${digits(reached)}${unit}`, wanted, met(target) ? "OK" : "MISSED"];
    }),
  ]);
}

/** First column to the left, the others to the right. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  for (const row of rows) {
    const cells = row.map((cell, at) =>
      at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
    );
    console.log(`  ${cells.join("  ").trimEnd()}`);
  }
}

export function digits(value: number): string {
  if (!Number.isFinite(value)) return "–";
  return value >= 1000 ? value.toLocaleString("en-US", { maximumFractionDigits: 0 }) : value.toPrecision(3);
}
