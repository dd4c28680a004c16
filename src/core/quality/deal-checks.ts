import { customerKeys, customersAmong } from "../records/customers";
import { areLines } from "../records/order-lines";
import { Outcome } from "../records/outcome";
import type { Records } from "../records/records";
import { stagesOf } from "../records/stages";
import { statusOf } from "../records/vocabulary";
import { normaliseWord } from "../text";
import { numbersOf, rowsWhere, where, wordsOf, type Check, type Found } from "./check";
import { isNumeric, spelledTogether, unknownWords } from "./common-checks";
import { oneLetterApart } from "./spelling";

const isWon = (deals: Records, row: number): boolean => deals.outcome[row] === Outcome.won;
const isOpen = (deals: Records, row: number): boolean => deals.outcome[row] === Outcome.open;
const isClosed = (deals: Records, row: number): boolean =>
  deals.outcome[row] === Outcome.won || deals.outcome[row] === Outcome.lost;

const closeBeforeCreate: Check<"closeBeforeCreate"> = {
  id: "closeBeforeCreate",
  severity: "error",
  kinds: ["deal"],
  find(deals) {
    const created = numbersOf(deals, "createdDate");
    const closed = closeDates(deals);
    if (created === undefined || closed === undefined) return [];
    return where(
      deals,
      (row) => Math.floor(closed[row] ?? NaN) < Math.floor(created[row] ?? NaN),
      "closedDate",
    );
  },
};

const closedWithoutDate: Check<"closedWithoutDate"> = {
  id: "closedWithoutDate",
  severity: "error",
  kinds: ["deal"],
  find(deals) {
    const closed = closeDates(deals);
    if (closed === undefined || !deals.hasStatus) return [];
    return where(deals, (row) => isClosed(deals, row) && Number.isNaN(closed[row] ?? NaN), "closedDate");
  },
};

const closedInFuture: Check<"closedInFuture"> = {
  id: "closedInFuture",
  severity: "error",
  kinds: ["deal"],
  find(deals, { asOf }) {
    const closed = closeDates(deals);
    if (closed === undefined || asOf === undefined) return [];
    return where(deals, (row) => Math.floor(closed[row] ?? NaN) > asOf, "closedDate");
  },
};

/** Expected to close on a day that has passed: the forecast is out of date. */
const overdue: Check<"overdue"> = {
  id: "overdue",
  severity: "warning",
  kinds: ["deal"],
  find(deals, { asOf }) {
    const expected = numbersOf(deals, "expectedCloseDate");
    if (expected === undefined || asOf === undefined) return [];
    return where(
      deals,
      (row) => isOpen(deals, row) && Math.floor(expected[row] ?? NaN) < asOf,
      "expectedCloseDate",
    );
  },
};

/** Open deals with a close date in the past, where that column is not the expected date as well. */
const openWithCloseDate: Check<"openWithCloseDate"> = {
  id: "openWithCloseDate",
  severity: "warning",
  kinds: ["deal"],
  find(deals, { asOf }) {
    const closed = numbersOf(deals, "closedDate");
    if (closed === undefined || asOf === undefined) return [];
    const expected = numbersOf(deals, "expectedCloseDate");
    return where(
      deals,
      (row) =>
        isOpen(deals, row) && Math.floor(closed[row] ?? NaN) <= asOf && closed[row] !== expected?.[row],
      "closedDate",
    );
  },
};

const wonWithoutAmount: Check<"wonWithoutAmount"> = {
  id: "wonWithoutAmount",
  severity: "warning",
  kinds: ["deal"],
  find(deals) {
    const amounts = numbersOf(deals, "amount");
    if (amounts === undefined) return [];
    return where(deals, (row) => isWon(deals, row) && !((amounts[row] ?? NaN) > 0), "amount");
  },
};

/** Words that are neither won nor lost count as open; those that no list of words knows may be meant otherwise. */
const unknownStatus: Check<"unknownStatus"> = {
  id: "unknownStatus",
  severity: "warning",
  kinds: ["deal"],
  find(deals) {
    return unknownWords(
      deals,
      "status",
      (word) => isNumeric(word) || statusOf(word) !== undefined || isOpenWord(word),
    );
  },
};

const OPEN_WORDS = new Set(
  [
    "open|in progress|in process|pending|active|new|ongoing|working|qualified|negotiation|proposal|presented|engaging",
    "prospecting|deschis|deschisă|în curs|în lucru|în desfășurare|activ|activă|nou|nouă|în negociere|ofertat|ofertată",
    "offen|in bearbeitung|ouvert|en cours|abierto|en curso|aberto|em andamento",
  ]
    .flatMap((line) => line.split("|"))
    .map(normaliseWord),
);

function isOpenWord(word: string): boolean {
  return OPEN_WORDS.has(normaliseWord(word));
}

/** Stages that the table of stages does not list. */
const unknownStage: Check<"unknownStage"> = {
  id: "unknownStage",
  severity: "warning",
  kinds: ["deal"],
  find(deals, { dataset }) {
    const stages = stagesOf(dataset);
    if (stages === undefined) return [];
    const known = new Set(stages.map(({ key }) => key));
    return unknownWords(
      deals,
      "stage",
      (word) => known.has(normaliseWord(word)) || statusOf(word) !== undefined,
    );
  },
};

