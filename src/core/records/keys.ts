import type { WordColumn } from "./columns";
import { customerKeys } from "./customers";
import type { Records } from "./records";
import type { Role } from "./roles";

/** What distinct counts count: the words of a role, or a key made of several. */
export type KeyRole = Role;

/** Code per record; 0 = missing. Spellings of one customer share a code. */
export function keysOf(records: Records, role: KeyRole): WordColumn {
  return role === "customer" ? customerKeys(records) : records.words(role);
}
