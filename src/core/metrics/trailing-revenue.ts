import { constant, product, shifted } from "../evaluate/expression";
import type { Dataset } from "../records/dataset";
import type { Note } from "../result";
import { isoDate } from "../time/serial";
import { shiftPeriod, type Shift } from "../time/shift";
import { revenueInputs, revenueOfPeriod } from "./growth";
import { metric, type Given } from "./metric";
import { choice } from "./options";

const shared = {
  families: ["performance"],
  unit: "currency",
  better: "higher",
  inputs: revenueInputs,
  period: true,
  asOf: true,
} as const;

const YEAR = { to: "lastMonths", months: 12 } as const;

export const trailingTwelveMonths = metric({
  ...shared,
  id: "TTM",
  example: '=SALES.TTM(Deals[Amount], Deals[Status], Deals[Closed], "period=2025-Q1")',
  options: {},
  value: (_options, given) => shifted(revenueOfPeriod, upTo(YEAR, given)),
  remarks: (dataset, _options, given) => completeMonths(dataset, YEAR, given),
  text: {
    en: {
      name: "Trailing twelve months",
      definition: "Revenue of the last 12 complete months up to the end of the period, asOf or the data.",
      formula: "Σ revenue of the last 12 complete months",
      disagree: "Also called rolling or last twelve months (LTM). The month that is not over does not count.",
    },
    ro: {
      name: "Ultimele douăsprezece luni",
      definition:
        "Veniturile ultimelor 12 luni încheiate până la sfârșitul perioadei, la asOf sau al datelor.",
      formula: "Σ veniturile ultimelor 12 luni încheiate",
      disagree: "I se mai spune LTM sau „12 luni mobile”. Luna neîncheiată nu se socotește.",
    },
  },
  source: "Sum of the last twelve complete months, as in financial reporting.",
});

export const runRate = metric({
  ...shared,
  id: "RUNRATE",
  example: '=SALES.RUNRATE(Deals[Amount], Deals[Status], Deals[Closed], "period=2025-Q1")',
  options: { per: choice(["month", "quarter"]) },
  value({ per }, given) {
    const times = per === "month" ? 12 : 4;
    return product(constant(times), shifted(revenueOfPeriod, upTo(lastComplete(per, given), given)));
  },
  remarks: (dataset, { per }, given) => completeMonths(dataset, lastComplete(per, given), given),
  text: {
    en: {
      name: "Annual run rate",
      definition:
        "Revenue of the latest complete month times 12 (or of the latest complete quarter times 4).",
      formula: "revenue of the last month × 12, or of the last quarter × 4",
      disagree:
        "It takes the last month for typical: with a season, or few large deals, TTM says more. Of mapped tables, quarters are those of the fiscal year in the settings.",
    },
    ro: {
      name: "Ritmul anual al veniturilor",
      definition: "Veniturile ultimei luni încheiate × 12 (sau ale ultimului trimestru încheiat × 4).",
      formula: "veniturile ultimei luni × 12 sau ale ultimului trimestru × 4",
      disagree:
        "Ia ultima lună drept tipică: dacă există sezon sau puține oferte mari, TTM spune mai mult. La tabelele mapate, trimestrele sunt cele ale anului fiscal din setări.",
    },
  },
  source: "Revenue run rate: the latest period annualised.",
});

function lastComplete(per: "month" | "quarter", { calendar }: Given): Shift {
  return { to: "lastMonths", months: per === "month" ? 1 : 3, grain: per, calendar };
}

/** Without a period or a day of observation the last date in the data stands for today. */
function upTo(shift: Shift, given: Given): Shift {
  const end = lastClose(given);
  return end === undefined ? shift : ({ ...shift, end } as Shift);
}

function lastClose(given: Given): number | undefined {
  return given.asOf ?? given.lastDay("closeDate");
}

/** Which months are summed, and whether the data reach back that far. */
function completeMonths(dataset: Dataset, shift: Shift, given: Given): readonly Note[] {
  const end = lastClose(given);
  const asked = given.period ?? (end === undefined ? undefined : { start: -1, end: end + 1, label: "" });
  if (asked === undefined) return [];
  const { start, end: after } = shiftPeriod(asked, upTo(shift, given), given.asOf);
  const notes: Note[] = [
    { message: "monthsSummed", values: { from: isoDate(start), to: isoDate(after - 1) } },
  ];
  const first = firstClose(dataset);
  if (first > start) notes.push({ message: "historyStarts", values: { date: isoDate(first) } });
  return notes;
}

function firstClose(dataset: Dataset): number {
  const dates = dataset.deal?.numbers("closeDate") ?? [];
  let first = Infinity;
  for (const date of dates) if (date < first) first = date;
  return first === Infinity ? -Infinity : Math.floor(first);
}