/** The status says one thing, the stage or the probability another. */
const conflict: Check<"conflict"> = {
  id: "conflict",
  severity: "warning",
  kinds: ["deal"],
  find(deals) {
    if (deals.columns.get("status") === undefined) return [];
    const stage = wordsOf(deals, "stage");
    const chances = numbersOf(deals, "probability");
    const byStage = (row: number): boolean => {
      const said = stage === undefined ? undefined : statusOf(stage(row));
      if (said !== "won" && said !== "lost") return false;
      return isOpen(deals, row) || (isClosed(deals, row) && (said === "won") !== isWon(deals, row));
    };
    const byChance = (row: number): boolean => {
      const chance = chances?.[row] ?? NaN;
      return (chance === 1 && isLostOrOpen(deals, row)) || (chance === 0 && isWon(deals, row));
    };
    return [...where(deals, byStage, "stage"), ...where(deals, byChance, "probability")];
  },
};

function isLostOrOpen(deals: Records, row: number): boolean {
  return deals.outcome[row] === Outcome.lost || isOpen(deals, row);
}

/** The same customer, amount and day under different ids, or without any. Orders often have equal lines. */
const sameDeal: Check<"sameDeal"> = {
  id: "sameDeal",
  severity: "warning",
  kinds: ["deal"],
  *find(deals) {
    if (areLines(deals.columns)) return [];
    const customer = deals.has("customer") ? customerKeys(deals) : undefined;
    yield;
    const amounts = numbersOf(deals, "amount");
    const dates = numbersOf(deals, "createdDate") ?? numbersOf(deals, "closedDate");
    if (customer === undefined || amounts === undefined || dates === undefined) return [];
    const product = wordsOf(deals, "product");
    const seen = new Map<string, number>();
    const rows = new Set<number>();
    for (const [at, row] of rowsWhere(deals, (each) => customer.codes[each] !== 0).entries()) {
      if (at % ROWS_A_STEP === 0) yield;
      const [amount, day] = [amounts[row] ?? NaN, Math.floor(dates[row] ?? NaN)];
      if (Number.isNaN(amount + day)) continue;
      const key = `${customer.codes[row]}/${amount}/${day}/${product?.(row) ?? ""}`;
      const before = seen.get(key);
      if (before === undefined) seen.set(key, row);
      else rows.add(before).add(row);
    }
    return rows.size === 0 ? [] : [{ rows: [...rows].sort((a, b) => a - b) }];
  },
};

/** Some milliseconds of work. */
const ROWS_A_STEP = 20_000;

/** Spellings that differ in case, accents, punctuation or legal form only, and count as one customer. */
const customerSpellings: Check<"customerSpellings"> = {
  id: "customerSpellings",
  severity: "info",
  kinds: ["deal", "subscription"],
  find(records) {
    const column = records.columns.get("customer");
    if (column?.type !== "word" || column.fault !== undefined) return [];
    const { codeOf } = customersAmong(column.words);
    const spellings = new Map<number, string[]>();
    column.words.forEach((word, at) => {
      const known = spellings.get(codeOf[at] ?? 0);
      if (known === undefined) spellings.set(codeOf[at] ?? 0, [word]);
      else known.push(word);
    });
    spellings.delete(0);
    const groups = [...spellings.values()].filter((words) => words.length > 1);
    return together(spelledTogether(records, "customer", groups));
  },
};

/** Names one letter apart, which count as several customers. */
const customerTypos: Check<"customerTypos"> = {
  id: "customerTypos",
  severity: "warning",
  kinds: ["deal", "subscription"],
  *find(records) {
    const column = records.columns.get("customer");
    if (column?.type !== "word" || column.fault !== undefined) return [];
    const { labels } = customersAmong(column.words);
    const names = labels.slice(1).filter((name) => !name.includes("@") && !isNumeric(name));
    return together(spelledTogether(records, "customer", yield* oneLetterApart(names)));
  },
};

/** Many groups of spellings as one finding, which names the first few. */
function together(found: readonly Found[]): readonly Found[] {
  if (found.length < 2) return found;
  const rows = new Set(found.flatMap(({ rows: own = [] }) => own));
  const names = found.slice(0, FEW).map(({ values }) => values?.names ?? "");
  return [
    {
      role: "customer",
      rows: [...rows].sort((a, b) => a - b),
      values: { names: names.join("; ") + (found.length > FEW ? " …" : "") },
    },
  ];
}

const FEW = 3;

/** The day a decided deal was closed; undefined without any such column. */
function closeDates(deals: Records): Float64Array | undefined {
  const roles = (["closedDate", "wonDate", "lostDate"] as const).filter((role) => deals.has(role));
  if (roles.length === 0 || roles.some((role) => numbersOf(deals, role) === undefined)) return undefined;
  return deals.numbers("closeDate");
}

export const dealChecks = [
  ...[closeBeforeCreate, closedWithoutDate, closedInFuture, overdue, openWithCloseDate, wonWithoutAmount],
  ...[unknownStatus, unknownStage, conflict, sameDeal, customerSpellings, customerTypos],
] as const;
