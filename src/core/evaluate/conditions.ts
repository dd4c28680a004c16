/* eslint-disable @typescript-eslint/no-non-null-assertion -- the hot loops: every index is in range by construction */
import { keyOf, open, type Condition, type Field } from "./expression";
import { Outcome } from "../records/outcome";
import type { Records } from "../records/records";
import { isDerived } from "../records/derived";
import { holidaysOf } from "../records/holidays";
import { normaliseWord } from "../text";
import { businessTime, wallTime } from "../time/business-time";
import { hasTimes } from "../time/serial";

/** Asks selected rows: sets the bit in the key of each that passes. */
type Test = (rows: Int32Array, length: number, keys: Uint16Array, bit: number) => void;

/** A question that the outcome alone does not answer; no other outcomes than these (bits) can pass. */
interface Question {
  readonly outcomes: number;
  readonly answer: Test | ByCode;
}

/** What a word's code says: 1 passes. */
interface ByCode {
  readonly codes: Int32Array;
  readonly passing: Uint8Array;
}

/**
 * Conditions asked together. A record's key is its outcome (three bits) and one bit per question, so that each
 * question is asked once and a condition is a table look-up, however it is composed.
 */
export interface ConditionSet {
  /** Bit i set: outcome i passes one of the conditions, or may. */
  readonly outcomes: number;
  readonly questions: number;
  /** For each condition: key → 1 passes, 0 fails. */
  readonly passing: readonly Uint8Array[];
  /** Writes the keys of the rows. */
  readonly keysOf: (rows: Int32Array, length: number, keys: Uint16Array) => void;
}

/** One condition: the part that is a bit test on the outcome, and a mask of bytes where that is not all. */
export interface CompiledCondition {
  /** Bit i set: outcome i passes. */
  readonly outcomes: number;
  readonly mask?: Uint8Array;
}

const OUTCOME_BITS = 3;
const EVERY = 0b111110;

/** Condition → outcome bits and mask over all rows of the records. O(n) where it is more than a test on the outcome. */
export function compileCondition(condition: Condition, records: Records, asOf?: number): CompiledCondition {
  const { outcomes, questions, passing, keysOf } = compileConditions([condition], records, asOf);
  const passes = passing[0]!;
  if (questions === 0) return { outcomes };
  const { rows } = records;
  const keys = new Uint16Array(rows);
  const all = new Int32Array(rows);
  for (let i = 0; i < rows; i++) all[i] = i;
  keysOf(all, rows, keys);
  const mask = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) mask[i] = passes[keys[i]!]!;
  return { outcomes, mask };
}

/** Conditions → tables over keys. O(conditions × 2^questions); the caller keeps the questions few. */
export function compileConditions(
  given: readonly Condition[],
  records: Records,
  asOf?: number,
): ConditionSet {
  const conditions = given.map((condition) => seenAt(asOf, condition));
  const names = [...new Set(conditions.flatMap(questionsOf))];
  if (names.length + OUTCOME_BITS > 16) throw new Error("too many questions in one condition");
  const asked = new Map(names.map((name, at) => [name, at]));
  const questions = names.map((name) => questionOf(JSON.parse(name) as Condition, records, asOf));
  const size = 1 << (OUTCOME_BITS + questions.length);
  const passing = conditions.map((condition) => {
    const table = new Uint8Array(size);
    for (let key = 0; key < size; key++) table[key] = holdsFor(condition, key) ? 1 : 0;
    return table;
  });
  let outcomes = 0;
  for (let key = 0; key < size; key++) {
    if (passing.some((table) => table[key] === 1)) outcomes |= 1 << (key & 7);
  }
  return { outcomes, questions: questions.length, passing, keysOf: keysBy(questions, records.outcome) };

  function holdsFor(condition: Condition, key: number): boolean {
    return ((EVERY >> (key & 7)) & 1) === 1 && holds(condition, key);
  }

  function holds(condition: Condition, key: number): boolean {
    switch (condition.is) {
      case "outcome":
        return condition.in.some((name) => Outcome[name] === (key & 7));
      case "all":
        return condition.of.every((part) => holds(part, key));
      case "not":
      case "unless":
        return !holds(condition.of, key);
      default: {
        const at = asked.get(keyOf(condition))!;
        return ((key >> (OUTCOME_BITS + at)) & (questions[at]!.outcomes >> (key & 7)) & 1) === 1;
      }
    }
  }
}

/** Without a day to look from, what is open is open by its status. */
export function seenAt(asOf: number | undefined, condition: Condition): Condition {
  if (asOf !== undefined) return condition;
  switch (condition.is) {
    case "openAtAsOf":
      return open;
    case "all":
      return { is: "all", of: condition.of.map((part) => seenAt(asOf, part)) };
    case "not":
    case "unless":
      return { ...condition, of: seenAt(asOf, condition.of) };
    default:
      return condition;
  }
}

/** The questions of a condition, each by its key. */
export function questionsOf(condition: Condition): readonly string[] {
  switch (condition.is) {
    case "outcome":
      return [];
    case "all":
      return condition.of.flatMap(questionsOf);
    case "not":
    case "unless":
      return questionsOf(condition.of);
    default:
      return [keyOf(condition)];
  }
}

