import { normaliseWord } from "../../text";
import type { WordColumn } from "../columns";
import { keysOf } from "../keys";
import { Outcome } from "../outcome";
import type { Records } from "../records";
import type { Role } from "../roles";
import { activityTypeOf, isAutomatic, type ActivityType } from "../vocabulary";
import type { DerivedColumn } from "./derived";

/** What is said of one activity, each distinct word looked up once. */
export interface ActivityFacts {
  typeOf(row: number): ActivityType | undefined;
  /** It took place: done, or an e-mail of which nothing else is said. */
  happened(row: number): boolean;
  /** The customer began it: said by its direction, or by its type ("Inbound call"). */
  inbound(row: number): boolean;
}

export function activityFacts(activities: Records): ActivityFacts {
  const types = activities.has("type") ? activities.words("type") : undefined;
  const directions = activities.has("direction") ? activities.words("direction") : undefined;
  const typeOf = byWord(types, activities.classOf("type", "activityType"));
  const inType = byWord(types, activities.classOf("type", "direction"));
  const inDirection = byWord(directions, activities.classOf("direction", "direction"));
  return {
    typeOf,
    happened(row) {
      const outcome = activities.outcome[row];
      return outcome === Outcome.won || (outcome === Outcome.unknown && typeOf(row) === "email");
    },
    inbound: (row) => inDirection(row) === "in" || inType(row) === "in",
  };
}

/** 1 for what a machine wrote: by the entry's source, or by a subject that only automatic replies have. */
export const automatic: DerivedColumn = {
  has: (activities) => activities.has("source") || activities.has("subject"),
  values(activities) {
    const sources = activities.has("source") ? activities.words("source") : undefined;
    const subjects = activities.has("subject") ? activities.words("subject") : undefined;
    const bySource = byWord(sources, isAutomatic);
    const bySubject = byWord(subjects, (word) => AUTOMATIC_SUBJECT.test(normaliseWord(word)) || undefined);
    return flags(activities, (row) => bySource(row) !== undefined || bySubject(row) === true);
  },
};

const AUTOMATIC_SUBJECT =
  /^(automatic reply|auto reply|autoreply|out of office|undeliverable|delivery status notification|raspuns automat|mesaj automat|in afara biroului|abwesenheitsnotiz|automatische antwort|reponse automatique|respuesta automatica)\b/;

/** More recipients than this and an e-mail is a mailing. */
const BULK = 20;

/** 1 for a mailing: to more than 20 recipients, or more than 20 rows of one subject in one minute. */
export const bulk: DerivedColumn = {
  has: (activities) => activities.has("recipients") || activities.has("subject"),
  values(activities) {
    const recipients = activities.has("recipients") ? activities.numbers("recipients") : undefined;
    const subjects =
      activities.has("subject") && activities.has("date") ? activities.words("subject") : undefined;
    const dates = subjects === undefined ? undefined : activities.numbers("date");
    const { typeOf } = activityFacts(activities);
    const keyOf = (row: number): string => {
      const code = subjects?.codes[row] ?? 0;
      const date = dates?.[row] ?? NaN;
      return code === 0 || date !== date ? "" : `${code} ${Math.floor(date * 1440 + 1e-6)}`;
    };
    const together = new Map<string, number>();
    for (let i = 0; i < activities.rows; i++) {
      const key = keyOf(i);
      if (key !== "" && activities.outcome[i] !== Outcome.none && typeOf(i) === "email")
        together.set(key, (together.get(key) ?? 0) + 1);
    }
    return flags(
      activities,
      (row) =>
        (recipients?.[row] ?? 0) > BULK ||
        (typeOf(row) === "email" && (together.get(keyOf(row)) ?? 0) > BULK),
    );
  },
};

const TOUCHES: ReadonlySet<ActivityType | undefined> = new Set<ActivityType>([
  "call",
  "email",
  "meeting",
  "demo",
  "follow-up",
  "proposal",
  "social",
]);

/** Which touch of its lead, deal or customer this is, counted by date from 1; missing where it is none. */
export const touchNumber: DerivedColumn = {
  has: (activities) =>
    activities.has("leadRef") || activities.has("dealRef") || activities.has("customerRef"),
  values(activities) {
    const { typeOf, happened, inbound } = activityFacts(activities);
    const { codes, words } = keysOf(activities, "touched");
    const counts = new Int32Array(words.length);
    const values = new Float64Array(activities.rows).fill(NaN);
    const isTouch = (row: number): boolean =>
      codes[row] !== 0 && happened(row) && !inbound(row) && TOUCHES.has(typeOf(row));
    for (const row of rowsByDate(activities, "date", isTouch)) {
      const code = codes[row] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
      values[row] = counts[code] ?? NaN;
    }
    return values;
  },
};

