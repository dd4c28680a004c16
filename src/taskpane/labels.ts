import type { Locale } from "../core/messages";
import type { Metric } from "../core/metrics/metric";
import { columnText } from "../core/metrics/parameter-texts";
import { parametersOf, type Parameter } from "../core/metrics/parameters";
import { kindName } from "../reference";

/** "Status column": what an argument is called where there is no room for its explanation. */
export function parameterLabel(parameter: Parameter, locale: Locale): string {
  if (parameter.takes !== "column") return parameter.name;
  const text = columnText(parameter.role, parameter.kinds[0] ?? "deal", parameter.name, locale);
  return (text.split(/[:;(]/)[0] ?? parameter.name).trim();
}

/** "Status": beside a choice of columns the word column says nothing. */
export function fieldLabel(parameter: Parameter, locale: Locale): string {
  const label = parameterLabel(parameter, locale);
  const short =
    locale === "ro"
      ? label.replace(/^coloana (?:cu |de )?|[„”]/gi, "")
      : label.replace(/^column with (?:the )?/i, "").replace(/,? column\b/i, "");
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** A name in the person's words that Excel takes as a name: it marks the place of what is missing. */
export function placeholderFor(metric: Metric, parameter: Parameter, locale: Locale): string {
  const label = parameterLabel(parameter, locale);
  const isTwice = parametersOf(metric).filter((other) => parameterLabel(other, locale) === label).length > 1;
  const kind =
    parameter.takes === "column" && isTwice ? ` ${kindName(parameter.kinds[0] ?? "deal", locale)}` : "";
  const words = parameter.takes === "column" ? label + kind : NUMBER[locale].replace("{name}", label);
  return words.replace(/[^\p{L}\p{N}]+/gu, "_").replace(/_$/, "");
}

const NUMBER = { en: "{name} number", ro: "numărul {name}" } as const;
