import { messageText, type Locale, type MessageId } from "./messages";
import type { Note } from "./result";

/** `missing.closedDate` → "closedDate is blank"; `nameOf`: what the reader calls a role. */
export function exclusionText(
  reason: string,
  locale: Locale,
  nameOf: (role: string) => string = (role) => role,
): string {
  const [kind = "", role = ""] = reason.split(".");
  if (kind === "missing") return messageText(locale, "excludedMissing", { role: nameOf(role) });
  if (kind === "unreadable") return messageText(locale, "excludedUnreadable", { role: nameOf(role) });
  const id = EXCLUSIONS[kind];
  return id === undefined ? reason : messageText(locale, id);
}

export function noteText(note: Note, locale: Locale): string {
  return messageText(locale, note.message, note.values);
}

const EXCLUSIONS: Readonly<Record<string, MessageId>> = {
  negativeDuration: "excludedNegativeDuration",
  cancelled: "excludedCancelled",
  duplicate: "excludedDuplicate",
  duplicateLead: "excludedDuplicateLead",
  totalsRow: "excludedTotalsRow",
  orderLine: "excludedOrderLine",
  creditNote: "excludedCreditNote",
  zeroAmount: "excludedZeroAmount",
  invalidReason: "excludedInvalidReason",
  unknownStage: "excludedUnknownStage",
  unanswered: "excludedUnanswered",
  note: "excludedNote",
  automatic: "excludedAutomatic",
  bulk: "excludedBulk",
  invalidLead: "excludedInvalidLead",
  longDuration: "excludedLongDuration",
  otherCost: "excludedOtherCost",
  outsideScale: "excludedOutsideScale",
  unpaid: "excludedUnpaid",
};
