import { serialOf } from "../../src/core/time/serial";
import { column } from "./custom-functions";

/** Small sales fixture, checkable by hand (R§1). */
const rows: readonly (readonly (string | number)[])[] = [
  ["D01", "Acme", "Ana", "Web", "new", "2024-12-02", "2025-01-15", "won", 1200],
  ["D02", "Beta", "Ana", "Referral", "new", "2024-12-20", "2025-02-10", "won", 3000],
  ["D03", "Acme", "Dan", "Web", "upsell", "2025-01-20", "2025-02-20", "won", 800],
  ["D04", "Gamma", "Dan", "Event", "new", "2025-01-05", "2025-03-01", "lost", 5000],
  ["D05", "Delta", "Ana", "Web", "new", "2025-01-10", "2025-03-20", "won", 2500],
  ["D06", "Eps", "Dan", "Web", "new", "2025-02-01", "", "open", 4000],
  ["D07", "Zeta", "Ana", "Referral", "new", "2025-02-15", "", "open", 6000],
  ["D08", "Eta", "Dan", "Event", "new", "2025-03-01", "", "open", 2000],
  ["D09", "Beta", "Ana", "Referral", "renewal", "2025-03-05", "2025-03-25", "won", 3000],
  ["D10", "Theta", "Dan", "Web", "new", "2025-02-05", "2025-03-28", "lost", 1500],
  ["D11", "Iota", "Ana", "Web", "new", "2024-11-01", "2024-12-20", "won", 1000],
  ["D12", "Acme", "Dan", "Web", "new", "2024-10-01", "2024-11-15", "won", 900],
];

const at = (index: number): unknown[][] => column(rows.map((row) => row[index]));

export const fixture = {
  id: at(0),
  customer: at(1),
  owner: at(2),
  source: at(3),
  type: at(4),
  createdDate: at(5),
  closedDate: at(6),
  status: at(7),
  amount: at(8),
};

export const Q1 = { from: serialOf(2025, 1, 1), to: serialOf(2025, 3, 31) };
export const Q4 = { from: "2024-10-01", to: "2024-12-31" };
export const asOf = serialOf(2025, 3, 31);
