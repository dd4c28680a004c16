const BARS = "▁▂▃▄▅▆▇█";

/**
 * Values as a line of bars of text, from the smallest to the largest (or from 0, where all are above it and `fromZero`);
 * a gap where there is none. Office.js has no sparklines of Excel's own.
 */
export function sparkline(values: readonly (number | undefined)[], fromZero = true): string {
  const known = values.filter((value): value is number => value !== undefined && Number.isFinite(value));
  if (known.length < 2) return "";
  const low = fromZero ? Math.min(0, ...known) : Math.min(...known);
  const high = Math.max(...known);
  return values
    .map((value) => {
      if (value === undefined || !Number.isFinite(value)) return "\u2007";
      const share = high === low ? 0 : (value - low) / (high - low);
      return BARS[Math.min(BARS.length - 1, Math.floor(share * BARS.length))] ?? "";
    })
    .join("");
}
