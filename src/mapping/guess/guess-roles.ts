import { isBlank } from "../../core/records/cells";
import { kinds, type Kind, type Role } from "../../core/records/roles";
import type { Block } from "../block";
import { candidatesOf, type Candidate } from "./candidates";
import { decide } from "./decide";
import { sampledRows, type Profile } from "./profile";
import type { RoleGuess } from "./types";
import { vocabularyOf } from "./vocabulary";

/** From here on a column is taken for its role; below, the person is asked. */
export const SURE = 0.7;
/** What is less likely is not even proposed. */
const WORTH_ASKING = 0.25;
const WORTH_ASKING_BESIDE_HEADERS = 0.39;
const MOST_PROPOSALS = 4;

export interface RoleGuesses {
  readonly roles: ReadonlyMap<Role, RoleGuess>;
  readonly open: ReadonlyMap<Role, readonly RoleGuess[]>;
}

/** Which column plays which role, if the block holds records of this kind. A column plays one role. */
export function guessRoles(kind: Kind, block: Block, profiles: readonly Profile[]): RoleGuesses {
  const order = new Map((Object.keys(kinds[kind]) as Role[]).map((role, at) => [role, at]));
  const headerOf = ({ column }: Candidate) => block.columns[column]?.header ?? "";
  // Neither the order of the columns nor columns that don't matter may change anything: equals go by their headers.
  const candidates = decide(kind, block, profiles, candidatesOf(kind, block, profiles)).sort(
    (a, b) =>
      b.confidence - a.confidence ||
      (order.get(a.role) ?? 0) - (order.get(b.role) ?? 0) ||
      compare(headerOf(a), headerOf(b)) ||
      a.column - b.column,
  );
  const roles = new Map<Role, RoleGuess>();
  const taken = new Set<number>();
  for (const candidate of candidates) {
    const { role, column, confidence } = candidate;
    if (confidence < SURE) break;
    if (roles.has(role) || taken.has(column) || isUndecided(candidate, candidates, headerOf)) continue;
    roles.set(role, plain(candidate));
    taken.add(column);
  }
  const twin = closeDateTwin(kind, block, profiles, roles, candidates);
  if (twin !== undefined) roles.set("expectedCloseDate", twin);
  return { roles, open: proposals(candidates, roles, taken) };
}

/** Two columns with the same header, equally likely: only the person knows which. */
function isUndecided(
  candidate: Candidate,
  all: readonly Candidate[],
  headerOf: (of: Candidate) => string,
): boolean {
  return all.some(
    (other) =>
      other.role === candidate.role &&
      other.column !== candidate.column &&
      Math.abs(other.confidence - candidate.confidence) < 0.02 &&
      headerOf(other).trim().toLowerCase() === headerOf(candidate).trim().toLowerCase(),
  );
}

function proposals(
  candidates: readonly Candidate[],
  roles: ReadonlyMap<Role, RoleGuess>,
  taken: ReadonlySet<number>,
): ReadonlyMap<Role, readonly RoleGuess[]> {
  const open = new Map<Role, RoleGuess[]>();
  // Where headers tell something, a column of few words need not be proposed as everything such a column may be.
  const least = candidates.some(({ usual }) => usual !== undefined)
    ? WORTH_ASKING_BESIDE_HEADERS
    : WORTH_ASKING;
  for (const candidate of candidates) {
    const { role, column, confidence, reasons } = candidate;
    const derived = reasons.some(({ is }) => is === "derived");
    if (roles.has(role) || taken.has(column) || (confidence < least && !derived)) continue;
    const proposed = open.get(role) ?? [];
    open.set(role, proposed);
    if (proposed.length < MOST_PROPOSALS) proposed.push(plain(candidate));
  }
  return open;
}

/**
 * "Close Date" is the actual date of closed deals and the expected one of open deals in HubSpot, Salesforce and Zoho: it
 * plays both roles where no column is called expected, and open deals have it filled.
 */
function closeDateTwin(
  kind: Kind,
  block: Block,
  profiles: readonly Profile[],
  roles: ReadonlyMap<Role, RoleGuess>,
  candidates: readonly Candidate[],
): RoleGuess | undefined {
  const closed = roles.get("closedDate");
  if (kind !== "deal" || closed === undefined || roles.has("expectedCloseDate")) return undefined;
  const usual = candidates.find(
    ({ role, column }) => role === "closedDate" && column === closed.column,
  )?.usual;
  if (usual !== "close date" && usual !== "closing date") return undefined;
  return openDealsHave(closed.column, block, profiles, roles) ? closed : undefined;
}

function openDealsHave(
  column: number,
  block: Block,
  profiles: readonly Profile[],
  roles: ReadonlyMap<Role, RoleGuess>,
): boolean {
  const state = roles.get("status") ?? roles.get("stage");
  const dates = profiles[column];
  if (state === undefined || dates === undefined) return true;
  const words = vocabularyOf("deal", "status");
  const cells = block.columns[state.column]?.cells ?? [];
  return sampledRows(cells.length).some((row, i) => {
    const word = cells[row];
    const meaning = words?.classOf(String(word));
    const isOpen = !isBlank(word) && (meaning === undefined || meaning === "open");
    return isOpen && !Number.isNaN(dates.numbers[i] ?? NaN);
  });
}

function plain({ column, confidence, reasons }: Candidate): RoleGuess {
  return { column, confidence: Math.min(0.99, Math.max(0, confidence)), reasons };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
