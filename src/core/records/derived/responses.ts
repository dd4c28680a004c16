import { businessTime, wallTime, type BusinessWeek } from "../../time/business-time";
import { hasTimes } from "../../time/serial";
import { holidaysOf } from "../holidays";
import { Outcome } from "../outcome";
import type { Records } from "../records";
import type { Role } from "../roles";
import { activityFacts, automatic } from "./activities";
import type { DerivedArguments, DerivedColumn } from "./derived";
import { datedReferrers, earlier, firstNotBefore, groupsReferringTo, type DatedReferrers } from "./links";
import { numbersFrom } from "./numbers-from";

/** When someone began to wait: a lead was created, a customer asked. Without times on either side, the day of it. */
export const waitStart: DerivedColumn = {
  has: (records) =>
    records.kind === "lead"
      ? records.has("createdDate")
      : records.has("inquiryDate") ||
        (records.has("date") && (records.has("direction") || records.has("type"))),
  values: (records) => toTheDay(records, startsOf(records)),
};

/** When the wait ended: the first answer, stated or found among the activities. */
export const answeredOn: DerivedColumn = {
  has: (records) =>
    records.kind === "lead"
      ? records.has("firstResponseDate") || answersAreLinked(records)
      : records.has("replyDate") || (records.has("date") && refsOfActivity.some((role) => records.has(role))),
  values: (records) => toTheDay(records, answersOf(records)),
};

/**
 * Days from the wait's start to its end, times `per` (24 = hours); by opening hours where they are given. Missing where
 * there is no answer before `until`, or an answer before the question.
 */
export const responseTime: DerivedColumn = {
  has: (records) => waitStart.has(records) && answeredOn.has(records),
  values(records, given) {
    const { until = Infinity } = given;
    const starts = records.numbers("waitStart");
    const ends = records.numbers("answeredOn");
    const seen = Number(until);
    return timeBetween(records, given, starts, (row) => {
      const end = ends[row] ?? NaN;
      return end < seen ? end : NaN;
    });
  },
};

/** As `responseTime`, up to `until`, answered or not. */
export const waitSoFar: DerivedColumn = {
  has: waitStart.has,
  values(records, given) {
    const until = Number(given.until ?? NaN);
    return timeBetween(records, given, records.numbers("waitStart"), () => until);
  },
};

/** Whether one side of the wait has no times of day. */
export function isByTheDay(records: Records): boolean {
  return !hasTimes(startsOf(records)) || !hasTimes(answersOf(records));
}

const refsOfActivity = ["leadRef", "customerRef", "dealRef"] as const;

function startsOf(records: Records): Float64Array {
  if (records.kind === "lead") return records.numbers("createdDate");
  return records.has("inquiryDate")
    ? records.numbers("inquiryDate")
    : records.derive("inquiries", () => {
        const dates = records.numbers("date");
        const isInquiry = inquiries(records);
        return dates.map((date, row) => (isInquiry(row) ? date : NaN));
      });
}

function answersOf(records: Records): Float64Array {
  if (records.kind === "lead") {
    const stated = records.has("firstResponseDate") ? records.numbers("firstResponseDate") : undefined;
    if (!answersAreLinked(records)) return stated ?? records.numbers("firstResponseDate");
    const found = records.derive("firstOutbound", () => firstOutbound(records));
    return stated === undefined ? found : stated.map((date, i) => (date === date ? date : (found[i] ?? NaN)));
  }
  return records.has("replyDate")
    ? records.numbers("replyDate")
    : records.derive("nextOutbound", () => nextOutbound(records));
}

function answersAreLinked(leads: Records): boolean {
  const { activity } = leads.linked;
  return (
    activity !== undefined &&
    activity.has("leadRef") &&
    activity.has("date") &&
    activity.has("type") &&
    (leads.has("id") || leads.has("email"))
  );
}

/** An answer is a person's call, e-mail, meeting or message to the customer that took place. */
function humanAnswers(activities: Records): (row: number) => boolean {
  const { typeOf, happened, inbound } = activityFacts(activities);
  const machine = automatic.has(activities) ? activities.numbers("automatic") : undefined;
  const typed = activities.has("type");
  return (row) =>
    happened(row) && !inbound(row) && machine?.[row] !== 1 && (!typed || ANSWERS.has(typeOf(row) ?? ""));
}

