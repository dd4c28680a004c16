import { evaluate } from "../evaluate/evaluate";
import {
  any,
  constant,
  count,
  days,
  deals,
  mean,
  plus,
  product,
  ratio,
  role,
  share,
  shifted,
  won,
  type Expression,
} from "../evaluate/expression";
import type { Dataset } from "../records/dataset";
import { isRefusal, stop, type Note } from "../result";
import { may, metric, need, type Given } from "./metric";
import { openOrDecided } from "./open-pipeline";
import { choice, type OptionValues } from "./options";
import { decidedDeals, sales, withoutCredits, withoutZeros } from "./populations";

const options = {
  opportunities: choice(["open", "created", "average"], {
    "open at asOf": "open",
    "created in period": "created",
    "average open during period": "average",
  }),
  /** The days that size, win rate and cycle are taken from. */
  window: { option: "text", form: "period | 90 days" },
} as const;

export const salesVelocity = metric({
  id: "VELOCITY",
  example: '=SALES.VELOCITY(Deals[Amount], Deals[Status], Deals[Created], Deals[Closed], "period=2025-Q1")',
  families: ["performance", "productivity"],
  unit: "currency",
  better: "higher",
  inputs: [
    need("amount"),
    need("status"),
    need("createdDate"),
    need("closedDate"),
    may("lostReason"),
    may("refund"),
    may("cancelledDate"),
    may("currency"),
    may("id"),
  ],
  period: true,
  asOf: true,
  options,
  value(chosen, given) {
    const { opportunities, size, rate, cycle } = factors(chosen, given);
    return ratio(product(opportunities, size, rate), cycle);
  },
  remarks: printedFactors,
  text: {
    en: {
      name: "Sales velocity",
      definition:
        "Money the pipeline brings a day: open deals × average won size × win rate ÷ cycle in days.",
      formula: "opportunities × average deal size × win rate ÷ deal cycle",
      disagree:
        "opportunities=created counts those that entered in the period (ConsultEvo, QuarterOne); average the mean of those open at its start and end. Size, rate and cycle are the period's; window=90 days takes the last 90. Each factor +10 % brings +10 %, a cycle 10 % shorter +11.1 %.",
    },
    ro: {
      name: "Viteza vânzărilor",
      definition:
        "Banii pe care îi aduce conducta pe zi: oferte deschise × suma medie × rata de câștig ÷ ciclul în zile.",
      formula: "oportunități × dimensiunea medie × rata de câștig ÷ durata ciclului",
      disagree:
        "opportunities=created le numără pe cele intrate în perioadă (ConsultEvo, QuarterOne); average, media dintre cele deschise la început și la sfârșit. Suma, rata și ciclul sunt ale perioadei; window=90 days ia ultimele 90 de zile. Fiecare factor +10 % aduce +10 %, un ciclu cu 10 % mai scurt +11,1 %.",
    },
  },
  source: "ConsultEvo, Sales velocity guide; QuarterOne, Sales velocity metrics calculations.",
});

interface Factors {
  readonly opportunities: Expression;
  readonly size: Expression;
  readonly rate: Expression;
  readonly cycle: Expression;
}

function factors({ opportunities, window }: OptionValues<typeof options>, given: Given): Factors {
  const wins = withoutCredits(won, given, "exclude");
  const open = count(deals(openOrDecided, "open"));
  const counts: Record<typeof opportunities, () => Expression> = {
    open: () => open,
    created: () => count(deals(any, "createdDate")),
    average: () => product(constant(0.5), plus(count(deals(openOrDecided, "openAtStart")), open)),
  };
  const length = windowDays(window);
  const recent = (of: Expression): Expression =>
    length === undefined ? of : shifted(of, { to: "lastDays", days: length, ...lastClose(given) });
  return {
    opportunities: counts[opportunities](),
    size: recent(mean(role("netAmount"), sales(withoutZeros(wins, given, "exclude")))),
    rate: recent(share(count(sales(wins)), count(deals(decidedDeals(given, "invalid"), "closeDate")))),
    cycle: recent(mean(days("createdDate", "closeDate"), sales(wins))),
  };
}

/** Without a period or a day of observation the last date in the data stands for today. */
function lastClose(given: Given): { end?: number } {
  const end = given.asOf ?? given.lastDay("closeDate");
  return end === undefined ? {} : { end };
}

function windowDays(window: string | undefined): number | undefined {
  if (window === undefined || /^\s*(the )?period\s*$/i.test(window)) return undefined;
  const [, number] = /^\s*(?:last\s+)?(\d{1,4})\s*(?:d|days?|de zile|zile)?\s*$/i.exec(window) ?? [];
  const length = Number(number);
  return length > 0
    ? length
    : stop("unknownOptionValue", { option: "window", value: window, valid: options.window.form });
}

/** The four factors, so that it can be seen which of them moved. */
function printedFactors(
  dataset: Dataset,
  chosen: OptionValues<typeof options>,
  given: Given,
): readonly Note[] {
  const parts = factors(chosen, given);
  const { at } = evaluate(dataset, [parts.opportunities, parts.size, parts.rate, parts.cycle], {
    ...(given.period === undefined ? {} : { periods: [given.period] }),
    ...(given.asOf === undefined ? {} : { asOf: given.asOf }),
  });
  const text = (index: number, digits: number): string => {
    const { value } = at(index);
    return isRefusal(value) ? "—" : value.toFixed(digits);
  };
  return [
    {
      message: "velocityFactors",
      values: { opportunities: text(0, 1), size: text(1, 2), rate: text(2, 3), cycle: text(3, 1) },
    },
  ];
}