/** Questions to the words of one column are answered by one look at a row's code. */
function keysBy(questions: readonly Question[], outcome: Uint8Array): ConditionSet["keysOf"] {
  const bitsOf = new Map<Int32Array, Uint16Array>();
  const tests: ((rows: Int32Array, length: number, keys: Uint16Array) => void)[] = [];
  questions.forEach(({ answer }, at) => {
    const bit = 1 << (OUTCOME_BITS + at);
    if (typeof answer === "function") {
      tests.push((rows, length, keys) => {
        answer(rows, length, keys, bit);
      });
      return;
    }
    const { codes, passing } = answer;
    const bits = bitsOf.get(codes) ?? new Uint16Array(passing.length);
    bitsOf.set(codes, bits);
    for (let code = 0; code < passing.length; code++) if (passing[code] === 1) bits[code]! |= bit;
  });
  return (rows, length, keys) => {
    for (let k = 0; k < length; k++) keys[k] = outcome[rows[k]!]!;
    for (const [codes, bits] of bitsOf) {
      for (let k = 0; k < length; k++) keys[k]! |= bits[codes[rows[k]!]!]!;
    }
    for (const test of tests) test(rows, length, keys);
  };
}

function questionOf(condition: Condition, records: Records, asOf: number | undefined): Question {
  switch (condition.is) {
    case "openAtAsOf":
      return openAt(records, asOf);
    case "compare":
      return {
        outcomes: EVERY,
        answer: comparing(fieldValues(condition.field, records), condition.with, condition.value),
      };
    case "class": {
      const { codes, words } = records.words(condition.role);
      const classify = records.classOf(condition.role, condition.vocabulary);
      const passing = Uint8Array.from(words, (word) => (condition.in.includes(classify(word) ?? "") ? 1 : 0));
      return { outcomes: EVERY, answer: { codes, passing } };
    }
    case "word": {
      const { codes, words } = records.words(condition.role);
      const wanted = new Set(condition.in.map(normaliseWord));
      const passing = Uint8Array.from(words, (word) => (wanted.has(normaliseWord(word)) ? 1 : 0));
      return { outcomes: EVERY, answer: { codes, passing } };
    }
    case "known": {
      const column = isDerived(condition.role) ? undefined : records.columns.get(condition.role);
      if (column?.type === "word") {
        const { codes, words } = column;
        return {
          outcomes: EVERY,
          answer: { codes, passing: Uint8Array.from(words, (_, code) => Math.sign(code)) },
        };
      }
      return { outcomes: EVERY, answer: knowing(records.numbers(condition.role)) };
    }
    default:
      throw new Error(`${condition.is} is no question`);
  }
}

function openAt(records: Records, asOf = Infinity): Question {
  const created = records.numbers("createdDate");
  const closed = records.numbers("closeDate");
  const day = Math.floor(asOf) + 1;
  const outcomes = (1 << Outcome.open) | (1 << Outcome.won) | (1 << Outcome.lost);
  return {
    outcomes,
    answer(rows, length, keys, bit) {
      for (let k = 0; k < length; k++) {
        const row = rows[k]!;
        if (created[row]! < day && (records.outcome[row] === Outcome.open || closed[row]! >= day))
          keys[k]! |= bit;
      }
    },
  };
}

/** The field's value of every row; durations are computed once and kept with the records. */
export function fieldValues(field: Field, records: Records): Float64Array {
  if (field.field === "role") return records.numbers(field.role);
  if (field.field === "derived") return records.derivedNumbers(field.role, field.given);
  return records.derive(keyOf(field), () => {
    const from = records.numbers(field.from);
    const to = records.numbers(field.to);
    // A date without a time is its whole day: where one side says no more than the day, neither does the other.
    const toDay = hasTimes(from) === hasTimes(to) ? Number : Math.floor;
    const { business, signed } = field;
    const holidays = business === undefined ? new Set<number>() : holidaysOf(records);
    return from.map((date, i) => {
      const start = toDay(date);
      const end = toDay(to[i] ?? NaN);
      if (!(end >= start || (signed === true && end < start))) return NaN;
      return business === undefined || end < start
        ? wallTime(start, end)
        : businessTime(start, end, business, holidays);
    });
  });
}

/** A loop for each comparison: chosen once, not in every row. */
function comparing(values: Float64Array, comparison: ">" | ">=" | "<" | "<=", limit: number): Test {
  switch (comparison) {
    case ">":
      return (rows, length, keys, bit) => {
        for (let k = 0; k < length; k++) if (values[rows[k]!]! > limit) keys[k]! |= bit;
      };
    case ">=":
      return (rows, length, keys, bit) => {
        for (let k = 0; k < length; k++) if (values[rows[k]!]! >= limit) keys[k]! |= bit;
      };
    case "<":
      return (rows, length, keys, bit) => {
        for (let k = 0; k < length; k++) if (values[rows[k]!]! < limit) keys[k]! |= bit;
      };
    case "<=":
      return (rows, length, keys, bit) => {
        for (let k = 0; k < length; k++) if (values[rows[k]!]! <= limit) keys[k]! |= bit;
      };
  }
}

function knowing(values: Float64Array): Test {
  return (rows, length, keys, bit) => {
    for (let k = 0; k < length; k++) {
      const value = values[rows[k]!]!;
      if (value === value) keys[k]! |= bit;
    }
  };
}
