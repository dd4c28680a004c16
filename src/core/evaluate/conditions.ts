import type { Condition, Field } from "./expression";
import { Outcome, type Records } from "../records/records";
import { vocabularies } from "../records/vocabulary";
import { customerKeys } from "../records/customers";

/** A condition split into the part that is a bit test on the outcome and the rest, a mask of bytes. */
export interface CompiledCondition {
  /** Bit i set: outcome i passes. */
  readonly outcomes: number;
  readonly mask?: Uint8Array;
}

const EVERY = 0b111110;

/** Condition → outcome bits and mask over all rows of the records. O(n) per part that is no outcome. */
export function compileCondition(condition: Condition, records: Records, asOf?: number): CompiledCondition {
  switch (condition.is) {
    case "outcome":
      return { outcomes: condition.in.reduce((bits, name) => bits | (1 << Outcome[name]), 0) };
    case "all": {
      let outcomes = EVERY;
      let mask: Uint8Array | undefined;
      for (const part of condition.of) {
        const compiled = compileCondition(part, records, asOf);
        outcomes &= compiled.outcomes;
        if (compiled.mask === undefined) continue;
        const other = compiled.mask;
        mask = mask === undefined ? other : mask.map((bit, i) => bit & (other[i] ?? 0));
      }
      return mask === undefined ? { outcomes } : { outcomes, mask };
    }
    case "openAtAsOf":
      return openAt(records, asOf);
    case "not":
    case "unless": {
      const { outcomes, mask } = compileCondition(condition.of, records, asOf);
      if (mask === undefined) return { outcomes: EVERY & ~outcomes };
      return { outcomes: EVERY, mask: complement(outcomes, mask, records.outcome) };
    }
    case "compare":
      return {
        outcomes: EVERY,
        mask: compareMask(fieldValues(condition.field, records), condition.with, condition.value),
      };
    case "class": {
      const { codes, words } = records.words(condition.role);
      const classify = vocabularies[condition.vocabulary];
      const passes = words.map((word) => (condition.in.includes(classify(word) ?? "") ? 1 : 0));
      return { outcomes: EVERY, mask: maskOf(records.rows, (i) => passes[codes[i] ?? 0] ?? 0) };
    }
    case "known": {
      const column = records.columns.get(condition.role);
      if (column?.type === "word")
        return { outcomes: EVERY, mask: maskOf(records.rows, (i) => (column.codes[i] === 0 ? 0 : 1)) };
      const values = records.numbers(condition.role);
      return { outcomes: EVERY, mask: maskOf(records.rows, (i) => (values[i] === values[i] ? 1 : 0)) };
    }
    case "firstWon": {
      const first = firstWonRows(records);
      return { outcomes: 1 << Outcome.won, mask: maskOf(records.rows, (i) => (first.has(i) ? 1 : 0)) };
    }
  }
}

function openAt(records: Records, asOf: number | undefined): CompiledCondition {
  if (asOf === undefined) return { outcomes: 1 << Outcome.open };
  const created = records.numbers("createdDate");
  const closed = records.numbers("closeDate");
  const day = Math.floor(asOf) + 1;
  const outcomes = (1 << Outcome.open) | (1 << Outcome.won) | (1 << Outcome.lost);
  return {
    outcomes,
    mask: maskOf(records.rows, (i) =>
      (created[i] ?? NaN) < day && (records.outcome[i] === Outcome.open || (closed[i] ?? NaN) >= day) ? 1 : 0,
    ),
  };
}

/** The field's value of every row; durations are computed once and kept with the records. */
export function fieldValues(field: Field, records: Records): Float64Array {
  if (field.field === "role") return records.numbers(field.role);
  return records.derive(`days:${field.from}:${field.to}`, () => {
    const from = records.numbers(field.from);
    const to = records.numbers(field.to);
    return from.map((start, i) => {
      const length = (to[i] ?? NaN) - start;
      return length >= 0 ? length : NaN;
    });
  });
}

/** 1 where a record fails the outcome test or the mask. */
function complement(outcomes: number, mask: Uint8Array, outcome: Uint8Array): Uint8Array {
  const others = new Uint8Array(mask.length);
  for (let i = 0; i < others.length; i++) {
    others[i] = 1 ^ ((mask[i] ?? 0) & (outcomes >> (outcome[i] ?? 0)) & 1);
  }
  return others;
}

/** A loop for each comparison: chosen once, not in every row. */
function compareMask(values: Float64Array, comparison: ">" | ">=" | "<" | "<=", limit: number): Uint8Array {
  const mask = new Uint8Array(values.length);
  switch (comparison) {
    case ">":
      for (let i = 0; i < mask.length; i++) mask[i] = (values[i] ?? NaN) > limit ? 1 : 0;
      break;
    case ">=":
      for (let i = 0; i < mask.length; i++) mask[i] = (values[i] ?? NaN) >= limit ? 1 : 0;
      break;
    case "<":
      for (let i = 0; i < mask.length; i++) mask[i] = (values[i] ?? NaN) < limit ? 1 : 0;
      break;
    case "<=":
      for (let i = 0; i < mask.length; i++) mask[i] = (values[i] ?? NaN) <= limit ? 1 : 0;
      break;
  }
  return mask;
}

function maskOf(rows: number, bit: (row: number) => number): Uint8Array {
  const mask = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) mask[i] = bit(i);
  return mask;
}

/** Row of each customer's earliest won record; ties go to the earlier row. */
function firstWonRows(records: Records): Set<number> {
  const keys = customerKeys(records);
  const dates = records.numbers("closeDate");
  const first = new Map<number, number>();
  for (let i = 0; i < records.rows; i++) {
    const key = keys.codes[i] ?? 0;
    const date = dates[i] ?? NaN;
    if (key === 0 || records.outcome[i] !== Outcome.won || date !== date) continue;
    const best = first.get(key);
    if (best === undefined || date < (dates[best] ?? Infinity)) first.set(key, i);
  }
  return new Set(first.values());
}
