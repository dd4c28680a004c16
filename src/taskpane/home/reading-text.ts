import { kindName } from "../../reference";
import type { Kind } from "../../core/records/roles";
import type { HeldData } from "../../dataset/mapped-data";
import type { Language } from "../texts";

/** "Deals 8,800 · read at 09:02 · 12 rows not used · to date" */
export function readingText({ counts, readAt }: HeldData, toDate: boolean, language: Language): string {
  const [main] = (["deal", "subscription", "lead", "activity"] as const).flatMap((kind) => {
    const count = counts[kind];
    return count ? [{ kind: kind as Kind, ...count }] : [];
  });
  const skipped = Object.values(counts).reduce((sum, count) => sum + (count?.skipped ?? 0), 0);
  const parts = [
    ...(main ? [`${kindName(main.kind, language.locale)}: ${language.number(main.rows)}`] : []),
    language.text("readAt", { time: timeText(readAt, language.locale) }),
    ...(skipped > 0 ? [language.plural("rowsSkipped", skipped)] : []),
    ...(toDate ? [language.text("toDate")] : []),
  ];
  return parts.join(" · ");
}

function timeText(serial: number, locale: string): string {
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    timeZone: "UTC",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(Math.round((serial % 1) * 86_400_000)));
}
