import type {
  Bound,
  CellValueFormat,
  ColorScaleFormat,
  ConditionalFormat,
  DataBarFormat,
  IconSetFormat,
  RuleStyle,
} from "./conditionalFormats";
import type { CellValue, Rect } from "./types";

/** What conditional formats make of one cell. */
export interface CellLook extends RuleStyle {
  bar?: { color: string; gradient: boolean; numberShown: boolean } & Bar;
  icon?: { style: string; /** 0 for the best. */ index: number; numberShown: boolean };
}

interface Bar {
  /** How much of its side of the cell the bar fills, in per cent; negative for a bar to the left of zero. */
  length: number;
  /** Where zero is, in per cent of the cell's width. */
  zero: number;
}

/** The looks of all cells with a conditional format, by "row,column". Formulas as conditions are not evaluated. */
export function conditionalLooks(
  formats: readonly ConditionalFormat[],
  valuesOf: (rect: Rect) => CellValue[][],
): Map<string, CellLook> {
  const looks = new Map<string, CellLook>();
  const stopped = new Set<string>();
  for (const { ranges, detail, stopIfTrue } of formats) {
    const cells = ranges.flatMap((rect) =>
      valuesOf(rect).flatMap((line, r) =>
        line.map((value, c) => ({ key: `${rect.row + r},${rect.column + c}`, value })),
      ),
    );
    const numbers = cells
      .flatMap(({ value }) => (typeof value === "number" ? [value] : []))
      .sort((a, b) => a - b);
    const lookOf = painter(detail, numbers);
    for (const { key, value } of cells) {
      const look = stopped.has(key) ? undefined : lookOf(value);
      if (!look) continue;
      // the format that comes first prevails
      looks.set(key, { ...look, ...looks.get(key) });
      if (stopIfTrue) stopped.add(key);
    }
  }
  return looks;
}

type Painter = (value: CellValue) => CellLook | undefined;

function painter(detail: ConditionalFormat["detail"], numbers: readonly number[]): Painter {
  switch (detail.type) {
    case "DataBar":
      return dataBar(detail, numbers);
    case "ColorScale":
      return colorScale(detail, numbers);
    case "IconSet":
      return iconSet(detail, numbers);
    case "CellValue":
      return cellValue(detail);
    case "Custom":
      return () => undefined;
  }
}

/** Without bounds of their own bars begin at zero, or left of it where there are negative numbers. */
function dataBar(detail: DataBarFormat, numbers: readonly number[]): Painter {
  const low = bound(detail.lower, numbers, Math.min(0, numbers[0] ?? 0));
  const high = bound(detail.upper, numbers, Math.max(0, numbers.at(-1) ?? 0));
  const { positive, negative, showDataBarOnly } = detail;
  const rest = { gradient: positive.gradientFill, numberShown: !showDataBarOnly };
  const negativeColor = negative.matchPositiveFillColor ? positive.fillColor : negative.fillColor;
  return (value) => {
    if (typeof value !== "number" || high <= low) return undefined;
    const within = Math.min(high, Math.max(low, value));
    const bar = barOf(within, low, high);
    if (bar.length === 0) return { bar: { ...bar, color: positive.fillColor, ...rest } };
    return { bar: { ...bar, color: bar.length < 0 ? negativeColor : positive.fillColor, ...rest } };
  };
}

function barOf(value: number, low: number, high: number): Bar {
  if (low >= 0) return { length: (100 * (value - low)) / (high - low), zero: 0 };
  if (high <= 0) return { length: (-100 * (high - value)) / (high - low), zero: 100 };
  return {
    length: value < 0 ? (-100 * value) / low : (100 * value) / high,
    zero: (-100 * low) / (high - low),
  };
}

function colorScale({ criteria }: ColorScaleFormat, numbers: readonly number[]): Painter {
  const { minimum, midpoint, maximum } = criteria;
  const stops = [minimum, ...(midpoint ? [midpoint] : []), maximum].map((stop, index, all) => ({
    at: bound(stop, numbers, index === 0 ? (numbers[0] ?? 0) : (numbers.at(-1) ?? 0)),
    color: stop.color ?? (index === all.length - 1 ? "#63BE7B" : "#FFFFFF"),
  }));
  return (value) => {
    const [first] = stops;
    if (typeof value !== "number" || !first) return undefined;
    let [below, above] = [first, first];
    for (const stop of stops) {
      if (stop.at <= value) [below, above] = [stop, stop];
      else {
        above = stop;
        break;
      }
    }
    const share = above.at > below.at ? Math.max(0, (value - below.at) / (above.at - below.at)) : 0;
    return { fillColor: mix(below.color, above.color, share) };
  };
}

function iconSet(detail: IconSetFormat, numbers: readonly number[]): Painter {
  const limits = detail.criteria
    .slice(1)
    .map((each) => ({ at: bound(each, numbers, 0), strict: each.operator === "GreaterThan" }));
  return (value) => {
    if (typeof value !== "number") return undefined;
    const rank = limits.filter(({ at, strict }) => (strict ? value > at : value >= at)).length;
    const index = detail.reverseIconOrder ? rank : limits.length - rank;
    return { icon: { style: detail.style, index, numberShown: !detail.showIconOnly } };
  };
}

function cellValue({ rule, style }: CellValueFormat): Painter {
  const [first, second] = [rule.formula1, rule.formula2].map(constant);
  return (value) => {
    if (value === "" || first === undefined) return undefined;
    const [low, high] = [first, second ?? first];
    const holds = {
      Between: value >= low && value <= high,
      NotBetween: value < low || value > high,
      EqualTo: value === low,
      NotEqualTo: value !== low,
      GreaterThan: value > low,
      LessThan: value < low,
      GreaterThanOrEqual: value >= low,
      LessThanOrEqual: value <= low,
    }[rule.operator];
    return holds && typeof value === typeof low ? { ...style } : undefined;
  };
}

function bound({ type, formula }: Bound, sorted: readonly number[], automatic: number): number {
  const [low, high] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const given = Number(constant(formula) ?? NaN);
  switch (type) {
    case "LowestValue":
      return low;
    case "HighestValue":
      return high;
    case "Number":
      return Number.isNaN(given) ? automatic : given;
    case "Percent":
      return low + ((high - low) * given) / 100;
    case "Percentile": {
      // as PERCENTILE.INC
      const at = ((sorted.length - 1) * given) / 100;
      const [below, above] = [sorted[Math.floor(at)] ?? low, sorted[Math.ceil(at)] ?? high];
      return below + (above - below) * (at - Math.floor(at));
    }
    default:
      return automatic;
  }
}

/** "=5", "5" and '="won"' as what they say; a reference or calculation is not evaluated. */
function constant(formula: string | undefined): number | string | undefined {
  const text = (formula ?? "").replace(/^=/, "").trim();
  if (text === "") return undefined;
  if (/^"(?:[^"]|"")*"$/.test(text)) return text.slice(1, -1).replaceAll('""', '"');
  return Number.isNaN(Number(text)) ? undefined : Number(text);
}

function mix(from: string, to: string, share: number): string {
  const part = (color: string, index: number) => parseInt(color.slice(1 + 2 * index, 3 + 2 * index), 16);
  const mixed = [0, 1, 2].map((index) =>
    Math.round(part(from, index) + (part(to, index) - part(from, index)) * share)
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${mixed.join("")}`.toUpperCase();
}
