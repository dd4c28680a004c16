import { stop } from "../result";
import type { Column, NumberColumn, Problem, WordColumn } from "./columns";
import type { Dataset } from "./dataset";
import { derivedColumns, isDerived, type DerivedArguments, type DerivedRole } from "./derived";
import { Outcome } from "./outcome";
import type { Kind, Role } from "./roles";
import { classifier, type ClassOf, type Meanings, type VocabularyName } from "./vocabulary";

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
  /** What the caller calls a role (`dealOwner`), where that is not the role's own name. */
  readonly names: ReadonlyMap<Role, string>;
  /** What words were said to mean, before the vocabularies. */
  readonly meanings?: Meanings;
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
  readonly names;
  readonly meanings;
  /** The dataset these records belong to. */
  linked: Dataset = {};
  private derived = new Map<string, Float64Array>();

  constructor(
    data: RecordsData,
    /** The records that these are some of: columns along links and over all of a customer's records are the whole's. */
    private readonly whole?: { readonly records: Records; readonly rows: Int32Array },
  ) {
    this.kind = data.kind;
    this.rows = data.rows;
    this.outcome = data.outcome;
    this.columns = data.columns;
    this.problems = data.problems;
    this.excluded = data.excluded;
    this.firstRow = data.firstRow;
    this.hasStatus = data.hasStatus;
    this.names = data.names;
    this.meanings = data.meanings;
  }

  has(role: Role | DerivedRole): boolean {
    return isDerived(role) ? derivedColumns[role].has(this) : this.columns.has(role);
  }

  /** The role's name for the caller. */
  nameOf(role: Role): string {
    return this.names.get(role) ?? role;
  }

  /** Values of a number, money or date role; refuses a missing, doubtful or unreadable column by name. */
  numbers(role: Role | DerivedRole): Float64Array {
    if (isDerived(role)) return this.derivedNumbers(role);
    const column = this.columns.get(role);
    if (column === undefined) stop("missingColumn", { role: this.nameOf(role) });
    if (column.type !== "number") throw new Error(`${role} is not a number column`);
    const { fault } = column;
    if (fault !== undefined)
      stop(fault.reason, { role: this.nameOf(role), sample: fault.sample, other: fault.other ?? "" });
    // Some exports write refunds as negative amounts.
    return role === "refund" ? this.derive("refund", () => column.values.map(Math.abs)) : column.values;
  }

  /** Values of a derived column; one that takes arguments is computed once for each choice of them. */
  derivedNumbers(role: DerivedRole, given: DerivedArguments = {}): Float64Array {
    return this.derive(`${role}${JSON.stringify(given)}`, () => {
      if (this.whole === undefined) return derivedColumns[role].values(this, given);
      return pick(
        this.whole.records.derivedNumbers(role, given),
        new Float64Array(this.rows),
        this.whole.rows,
      );
    });
  }

  words(role: Role): WordColumn {
    const column = this.columns.get(role);
    if (column === undefined) stop("missingColumn", { role: this.nameOf(role) });
    if (column.type !== "word") throw new Error(`${role} is not a word column`);
    if (column.fault !== undefined)
      stop(column.fault.reason, { role: this.nameOf(role), sample: column.fault.sample });
    return column;
  }

  /** Word of the role → its class in a vocabulary, as decided for these records or else as usual. */
  classOf<V extends VocabularyName>(role: Role, vocabulary: V): (word: string) => ClassOf<V> | undefined {
    return classifier(vocabulary, this.meanings?.get(role));
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

  /** The records of some rows only, for calculations that are no aggregates. O(rows × columns that are looked at). */
  subset(rows: Int32Array): Records {
    const columns = new Map<Role, Column>();
    for (const [role, column] of this.columns) {
      columns.set(role, partOf(column, rows));
    }
    const outcome = new Uint8Array(rows.length);
    for (let i = 0; i < rows.length; i++) outcome[i] = this.outcome[rows[i] ?? 0] ?? Outcome.none;
    const part = new Records(
      { ...this, rows: rows.length, columns, outcome, problems: [], excluded: {} },
      { records: this, rows },
    );
    part.linked = this.linked;
    return part;
  }

  /** The same records with other columns to group by; what is derived of them is shared. */
  grouped(by: ReadonlyMap<Role, WordColumn>): Records {
    const grouped = new Records({ ...this, columns: new Map([...this.columns, ...by]) }, this.whole);
    grouped.linked = this.linked;
    grouped.derived = this.derived;
    return grouped;
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
}

/** The column of some rows, picked when first looked at: most columns of a part never are. */
function partOf(column: Column, rows: Int32Array): Column {
  if (column.type === "word") {
    let codes: Int32Array | undefined;
    return {
      ...column,
      get codes() {
        return (codes ??= pick(column.codes, new Int32Array(rows.length), rows));
      },
    };
  }
  let values: Float64Array | undefined;
  return {
    ...column,
    get values() {
      return (values ??= pick(column.values, new Float64Array(rows.length), rows));
    },
  };
}

function pick<T extends Int32Array | Float64Array>(values: T, into: T, rows: Int32Array): T {
  for (let i = 0; i < rows.length; i++) into[i] = values[rows[i] ?? 0] ?? NaN;
  return into;
}
