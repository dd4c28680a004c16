import { createContext, useContext } from "react";
import type { Locale } from "../core/messages";
import { fillMessage } from "../core/text";
import { textsEn, type PluralText } from "./texts.en";
import { textsRo } from "./texts.ro";

type Keys<V> = {
  [K in keyof typeof textsEn]: (typeof textsEn)[K] extends V ? K : never;
}[keyof typeof textsEn];
export type TextKey = Keys<string>;
export type PluralKey = Keys<PluralText>;

/** Texts and numbers in the person's language. */
export interface Language {
  readonly locale: Locale;
  text(key: TextKey, values?: Readonly<Record<string, string | number>>): string;
  /** A text that depends on a count, shown as `{count}`. */
  plural(key: PluralKey, count: number, values?: Readonly<Record<string, string | number>>): string;
  number(value: number): string;
}

export function createLanguage(locale: Locale): Language {
  const texts = locale === "ro" ? textsRo : textsEn;
  const numbers = new Intl.NumberFormat(locale);
  const rules = new Intl.PluralRules(locale);
  return {
    locale,
    text: (key, values) => fillMessage(texts[key], values),
    plural(key, count, values) {
      const form = rules.select(count);
      const forms: PluralText = texts[key];
      const template = form === "one" || form === "few" ? forms[form] : forms.other;
      return fillMessage(template, { count: numbers.format(count), ...values });
    },
    number: (value) => numbers.format(value),
  };
}

/** `?lang=` wins, then Office's display language; in an ordinary tab the browser's. */
export function localeFor(
  query: string,
  displayLanguage: string | undefined,
  browserLanguage: string,
): Locale {
  const wanted = new URLSearchParams(query).get("lang") ?? displayLanguage ?? browserLanguage;
  return wanted.toLowerCase().startsWith("ro") ? "ro" : "en";
}

export const LanguageContext = createContext<Language>(createLanguage("en"));

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
