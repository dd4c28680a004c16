import { isRefusal, refuse, stop, type Refusal, type Result } from "../result";
import { shrunkRates } from "../statistics/shrinkage";
import { activityCount } from "./activity-counts";
import { averageDealSize } from "./average-deal-size";
import { dealCycle } from "./deal-cycle";
import { leftOutOf } from "./left-out";
import { measureAll } from "./measure-all";
import type { Question } from "./question";
import {
  may,
  need,
  needSold,
  tableMetric,
  type ComputeContext,
  type ScalarMetric,
  type ResultTable,
  type Texts,
} from "./metric";
import { choice, numberOption, parseOptions, type OptionValues } from "./options";
import { quotaAttainment } from "./quota-attainment";
import { revenue } from "./revenue";
import { salesCount } from "./sales-count";
import { targetInputs } from "./targets";
import type { Unit } from "./units";
import { winRate } from "./win-rate";

const options = {
  rank: choice(
    ["revenue", "won", "win-rate", "lower-bound", "average", "cycle", "activities", "attainment"],
    {
      "average size": "average",
      "lower wilson bound": "lower-bound",
      "quota attainment": "attainment",
    },
  ),
  /** Who has closed fewer deals is listed without a rank. */
  minimum: numberOption({ min: 0, max: 1000 }, 5),
  /** Adds win rates drawn towards that of the team, the more the fewer deals a rep has closed. */
  shrink: choice(["no", "yes"]),
  /** Numbers instead of names. */
  anonymise: choice(["no", "yes"]),
} as const;

type Options = OptionValues<typeof options>;

export const leaderboard = tableMetric({
  id: "LEADERBOARD",
  example:
    '=SALES.LEADERBOARD(Deals[Owner], Deals[Status], Deals[Amount], Deals[Closed], Deals[Created], "period=2025-Q1; minimum=1")',
  families: ["performance", "productivity"],
  inputs: [
    need("owner"),
    needSold,
    may("amount"),
    may("closedDate"),
    may("createdDate"),
    may("owner", "activity"),
    may("type", "activity"),
    may("date", "activity"),
    may("done", "activity"),
    may("amount", "target"),
    may("owner", "target"),
    ...targetInputs,
    may("lostReason"),
    may("refund"),
    may("cancelledDate"),
    may("currency"),
    may("id"),
  ],
  period: true,
  asOf: true,
  options,
  table: byOwner,
  text: {
    en: {
      name: "Leaderboard",
      definition:
        "Each rep's revenue, won deals, win rate with its interval, average size, cycle and more, ranked.",
      formula: "metrics of each owner, ordered by one of them",
      disagree:
        "rank=win-rate and others order by another column; equal values share a rank, and who has closed fewer than 5 deals (minimum=) gets none: intervals that overlap say little about talent. shrink=yes adds fairer rates of small numbers.",
    },
    ro: {
      name: "Clasamentul agenților",
      definition:
        "Pentru fiecare agent: venituri, câștigate, rata de câștig cu intervalul ei, suma medie, ciclul, rangul.",
      formula: "indicatorii fiecărui responsabil, ordonați după unul dintre ei",
      disagree:
        "rank=win-rate și altele ordonează după altă coloană; valorile egale au același rang, iar cine a închis mai puțin de 5 oferte (minimum=) nu are rang: intervale care se suprapun spun puțin despre talent. shrink=yes adaugă rate mai drepte pentru numere mici.",
    },
  },
  source: "Wilson intervals, JASA 22 (1927); shrinkage: Efron & Morris, JASA 70 (1975) 311–319.",
});

interface Column {
  readonly name: Options["rank"] | "upper-bound" | "shrunk";
  readonly head: Texts<string>;
  readonly unit: Unit;
  readonly value: (results: readonly Result[]) => number | Refusal;
}

interface Rep {
  readonly name: string;
  readonly results: readonly Result[];
  /** Decided deals. */
  readonly closed: number;
}

/** What a column that may be ranked by is made of, where it is not the amount. */
const NEEDED: Partial<Record<Options["rank"], string>> = {
  "win-rate": "status",
  "lower-bound": "status",
  cycle: "createdDate",
  activities: "type",
  attainment: "target",
};

const UNASSIGNED: Texts<string> = { en: "(unassigned)", ro: "(neatribuit)" };
const NONE = refuse("#N/A", "noRecords");

