import {
  and,
  any,
  compare,
  count,
  days,
  derived,
  known,
  leads,
  mean,
  not,
  outcome,
  quantileAt,
  role,
  share,
  survivalMedian,
  unless,
  type Condition,
  type Expression,
  type Population,
} from "../evaluate/expression";
import { evaluate } from "../evaluate/evaluate";
import type { Dataset } from "../records/dataset";
import type { DerivedArguments } from "../records/derived";
import { isByTheDay } from "../records/derived/responses";
import type { Kind } from "../records/roles";
import { isRefusal, stop, type Note } from "../result";
import { LAST_SERIAL } from "../time/serial";
import { clockOf, clockOptions } from "./clock-options";
import { duplicatesOption, leadDuplicates, observedDay } from "./converted-leads";
import { may, metric, need, type Given, type Input } from "./metric";
import { choice, type OptionValues } from "./options";

/** Answers stated with the lead, or found among the activities linked to it. */
export const leadResponseInputs: readonly Input[] = [
  need("createdDate", "lead"),
  may("firstResponseDate", "lead"),
  may("email", "lead"),
  may("id", "lead"),
  may("owner", "lead"),
  may("source", "lead"),
  may("leadRef", "activity"),
  may("type", "activity"),
  may("date", "activity"),
  may("direction", "activity"),
  may("done", "activity"),
  may("subject", "activity"),
  may("holidays", "calendar"),
];

const shared = {
  unit: "hours",
  better: "lower",
  period: true,
} as const;

const ownOptions = {
  unit: choice(["hours", "minutes"]),
  ...clockOptions,
  unanswered: choice(["reported", "censored"], {
    "reported as a separate rate": "reported",
    "censored at asOf": "censored",
  }),
} as const;

const PER: Readonly<Record<"hours" | "minutes", number>> = { hours: 24, minutes: 1440 };

type ResponseOptions = OptionValues<typeof ownOptions> & { readonly statistic: "mean" | "median" | "p90" };

/** Waits that began in the period; an answer before the question is none. */
export function waits(kind: Kind, every: Condition): Condition {
  const before = compare(days("waitStart", "answeredOn", { signed: true }), "<", 0);
  return and(every, known("waitStart"), unless(before, "negativeDuration"));
}

/** Those answered as far as is known on a day. */
export function answered(where: Condition, { until = LAST_SERIAL + 1 }: DerivedArguments): Condition {
  return and(where, unless(not(compare(role("answeredOn"), "<", Number(until))), "unanswered"));
}

/** What is seen of answers on the day of observation. */
export function seen(day: number | undefined): DerivedArguments {
  return day === undefined ? {} : { until: day + 1 };
}

function responseTime(
  options: ResponseOptions,
  given: Given,
  where: Condition,
  place: (where: Condition) => Population,
  lastDay: number | undefined,
): Expression {
  const { unit, unanswered, statistic } = options;
  const time = { ...clockOf(options), per: PER[unit] };
  if (unanswered === "censored") {
    if (statistic !== "median")
      stop("unknownOptionValue", { option: "statistic", value: statistic, valid: "median" });
    const observed = { ...time, ...seen(lastDay) };
    return survivalMedian(derived("responseTime", observed), derived("waitSoFar", observed), place(where));
  }
  const known = { ...time, ...seen(given.asOf === undefined ? undefined : Math.floor(given.asOf)) };
  const field = derived("responseTime", known);
  const of = place(answered(where, known));
  return statistic === "mean" ? mean(field, of) : quantileAt(field, of, statistic === "p90" ? 0.9 : 0.5);
}

/** How many were never answered: an average of the answered alone rewards not answering. And the other statistics. */
function responseRemarks(
  dataset: Dataset,
  options: ResponseOptions,
  given: Given,
  kind: Kind,
  where: Condition,
  place: (where: Condition) => Population,
): readonly Note[] {
  const records = dataset[kind];
  if (records === undefined) return [];
  const { period, asOf } = given;
  const known = {
    ...clockOf(options),
    per: PER.minutes,
    ...seen(asOf === undefined ? undefined : Math.floor(asOf)),
  };
  const field = derived("responseTime", known);
  const of = place(answered(where, known));
  const evaluated = evaluate(
    dataset,
    [
      share(count(of), count(place(where))),
      mean(field, of),
      quantileAt(field, of, 0.5),
      quantileAt(field, of, 0.9),
    ],
    { ...(period === undefined ? {} : { periods: [period] }), ...(asOf === undefined ? {} : { asOf }) },
  );
  const { value, numerator = 0, denominator = 0 } = evaluated.at(0);
  if (isRefusal(value)) return [];
  const never = denominator - numerator;
  const [average, median, p90] = [1, 2, 3].map((at) => Math.round(Number(evaluated.at(at).value)));
  return [
    {
      message: "neverAnswered",
      values: { share: `${Math.round((100 * never) / denominator)} %`, count: never, all: denominator },
    },
    ...(numerator === 0 || average === undefined || median === undefined || p90 === undefined
      ? []
      : [{ message: "responseStatistics", values: { mean: average, median, p90 } } as const]),
    ...(isByTheDay(records) ? [{ message: "timesMissing" } as const] : []),
  ];
}

