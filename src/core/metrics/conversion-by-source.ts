import {
  any,
  count,
  derived,
  leads,
  ratio,
  recordsOf,
  role,
  share,
  sum,
  type Expression,
} from "../evaluate/expression";
import { evaluate } from "../evaluate/evaluate";
import { spellings, type KeyRole } from "../records/keys";
import type { SourceGroup } from "../records/vocabulary";
import { isRefusal, type Result } from "../result";
import {
  conversionOptions,
  conversionRemarks,
  conversions,
  leadDuplicates,
  leadInputs,
  linkInputs,
} from "./converted-leads";
import { seen } from "./lead-response";
import { may, need, tableMetric, type ComputeContext, type ResultTable, type Texts } from "./metric";
import { choice, type OptionValues } from "./options";
import type { Unit } from "./units";

const options = {
  rank: choice(["leads", "rate", "lower-bound"], {
    "lower wilson bound": "lower-bound",
    lower: "lower-bound",
  }),
  group: choice(["source", "source-group"]),
  ...conversionOptions,
} as const;

type Options = OptionValues<typeof options>;

export const conversionBySource = tableMetric({
  id: "CONVBYSOURCE",
  example:
    '=SALES.CONVBYSOURCE(Leads[Source], Leads[Created], Leads[Converted], , , Leads[E-mail], "period=2025-Q1")',
  families: ["activity"],
  inputs: [
    need("source", "lead"),
    ...leadInputs,
    ...linkInputs,
    may("amount"),
    may("amount", "cost"),
    may("source", "cost"),
    may("date", "cost"),
  ],
  period: true,
  asOf: true,
  options,
  duplicates: leadDuplicates,
  table: bySource,
  remarks: conversionRemarks,
  text: {
    en: {
      name: "Conversion rate by lead source",
      definition:
        "For each source: leads, converted, rate with its interval; revenue, cost per lead and CAC where given.",
      formula: "converted leads ÷ leads, for each source",
      disagree:
        "rank=lower-bound orders by the lower end of the interval, so that 1 of 1 does not come first; group=source-group puts Google, Web and forms together as website, and so on.",
    },
    ro: {
      name: "Rata de conversie în funcție de sursă",
      definition:
        "Pentru fiecare sursă: clienți potențiali, convertiți, rata cu intervalul ei; venituri, cost și CAC unde se dau.",
      formula: "convertiți ÷ clienți potențiali, pentru fiecare sursă",
      disagree:
        "rank=lower-bound ordonează după limita de jos a intervalului, ca 1 din 1 să nu fie primul; group=source-group adună Google, site și formularele la website și așa mai departe.",
    },
  },
  source: "Wilson, JASA 22 (1927) 209–212 for the interval.",
});

interface Part {
  readonly head: Texts<string>;
  readonly unit: Unit;
  readonly value: (results: readonly Result[]) => Result["value"];
}

const LEADS = 0;
const RATE = 1;
const plain = (at: number) => (results: readonly Result[]) => results[at]?.value ?? NaN;

function bySource({ dataset, ...given }: ComputeContext, chosen: Options): ResultTable {
  const { all, converted } = conversions(chosen, given);
  const total = count(leads(all, "createdDate"));
  const customers = count(leads(converted, "createdDate"));
  const expressions: Expression[] = [total, share(customers, total)];
  const parts: Part[] = [
    { head: { en: "Leads", ro: "Clienți potențiali" }, unit: "count", value: plain(LEADS) },
    {
      head: { en: "Converted", ro: "Convertiți" },
      unit: "count",
      value: (results) => results[RATE]?.numerator ?? 0,
    },
    { head: { en: "Rate", ro: "Rată" }, unit: "ratio", value: plain(RATE) },
    {
      head: { en: "Lower bound", ro: "Limita de jos" },
      unit: "ratio",
      value: (results) => bound(results, "lower"),
    },
    {
      head: { en: "Upper bound", ro: "Limita de sus" },
      unit: "ratio",
      value: (results) => bound(results, "upper"),
    },
  ];
  const money = (head: Texts<string>, expression: Expression): void => {
    parts.push({ head, unit: "currency", value: plain(expressions.push(expression) - 1) });
  };
  if (given.has("leadRevenue", "lead")) {
    const day = given.asOf === undefined ? undefined : Math.floor(given.asOf);
    const revenue = sum(derived("leadRevenue", seen(day)), leads(all, "createdDate"));
    money({ en: "Revenue", ro: "Venituri" }, revenue);
    money({ en: "Revenue per lead", ro: "Venit pe client potențial" }, ratio(revenue, total));
  }
  if (given.has("source", "cost") && given.has("amount", "cost")) {
    const cost = sum(role("amount"), recordsOf("cost", any, given.has("date", "cost") ? "date" : "always"));
    money({ en: "Cost", ro: "Cost" }, cost);
    money({ en: "Cost per lead", ro: "Cost pe client potențial" }, ratio(cost, total));
    money({ en: "CAC", ro: "CAC" }, ratio(cost, customers));
  }
  const by: KeyRole = chosen.group === "source" ? "sourceName" : "sourceGroup";
  const { period, asOf, level } = given;
  const common = {
    ...(period === undefined ? {} : { periods: [period] }),
    ...(asOf === undefined ? {} : { asOf }),
    level,
  };
  const evaluated = evaluate(dataset, expressions, { ...common, by });
  const names = spellings([dataset.lead, dataset.cost], by, "source");
  const rows = evaluated.groups.map((label, group) => {
    const results = expressions.map((_, at) => evaluated.at(at, group));
    return { label, results, cells: parts.map(({ value }) => value(results)) };
  });
  rows.sort(
    (a, b) => rankOf(b.results, chosen.rank) - rankOf(a.results, chosen.rank) || (a.label < b.label ? -1 : 1),
  );
  return {
    columns: [{ head: { en: "Source", ro: "Sursă" }, unit: "text" }, ...parts],
    rows: rows.map(({ label, cells }) => [
      by === "sourceGroup" ? (GROUPS[label as SourceGroup] ?? label) : (names.get(label) ?? label),
      ...cells,
    ]),
    get excluded() {
      return evaluate(dataset, [share(customers, total)], { ...common, withExclusions: true }).at(0).excluded;
    },
    notes: [],
  };
}

function bound([, rate]: readonly Result[], end: "lower" | "upper"): Result["value"] {
  return rate?.interval?.[end] ?? rate?.value ?? NaN;
}

/** What has no leads comes last. */
function rankOf(results: readonly Result[], rank: Options["rank"]): number {
  const value =
    rank === "leads"
      ? results[LEADS]?.value
      : rank === "rate"
        ? results[RATE]?.value
        : bound(results, "lower");
  return value === undefined || isRefusal(value) ? -1 : value;
}

const GROUPS: Readonly<Record<SourceGroup, Texts<string>>> = {
  website: { en: "website", ro: "site web" },
  social: { en: "social media", ro: "rețele sociale" },
  email: { en: "email", ro: "e-mail" },
  referral: { en: "referral", ro: "recomandare" },
  event: { en: "event", ro: "eveniment" },
  ads: { en: "ads", ro: "reclame" },
  outbound: { en: "outbound", ro: "abordare directă" },
  existing: { en: "existing customer", ro: "client existent" },
  other: { en: "other", ro: "altele" },
};
