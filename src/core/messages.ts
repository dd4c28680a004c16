import { explanationsEn } from "./explanations.en";
import { explanationsRo } from "./explanations.ro";
import { kindName } from "./kind-names";
import { mappedMessagesEn } from "./mapped-messages.en";
import { mappedMessagesRo } from "./mapped-messages.ro";
import { messagesEn } from "./messages.en";
import { messagesRo } from "./messages.ro";
import type { Kind } from "./records/roles";
import { fillMessage } from "./text";

/** Every text the core can answer with, by id. English is the reference; Romanian has the same ids by type. */
export type MessageId = keyof typeof messagesEn | keyof typeof explanationsEn | keyof typeof mappedMessagesEn;
export type Locale = "en" | "ro";

const messages: Readonly<Record<Locale, Readonly<Record<MessageId, string>>>> = {
  en: { ...messagesEn, ...explanationsEn, ...mappedMessagesEn },
  ro: { ...messagesRo, ...explanationsRo, ...mappedMessagesRo },
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
