import type { Kind, Role } from "../../core/records/roles";
import { normaliseWord } from "../../core/text";
import type { Block } from "../block";
import { plainHeaders, type Candidate } from "./candidates";
import { checkOrder } from "./date-order";
import { isGross } from "./gross";
import { layoutOf } from "./layouts";
import { sampledRows, type Profile } from "./profile";
import { isWeighted } from "./weighted";

/** Just below what is applied: proposed first, and asked. */
const ASK = 0.62;
/** Proposed, and decides nothing for others. */
const EMPTY = 0.6;

/** Settles what a header alone leaves open, by the other columns and the values. */
export function decide(
  kind: Kind,
  block: Block,
  profiles: readonly Profile[],
  given: readonly Candidate[],
): Candidate[] {
  let candidates = behindFilled(profiles, given);
  if (kind === "deal") candidates = decideDeals(block, profiles, candidates);
  candidates = ask(candidates, ({ role, usual }) => role === "region" && VAGUE_REGIONS.has(usual ?? ""));
  if (kind === "lead") candidates = ask(candidates, ({ usual }) => usual === "became an opportunity date");
  if (kind === "activity") candidates = decideActivities(profiles, candidates);
  return checkOrder(kind, block, profiles, candidates);
}

/** Exports have columns that nobody fills: a filled one that is called so too goes before them. */
function behindFilled(profiles: readonly Profile[], given: readonly Candidate[]): Candidate[] {
  const isFilled = ({ column }: Candidate) => (profiles[column]?.filled ?? 0) > 0;
  const filled = given.filter((one) => one.usual !== undefined && one.confidence >= ASK && isFilled(one));
  return given.map((one) => {
    const isBehind = !isFilled(one) && filled.some(({ role }) => role === one.role);
    return isBehind ? { ...one, confidence: Math.min(one.confidence, EMPTY) } : { ...one };
  });
}

function decideDeals(block: Block, profiles: readonly Profile[], given: Candidate[]): Candidate[] {
  const headers = plainHeaders(block);
  const has = (...words: readonly string[]) => words.some((word) => headers.includes(word));
  const names = (role: Role) =>
    given.some((one) => one.role === role && one.usual !== undefined && one.confidence >= ASK);
  let candidates = given;

  // Shopify calls the order's number Name; elsewhere it is the deal's name, or one that comes back: a customer's.
  const nameIsId = has("financial status");
  // Its Id stands on the first line of an order only.
  candidates = candidates.filter(({ role, usual }) => usual !== "name" || (role === "id") === nameIsId);
  if (nameIsId) candidates = ask(candidates, ({ role, usual }) => role === "id" && usual !== "name");

  candidates = ask(candidates, (one) => isReference(one, candidates, profiles));

  // A name that goes with an account's number, row by row, is the account's.
  candidates = ask(
    candidates,
    ({ role, column, usual }) => role === "name" && usual === "name" && namesACustomer(column, block, given),
  );

  candidates = decideCloseDate(candidates);

  // A flag for won leaves open deals and lost ones apart only where nothing is open; a stage tells more.
  candidates = ask(candidates, ({ role, usual }) => role === "status" && CLOSED_FLAGS.has(usual ?? ""));
  if (names("stage"))
    candidates = ask(candidates, ({ role, usual }) => role === "status" && WON_FLAGS.has(usual ?? ""));

  // Odoo's expected revenue is the deal's amount, Salesforce's and Zoho's is amount × probability.
  if (layoutOf(block)?.tool === "Odoo" && !names("amount")) {
    candidates = candidates.map((one) =>
      one.role === "amount" && normaliseWord(block.columns[one.column]?.header ?? "") === "expected revenue"
        ? {
            ...one,
            confidence: 0.9,
            usual: "expected revenue",
            reasons: [{ is: "layout", values: { tool: "Odoo" } }],
          }
        : one,
    );
  }

  // Where amounts are given, the price of a piece says nothing more.
  if (names("amount")) candidates = candidates.filter(({ role }) => role !== "unitPrice");
  // The price beside a quantity may be that of one piece.
  if (names("quantity"))
    candidates = ask(candidates, ({ role, usual }) => role === "amount" && PRICES.has(usual ?? ""));

  candidates = candidates.map((one) =>
    one.role === "amount" && isWeighted(one.column, given, profiles)
      ? { ...one, confidence: 0, reasons: [{ is: "derived" }] }
      : one,
  );

  candidates = ask(
    candidates,
    ({ role, column }) => role === "amount" && isGross(column, headers, given, profiles),
  );

  return decideDealDates(block, candidates);
}

/**
 * "Close Date" beside a column of actual dates is the expected one; beside a column of expected dates the actual one.
 * Alone it is the actual one, and may be both (see `closeDateTwin`).
 */
