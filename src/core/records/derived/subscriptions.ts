import { normaliseWord } from "../../text";
import { Outcome } from "../outcome";
import type { Records } from "../records";
import { monthlyAmounts } from "../spells";
import { first, ofCustomer } from "./customers";
import type { DerivedColumn } from "./derived";

/** The customer's first day of paying, on each of the customer's subscriptions. */
export const firstStartDate: DerivedColumn = {
  has: (records) => records.has("customer") && records.has("startDate"),
  values: (records) => ofCustomer(records, records.numbers("startDate"), paid(records)),
};

/** 1 for the subscription that made its customer a customer, the earliest that is paid for; 0 for others. */
export const firstStart: DerivedColumn = {
  has: firstStartDate.has,
  values(records) {
    const isPaid = paid(records);
    return first(records, records.numbers("startDate"), (row) => isPaid(records, row));
  },
};

/** The amount per month, from an amount per `recurringPeriod`; a single payment recurs with 0. */
export const monthlyAmount: DerivedColumn = {
  money: "amount",
  has: (records) => records.has("amount") && records.has("recurringPeriod"),
  values(records) {
    const amounts = records.numbers("amount");
    const { codes, words } = records.words("recurringPeriod");
    const perMonth = words.map(timesPerMonth);
    return amounts.map((amount, i) => amount * (perMonth[codes[i] ?? 0] ?? NaN));
  },
};

function paid(records: Records): (records: Records, row: number) => boolean {
  const amounts = monthlyAmounts(records);
  return (_, row) => records.outcome[row] !== Outcome.none && !((amounts?.[row] ?? NaN) <= 0);
}

/** Times a month an amount is paid, by the word for its period: a quarterly one a third, a weekly one 52/12 times. */
const TIMES: readonly (readonly [number, string])[] = [
  [1, "month|monthly|mo|m|per month|every month|lunar|luna|lună|pe luna|monatlich|monat|mensuel|mensual"],
  [1 / 12, "year|yearly|annual|annually|per year|every year|y|yr|an|anual|pe an|jahrlich|jahr|annuel|anuală"],
  [
    1 / 3,
    "quarter|quarterly|q|trimestrial|trimestru|trimestriala|vierteljahrlich|quartal|trimestriel|trimestral",
  ],
  [
    1 / 6,
    "half year|half yearly|semi annual|semi annually|semiannual|semiannually|biannual|per six months|semestrial|semestru|semestriala|halbjahrlich|semestriel|semestral",
  ],
  [1 / 24, "per two years|two years|biennial|bienal"],
  [1 / 36, "per three years|three years|trienal"],
  [52 / 12, "week|weekly|w|per week|saptamanal|saptamana|wochentlich|woche|hebdomadaire|semanal"],
  [52 / 24, "biweekly|every two weeks|fortnightly|bilunar"],
  [365 / 12, "day|daily|d|per day|zilnic|zi|taglich|quotidien|diario"],
  [0, "one off|once|one time|onetime|single|unic|unica|o data|o singura data|einmalig|unique"],
];

let times: Map<string, number> | undefined;

/** By word, by a number of months ("12"), or as ISO 8601 writes it ("P1Y"). */
function timesPerMonth(word: string): number {
  times ??= new Map(
    TIMES.flatMap(([perMonth, words]) =>
      words.split("|").map((name) => [normaliseWord(name), perMonth] as const),
    ),
  );
  const key = normaliseWord(word);
  const known = times.get(key);
  if (known !== undefined) return known;
  const [, length, unit = "m"] = /^p?(\d+)\s*(m|y|w|d)?(?:onths?|ears?|eeks?|ays?)?$/.exec(key) ?? [];
  const count = Number(length);
  if (!(count > 0)) return NaN;
  return { m: 1, y: 1 / 12, w: 52 / 12, d: 365 / 12 }[unit as "m" | "y" | "w" | "d"] / count;
}
