import { kindName } from "./kind-names";
import { messagesEn } from "./messages.en";
import { messagesRo } from "./messages.ro";
import type { Kind } from "./records/roles";
import { fillMessage } from "./text";

/** Every text the core can answer with, by id. English is the reference; Romanian has the same ids by type. */
export type MessageId = keyof typeof messagesEn;
export type Locale = "en" | "ro";

export const messages: Readonly<Record<Locale, Readonly<Record<MessageId, string>>>> = {
  en: messagesEn,
  ro: messagesRo,
};

export function messageText(
  locale: Locale,
  id: MessageId,
  values?: Readonly<Record<string, string | number>>,
): string {
  const kind = values?.kind;
  const named =
    typeof kind === "string" ? { ...values, kind: kindName(kind as Kind, locale).toLowerCase() } : values;
  return fillMessage(messages[locale][id], named);
}
