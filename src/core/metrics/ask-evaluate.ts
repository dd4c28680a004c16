import type { Dataset } from "../records/dataset";
import type { Role } from "../records/roles";
import { isRefusal, refuse, type Refusal, type Result } from "../result";
import type { CalendarSettings, Period } from "../time/periods";
import { filterKey, groupByFilters } from "./ask-groups";
import type { ReadFilter } from "./ask-filters";
import type { AskedMetric } from "./ask-metric";
import type { ReadRecords } from "./ask-records";
import { measureAll } from "./measure-all";
import { isComputed } from "./metric";
import type { Question } from "./question";

/** A question with everything read. */
export interface PreparedAsk {
  readonly asked: AskedMetric;
  readonly read: ReadRecords;
  readonly filters: readonly ReadFilter[];
  readonly period?: Period;
  readonly asOf?: number;
  readonly calendar: CalendarSettings;
}

/** Work that pauses, so that a page stays alive meanwhile, and ends with a result. */
export type Steps<T> = Generator<undefined, T>;

/** All steps at once. */
export function inOne<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Answers in the order of the questions. Those that are asked of the same tables and filter by the same columns share
 * their passes over the records, whatever the metric, the period and the values are.
 */
function* evaluateAsks(asks: readonly PreparedAsk[]): Steps<readonly Result[]> {
  const results: Result[] = [];
  const batches = new Map<string, number[]>();
  asks.forEach(({ read, filters }, at) => {
    const key = `${read.key}/${filterKey(filters)}`;
    const batch = batches.get(key);
    if (batch === undefined) batches.set(key, [at]);
    else batch.push(at);
  });
  for (const batch of batches.values()) {
    const together = batch.flatMap((at) => asks[at] ?? []);
    const answers = yield* answerBatch(together);
    answers.forEach((result, i) => (results[batch[i] ?? 0] = result));
  }
  return results;
}

/** Results of prepared questions; what needs a day of observation is asked again as of today. */
export function* evaluated<A extends PreparedAsk>(
  asks: readonly A[],
  today: number,
): Steps<readonly { readonly ask: A; readonly result: Result }[]> {
  const first = (yield* evaluateAsks(asks)).map((result, at) => ({ ask: asks[at] as A, result }));
  const again = first.flatMap(({ ask, result }, at) => (needsDay(ask, result.value) ? [at] : []));
  const asOfToday = again.flatMap((at) => {
    const ask = asks[at];
    return ask === undefined ? [] : [{ ...ask, asOf: today }];
  });
  const second = yield* evaluateAsks(asOfToday);
  again.forEach((at, i) => {
    const [ask, result] = [asOfToday[i], second[i]];
    if (ask !== undefined && result !== undefined) first[at] = { ask, result };
  });
  return first;
}

/** Whether it was refused for want of a day of observation. */
export function needsDay({ asked, asOf }: PreparedAsk, value: Result["value"] | undefined): boolean {
  if (asOf !== undefined || !asked.metric.asOf || !isRefusal(value)) return false;
  return (
    value.message === "needsDay" || (value.message === "missingArgument" && value.values?.argument === "asOf")
  );
}

function* answerBatch(asks: readonly PreparedAsk[]): Steps<readonly Result[]> {
  const [first] = asks;
  if (first === undefined) return [];
  const filters = first.filters.length === 0 ? [] : asks.map((ask) => ask.filters);
  const filtered = filters.length === 0 ? undefined : groupByFilters(first.read.dataset, filters);
  const dataset = filtered?.dataset ?? first.read.dataset;
  const results: Result[] = [];
  yield;
  for (const { periods, members } of tracksOf(asks)) {
    for (const slice of slicesOf(asks, members, atOnce(dataset))) {
      const measured = measureAll(dataset, slice.questions, {
        ...(filtered === undefined ? {} : { by: "group" }),
        ...(periods.length === 0 ? {} : { periods }),
      });
      const groups = new Map(measured.groups.map((label, group) => [label, group]));
      for (const { at, ask, question } of slice.asked) {
        const roles = ask.filters.map(({ role }) => role);
        const uneven = unevenRole(ask, roles);
        const failure = measured.failure(question);
        if (uneven !== undefined) results[at] = refused(uneven);
        else if (failure !== undefined && periods.length > 1) {
          // It may be another period that cannot be asked.
          results[at] = (yield* answerBatch([ask]))[0] ?? refused(failure);
        } else {
          const group = filtered === undefined ? 0 : (groups.get(filtered.labelOf(ask.filters)) ?? -1);
          const period = ask.period === undefined ? 0 : periods.findIndex((each) => same(each, ask.period));
          results[at] = measured.at(question, group, period);
        }
      }
      yield;
    }
  }
  return results;
}

