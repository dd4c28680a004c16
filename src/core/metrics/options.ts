import { stop } from "../result";
import { normaliseWord } from "../text";

/** One of several named readings; the first is the default. Other spellings of a value may be given after "=". */
export interface ChoiceOption<V extends string = string> {
  readonly option: "choice";
  readonly values: readonly V[];
  /** Other spellings, as the literature has them → value. */
  readonly aliases: Readonly<Record<string, V>>;
}

export interface NumberOption {
  readonly option: "number";
  readonly min: number;
  readonly max: number;
  readonly default?: number;
}

export interface WordsOption {
  readonly option: "words";
}

/** A text read elsewhere; `form` shows how it is written. */
export interface TextOption {
  readonly option: "text";
  readonly form: string;
}

export type OptionSpec = ChoiceOption | NumberOption | WordsOption | TextOption;
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

type ValueOf<O extends OptionSpec> =
  O extends ChoiceOption<infer V>
    ? V
    : O extends TextOption
      ? string | undefined
      : O extends NumberOption
        ? O["default"] extends number
          ? number
          : number | undefined
        : readonly string[];
export type OptionValues<S extends OptionSpecs> = { readonly [K in keyof S]: ValueOf<S[K]> };

export function choice<const V extends string>(
  values: readonly V[],
  aliases: Readonly<Record<string, V>> = {},
): ChoiceOption<V> {
  return { option: "choice", values, aliases };
}

export function numberOption<const D extends number | undefined = undefined>(
  limits: { min: number; max: number },
  fallback?: D,
): NumberOption & { readonly default: D } {
  return { option: "number", ...limits, default: fallback as D };
}

/** Case, accents, spaces and hyphens do not matter: "Created All" is "created-all". */
const keyOf = (text: string): string => normaliseWord(text).replace(/\s/g, "");
/** As `keyOf`, but "won+lost" stays different from "wonlost". */
const valueKey = (text: string): string => text.toLowerCase().replace(/[\s_-]/g, "");

/**
 * Reads `name=value; name=value` against the specs. Unknown names and values are refused with the valid ones listed.
 */
export function parseOptions<S extends OptionSpecs>(text: string, specs: S): OptionValues<S> {
  const values: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(specs)) values[name] = defaultOf(spec);
  for (const part of text.split(";")) {
    if (part.trim() === "") continue;
    const at = part.indexOf("=");
    const given = (at < 0 ? part : part.slice(0, at)).trim();
    const name = Object.keys(specs).find((candidate) => keyOf(candidate) === keyOf(given));
    const spec = name === undefined ? undefined : specs[name];
    if (name === undefined || spec === undefined) {
      stop("unknownOption", { option: given, valid: Object.keys(specs).join(", ") });
    }
    if (at < 0) stop("optionWithoutValue", { option: name, valid: validValues(spec) });
    values[name] = valueOf(name, spec, part.slice(at + 1).trim());
  }
  return values as OptionValues<S>;
}

/** The valid values of an option in one line, for messages and descriptions. */
export function validValues(spec: OptionSpec): string {
  if (spec.option === "choice") return spec.values.join(" | ");
  if (spec.option === "words") return "word | word";
  if (spec.option === "text") return spec.form;
  return `${spec.min} … ${spec.max}`;
}

function defaultOf(spec: OptionSpec): unknown {
  if (spec.option === "choice") return spec.values[0];
  if (spec.option === "text") return undefined;
  return spec.option === "words" ? [] : spec.default;
}

function valueOf(name: string, spec: OptionSpec, text: string): unknown {
  if (spec.option === "words") {
    return text
      .split("|")
      .map((word) => word.trim())
      .filter((word) => word !== "");
  }
  if (spec.option === "text") return text;
  if (spec.option === "number") {
    const value = Number(text.replace(",", ".").replace(/%$/, ""));
    const scaled = text.endsWith("%") ? value / 100 : value;
    if (text === "" || !(scaled >= spec.min && scaled <= spec.max)) {
      stop("optionOutOfRange", { option: name, value: text, min: spec.min, max: spec.max });
    }
    return scaled;
  }
  const key = valueKey(text);
  const found = spec.values.find((value) => valueKey(value) === key) ?? aliasOf(spec, key);
  return found ?? stop("unknownOptionValue", { option: name, value: text, valid: spec.values.join(", ") });
}

function aliasOf(spec: ChoiceOption, key: string): string | undefined {
  for (const [alias, value] of Object.entries(spec.aliases)) if (valueKey(alias) === key) return value;
  return undefined;
}
