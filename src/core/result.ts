/** Why something could not be computed. The codes are Excel's four; a cell shows exactly these. */
export type ErrorCode = "#DIV/0!" | "#N/A" | "#VALUE!" | "#NUM!";

/** A refusal with its reason: `message` is a key of the core's messages, `values` fill its places. */
export interface Refusal {
  readonly error: ErrorCode;
  readonly message: MessageId;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface Interval {
  readonly lower: number;
  readonly upper: number;
  /** Confidence level, 0.95 unless said otherwise. */
  readonly level: number;
}

export interface Note {
  readonly message: MessageId;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What a metric answers: a number or a named reason why there is none, and what stands behind it. */
export interface Result {
  readonly value: number | Refusal;
  /** Records the value rests on. */
  readonly n: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly interval?: Interval;
  /** Records left out, by reason (`missing.closedDate`, `negativeDuration` …). */
  readonly excluded: Readonly<Record<string, number>>;
  readonly notes: readonly Note[];
}

export function refuse(error: ErrorCode, message: MessageId, values?: Refusal["values"]): Refusal {
  return values === undefined ? { error, message } : { error, message, values };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "error" in value && "message" in value;
}

/** Thrown by the readers and checks below a metric; the doors turn it into a cell error or a pane message. */
export class RefusalError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
    this.name = "RefusalError";
  }
}

export function stop(message: MessageId, values?: Refusal["values"], error: ErrorCode = "#VALUE!"): never {
  throw new RefusalError(refuse(error, message, values));
}

import type { MessageId } from "./messages";