/** 1 for a follow-up: by type, or where no row has that type, for the second and later touches. */
export const followUp: DerivedColumn = {
  has: (activities) => activities.has("type"),
  values(activities) {
    const { typeOf } = activityFacts(activities);
    const typed = flags(activities, (row) => typeOf(row) === "follow-up");
    const used = typed.some((flag, row) => flag === 1 && activities.outcome[row] !== Outcome.none);
    if (used || !touchNumber.has(activities)) return typed;
    return activities.numbers("touchNumber").map((touch) => (touch >= 2 ? 1 : NaN));
  },
};

/** 1 for the first proposal of each deal, as long as it was not cancelled; one without a deal stands for itself. */
export const firstProposal: DerivedColumn = {
  has: (records) => records.has(records.kind === "activity" ? "type" : "stage"),
  values(records) {
    const isProposal =
      records.kind === "activity"
        ? ofType(activityFacts(records), "proposal")
        : stageIs(records, activityTypeOf, "proposal");
    const ref: Role = records.kind === "activity" ? "dealRef" : "dealId";
    const { codes, words: ids = [""] } = records.has(ref) ? records.words(ref) : {};
    const dateOf = datesFor(records, records.kind === "activity" ? "date" : "enteredDate");
    // What was sent comes before what is only planned; of equal dates the first row.
    const planned = (row: number): boolean => records.outcome[row] === Outcome.open;
    const precedes = (row: number, other: number): boolean =>
      planned(row) === planned(other) ? dateOf(row) < dateOf(other) : planned(other);
    const first = new Int32Array(ids.length).fill(-1);
    const values = new Float64Array(records.rows).fill(NaN);
    for (let row = 0; row < records.rows; row++) {
      const outcome = records.outcome[row];
      if (outcome === Outcome.none || outcome === Outcome.cancelled || !isProposal(row)) continue;
      const deal = codes?.[row] ?? 0;
      const other = deal === 0 ? -1 : (first[deal] ?? -1);
      if (other >= 0 && !precedes(row, other)) continue;
      if (other >= 0) values[other] = NaN;
      first[deal] = row;
      values[row] = 1;
    }
    return values;
  },
};

/** Hours of an activity: its duration, or those assumed for its type ("call:0.25|email:0.1"). */
export const hoursSpent: DerivedColumn = {
  has: (activities) => activities.has("duration"),
  values(activities, { assumed = "" }) {
    const durations = activities.numbers("duration");
    if (assumed === "") return durations;
    const byType = new Map(
      String(assumed)
        .split("|")
        .map((pair) => {
          const [type = "", hours = ""] = pair.split(":");
          return [activityTypeOf(type) ?? normaliseWord(type), Number(hours)] as const;
        }),
    );
    const { words, codes } = activities.words("type");
    const typeOf = activities.classOf("type", "activityType");
    const hoursOf = words.map((word) => byType.get(normaliseWord(word)) ?? byType.get(typeOf(word) ?? ""));
    return durations.map((hours, i) => (hours === hours ? hours : (hoursOf[codes[i] ?? 0] ?? NaN)));
  },
};

/** Rows that exist and are wanted, by date; what has none comes first, and equal dates keep their order. */
function rowsByDate(records: Records, role: Role, wanted: (row: number) => boolean): readonly number[] {
  const rows: number[] = [];
  for (let i = 0; i < records.rows; i++) if (records.outcome[i] !== Outcome.none && wanted(i)) rows.push(i);
  const dateOf = datesFor(records, role);
  return rows.sort((a, b) => dateOf(a) - dateOf(b) || a - b);
}

/** The date of a row, to put it in order by; −1 where it has none. */
function datesFor(records: Records, role: Role): (row: number) => number {
  const dates = records.has(role) ? records.numbers(role) : undefined;
  return (row) => {
    const date = dates?.[row] ?? NaN;
    return date === date ? date : -1;
  };
}

function ofType({ typeOf }: ActivityFacts, type: ActivityType): (row: number) => boolean {
  return (row) => typeOf(row) === type;
}

function stageIs<C>(
  records: Records,
  classify: (word: string) => C | undefined,
  wanted: C,
): (row: number) => boolean {
  const classOf = byWord(records.words("stage"), classify);
  return (row) => classOf(row) === wanted;
}

function byWord<C>(
  column: WordColumn | undefined,
  classify: (word: string) => C | undefined,
): (row: number) => C | undefined {
  if (column === undefined) return () => undefined;
  const classes = column.words.map((word, code) => (code === 0 ? undefined : classify(word)));
  const { codes } = column;
  return (row) => classes[codes[row] ?? 0];
}

function flags(records: Records, holds: (row: number) => boolean): Float64Array {
  const values = new Float64Array(records.rows);
  for (let i = 0; i < values.length; i++) values[i] = holds(i) ? 1 : NaN;
  return values;
}
