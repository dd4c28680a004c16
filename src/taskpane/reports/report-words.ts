import type { Role } from "../../core/records/roles";
import { roleName } from "../../core/role-names";
import type { FilterFault } from "../../refresh/filter-choices";
import type { LogEntry } from "../../reports/registry";
import { filterWords } from "../../reports/request";
import { reportText } from "../../reports/texts";
import type { RefreshOutcome, RefreshProgress } from "../../refresh/reports";
import { WorkbookError } from "../../workbook";
import { faultText, problemText, type Notice } from "../problem-text";
import { shortened } from "../shortened";
import type { Language, TextKey } from "../texts";

/** 23 Nov 2026, 09:02 */
export function momentText(serial: number, { locale }: Language): string {
  // Serial days begin on 30 December 1899, as the spreadsheet counts.
  const milliseconds = Math.round((serial - 25_569) * 86_400_000);
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    timeZone: "UTC",
    dateStyle: "medium",
    timeStyle: "short",
  }).format(new Date(milliseconds));
}

export function secondsText(milliseconds: number, { locale }: Language): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    milliseconds / 1000,
  );
}

/** "5,203 rows used, 12 left out" */
export function rowsText(
  { used, skipped }: { readonly used: number; readonly skipped: number },
  { plural }: Language,
): string {
  return [plural("rowsUsed", used), plural("rowsLeftOut", skipped)].join(", ");
}

export function progressText({ step, sheet, isStopping }: RefreshProgress, { text }: Language): string {
  if (step === "restoring") return text("stepRestoring");
  if (isStopping === true) return text("stoppingRefresh");
  if (step === "reading") return text("stepReading");
  if (sheet === undefined) return text("stepWritingFirst");
  return text(step === "planning" ? "stepPlanning" : "stepWriting", { sheet });
}

/** What a refresh came to, in a sentence. */
export function outcomeNotice(outcome: RefreshOutcome, language: Language): Notice {
  const { text, plural } = language;
  if (outcome.is === "cancelled") return { intent: "info", text: text("refreshCancelled") };
  if (outcome.is === "unmapped") return { intent: "info", text: text("refreshUnmapped") };
  if (outcome.is === "failed") {
    const { error } = outcome;
    const why =
      error instanceof WorkbookError
        ? problemText(error, language)
        : error.fault === "filterEmpty"
          ? filterText(error, language)
          : faultText(error, language);
    return { intent: "error", text: text("refreshFailed", { why }) };
  }
  const done = plural("refreshDone", outcome.sheets, {
    rows: rowsText(outcome.rows, language),
    seconds: secondsText(outcome.milliseconds, language),
  });
  const names = outcome.leftOut.map((id) => reportText(language.locale, id)).join(", ");
  return {
    intent: "success",
    text: names === "" ? done : `${done} ${text("refreshLeftOut", { sheets: names })}`,
  };
}

/** What a refresh came to, in a few words. */
export function logText({ outcome, rows, milliseconds, problem = "" }: LogEntry, language: Language): string {
  const { text, plural } = language;
  if (outcome === "cancelled") return text("logCancelled");
  if (outcome === "done")
    return text("logDone", {
      rows: plural("rows", rows.used),
      seconds: secondsText(milliseconds, language),
    });
  const reason = REASONS.get(problem);
  return reason === undefined ? text("logFailed") : text("logFailedFor", { reason: text(reason) });
}

const REASONS: ReadonlyMap<string, TextKey> = new Map([
  ["cellEditing", "logCellEditing"],
  ["protectedSheet", "logProtected"],
  ["reportProtected", "logProtected"],
  ["reportBlocked", "logBlocked"],
  ["sourceGone", "logGone"],
  ["columnGone", "logGone"],
  ["itemGone", "logGone"],
  ["filterEmpty", "logFilter"],
  ["connectionLost", "logConnection"],
]);

function filterText({ filter, kind }: FilterFault, { text, locale }: Language): string {
  return text("filterEmpty", {
    role: roleName(kind, filter.role as Role, locale),
    words: shortened(filterWords(filter).join(", "), LONGEST),
  });
}

/** What is to be done about it has to stay in sight. */
const LONGEST = 60;
