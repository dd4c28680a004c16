import type { CellPlace } from "./source";

/** What can stand in the way of reading or writing the workbook; the pane has a sentence for each. */
export type WorkbookProblem =
  | "outsideExcel"
  | "cellEditing"
  | "protectedSheet"
  | "nothingSelected"
  | "occupied"
  | "insideData"
  | "partOfArray"
  | "formulaRefused"
  | "itemGone"
  | "busy"
  | "tooLarge"
  | "connectionLost"
  /** What was written to the workbook reads back differently. */
  | "notKept"
  /** The workbook holds a mapping that cannot be read: it is not replaced unless the person agrees. */
  | "keptUnreadable"
  /** A cell that a person filled is where a report has to grow, and there is no room beside. */
  | "reportBlocked"
  /** A person has protected a report's sheet. */
  | "reportProtected"
  /** A refresh failed, and these sheets could not be put back. */
  | "reportUnfinished"
  /** The reports were written by a later version of the add-in. */
  | "reportsNewer"
  | "cancelled"
  /** This version of Excel lacks what it takes. */
  | "unsupported"
  | "unknown";

export class WorkbookError extends Error {
  constructor(
    readonly problem: WorkbookProblem,
    /** What fills the places of the pane's sentence. */
    readonly details: Readonly<Record<string, string>> = {},
    /** The cell it is about, where a second attempt needs to know. */
    readonly place?: CellPlace,
    options?: ErrorOptions,
  ) {
    super(problem, options);
    this.name = "WorkbookError";
  }
}

/** Office.js answers some failures with a number, others with a word, and hides the number in the word at times. */
const PROBLEMS: Readonly<Record<string, WorkbookProblem>> = {
  InvalidOperationInCellEditMode: "cellEditing",
  HostIsInCellEditMode: "cellEditing",
  "5004": "cellEditing",
  AccessDenied: "protectedSheet",
  "7000": "protectedSheet",
  InvalidSelection: "nothingSelected",
  PartialArrayChange: "partOfArray",
  RangeHasDataValidation: "formulaRefused",
  InvalidArgument: "formulaRefused",
  FormulaLengthExceedsLimit: "formulaRefused",
  ItemNotFound: "itemGone",
  "5102": "busy",
  ActivityLimitReached: "busy",
  RequestAborted: "busy",
  Timeout: "busy",
  ResponsePayloadSizeLimitExceeded: "tooLarge",
  RequestPayloadSizeLimitExceeded: "tooLarge",
  "5103": "tooLarge",
  "5104": "tooLarge",
  "5012": "connectionLost",
  InvalidOrTimedOutSession: "connectionLost",
};

export function toWorkbookError(error: unknown): WorkbookError {
  if (error instanceof WorkbookError) return error;
  if (isCancelled(error)) return new WorkbookError("cancelled", {}, undefined, { cause: error });
  const { code, message = String(error) } = Object(error) as { code?: unknown; message?: string };
  const problem = PROBLEMS[String(code)] ?? "unknown";
  // The client's words are English and for programmers, so they only follow a sentence of ours.
  return new WorkbookError(problem, { detail: message }, undefined, { cause: error });
}

/** An AbortSignal's reason, when nobody gave another. */
function isCancelled(error: unknown): boolean {
  return (Object(error) as { name?: unknown }).name === "AbortError";
}
