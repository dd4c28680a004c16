import { serialOf } from "../../../src/core/time/serial";
import type { Candidate } from "../candidates";
import { LOST, WON, YEAR, type Deals } from "../deals";
import { emptyGrid, MONTHS } from "../grid";

/** The part of @duckdb/node-api that is used; the package is there only while benchmarking. */
export interface Api {
  DuckDBInstance: { create(path: string, options: Record<string, string>): Promise<Instance> };
  DuckDBDataChunk: { create(types: readonly unknown[], rows?: number): Chunk };
  DuckDBDateValue: new (days: number) => unknown;
  VARCHAR: unknown;
  DOUBLE: unknown;
  DATE: unknown;
  DuckDBTimestampValue: new (micros: bigint) => unknown;
  TIMESTAMP: unknown;
}
interface Instance {
  connect(): Promise<Connection>;
  closeSync(): void;
}
export interface Connection {
  run(sql: string): Promise<unknown>;
  createAppender(table: string): Promise<{ appendDataChunk(chunk: Chunk): void; closeSync(): void }>;
  prepare(sql: string): Promise<{ runAndReadAll(): Promise<{ getColumns(): unknown[][] }> }>;
  closeSync(): void;
}
interface Chunk {
  setColumns(columns: readonly (readonly unknown[])[]): void;
}

export const CHUNK = 2048;
const UNIX_EPOCH = serialOf(1970, 1, 1);

/** In memory, one thread. */
export async function connect(): Promise<{ api: Api; connection: Connection; close(): void }> {
  const name: string = "@duckdb/node-api";
  const api = (await import(name)) as Api;
  const instance = await api.DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  return {
    api,
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Words as text, the table loaded and the statement prepared beforehand. */
export async function duckdb(deals: Deals, owners: readonly string[]): Promise<Candidate> {
  const { api, connection, close } = await connect();
  await connection.run("CREATE TABLE deals (owner VARCHAR, status VARCHAR, amount DOUBLE, closed DATE)");
  const appender = await connection.createAppender("deals");
  for (let from = 0; from < deals.rows; from += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, deals.rows - from) }, (_, i) => from + i);
    const chunk = api.DuckDBDataChunk.create([api.VARCHAR, api.VARCHAR, api.DOUBLE, api.DATE], rows.length);
    chunk.setColumns([
      rows.map((i) => deals.owner.words[deals.owner.at[i]!]),
      rows.map((i) => deals.status.words[deals.status.at[i]!]),
      rows.map((i) => deals.amount[i]),
      rows.map((i) => {
        const closed = deals.closedDate[i]!;
        return Number.isNaN(closed) ? null : new api.DuckDBDateValue(closed - UNIX_EPOCH);
      }),
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  const statement = await connection.prepare(`
    SELECT owner, month(closed) AS month,
           count(*) FILTER (status = '${WON}' AND amount >= 0) AS won,
           count(*) FILTER (status = '${LOST}' OR amount >= 0) AS decided,
           coalesce(sum(amount) FILTER (status = '${WON}'), 0) AS revenue
    FROM deals
    WHERE status IN ('${WON}', '${LOST}') AND closed >= DATE '${YEAR}-01-01' AND closed < DATE '${YEAR + 1}-01-01'
    GROUP BY owner, month`);
  return {
    name: "DuckDB, one thread",
    async run() {
      const [owner = [], month = [], won = [], decided = [], revenue = []] = (
        await statement.runAndReadAll()
      ).getColumns();
      const grid = emptyGrid(owners.length);
      for (let i = 0; i < owner.length; i++) {
        const cell = owners.indexOf(String(owner[i])) * MONTHS + Number(month[i]) - 1;
        grid.winRate[cell] = Number(won[i]) / Number(decided[i]);
        grid.revenue[cell] = Number(revenue[i]);
      }
      return grid;
    },
    close,
  };
}
