import { any, count, deals, lost, role, sum, won, type Expression } from "../evaluate/expression";
import { evaluate } from "../evaluate/evaluate";
import { isRefusal } from "../result";
import { periodsBetween } from "../time/periods";
import { may, need, tableMetric, type ComputeContext, type ResultTable, type Texts } from "./metric";
import { choice } from "./options";
import { withoutCreditNotes } from "./populations";

const options = { per: choice(["month", "quarter", "week", "year"]) } as const;

export const createdVsClosed = tableMetric({
  id: "CREATEDVSCLOSED",
  example: "=SALES.CREATEDVSCLOSED(Deals[Created], Deals[Closed], Deals[Status], Deals[Amount])",
  families: ["performance"],
  inputs: [
    need("createdDate"),
    need("closedDate"),
    need("status"),
    may("amount"),
    may("cancelledDate"),
    may("currency"),
    may("id"),
  ],
  period: true,
  asOf: true,
  options,
  table: byPeriod,
  text: {
    en: {
      name: "Created vs closed",
      definition:
        "For each month: deals created, won and lost, by count and value, and the net change of the pipeline.",
      formula: "net = created − won − lost",
      disagree: "Net is the change in the number (and amount) of open deals; amounts are today's.",
    },
    ro: {
      name: "Create și închise",
      definition:
        "Pentru fiecare lună: oferte create, câștigate și pierdute, ca număr și valoare, și variația conductei.",
      formula: "net = create − câștigate − pierdute",
      disagree: "Net este variația numărului (și a sumei) ofertelor deschise; sumele sunt cele de azi.",
    },
  },
  source: "Counts by created date and by close date, as in every CRM's pipeline report.",
});

const HEADS: readonly Texts<string>[] = [
  { en: "Created", ro: "Create" },
  { en: "Won", ro: "Câștigate" },
  { en: "Lost", ro: "Pierdute" },
];

function byPeriod(
  context: ComputeContext,
  { per }: { readonly per: "month" | "quarter" | "week" | "year" },
): ResultTable {
  const { deal } = context.dataset;
  if (deal === undefined) throw new Error("deals are required");
  const populations = [deals(any, "createdDate"), deals(won, "closeDate"), deals(lost, "closeDate")];
  const withValue = context.has("amount");
  // A credit note takes money back; it never was an opportunity.
  const counted = populations.map((of) => ({ ...of, where: withoutCreditNotes(of.where, context) }));
  const expressions: Expression[] = [
    ...counted.map((of) => count(of)),
    ...(withValue ? populations.map((of) => sum(role("amount"), of)) : []),
  ];
  let first = Infinity;
  let last = -Infinity;
  for (const date of [...deal.numbers("createdDate"), ...deal.numbers("closeDate")]) {
    if (date < first) first = date;
    if (date > last) last = date;
  }
  first = Math.max(first, context.period?.start ?? -Infinity);
  last = Math.min(last, (context.period?.end ?? Infinity) - 1, context.asOf ?? Infinity);
  const periods = first <= last ? periodsBetween(first, last, per, context.calendar) : [];
  const columns: ResultTable["columns"] = [
    { head: { en: "Period", ro: "Perioadă" }, unit: "text" },
    ...HEADS.map((head) => ({ head, unit: "count" as const })),
    { head: { en: "Net", ro: "Net" }, unit: "count" },
    ...(withValue
      ? [
          ...HEADS.map(({ en, ro }) => ({
            head: { en: `${en}, value`, ro: `${ro}, valoare` },
            unit: "currency" as const,
          })),
          { head: { en: "Net, value", ro: "Net, valoare" }, unit: "currency" as const },
        ]
      : []),
  ];
  if (periods.length === 0) return { columns, rows: [], excluded: {}, notes: [] };
  // Within a period asked for only its own days count: the first and last month may be cut.
  const cut = periods.map(({ start, end, label }) => ({
    start: Math.max(start, context.period?.start ?? start),
    end: Math.min(end, context.period?.end ?? end),
    label,
  }));
  const { at } = evaluate({ deal }, expressions, {
    periods: cut,
    ...(context.asOf === undefined ? {} : { asOf: context.asOf }),
    withExclusions: true,
  });
  const number = (index: number, period: number): number => {
    const { value } = at(index, 0, period);
    return isRefusal(value) ? 0 : value;
  };
  const withNet = (at: number, period: number): readonly number[] => {
    const [created = 0, sold = 0, missed = 0] = [0, 1, 2].map((part) => number(at + part, period));
    return [created, sold, missed, created - sold - missed];
  };
  return {
    columns,
    rows: cut.map(({ label }, period) => [
      label,
      ...withNet(0, period),
      ...(withValue ? withNet(3, period) : []),
    ]),
    get excluded() {
      return { ...at(0).excluded, ...at(1).excluded, ...at(2).excluded };
    },
    notes: [],
  };
}
