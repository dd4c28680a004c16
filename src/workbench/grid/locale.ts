import { mergeLocales } from "@univerjs/core";
import coreTexts from "@univerjs/preset-sheets-core/locales/en-US";
import tableTexts from "@univerjs/preset-sheets-table/locales/en-US";
import { romanianGridTexts } from "./locale-ro";
import type { GridLanguage } from "./univer";

/** The grid's own texts. The descriptions of Excel's 500 functions exist in English only. */
export function gridTexts(language: GridLanguage) {
  const english = mergeLocales(coreTexts, tableTexts);
  return language === "ro" ? (overlay(english, romanianGridTexts) as typeof english) : english;
}

interface Texts {
  [key: string]: string | Texts | unknown;
}

function overlay(base: Texts, over: Texts): Texts {
  const merged: Texts = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = base[key];
    merged[key] =
      typeof value === "object" && value && typeof below === "object" && below
        ? overlay(below as Texts, value as Texts)
        : value;
  }
  return merged;
}