interface Slice {
  readonly questions: readonly Question[];
  readonly asked: readonly { readonly at: number; readonly ask: PreparedAsk; readonly question: number }[];
}

/** The questions that differ, few enough at a time for a page to stay alive, each with those that ask it. */
function slicesOf(asks: readonly PreparedAsk[], members: readonly number[], most: number): readonly Slice[] {
  const places = new Map<string, number>();
  const slices: { questions: Question[]; asked: { at: number; ask: PreparedAsk; question: number }[] }[] = [];
  for (const at of members) {
    const ask = asks[at];
    if (ask === undefined) continue;
    const key = `${ask.asked.key}/${ask.asOf ?? ""}`;
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    const slice = (slices[Math.floor(place / most)] ??= { questions: [], asked: [] });
    slice.questions[place % most] = questionOf(ask);
    slice.asked.push({ at, ask, question: place % most });
  }
  return slices;
}

/** Rows times questions that are evaluated at a stretch: a tenth of a second on a slow machine. */
const MOST_AT_ONCE = 200_000;

/** How many questions are evaluated at a stretch. */
export function atOnce(dataset: Dataset): number {
  const rows = Math.max(1, ...Object.values(dataset).map((records) => records.rows));
  return Math.max(1, Math.floor(MOST_AT_ONCE / rows));
}

/** The question of one metric, in the words of `measureAll`. */
export function questionOf({ asked, asOf, calendar }: PreparedAsk): Question {
  const { metric, options, numbers, level } = asked;
  return { metric, options, numbers, level, calendar, ...(asOf === undefined ? {} : { asOf }) };
}

/**
 * A metric that is no expression is computed of each group's records, and would take a table without the column whole:
 * the costs of all for the customers of one. Such a table is refused by name.
 */
export function unevenRole({ asked, read }: PreparedAsk, roles: readonly Role[]): Refusal | undefined {
  if (!isComputed(asked.metric)) return undefined;
  for (const kind of read.kinds) {
    const records = read.dataset[kind];
    if (records === undefined || ALONG.has(kind)) continue;
    const role = roles.find((each) => !records.has(each));
    if (role !== undefined) return refuse("#VALUE!", "groupMissing", { kind, role });
  }
  return undefined;
}

/** Tables that are looked at along links and never added up. */
const ALONG: ReadonlySet<string> = new Set(["stage", "stageHistory", "calendar"]);

interface Track {
  /** Sorted and disjoint; none where all time is asked for. */
  readonly periods: readonly Period[];
  /** Places of the questions. */
  readonly members: readonly number[];
}

/** As few lists of disjoint periods as hold all that is asked for. */
function tracksOf(asks: readonly PreparedAsk[]): readonly Track[] {
  const undated = asks.flatMap(({ period }, at) => (period === undefined ? [at] : []));
  const dated = asks.flatMap(({ period }, at) => (period === undefined ? [] : [{ period, at }]));
  dated.sort((a, b) => a.period.start - b.period.start || a.period.end - b.period.end);
  const tracks: { periods: Period[]; members: number[] }[] = [];
  for (const { period, at } of dated) {
    const track = tracks.find(({ periods }) => {
      const last = periods.at(-1);
      return last === undefined || same(last, period) || last.end <= period.start;
    });
    if (track === undefined) tracks.push({ periods: [period], members: [at] });
    else {
      if (!same(track.periods.at(-1), period)) track.periods.push(period);
      track.members.push(at);
    }
  }
  return undated.length === 0 ? tracks : [{ periods: [], members: undated }, ...tracks];
}

function same(one: Period | undefined, other: Period | undefined): boolean {
  return one?.start === other?.start && one?.end === other?.end;
}

export function refused(value: Refusal): Result {
  return { value, n: 0, excluded: {}, notes: [] };
}