function decideCloseDate(candidates: Candidate[]): Candidate[] {
  const actual = candidates.some(
    ({ role, usual }) =>
      role === "closedDate" && usual !== undefined && !CLOSE_DATES.has(usual) && !VAGUE_DATES.has(usual),
  );
  const drop: Role = actual ? "closedDate" : "expectedCloseDate";
  return candidates.filter(
    ({ role, usual }) => role !== drop || usual === undefined || !CLOSE_DATES.has(usual),
  );
}

/** Orders name the deals they belong to, and deals their orders: the id is the one that every row has and no other shares. */
function isReference(
  one: Candidate,
  candidates: readonly Candidate[],
  profiles: readonly Profile[],
): boolean {
  const isKey = ({ column }: Candidate) => {
    const profile = profiles[column];
    return profile !== undefined && profile.filled === profile.rows && profile.distinctShare >= 0.98;
  };
  const own = entityOf(one);
  const others = candidates.filter((other) => {
    const entity = entityOf(other);
    return own !== undefined && entity !== undefined && entity !== own;
  });
  return others.length > 0 && (!isKey(one) || others.some(isKey));
}

function entityOf({ role, usual }: Candidate): "order" | "deal" | undefined {
  if (role !== "id" || usual === undefined) return undefined;
  if (/order|invoice|comand|comenz|factur|auftrag|commande|pedido/.test(usual)) return "order";
  return /deal|opportunit|oportunit|afacere|ofert/.test(usual) ? "deal" : undefined;
}

function namesACustomer(column: number, block: Block, candidates: readonly Candidate[]): boolean {
  const names = block.columns[column]?.cells ?? [];
  return candidates.some((one) => {
    if (one.role !== "customer" || one.usual === undefined || one.column === column) return false;
    const customers = block.columns[one.column]?.cells ?? [];
    const nameOf = new Map<unknown, unknown>();
    const rows = sampledRows(names.length).filter((row) => {
      const customer = customers[row];
      if (!nameOf.has(customer)) nameOf.set(customer, names[row]);
      return nameOf.get(customer) === names[row];
    });
    return rows.length >= 0.95 * Math.min(names.length, sampledRows(names.length).length);
  });
}

/** A date that is called nothing but a date is the sale's in a list of sales; beside a status it is asked for. */
function decideDealDates(block: Block, candidates: Candidate[]): Candidate[] {
  const sure = (role: Role, not: ReadonlySet<string>) =>
    candidates.some(
      (one) => one.role === role && one.confidence >= ASK && one.usual !== undefined && !not.has(one.usual),
    );
  const isClosedKnown = sure("closedDate", VAGUE_DATES) || sure("wonDate", VAGUE_DATES);
  const isStated = sure("status", new Set()) || sure("stage", new Set()) || sure("probability", new Set());
  const isOrders = candidates.some((one) => entityOf(one) === "order" && one.confidence > ASK);
  const vague = new Set(
    candidates
      .filter(({ usual }) => usual !== undefined && VAGUE_DATES.has(usual))
      .map(({ column }) => column),
  );
  return candidates.flatMap((one) => {
    if (!vague.has(one.column) || one.usual === undefined) return [one];
    if (one.role !== "createdDate" && one.role !== "closedDate") return [one];
    const isOrderDate = ORDER_DATES.has(one.usual);
    if (isClosedKnown) {
      if (one.role === "closedDate") return [];
      return isOrderDate ? [one] : [{ ...one, confidence: Math.min(one.confidence, ASK) }];
    }
    // an order is a sale on its day, whether it was paid or sent back since
    if (isOrderDate && isOrders) return one.role === "closedDate" ? [one] : [];
    if (!isStated && vague.size === 1) return one.role === "closedDate" ? [one] : [];
    return [{ ...one, confidence: Math.min(one.confidence, ASK) }];
  });
}

function decideActivities(profiles: readonly Profile[], candidates: Candidate[]): Candidate[] {
  // One kind's outcome (a task's status) says nothing of the calls in the same list.
  return ask(candidates, ({ role, column }) => {
    const profile = profiles[column];
    if (profile === undefined || profile.filled === 0) return false;
    const least = role === "done" ? 0.8 : role === "date" ? 0.5 : 0;
    return profile.filled < least * profile.rows;
  });
}

function ask(candidates: readonly Candidate[], doubtful: (candidate: Candidate) => boolean): Candidate[] {
  return candidates.map((one) =>
    doubtful(one) ? { ...one, confidence: Math.min(one.confidence, ASK) } : one,
  );
}

const set = (words: string): ReadonlySet<string> => new Set(words.split("|"));

/** Closed is not yet won, and a flag for lost says yes where it was lost. */
const CLOSED_FLAGS = set("closed|is deal closed|is closed lost");
const WON_FLAGS = set("won|is closed won|castigat");
/** A market may be a segment, an area a surface. */
const VAGUE_REGIONS = set("market|area");
const CLOSE_DATES = set("close date|closing date");
const PRICES = set("price|pret");
const ORDER_DATES = set("order date|data comenzii|bestelldatum|date de commande|fecha de pedido|ordered on");
const VAGUE_DATES = new Set([...set("date|data|fecha|datum"), ...ORDER_DATES]);
