import type { ConditionalRule } from "hucre/xlsx";
import {
  newFormat,
  type Bound,
  type ConditionalFormat,
  type FormatDetail,
  type RuleStyle,
} from "../model/conditionalFormats";
import { formatRange, parseRange } from "./address";
import { formatFromStyle, styleFromFormat } from "./xlsx-styles";

/** Conditional formats as the file format keeps them. A bar's plain fill is Excel's later addition: `completeDataBars`. */
export function rulesOf(formats: readonly ConditionalFormat[]): ConditionalRule[] {
  return formats.map(({ ranges, detail, stopIfTrue }, index) => ({
    ...ruleOf(detail),
    priority: index + 1,
    range: ranges.map(formatRange).join(" "),
    ...(stopIfTrue && { stopIfTrue }),
  }));
}

export function formatsFromRules(rules: readonly ConditionalRule[]): ConditionalFormat[] {
  return [...rules]
    .sort((a, b) => a.priority - b.priority)
    .flatMap((rule, index): ConditionalFormat[] => {
      const detail = detailOf(rule);
      const ranges = rule.range.split(" ").flatMap((text) => parseRange(text) ?? []);
      if (!detail || ranges.length === 0) return [];
      return [{ id: `{${index + 1}}`, ranges, detail, stopIfTrue: rule.stopIfTrue === true }];
    });
}

type Rule = Omit<ConditionalRule, "priority" | "range" | "stopIfTrue">;

function ruleOf(detail: FormatDetail): Rule {
  switch (detail.type) {
    case "DataBar":
      return {
        type: "dataBar",
        dataBar: {
          cfvo: [valueOf(detail.lower, "min"), valueOf(detail.upper, "max")],
          color: argb(detail.positive.fillColor),
        },
      };
    case "ColorScale": {
      const { minimum, midpoint, maximum } = detail.criteria;
      const stops = [minimum, ...(midpoint ? [midpoint] : []), maximum];
      return {
        type: "colorScale",
        colorScale: {
          cfvo: stops.map((stop, index) => valueOf(stop, index === 0 ? "min" : "max")),
          colors: stops.map(({ color }) => argb(color ?? "#FFFFFF")),
        },
      };
    }
    case "IconSet":
      return {
        type: "iconSet",
        iconSet: {
          iconSet: iconName(detail.style),
          cfvo: detail.criteria.map((each, index) =>
            index === 0 ? { type: "percent", value: "0" } : limitOf(each),
          ),
          ...(detail.reverseIconOrder && { reverse: true }),
          ...(detail.showIconOnly && { showValue: false }),
        },
      };
    case "CellValue": {
      const { formula1, formula2, operator } = detail.rule;
      return {
        type: "cellIs",
        operator: (operator === "EqualTo"
          ? "equal"
          : operator === "NotEqualTo"
            ? "notEqual"
            : operator[0]?.toLowerCase() + operator.slice(1)) as ConditionalRule["operator"],
        formula: [formula1, formula2].flatMap((text) => (text === undefined ? [] : [text.replace(/^=/, "")])),
        ...styled(detail.style),
      };
    }
    case "Custom":
      return { type: "expression", formula: detail.formula.replace(/^=/, ""), ...styled(detail.style) };
  }
}

function detailOf(rule: ConditionalRule): FormatDetail | undefined {
  const { dataBar, colorScale, iconSet } = rule;
  const formulas = [rule.formula ?? []].flat();
  if (dataBar) {
    const fresh = newFormat("DataBar");
    if (fresh.type !== "DataBar") return undefined;
    const [lower, upper] = dataBar.cfvo.map(boundOf);
    const fillColor = hex(dataBar.color);
    return {
      ...fresh,
      lower: lower ?? fresh.lower,
      upper: upper ?? fresh.upper,
      positive: { ...fresh.positive, fillColor },
    };
  }
  if (colorScale) {
    const [minimum, second, third] = colorScale.cfvo.map((value, index) => ({
      ...boundOf(value),
      color: hex(colorScale.colors[index] ?? "FFFFFF"),
    }));
    if (!minimum || !second) return undefined;
    return {
      type: "ColorScale",
      criteria: third ? { minimum, midpoint: second, maximum: third } : { minimum, maximum: second },
    };
  }
  if (iconSet) {
    const count = { 3: "Three", 4: "Four", 5: "Five" }[iconSet.iconSet[0] ?? ""] ?? "Three";
    return {
      type: "IconSet",
      style: count + iconSet.iconSet.slice(1),
      reverseIconOrder: iconSet.reverse === true,
      showIconOnly: iconSet.showValue === false,
      criteria: iconSet.cfvo.map((value, index) => ({
        type: index === 0 ? "Invalid" : boundOf(value).type,
        formula: index === 0 ? "" : (value.value ?? ""),
        operator: index === 0 ? "Invalid" : "GreaterThanOrEqual",
      })),
    };
  }
  const style = rule.style ? ruleStyle(rule.style) : {};
  if (rule.type === "expression") return { type: "Custom", formula: `=${formulas[0] ?? ""}`, style };
  if (rule.type !== "cellIs" || !rule.operator) return undefined;
  const { operator } = rule;
  const name = operator[0]?.toUpperCase() + operator.slice(1);
  return {
    type: "CellValue",
    rule: {
      formula1: `=${formulas[0] ?? ""}`,
      ...(formulas[1] !== undefined && { formula2: `=${formulas[1]}` }),
      operator: operator === "equal" || operator === "notEqual" ? `${name}To` : name,
    },
    style,
  };
}

/** Without a bound of its own a bar begins at zero here; the file's "min" would begin at the smallest. */
function valueOf({ type, formula }: Bound, end: "min" | "max") {
  const value = (formula ?? "").replace(/^=/, "");
  switch (type) {
    case "Number":
      return { type: "num" as const, value };
    case "Percent":
      return { type: "percent" as const, value };
    case "Percentile":
      return { type: "percentile" as const, value };
    case "LowestValue":
      return { type: "min" as const };
    case "HighestValue":
      return { type: "max" as const };
    default:
      return { type: end };
  }
}

function limitOf({ type, formula }: { type: string; formula: string }) {
  const { type: kind, value } = valueOf({ type, formula }, "min");
  return { type: kind === "max" ? ("num" as const) : kind, ...(value !== undefined && { value }) };
}

function boundOf({ type, value }: { type: string; value?: string }): Bound {
  const names: Partial<Record<string, string>> = {
    min: "LowestValue",
    max: "HighestValue",
    num: "Number",
    percent: "Percent",
    percentile: "Percentile",
  };
  return { type: names[type] ?? "Automatic", ...(value !== undefined && { formula: value }) };
}

function styled({ fillColor, fontColor, bold, italic }: RuleStyle): Pick<Rule, "style"> {
  const style = styleFromFormat({
    ...(fillColor && { fillColor }),
    ...(fontColor && { fontColor }),
    ...(bold && { bold }),
    ...(italic && { italic }),
  });
  return style ? { style } : {};
}

function ruleStyle(style: NonNullable<ConditionalRule["style"]>): RuleStyle {
  const { fillColor, fontColor, bold, italic } = formatFromStyle(style, []);
  return {
    ...(fillColor && { fillColor }),
    ...(fontColor && { fontColor }),
    ...(bold && { bold }),
    ...(italic && { italic }),
  };
}

function iconName(style: string): string {
  return style
    .replace(/^Three/, "3")
    .replace(/^Four/, "4")
    .replace(/^Five/, "5");
}

const argb = (color: string) => `FF${color.replace("#", "").toUpperCase()}`;
const hex = (color: string) => `#${color.slice(-6).toUpperCase()}`;
