import {
  activities,
  and,
  compare,
  derived,
  inClass,
  role,
  sum,
  unless,
  type Expression,
  type Field,
} from "../evaluate/expression";
import { evaluate } from "../evaluate/evaluate";
import { spellings, type KeyRole } from "../records/keys";
import type { ActivityType } from "../records/vocabulary";
import { isRefusal, refuse, stop, type Refusal } from "../result";
import { happened, plannedOption } from "./activity-populations";
import { may, need, tableMetric, type ComputeContext, type ResultTable, type Texts } from "./metric";
import { choice, type OptionValues } from "./options";
import type { Unit } from "./units";

const SELLING: readonly ActivityType[] = [
  "call",
  "email",
  "meeting",
  "demo",
  "proposal",
  "follow-up",
  "prospecting",
];

const options = {
  by: choice(["type", "owner", "total"]),
  assume: { option: "words" },
  planned: plannedOption,
} as const;

type Options = OptionValues<typeof options>;

export const timeByType = tableMetric({
  id: "TIMEBYTYPE",
  example:
    '=SALES.TIMEBYTYPE(Activities[Type], Activities[Hours], Activities[Date], Activities[Done], "period=2025-Q1; durations=hours")',
  families: ["activity"],
  inputs: [
    need("type", "activity"),
    need("duration", "activity"),
    may("date", "activity"),
    may("done", "activity"),
    may("owner", "activity"),
    may("id", "activity"),
  ],
  period: true,
  asOf: true,
  options,
  table: timeTable,
  remarks: () => [{ message: "overlapsNotMerged" }],
  text: {
    en: {
      name: "Time spent per activity type",
      definition:
        "Hours of each activity type and their share of the whole; rows without a duration are left out.",
      formula: "Σ duration of each type",
      disagree:
        "by=owner tells each rep's hours, by=total the share of selling time: calls, e-mails, meetings, demos, proposals, follow-ups and prospecting. assume=call:0.25|email:0.1 gives hours to rows without a duration.",
    },
    ro: {
      name: "Timpul alocat activităților",
      definition:
        "Orele fiecărui tip de activitate și ponderea lor în total; rândurile fără durată nu se socotesc.",
      formula: "Σ durata fiecărui tip",
      disagree:
        "by=owner dă orele fiecărui agent, by=total ponderea timpului de vânzare: apeluri, e-mailuri, întâlniri, demonstrații, propuneri, urmăriri și prospectare. assume=call:0.25|email:0.1 dă ore rândurilor fără durată.",
    },
  },
  source: "Sum of durations; selling time as in time studies of sales representatives.",
});

const heads = {
  type: { en: "Type", ro: "Tip" },
  owner: { en: "Owner", ro: "Responsabil" },
  hours: { en: "Hours", ro: "Ore" },
  share: { en: "Share", ro: "Pondere" },
  selling: { en: "Selling hours", ro: "Ore de vânzare" },
  sellingShare: { en: "Selling time share", ro: "Ponderea timpului de vânzare" },
} as const satisfies Record<string, Texts<string>>;

function timeTable({ dataset, period, asOf }: ComputeContext, { by, assume, planned }: Options): ResultTable {
  const hours = hoursOf(assume);
  const counted = and(
    happened(planned),
    unless(compare(hours, ">", 24), "longDuration"),
    unless(compare(hours, "<", 0), "negativeDuration"),
  );
  const all = sum(hours, activities(counted, "date"));
  const selling = sum(hours, activities(and(counted, inClass("type", "activityType", ...SELLING)), "date"));
  const asked: readonly Expression[] = [all, selling];
  const common = {
    ...(period === undefined ? {} : { periods: [period] }),
    ...(asOf === undefined ? {} : { asOf }),
  };
  const whole = evaluate(dataset, asked, { ...common, withExclusions: true });
  const total = numberOf(whole.at(0).value);
  const totalSelling = numberOf(whole.at(1).value);
  const { excluded } = whole.at(0);
  const column = (head: Texts<string>, unit: Unit): ResultTable["columns"][number] => ({ head, unit });
  const shown = { excluded, notes: [] };
  if (by === "total") {
    return {
      ...shown,
      columns: [
        column(heads.hours, "hours"),
        column(heads.selling, "hours"),
        column(heads.sellingShare, "ratio"),
      ],
      rows: [[total, totalSelling, partOf(totalSelling, total)]],
    };
  }
  const key: KeyRole = by === "type" ? "typeName" : "owner";
  const evaluated = evaluate(dataset, asked, { ...common, by: key });
  const names = by === "type" ? spellings([dataset.activity], "typeName", "type") : new Map<string, string>();
  const rows = evaluated.groups
    .map((label, group) => ({
      label: names.get(label) ?? label,
      hours: numberOf(evaluated.at(0, group).value),
      selling: numberOf(evaluated.at(1, group).value),
    }))
    .sort((a, b) => b.hours - a.hours || (a.label < b.label ? -1 : 1));
  return {
    ...shown,
    columns: [
      column(heads[by], "text"),
      column(heads.hours, "hours"),
      column(heads.share, "ratio"),
      ...(by === "owner" ? [column(heads.sellingShare, "ratio")] : []),
    ],
    rows: rows.map(({ label, hours: own, selling: ownSelling }) => [
      label,
      own,
      partOf(own, total),
      ...(by === "owner" ? [partOf(ownSelling, own)] : []),
    ]),
  };
}

/** The duration column, with hours assumed for types where it is blank: "call:0.25". */
function hoursOf(assume: readonly string[]): Field {
  if (assume.length === 0) return role("duration");
  for (const pair of assume) {
    const hours = Number(pair.split(":")[1] ?? NaN);
    if (!(hours > 0 && hours <= 24))
      stop("unknownOptionValue", { option: "assume", value: pair, valid: "call:0.25|email:0.1" });
  }
  return derived("hoursSpent", { assumed: assume.join("|") });
}

function numberOf(value: number | Refusal): number {
  return isRefusal(value) ? 0 : value;
}

function partOf(part: number, whole: number): number | Refusal {
  return whole === 0 ? refuse("#DIV/0!", "zeroDenominator") : part / whole;
}
