import { kinds, type Kind, type Role } from "../../../src/core/records/roles";
import { serialOf } from "../../../src/core/time/serial";
import type { Words } from "../deals";
import { connect, CHUNK, type Api, type Connection } from "../rivals/duckdb";
import type { Answers } from "./ours";
import { byMonth, byOwner, statements, type Statement } from "./statements";
import type { Table, Tables } from "./tables";

const UNIX_EPOCH = serialOf(1970, 1, 1);
const MONTHS = 12;
/** Months kept: those of the year, and of the year before. */
const SLOTS = 2 * MONTHS;

export interface Rival {
  readonly name: string;
  /** The metrics that the statements are written for. */
  readonly metrics: ReadonlySet<string>;
  run(): Promise<Answers>;
  close(): void;
}

/** In memory, one thread, words as text, the tables loaded and the statements prepared beforehand. */
export async function duckdbCatalogue(tables: Tables, owners: readonly string[]): Promise<Rival> {
  const { api, connection, close } = await connect();
  for (const [kind, table] of Object.entries(tables) as [Kind, Table][])
    await load(api, connection, kind, table);
  const prepared: (Statement & { readonly query: Awaited<ReturnType<Connection["prepare"]>> })[] = [];
  for (const statement of statements) {
    try {
      prepared.push({ ...statement, query: await connection.prepare(statement.sql) });
    } catch (error) {
      throw new Error(`${String(error)} in ${statement.sql}`);
    }
  }
  const place = new Map(owners.map((owner, i) => [owner, i]));
  return {
    name: "DuckDB, one thread",
    metrics: new Set([...Object.keys(byOwner), ...Object.keys(byMonth)]),
    async run() {
      const found = new Map<string, Float64Array>();
      for (const { names, wide, query } of prepared) {
        const rows = (await query.runAndReadAll()).getColumns();
        const ownerOf = rows[0] ?? [];
        names.forEach((name, at) => {
          const values = found.get(name) ?? new Float64Array(owners.length * SLOTS);
          found.set(name, values);
          ownerOf.forEach((owner, row) => {
            const before = (place.get(String(owner)) ?? 0) * SLOTS + SLOTS - MONTHS - 1;
            if (wide === true) {
              for (let month = 1; month <= MONTHS; month++)
                values[before + month] = numberOf(rows[at * MONTHS + month]?.[row]);
            } else values[before + Number(rows[1]?.[row])] = numberOf(rows[2 + at]?.[row]);
          });
        });
      }
      return answersFrom(found, owners.length);
    },
    close,
  };
}

function answersFrom(found: ReadonlyMap<string, Float64Array>, owners: number): Answers {
  const answers: Answers = new Map();
  const of = (name: string, owner: number, month: number): number => {
    const values = found.get(name);
    if (values === undefined) throw new Error(`no statement answers ${name}`);
    return values[owner * SLOTS + SLOTS - MONTHS + month] ?? NaN;
  };
  for (const [id, value] of Object.entries(byOwner)) {
    const values = new Float64Array(owners * MONTHS);
    for (let owner = 0; owner < owners; owner++) {
      for (let month = 0; month < MONTHS; month++)
        values[owner * MONTHS + month] = value((name, back = 0) => of(name, owner, month - back), month);
    }
    answers.set(id, values);
  }
  for (const [id, value] of Object.entries(byMonth)) {
    const total = (name: string, month: number): number => {
      let sum = 0;
      for (let owner = 0; owner < owners; owner++) sum += of(name, owner, month);
      return sum;
    };
    answers.set(
      id,
      Float64Array.from({ length: MONTHS }, (_, month) => value((name) => total(name, month))),
    );
  }
  return answers;
}

async function load(api: Api, connection: Connection, kind: Kind, table: Table): Promise<void> {
  const columns = (Object.entries(table.columns) as [Role, Words | Float64Array][]).map(([role, column]) =>
    columnOf(api, role, (kinds[kind] as Readonly<Record<string, string>>)[role] === "date", column),
  );
  await connection.run(
    `CREATE TABLE ${kind} (${columns.map(({ role, sql }) => `"${role}" ${sql}`).join(", ")})`,
  );
  const appender = await connection.createAppender(kind);
  for (let from = 0; from < table.rows; from += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, table.rows - from) }, (_, i) => from + i);
    const chunk = api.DuckDBDataChunk.create(
      columns.map(({ type }) => type),
      rows.length,
    );
    chunk.setColumns(columns.map(({ at }) => rows.map(at)));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

interface SqlColumn {
  readonly role: Role;
  readonly sql: string;
  readonly type: unknown;
  at(row: number): unknown;
}

/** Whole days are dates, days with times timestamps. */
function columnOf(api: Api, role: Role, isDate: boolean, column: Words | Float64Array): SqlColumn {
  if (!(column instanceof Float64Array)) {
    const { words, at } = column;
    const wordAt = (row: number): unknown => words[at[row] ?? 0] || null;
    return { role, sql: "VARCHAR", type: api.VARCHAR, at: wordAt };
  }
  const value = (of: (value: number) => unknown) => (row: number) => {
    const number = column[row] ?? NaN;
    return Number.isNaN(number) ? null : of(number);
  };
  if (!isDate) return { role, sql: "DOUBLE", type: api.DOUBLE, at: value((number) => number) };
  if (column.every((serial) => Number.isNaN(serial) || Number.isInteger(serial))) {
    const date = (serial: number): unknown => new api.DuckDBDateValue(serial - UNIX_EPOCH);
    return { role, sql: "DATE", type: api.DATE, at: value(date) };
  }
  const time = (serial: number): unknown =>
    new api.DuckDBTimestampValue(BigInt(Math.round((serial - UNIX_EPOCH) * 1440)) * 60_000_000n);
  return { role, sql: "TIMESTAMP", type: api.TIMESTAMP, at: value(time) };
}

function numberOf(value: unknown): number {
  return value === null || value === undefined ? NaN : Number(value);
}