const ANSWERS: ReadonlySet<string> = new Set(["call", "email", "meeting", "social"]);

/** The first answer on or after the lead's creation among the activities linked to it by id or e-mail address. */
function firstOutbound(leads: Records): Float64Array {
  const { activity: activities } = leads.linked;
  const created = leads.numbers("createdDate");
  const values = new Float64Array(leads.rows).fill(NaN);
  if (activities === undefined) return values;
  const answers = answersTo(activities, "leadRef", humanAnswers(activities));
  for (const id of ["id", "email"] as const) {
    const groups = groupsReferringTo(leads, id, answers);
    for (let row = 0; row < values.length; row++)
      values[row] = earlier(values[row] ?? NaN, firstFrom(answers, groups[row] ?? -1, created[row] ?? NaN));
  }
  return values;
}

/** For each inquiry the next answer to the same lead, customer or deal; a call that was taken was answered at once. */
function nextOutbound(activities: Records): Float64Array {
  const dates = activities.numbers("date");
  const isInquiry = inquiries(activities);
  const isAnswer = humanAnswers(activities);
  const taken = answeredCalls(activities);
  const values = dates.map((date, row) => (isInquiry(row) && taken(row) ? date : NaN));
  for (const ref of refsOfActivity) {
    const answers = answersTo(activities, ref, isAnswer);
    const groups = groupsReferringTo(activities, ref, answers);
    for (let row = 0; row < values.length; row++) {
      if (isInquiry(row))
        values[row] = earlier(values[row] ?? NaN, firstFrom(answers, groups[row] ?? -1, dates[row] ?? NaN));
    }
  }
  return values;
}

function inquiries(activities: Records): (row: number) => boolean {
  const { typeOf, inbound } = activityFacts(activities);
  const machine = automatic.has(activities) ? activities.numbers("automatic") : undefined;
  return (row) =>
    activities.outcome[row] !== Outcome.none &&
    activities.outcome[row] !== Outcome.open &&
    machine?.[row] !== 1 &&
    (inbound(row) || typeOf(row) === "inquiry");
}

function answeredCalls(activities: Records): (row: number) => boolean {
  if (!activities.has("outcome")) return () => false;
  const { typeOf } = activityFacts(activities);
  const { codes, words } = activities.words("outcome");
  const outcomeOf = activities.classOf("outcome", "callOutcome");
  const reached = words.map((word) => outcomeOf(word) === "reached");
  return (row) => typeOf(row) === "call" && reached[codes[row] ?? 0] === true;
}

function answersTo(activities: Records, ref: Role, isAnswer: (row: number) => boolean): DatedReferrers {
  const dates = activities.numbers("date");
  const dateOf = (row: number): number => dates[row] ?? NaN;
  return datedReferrers(activities, ref, dateOf, (row) => !Number.isNaN(dateOf(row)) && isAnswer(row));
}

/** The first date of a group on or after another; a date without time counts for its whole day. */
function firstFrom(answers: DatedReferrers, group: number, start: number): number {
  if (group < 0) return NaN;
  const end = answers.starts[group + 1] ?? 0;
  const dateAt = (at: number): number => (at < end ? (answers.dates[at] ?? NaN) : NaN);
  const day = Math.floor(start);
  const sameDay = dateAt(firstNotBefore(answers, group, day));
  return sameDay === day ? sameDay : dateAt(firstNotBefore(answers, group, start));
}

function toTheDay(records: Records, values: Float64Array): Float64Array {
  return isByTheDay(records) ? values.map(Math.floor) : values;
}

function timeBetween(
  records: Records,
  given: DerivedArguments,
  starts: Float64Array,
  endOf: (row: number) => number,
): Float64Array {
  const per = Number(given.per ?? 1);
  const week = weekOf(given);
  const holidays = week === undefined ? new Set<number>() : holidaysOf(records);
  return numbersFrom(records.rows, (row) => {
    const start = starts[row] ?? NaN;
    const end = endOf(row);
    if (!(end >= start)) return NaN;
    return per * (week === undefined ? wallTime(start, end) : businessTime(start, end, week, holidays));
  });
}

function weekOf({ opens, closes, days }: DerivedArguments): BusinessWeek | undefined {
  if (opens === undefined || closes === undefined) return undefined;
  return { opens: Number(opens), closes: Number(closes), days: [...String(days)].map(Number) };
}
