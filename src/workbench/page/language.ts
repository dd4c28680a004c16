import { english, type Texts } from "./texts";
import { romanian } from "./texts-ro";

export type Language = "en" | "ro";
/** A text by its key, with its {places} filled. */
export type Translate = (key: keyof Texts, places?: Record<string, string | number>) => string;

/** As Excel names them to an add-in. */
export const localeOf: Record<Language, string> = { en: "en-US", ro: "ro-RO" };

/** `?lang=` decides, then what was chosen here before, then the browser. */
export function chosenLanguage(): Language {
  const asked =
    new URLSearchParams(location.search).get("lang") ?? localStorage.getItem("workbench.language");
  return (asked ?? navigator.language).toLowerCase().startsWith("ro") ? "ro" : "en";
}

/** The add-in and the grid are made for one language, so a change starts the page again. */
export function switchLanguage(language: Language): void {
  localStorage.setItem("workbench.language", language);
  const url = new URL(location.href);
  url.searchParams.delete("lang");
  location.assign(url);
}

export function translator(language: Language): Translate {
  const texts = language === "ro" ? romanian : english;
  return (key, places = {}) =>
    texts[key].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const place = places[name];
      if (place === undefined) return whole;
      return typeof place === "number" ? place.toLocaleString(localeOf[language]) : place;
    });
}
