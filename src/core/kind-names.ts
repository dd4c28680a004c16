import type { Locale } from "./messages";
import type { Kind } from "./records/roles";

const NAMES: Readonly<Record<Kind, Readonly<Record<Locale, string>>>> = {
  deal: { en: "Deals", ro: "Oferte" },
  lead: { en: "Leads", ro: "Clienți potențiali" },
  activity: { en: "Activities", ro: "Activități" },
  subscription: { en: "Subscriptions", ro: "Abonamente" },
  target: { en: "Targets", ro: "Ținte" },
  cost: { en: "Costs", ro: "Costuri" },
  stage: { en: "Stages", ro: "Etape" },
  stageHistory: { en: "Stage history", ro: "Istoricul etapelor" },
  survey: { en: "Survey answers", ro: "Răspunsuri la sondaj" },
  calendar: { en: "Holidays", ro: "Sărbători" },
  benchmark: { en: "Benchmarks", ro: "Valori de referință" },
};

/** What a table with records of this kind is called. */
export function kindName(kind: Kind, locale: Locale): string {
  return NAMES[kind][locale];
}