const leadWaits = waits("lead", any);
const ofLeads = (where: Condition): Population => leads(where, "createdDate");

export const leadResponse = metric({
  ...shared,
  id: "LEADRESPONSE",
  example: '=SALES.LEADRESPONSE(Leads[Created], Leads[First response], "period=2025-Q1; unit=minutes")',
  families: ["activity"],
  inputs: leadResponseInputs,
  asOf: true,
  options: { statistic: choice(["median", "mean", "p90"]), ...ownOptions, duplicates: duplicatesOption },
  duplicates: leadDuplicates,
  value: (options, given) => responseTime(options, given, leadWaits, ofLeads, observedDay(given)),
  remarks: (dataset, options, given) => responseRemarks(dataset, options, given, "lead", leadWaits, ofLeads),
  text: {
    en: {
      name: "Lead response time",
      definition:
        "Median time from a lead's creation to the first human response, for leads answered; by the clock.",
      formula: "median (first response − created)",
      disagree:
        "clock=business counts opening hours only: fairer to the team, while the buyer feels every hour. Unanswered leads are told apart by SALES.EXPLAIN; unanswered=censored lets them count (Kaplan–Meier).",
    },
    ro: {
      name: "Timp de răspuns la clienții potențiali",
      definition:
        "Timpul median de la apariția clientului potențial la primul răspuns al unui om, pentru cei care au primit răspuns.",
      formula: "mediana (primul răspuns − creare)",
      disagree:
        "clock=business socotește doar orele de program: mai drept pentru echipă, dar cumpărătorul simte fiecare oră. Cei fără răspuns apar separat în SALES.EXPLAIN; cu unanswered=censored se socotesc și ei (Kaplan–Meier).",
    },
  },
  source:
    "Lead Response Management study (2007); Oldroyd, McElheran & Elkington, HBR, March 2011; Kaplan & Meier, JASA 53 (1958).",
});

// A call that was missed is cancelled as an activity, and yet somebody waits.
const inquiryWaits = waits("activity", outcome("unknown", "open", "won", "lost", "cancelled"));
const ofInquiries = (where: Condition): Population => ({ kind: "activity", where, on: "waitStart" });

export const inquiryResponse = metric({
  ...shared,
  id: "INQUIRYRESPONSE",
  example: '=SALES.INQUIRYRESPONSE(Activities[Asked], Activities[Answered], "period=2025-Q1")',
  families: ["activity"],
  inputs: [
    may("inquiryDate", "activity"),
    may("replyDate", "activity"),
    may("date", "activity"),
    may("type", "activity"),
    may("direction", "activity"),
    may("outcome", "activity"),
    may("done", "activity"),
    may("customerRef", "activity"),
    may("leadRef", "activity"),
    may("dealRef", "activity"),
    may("owner", "activity"),
    may("subject", "activity"),
    may("holidays", "calendar"),
  ],
  asOf: true,
  options: { statistic: choice(["mean", "median", "p90"]), ...ownOptions },
  value(options, given) {
    if (!given.has("waitStart", "activity"))
      stop("missingAnyOf", { first: "inquiryDate", second: "direction" });
    if (!given.has("answeredOn", "activity"))
      stop("missingAnyOf", { first: "replyDate", second: "customerRef" });
    const last =
      given.asOf ??
      Math.max(
        given.lastDay("waitStart", "activity") ?? -1,
        given.lastDay("answeredOn", "activity") ?? -1,
        given.lastDay("date", "activity") ?? -1,
      );
    return responseTime(options, given, inquiryWaits, ofInquiries, Math.floor(last));
  },
  remarks: (dataset, options, given) =>
    responseRemarks(dataset, options, given, "activity", inquiryWaits, ofInquiries),
  text: {
    en: {
      name: "Response time to customer inquiries",
      definition:
        "Mean time from an inquiry (call, e-mail, chat) to the reply, for those answered; a call taken is 0.",
      formula: "mean (reply − inquiry)",
      disagree:
        "Without inquiry and reply dates each inbound activity is paired with the next outbound one of the same customer, lead or deal. The median (statistic=median) does not suffer from a few long waits.",
    },
    ro: {
      name: "Timp mediu de răspuns la întrebările clienților",
      definition:
        "Timpul mediu de la o solicitare (apel, e-mail, chat) la răspuns, pentru cele cu răspuns; un apel preluat este 0.",
      formula: "media (răspuns − solicitare)",
      disagree:
        "Fără datele solicitării și răspunsului, fiecare activitate primită se leagă de următoarea trimisă aceluiași client, client potențial sau ofertă. Mediana (statistic=median) nu suferă din cauza câtorva așteptări lungi.",
    },
  },
  source: "As the lead response time, for any inbound inquiry; Kaplan & Meier, JASA 53 (1958).",
});
