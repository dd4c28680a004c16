import type { Dataset } from "../records/dataset";
import { readAnyPeriod } from "../records/read-any-period";
import { refuse, RefusalError, stop, type Refusal } from "../result";
import type { CalendarSettings, Period } from "../time/periods";
import { isoDate, serialOf } from "../time/serial";
import type { Steps } from "./ask-evaluate";
import type { Filter } from "./ask-filters";
import type { AskedMetric, OpeningHours } from "./ask-metric";

/** One question to the mapped tables, in the words of a person. */
export interface Ask {
  /** An id, perhaps with options and numbers behind it: `WINRATE; basis=created-all`. */
  readonly metric: string;
  /** `2026-Q1`, `last 90 days`, `luna trecută`, a year as a number, a period; blank or missing = all time. */
  readonly period?: string | number | Period | undefined;
  readonly filters?: readonly Filter[];
}

export interface DeskSettings {
  /** The current day, as a serial number: what relative periods and unfinished ones are told by. */
  readonly today: number;
  readonly calendar?: CalendarSettings;
  /** Where set, response times are told by them. */
  readonly businessHours?: OpeningHours | undefined;
}

export interface DeskContext extends DeskSettings {
  readonly dataset: Dataset;
  readonly calendar: CalendarSettings;
}

/** The period of a question; refuses what is none, and a date, which may stand for its day or its month. */
export function periodAsked(given: Ask["period"], { today, calendar }: DeskContext): Period | undefined {
  if (typeof given === "object") return given;
  if (given === undefined || String(given).trim() === "") return undefined;
  const number = typeof given === "number" ? given : Number(given);
  if (number >= FIRST_DATE && number < LAST_DATE) {
    const day = isoDate(number);
    stop("dateIsNoPeriod", { month: day.slice(0, 7), day });
  }
  const period = readAnyPeriod(String(given), today, calendar);
  if (period === undefined) stop("notAPeriod", { period: String(given) });
  return period === "all" ? undefined : period;
}

const FIRST_DATE = serialOf(1950, 1, 1);
const LAST_DATE = serialOf(2200, 1, 1);

/** The day from which a period that is not over is seen; activities that are planned for later belong to it. */
export function dayOfObservation(
  { metric, asOf }: AskedMetric,
  kinds: ReadonlySet<string>,
  period: Period | undefined,
  today: number,
): number | undefined {
  if (asOf !== undefined || !metric.asOf) return asOf;
  const unfinished = period !== undefined && period.start <= today && period.end > today + 1;
  return unfinished && [...kinds].some((kind) => kind !== "activity" && kind !== "calendar")
    ? today
    : undefined;
}

/** Refusals are answers; what nobody foresaw is one too. */
export function guarded<T>(work: () => T): T | Refusal {
  try {
    return work();
  } catch (error) {
    return refusalOf(error);
  }
}

export function* guardedSteps<T>(steps: Steps<T>): Steps<T | Refusal> {
  try {
    return yield* steps;
  } catch (error) {
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof RefusalError) return error.refusal;
  return refuse("#VALUE!", "internal", { reason: error instanceof Error ? error.message : String(error) });
}
