import { explanationsEn } from "./explanations.en";
import { explanationsRo } from "./explanations.ro";
import { kindName } from "./kind-names";
import type { AskMessageId } from "./metrics/ask-messages";
import { messagesEn } from "./messages.en";
import { messagesRo } from "./messages.ro";
import type { Kind } from "./records/roles";
import { fillMessage } from "./text";

/** Every text the core can answer with, by id. English is the reference; Romanian has the same ids by type. */
export type MessageId = keyof typeof messagesEn | keyof typeof explanationsEn | AskMessageId;
export type Locale = "en" | "ro";
type Texts = Readonly<Record<Locale, Readonly<Partial<Record<MessageId, string>>>>>;

const messages: Record<Locale, Texts[Locale]> = {
  en: { ...messagesEn, ...explanationsEn },
  ro: { ...messagesRo, ...explanationsRo },
};

/** Texts of a part of the core that not every script has: it adds them itself. */
export function addMessages(more: Texts): void {
  for (const locale of ["en", "ro"] as const) messages[locale] = { ...messages[locale], ...more[locale] };
}

export function messageText(
  locale: Locale,
  id: MessageId,
  values?: Readonly<Record<string, string | number>>,
): string {
  const kind = values?.kind;
  const named =
    typeof kind === "string" ? { ...values, kind: kindName(kind as Kind, locale).toLowerCase() } : values;
  return fillMessage(messages[locale][id] ?? id, named);
}
