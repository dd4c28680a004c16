import type { DateOrder } from "./read-date";

/** Why a cell could not be read. */
export type ProblemReason = "unreadable" | "errorCell" | "ambiguousDate" | "ambiguousAmount" | "outOfRange";

/** Cells of one role that could not be read, together by reason; rows count from 0 in the cells handed over. */
export interface Problem {
  readonly role: string;
  readonly reason: ProblemReason;
  readonly rows: number[];
  /** The first such cell as text. */
  readonly sample: string;
}

/** A column that must not be used: the whole of it is doubtful or unreadable. */
export interface ColumnFault {
  readonly reason: "ambiguousDates" | "mixedDates" | "nothingReadable" | "ambiguousDurations";
  readonly sample: string;
  readonly other?: string;
}

export interface NumberColumn {
  readonly type: "number";
  /** NaN = missing */
  readonly values: Float64Array;
  readonly fault?: ColumnFault;
  /** ISO codes named inside money texts. */
  readonly currencies?: readonly string[];
  /** Set when text dates were read: the order they showed or were given. */
  readonly dateOrder?: DateOrder;
  /** Of levels: the unit that the text of a row names. A percentage is stored as 0 … 1, a time in hours. */
  readonly units?: ReadonlyMap<number, LevelUnit>;
}

export type LevelUnit = "percent" | "hours" | "months";

export interface WordColumn {
  readonly type: "word";
  /** Index into `words`; 0 = missing. */
  readonly codes: Int32Array;
  /** `words[0]` is "". */
  readonly words: readonly string[];
  readonly fault?: ColumnFault;
}

export type Column = NumberColumn | WordColumn;

/** Collects problems by role and reason, so that a million bad cells are one entry. */
export class ProblemList {
  private readonly groups = new Map<string, Problem>();

  add(role: string, reason: ProblemReason, row: number, cell: unknown): void {
    const key = `${role}/${reason}`;
    const group = this.groups.get(key);
    if (group === undefined) this.groups.set(key, { role, reason, rows: [row], sample: sampleOf(cell) });
    else group.rows.push(row);
  }

  /** Drops what was noted of rows that turned out to be no records. */
  forget(rows: readonly number[]): void {
    if (rows.length === 0) return;
    for (const [key, group] of this.groups) {
      const kept = group.rows.filter((row) => !rows.includes(row));
      if (kept.length === 0) this.groups.delete(key);
      else this.groups.set(key, { ...group, rows: kept });
    }
  }

  all(): readonly Problem[] {
    return [...this.groups.values()];
  }
}

export function sampleOf(cell: unknown): string {
  if (typeof cell === "object" && cell !== null) {
    for (const name of ["basicValue", "code", "errorCode"] as const) {
      const inner: unknown = name in cell ? (cell as Record<string, unknown>)[name] : undefined;
      if (typeof inner === "string" || typeof inner === "number") return sampleOf(inner);
    }
    return "#VALUE!";
  }
  const text = String(cell);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
