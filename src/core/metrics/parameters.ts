import type { Locale } from "../messages";
import { commonOptions } from "./common-options";
import type { Metric } from "./metric";
import { validValues } from "./options";
import type { Kind, Role } from "../records/roles";
import { parameterText } from "./parameter-texts";

/** One argument of a range function, derived from the metric's declaration. */
export type Parameter =
  | {
      readonly takes: "column";
      readonly name: Role;
      readonly kinds: readonly Kind[];
      readonly required: boolean;
    }
  | {
      readonly takes: "number";
      readonly name: string;
      readonly required: boolean;
      readonly min?: number;
      readonly max?: number;
    }
  | { readonly takes: "date"; readonly name: "from" | "to" | "asOf"; readonly required: false }
  | { readonly takes: "options"; readonly name: "options"; readonly required: false };

/** Required columns, optional columns, numbers, then from, to, asOf, options: the order of every function. */
export function parametersOf(metric: Metric): readonly Parameter[] {
  const list: Parameter[] = metric.inputs.map((input) => {
    if (input.input === "column")
      return { takes: "column", name: input.role, kinds: input.kinds, required: input.required };
    const { name, required, min, max } = input;
    return {
      takes: "number",
      name,
      required,
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    };
  });
  if (metric.period)
    list.push(
      { takes: "date", name: "from", required: false },
      { takes: "date", name: "to", required: false },
    );
  if (metric.asOf) list.push({ takes: "date", name: "asOf", required: false });
  list.push({ takes: "options", name: "options", required: false });
  return list;
}

export function describeParameter(metric: Metric, parameter: Parameter, locale: Locale): string {
  if (parameter.takes === "options") {
    const own = Object.entries({ ...metric.options, ...commonOptions })
      .filter(([, spec]) => spec.option !== "words")
      .slice(0, Object.keys(metric.options).length + 1)
      .map(([name, spec]) => `${name}=${validValues(spec).replace(/ \| /g, "|")}`);
    return `${parameterText("options", locale)}: ${own.join("; ")}`;
  }
  const number = metric.inputs.find((input) => input.input === "number" && input.name === parameter.name);
  return number?.input === "number" ? number.text[locale] : parameterText(parameter.name, locale);
}