function byOwner(context: ComputeContext, chosen: Options): ResultTable {
  const { questions, columns } = columnsOf(context);
  const measured = measureAll(context.dataset, questions, { by: "owner" });
  const rateAt = questions.findIndex(({ metric }) => metric === winRate);
  const all = measured.groups
    .map((name, group) => ({ name, results: questions.map((_, at) => measured.at(at, group)) }))
    .map(({ name, results }) => ({ name, results, closed: results[rateAt]?.denominator ?? 0 }))
    // a team's target has no owner either
    .filter(
      ({ name, results }) =>
        name !== "" || results.some(({ value }) => typeof value === "number" && value !== 0),
    );
  const shown =
    chosen.shrink === "yes" && tellsRates(context) ? [...columns, shrunkColumn(all, rateAt)] : columns;
  const by = shown.find(({ name }) => name === chosen.rank);
  if (by === undefined) stop("missingColumn", { role: NEEDED[chosen.rank] ?? "amount" });
  const ascending = chosen.rank === "cycle";
  const scoreOf = (results: readonly Result[]): number => {
    const value = by.value(results);
    if (isRefusal(value)) return -Infinity;
    return ascending ? -value : value;
  };
  const ranked = (rep: Rep): boolean =>
    rep.name !== "" && rep.closed >= chosen.minimum && scoreOf(rep.results) > -Infinity;
  const reps = [...all].sort(
    (a, b) =>
      Number(b.name !== "") - Number(a.name !== "") ||
      Number(ranked(b)) - Number(ranked(a)) ||
      compare(scoreOf(b.results), scoreOf(a.results)) ||
      (a.name < b.name ? -1 : 1),
  );
  const rankOf = (rep: Rep): number | Refusal =>
    ranked(rep)
      ? 1 + reps.filter((other) => ranked(other) && scoreOf(other.results) > scoreOf(rep.results)).length
      : NONE;
  return {
    columns: [
      { head: { en: "Rep", ro: "Agent" }, unit: "text" },
      { head: { en: "Rank", ro: "Rang" }, unit: "count" },
      ...shown.map(({ head, unit }) => ({ head, unit })),
    ],
    rows: reps.map((rep, at) => [
      labelOf(rep.name, at, chosen.anonymise === "yes"),
      rankOf(rep),
      ...shown.map(({ value }) => value(rep.results)),
    ]),
    // Counted when asked for: the cells show none of it.
    get excluded() {
      return leftOutOf(context.dataset, questions);
    },
    notes: [],
  };
}

/** The columns that can be told from what was given, and the questions they rest on. */
function columnsOf(context: ComputeContext): {
  questions: readonly Question[];
  columns: readonly Column[];
} {
  const questions: Question[] = [];
  const columns: Column[] = [];
  const ask = (metric: ScalarMetric): ((results: readonly Result[]) => Result | undefined) => {
    const at =
      questions.push({
        metric,
        options: parseOptions("", metric.options),
        level: context.level,
        ...(context.period === undefined ? {} : { period: context.period }),
        ...(context.asOf === undefined ? {} : { asOf: context.asOf }),
      }) - 1;
    return (results) => results[at];
  };
  const add = (name: Column["name"], head: Texts<string>, metric: ScalarMetric): void => {
    const result = ask(metric);
    columns.push({ name, head, unit: metric.unit, value: (results) => result(results)?.value ?? NONE });
  };
  const withAmount = context.has("amount");
  if (withAmount) add("revenue", { en: "Revenue", ro: "Venituri" }, revenue);
  add("won", { en: "Won", ro: "Câștigate" }, salesCount);
  const rate = ask(winRate);
  const bound =
    (end: "lower" | "upper") =>
    (results: readonly Result[]): number | Refusal =>
      rate(results)?.interval?.[end] ?? NONE;
  const rates: readonly Column[] = [
    {
      name: "win-rate",
      head: { en: "Win rate", ro: "Rată de câștig" },
      unit: "ratio",
      value: (results) => rate(results)?.value ?? NONE,
    },
    {
      name: "lower-bound",
      head: { en: "Lower bound", ro: "Limita de jos" },
      unit: "ratio",
      value: bound("lower"),
    },
    {
      name: "upper-bound",
      head: { en: "Upper bound", ro: "Limita de sus" },
      unit: "ratio",
      value: bound("upper"),
    },
  ];
  if (tellsRates(context)) columns.push(...rates);
  if (withAmount) add("average", { en: "Average size", ro: "Suma medie" }, averageDealSize);
  if (context.has("createdDate") && context.has("closeDate"))
    add("cycle", { en: "Cycle, days", ro: "Ciclu, zile" }, dealCycle);
  if (context.has("owner", "activity") && context.has("type", "activity"))
    add("activities", { en: "Activities", ro: "Activități" }, activityCount);
  if (context.has("amount", "target") && context.has("owner", "target") && withAmount)
    add("attainment", { en: "Quota attainment", ro: "Atingerea cotei" }, quotaAttainment);
  return { questions, columns };
}

/** A list of sales has no lost deals: its rates would all be 100 %. */
function tellsRates({ dataset }: ComputeContext): boolean {
  return dataset.deal?.hasStatus === true;
}

function shrunkColumn(reps: readonly Rep[], rateAt: number): Column {
  const counted = reps.filter(({ closed }) => closed > 0);
  const rates = shrunkRates(
    counted.map(({ results, closed }) => ({ k: results[rateAt]?.numerator ?? 0, n: closed })),
  );
  const rateOf = new Map(counted.map(({ results }, at) => [results, rates[at] ?? NaN]));
  return {
    name: "shrunk",
    head: { en: "Adjusted win rate", ro: "Rată de câștig ajustată" },
    unit: "ratio",
    value: (results) => rateOf.get(results) ?? NONE,
  };
}

function labelOf(name: string, at: number, anonymous: boolean): string | Texts<string> {
  if (name === "") return UNASSIGNED;
  return anonymous ? { en: `Rep ${at + 1}`, ro: `Agentul ${at + 1}` } : name;
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
