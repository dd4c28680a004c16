import type { Locale } from "../messages";
import { commonOptions } from "./common-options";
import type { Metric } from "./metric";
import { validValues } from "./options";
import { columnText, parameterText } from "./parameter-texts";
import type { Parameter } from "./parameters";

const LONGEST = 230;

/** An argument in one line, as Excel shows it while a formula is typed. */
export function describeParameter(metric: Metric, parameter: Parameter, locale: Locale): string {
  if (parameter.takes === "options") {
    const own = Object.entries({ ...metric.options, ...commonOptions })
      .filter(([, spec]) => spec.option !== "words")
      .slice(0, Object.keys(metric.options).length + 1);
    const shown = own.map(([name, spec]) => `${name}=${validValues(spec).replace(/ \| /g, "|")}`);
    // One line in Excel: what does not fit is named without its values.
    for (let at = own.length - 1; at >= 0 && shown.join("; ").length > LONGEST; at--) {
      shown[at] = own[at]?.[0] ?? "";
    }
    return `${parameterText("options", locale)}: ${shown.join("; ")}`;
  }
  const number = metric.inputs.find((input) => input.input === "number" && input.name === parameter.name);
  if (number?.input === "number") return number.text[locale];
  return parameter.takes === "column"
    ? columnText(parameter.role, parameter.kinds[0] ?? "deal", parameter.name, locale)
    : parameterText(parameter.name, locale);
}
