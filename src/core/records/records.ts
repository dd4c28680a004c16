import { stop } from "../result";
import type { Column, NumberColumn, Problem, WordColumn } from "./columns";
import type { DerivedRole, Kind, Role } from "./roles";

/** What a row is, one byte each: conditions on the outcome are bit tests. */
export const Outcome = {
  /** Blank row, or left out as a duplicate. */
  none: 0,
  /** A record whose status is blank or unreadable. */
  unknown: 1,
  open: 2,
  won: 3,
  lost: 4,
  /** A cancelled or refunded order: neither a sale nor a lost opportunity. */
  cancelled: 5,
} as const;

export interface RecordsData {
  readonly kind: Kind;
  /** Rows of the cells, blank ones included; every column has this length. */
  readonly rows: number;
  /** `Outcome` of each row. */
  readonly outcome: Uint8Array;
  readonly columns: ReadonlyMap<Role, Column>;
  readonly problems: readonly Problem[];
  /** Rows left out before any metric looks at them, by reason. */
  readonly excluded: Readonly<Record<string, number>>;
  /** Row of the cells that column index 0 stands for (1 when a header was skipped). */
  readonly firstRow: number;
  readonly hasStatus: boolean;
}

/** Typed columns of one kind's rows, with the derived ones computed when first asked for. */
export class Records implements RecordsData {
  readonly kind;
  readonly rows;
  readonly outcome;
  readonly columns;
  readonly problems;
  readonly excluded;
  readonly firstRow;
  readonly hasStatus;
  private readonly derived = new Map<string, Float64Array>();

  constructor(data: RecordsData) {
    this.kind = data.kind;
    this.rows = data.rows;
    this.outcome = data.outcome;
    this.columns = data.columns;
    this.problems = data.problems;
    this.excluded = data.excluded;
    this.firstRow = data.firstRow;
    this.hasStatus = data.hasStatus;
  }

  has(role: Role | DerivedRole): boolean {
    if (role === "closeDate") return this.has("closedDate") || this.has("wonDate") || this.has("lostDate");
    if (role === "netAmount") return this.has("amount");
    return this.columns.has(role);
  }

  /** Values of a number, money or date role; refuses a missing, doubtful or unreadable column by name. */
  numbers(role: Role | DerivedRole): Float64Array {
    if (role === "closeDate") return this.derive(role, () => this.closeDates());
    if (role === "netAmount") return this.derive(role, () => this.netAmounts());
    const column = this.columns.get(role);
    if (column === undefined) stop("missingColumn", { role });
    if (column.type !== "number") throw new Error(`${role} is not a number column`);
    const { fault } = column;
    if (fault !== undefined) stop(fault.reason, { role, sample: fault.sample, other: fault.other ?? "" });
    // Some exports write refunds as negative amounts.
    return role === "refund" ? this.derive("refund", () => column.values.map(Math.abs)) : column.values;
  }

  words(role: Role): WordColumn {
    const column = this.columns.get(role);
    if (column === undefined) stop("missingColumn", { role });
    if (column.type !== "word") throw new Error(`${role} is not a word column`);
    if (column.fault !== undefined) stop(column.fault.reason, { role, sample: column.fault.sample });
    return column;
  }

  /** A column computed once from others and kept under its name. */
  derive(name: string, compute: () => Float64Array): Float64Array {
    let values = this.derived.get(name);
    if (values === undefined) {
      values = compute();
      this.derived.set(name, values);
    }
    return values;
  }

  /** The records of some rows only, for calculations that are no aggregates. O(rows × columns). */
  subset(rows: Int32Array): Records {
    const pick = <T extends Int32Array | Float64Array>(values: T, into: T): T => {
      for (let i = 0; i < rows.length; i++) into[i] = values[rows[i] ?? 0] ?? NaN;
      return into;
    };
    const columns = new Map<Role, Column>();
    for (const [role, column] of this.columns) {
      columns.set(
        role,
        column.type === "word"
          ? { ...column, codes: pick(column.codes, new Int32Array(rows.length)) }
          : { ...column, values: pick(column.values, new Float64Array(rows.length)) },
      );
    }
    const outcome = new Uint8Array(rows.length);
    for (let i = 0; i < rows.length; i++) outcome[i] = this.outcome[rows[i] ?? 0] ?? Outcome.none;
    return new Records({ ...this, rows: rows.length, columns, outcome, problems: [], excluded: {} });
  }

  /** Currencies named by the currency column and inside money texts, in order of appearance. */
  currencies(role: Role): readonly string[] {
    const found = new Set<string>();
    const column = this.columns.get("currency");
    if (column?.type === "word") for (const word of column.words.slice(1)) found.add(word.toUpperCase());
    const amounts = this.columns.get(role) as NumberColumn | undefined;
    for (const code of amounts?.currencies ?? []) found.add(code);
    return [...found];
  }

  /** Won: `wonDate`, lost: `lostDate`, else `closedDate`; an open deal has no close date even where the cell is filled. */
  private closeDates(): Float64Array {
    const optional = (role: Role): Float64Array | undefined =>
      this.columns.has(role) ? this.numbers(role) : undefined;
    const closed = optional("closedDate");
    const won = optional("wonDate");
    const lost = optional("lostDate");
    if (closed === undefined && won === undefined && lost === undefined)
      stop("missingColumn", { role: "closedDate" });
    const values = new Float64Array(this.rows).fill(NaN);
    for (let i = 0; i < this.rows; i++) {
      const outcome = this.outcome[i];
      if (outcome !== Outcome.won && outcome !== Outcome.lost && outcome !== Outcome.cancelled) continue;
      const own = (outcome === Outcome.lost ? lost : won)?.[i] ?? NaN;
      values[i] = own === own ? own : (closed?.[i] ?? NaN);
    }
    return values;
  }

  private netAmounts(): Float64Array {
    const amounts = this.numbers("amount");
    if (!this.columns.has("refund")) return amounts;
    const refunds = this.numbers("refund");
    return amounts.map((amount, i) => {
      const refund = refunds[i] ?? NaN;
      return refund === refund ? amount - refund : amount;
    });
  }
}
