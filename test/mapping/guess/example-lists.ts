import type { Cell } from "../../../src/core/records/cells";
import type { Block } from "../../../src/mapping/block";
import { block } from "./blocks";

export type ListColumn = readonly [header: string, cells: readonly Cell[], format?: string];

const ROWS = 40;
export const DATE = "dd.mm.yyyy";

export const times = (make: (row: number) => Cell): Cell[] =>
  Array.from({ length: ROWS }, (_, row) => make(row));
export const cycle = (...words: readonly Cell[]): Cell[] => times((row) => words[row % words.length]);

/** Columns of a list of forty records. */
export const ids = times((row) => `D-${1000 + row}`);
export const names = times((row) => `Proiect ${row} nr ${row * 3}`);
const firms = ["Alfa SRL", "Beta SA", "Gama SRL", "Delta SRL", "Epsilon PFA", "Zeta SRL", "Eta SRL"];
export const customers = times((row) => firms[(row * 5) % firms.length]);
export const owners = cycle("Ana", "Ion", "Ana", "Mihai");
export const amounts = times((row) => 1200 + ((row * 7919) % 9000));
export const created = times((row) => 45000 + row);
export const closed = times((row) => 45030 + row + (row % 7));
export const later = times((row) => 45100 + row);

export const deals: readonly ListColumn[] = [
  ["Deal ID", ids],
  ["Customer", customers],
  ["Amount", amounts],
  ["Status", cycle("Won", "Lost", "Open")],
  ["Created", created, DATE],
  ["Closed", closed, DATE],
];

const lists = {
  deals,
  leads: [
    ["Lead ID", ids],
    ["Full name", names],
    ["Email", times((row) => `p${row}@example.ro`)],
    ["Lead source", cycle("Web", "Referral", "Trade show")],
    ["Lead status", cycle("New", "Contacted", "Qualified", "Unqualified")],
    ["Created on", created, DATE],
    ["First response", closed, DATE],
  ],
  activities: [
    ["Date", created, DATE],
    ["Type", cycle("Call", "Email", "Meeting")],
    ["Assigned to", owners],
    ["Subject", names],
    ["Duration (min)", cycle(10, 25, 60)],
    ["Company", customers],
  ],
  subscriptions: [
    ["Customer", customers],
    ["Plan", cycle("Basic", "Pro")],
    ["Start date", created, DATE],
    ["End date", times((row) => (row % 4 === 0 ? 45200 + row : "")), DATE],
    ["MRR", cycle(49, 99)],
  ],
} satisfies Record<string, readonly ListColumn[]>;

export function example(name: keyof typeof lists): Block {
  return block(lists[name]);
}
