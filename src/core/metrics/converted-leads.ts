import {
  and,
  any,
  compare,
  days,
  inClass,
  known,
  role,
  unless,
  won,
  type Condition,
} from "../evaluate/expression";
import type { Dataset } from "../records/dataset";
import type { DuplicateRule } from "../records/duplicates";
import { Outcome } from "../records/outcome";
import { stop, type Note } from "../result";
import { isoDate } from "../time/serial";
import { anyOf } from "./activity-populations";
import { may, type Given, type Input } from "./metric";
import { choice, numberOption, type OptionValues } from "./options";

/** Whether leads of one address within 30 days are one. */
export const duplicatesOption = choice(["remove", "keep"]);
export const leadDuplicates = ({ duplicates }: { readonly duplicates: "remove" | "keep" }): DuplicateRule =>
  duplicates === "keep" ? "keep" : "last";

export const conversionOptions = {
  converted: choice(["customer", "opportunity"], {
    "paying customer": "customer",
    "converted to opportunity": "opportunity",
  }),
  denominator: choice(["all", "qualified", "valid"], { "excluding spam/junk": "valid" }),
  window: numberOption({ min: 1, max: 3650 }),
  duplicates: duplicatesOption,
} as const;

export type ConversionOptions = OptionValues<typeof conversionOptions>;

/** What a list of leads knows of their conversion. */
export const leadInputs: readonly Input[] = [
  may("createdDate", "lead"),
  may("convertedDate", "lead"),
  may("converted", "lead"),
  may("status", "lead"),
  may("email", "lead"),
];

/** What leads their deals, so that a lead is converted when a deal of it was won. */
export const linkInputs: readonly Input[] = [
  may("id", "lead"),
  may("dealRef", "lead"),
  may("leadRef"),
  may("id"),
  may("status"),
  may("closedDate"),
];

/** Leads that count, those of them that are converted, and the date on which they were. */
export interface Conversions {
  readonly all: Condition;
  readonly converted: Condition;
  readonly on: "convertedOn" | "boughtOn";
}

/**
 * A lead is converted when a deal linked to it was won; without linked deals, or where an opportunity is enough, when
 * the list says so. What happened after `asOf` is not known yet. With a window only leads as old as it count.
 */
export function conversions(
  { converted, denominator, window }: ConversionOptions,
  given: Given,
  dated = window !== undefined,
): Conversions {
  const on = conversionDate(converted, given);
  const all = [counted(denominator, on, given)];
  const wins = [given.asOf === undefined ? known(on) : compare(role(on), "<", Math.floor(given.asOf) + 1)];
  if (dated) {
    if (on === "convertedOn" && !given.has("convertedDate", "lead"))
      stop("missingColumn", { role: "convertedDate" });
    all.push(unless(compare(role(on), "<", 0), "missing.convertedDate"));
  }
  if (window !== undefined) {
    all.push(compare(role("createdDate"), "<", (observedDay(given) ?? 0) + 1 - window));
    wins.push(compare(days("createdDate", on, { signed: true }), "<=", window));
  }
  return { all: and(...all), converted: and(...all, ...wins), on };
}

/** The day of observation, or else the last day that the leads tell of. */
export function observedDay(given: Given): number | undefined {
  if (given.asOf !== undefined) return Math.floor(given.asOf);
  const last = Math.max(
    ...(["createdDate", "answeredOn", "convertedOn", "boughtOn"] as const).map(
      (date) => given.lastDay(date, "lead") ?? -Infinity,
    ),
  );
  return last === -Infinity ? undefined : last;
}

/** From where it is looked, where that is not said. */
export function observedRemark(given: Given): readonly Note[] {
  const day = observedDay(given);
  return given.asOf !== undefined || day === undefined
    ? []
    : [{ message: "observedAt", values: { date: isoDate(day) } }];
}

/** Which reading of "converted" the number has, and whether the leads are too young for it. */
export function conversionRemarks(
  dataset: Dataset,
  options: Pick<ConversionOptions, "converted" | "window">,
  given: Given,
): readonly Note[] {
  const on = conversionDate(options.converted, given);
  const meaning: Note = { message: on === "boughtOn" ? "convertedByDeal" : "convertedByList" };
  if (options.window === undefined) return [meaning, ...immatureCohort(dataset, on, given)];
  return [meaning, ...observedRemark(given)];
}

function conversionDate(meaning: ConversionOptions["converted"], given: Given): Conversions["on"] {
  const linked = given.has("boughtOn", "lead");
  if (linked && meaning === "customer") return "boughtOn";
  if (given.has("convertedOn", "lead")) return "convertedOn";
  if (linked) return "boughtOn";
  return stop("missingAnyOf", { first: "convertedDate", second: "converted" });
}

function counted(
  denominator: ConversionOptions["denominator"],
  on: Conversions["on"],
  given: Given,
): Condition {
  if (denominator === "valid")
    return and(any, unless(inClass("status", "invalidReason", "invalid"), "invalidLead"));
  if (denominator === "all") return any;
  const signs: Condition[] = [];
  if (given.has("qualifiedDate", "lead")) signs.push(known("qualifiedDate"));
  if (given.has("status", "lead")) signs.push(inClass("status", "leadStatus", "qualified", "converted"));
  if (signs.length === 0) stop("missingAnyOf", { first: "qualifiedDate", second: "leadStatus" });
  // Who was converted had qualified before.
  return and(any, anyOf(...signs, won, known(on)));
}

/** A tenth of the conversions came later than the youngest leads are old: more of them will follow. */
function immatureCohort(dataset: Dataset, on: Conversions["on"], given: Given): readonly Note[] {
  const { lead: leads } = dataset;
  const { period } = given;
  const observed = observedDay(given);
  if (leads?.has("createdDate") !== true || period === undefined || observed === undefined) return [];
  const age = Math.max(0, observed + 1 - Math.min(period.end, observed + 1));
  const created = leads.numbers("createdDate");
  const converted = leads.numbers(on);
  let total = 0;
  let later = 0;
  for (let i = 0; i < leads.rows; i++) {
    const delay = (converted[i] ?? NaN) - (created[i] ?? NaN);
    if (leads.outcome[i] === Outcome.none || !(delay >= 0) || !((converted[i] ?? NaN) < observed + 1))
      continue;
    total++;
    if (delay > age) later++;
  }
  if (total < 5 || later < total / 10) return [];
  return [
    { message: "immatureCohort", values: { share: `${Math.round((100 * later) / total)} %`, days: age } },
  ];
}
