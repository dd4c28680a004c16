import type { Cell, Cells } from "../../src/core/records/cells";
import type { Role } from "../../src/core/records/roles";
import { serialOf } from "../../src/core/time/serial";
import { gaussian, mulberry32 } from "./random";

/** A made-up list of deals, column by column; a word column is its dictionary and an index per row. */
export interface Deals {
  readonly rows: number;
  readonly owner: Words;
  readonly customer: Words;
  readonly status: Words;
  readonly source: Words;
  readonly amount: Float64Array;
  /** Serial days. */
  readonly createdDate: Float64Array;
  /** NaN while the deal is open. */
  readonly closedDate: Float64Array;
  readonly expectedCloseDate: Float64Array;
  /** Mostly NaN. */
  readonly refund: Float64Array;
}

export interface Words {
  readonly words: readonly string[];
  readonly at: Int32Array;
}

export const WON = "Closed Won";
export const LOST = "Closed Lost";
export const YEAR = 2025;

const OWNERS =
  "Ana Abbott,Ben Berg,Chloe Castro,Diego Demir,Elif Evans,Farah Fischer,Goran Gupta,Hana Hansen,Ivan Ito,Jorge Jansen,Kemal Kaya,Lucia Lopez,Mona Moreau,Nils Novak,Olga Okafor,Pia Pereira,Quinn Rossi,Rosa Silva,Sven Tanaka,Tara Ueda";
const OPEN_STAGES = ["Prospecting", "Qualified", "Proposal", "Negotiation"];
const SOURCES = ["Inbound", "Outbound", "Referral", "Partner", "Event", "Webinar"];

/** The same deals for the same seed, on every machine. About half won, a third lost, a sixth open; 1 % credit notes. */
export function makeDeals(rows: number, seed = 42, firstDay = serialOf(YEAR - 1, 10, 1)): Deals {
  const random = mulberry32(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const owners = OWNERS.split(",");
  const statuses = [WON, LOST, ...OPEN_STAGES];
  const customers = Array.from({ length: Math.ceil(rows / 8) }, (_, i) => `Customer ${1000 + i} SRL`);
  const words = (list: readonly string[]): Words => ({ words: list, at: new Int32Array(rows) });
  const numbers = (): Float64Array => new Float64Array(rows).fill(NaN);
  const deals: Deals = {
    rows,
    owner: words(owners),
    customer: words(customers),
    status: words(statuses),
    source: words(SOURCES),
    amount: numbers(),
    createdDate: numbers(),
    closedDate: numbers(),
    expectedCloseDate: numbers(),
    refund: numbers(),
  };
  const days = serialOf(YEAR + 1, 1, 1) - firstDay;
  for (let i = 0; i < rows; i++) {
    const owner = below(owners.length);
    const created = firstDay + below(days);
    const cycle = 1 + Math.floor(-45 * Math.log(1 - random()));
    const open = random() < 0.16;
    const won = !open && random() < 0.5 + owner / 80;
    const cents = Math.max(1000, Math.round(200_000 * Math.exp(gaussian(random) * 0.9)));
    deals.owner.at[i] = owner;
    deals.customer.at[i] = Math.floor(customers.length * random() ** 2);
    deals.source.at[i] = below(SOURCES.length);
    deals.status.at[i] = open ? 2 + below(OPEN_STAGES.length) : won ? 0 : 1;
    deals.amount[i] = (won && random() < 0.01 ? -cents : cents) / 100;
    deals.createdDate[i] = created;
    deals.expectedCloseDate[i] = created + 30 + below(60);
    if (!open) deals.closedDate[i] = created + cycle;
    if (won && random() < 0.03) deals.refund[i] = Math.round(cents / 10) / 100;
  }
  return deals;
}

type Column = Exclude<keyof Deals, "rows"> & Role;

/** The deals as cells, as a range of one column each, blanks as "". */
export function cellsOf(deals: Deals, roles: readonly Column[]): Partial<Record<Role, Cells>> {
  return Object.fromEntries(roles.map((role) => [role, columnCells(deals[role])]));
}

/**
 * Cells come out of a JSON answer, as they do in Excel: long texts are then objects of their own even where they are
 * equal, which is what a reader of words has to live with.
 */
export function columnCells(column: Words | Float64Array): Cells {
  const cells: Cell[][] = [];
  const length = column instanceof Float64Array ? column.length : column.at.length;
  for (let from = 0; from < length; from += 50_000) {
    const block: Cell[][] = [];
    for (let i = from; i < Math.min(length, from + 50_000); i++) block.push([cellOf(column, i)]);
    for (const row of JSON.parse(JSON.stringify(block)) as Cell[][]) cells.push(row);
  }
  return cells;
}

function cellOf(column: Words | Float64Array, row: number): Cell {
  if (!(column instanceof Float64Array)) return column.words[column.at[row]!]!;
  const value = column[row]!;
  return Number.isNaN(value) ? "" : value;
}
