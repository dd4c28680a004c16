import {
  activities,
  and,
  compare,
  count,
  derived,
  distinct,
  inClass,
  known,
  outcome,
  ratio,
  role,
  share,
  unless,
  type Condition,
} from "../evaluate/expression";
import { stop } from "../result";
import {
  activityInputs,
  anyOf,
  happened,
  holidayInput,
  ofType,
  ofTypes,
  outbound,
  perOption,
  perWorkday,
  plannedOption,
  unknownTypes,
} from "./activity-populations";
import { seen } from "./lead-response";
import { may, metric } from "./metric";
import { choice, numberOption } from "./options";

const shared = {
  families: ["activity"],
  better: "neutral",
  period: true,
  asOf: true,
  source: "Count of completed activities by type, as in every CRM's activity report.",
} as const;

const counted = { planned: plannedOption, per: perOption } as const;
export const unitOfCount = ({ per }: { readonly per: "total" | "workday" }): "count" | "number" =>
  per === "workday" ? "number" : "count";

export const activityCount = metric({
  ...shared,
  id: "ACTIVITIES",
  example: '=SALES.ACTIVITIES(Activities[Type], Activities[Date], Activities[Done], "period=2025-Q1")',
  unit: "count",
  unitOf: unitOfCount,
  inputs: [
    ...activityInputs,
    may("subject", "activity"),
    may("source", "activity"),
    may("id", "activity"),
    holidayInput,
  ],
  options: {
    ...counted,
    types: { option: "words" },
    notes: choice(["exclude", "include"]),
    automatic: choice(["exclude", "include"]),
  },
  value({ planned, per, types, notes, automatic }, given) {
    const parts: Condition[] = [happened(planned)];
    if (types.length > 0) parts.push(ofTypes(types));
    else if (notes === "exclude") parts.push(unless(ofType("note"), "note"));
    if (automatic === "exclude" && given.has("automatic", "activity"))
      parts.push(unless(known("automatic"), "automatic"));
    return perWorkday(count(activities(and(...parts), "date")), per, given);
  },
  remarks: (dataset, { types }) => unknownTypes(dataset, types),
  text: {
    en: {
      name: "Activities",
      definition: "Completed activities of all types; notes and automatic entries are left out.",
      formula: "count of activities",
      disagree:
        "types=call|email counts some types only; planned=include adds what is only planned; per=workday divides by Mondays to Fridays without holidays. By type: SALES.BY with the type column.",
    },
    ro: {
      name: "Activități",
      definition:
        "Activitățile efectuate, de toate tipurile; notele și înregistrările automate nu se socotesc.",
      formula: "numărul activităților",
      disagree:
        "types=call|email socotește doar unele tipuri; planned=include adaugă ce este doar planificat; per=workday împarte la zilele de luni până vineri, fără sărbători. Pe tipuri: SALES.BY cu coloana de tip.",
    },
  },
});

export const calls = metric({
  ...shared,
  id: "CALLS",
  example:
    '=SALES.CALLS(Activities[Type], Activities[Date], Activities[Done], , Activities[Direction], "period=2025-Q1")',
  unit: "count",
  unitOf: ({ output, per }) => (output === "connect-rate" ? "ratio" : unitOfCount({ per })),
  inputs: [
    ...activityInputs,
    may("direction", "activity"),
    may("outcome", "activity"),
    may("id", "activity"),
    holidayInput,
  ],
  options: {
    output: choice(["count", "connect-rate", "reached"], { attempts: "count" }),
    ...counted,
  },
  value({ output, planned, per }, given) {
    // A call that reached nobody was made all the same.
    const missed = and(outcome("cancelled"), inClass("outcome", "callOutcome", "missed"));
    const made = given.has("outcome", "activity") ? anyOf(happened(planned), missed) : happened(planned);
    const attempts = and(made, ofType("call"), outbound(given));
    const reached = count(activities(and(attempts, inClass("outcome", "callOutcome", "reached")), "date"));
    if (output === "connect-rate") return share(reached, count(activities(attempts, "date")));
    return perWorkday(output === "reached" ? reached : count(activities(attempts, "date")), per, given);
  },
  text: {
    en: {
      name: "Calls",
      definition:
        "Calls made: completed calls that the customer did not begin, whether anyone was reached or not.",
      formula: "count of outbound calls",
      disagree:
        "output=reached counts calls with a conversation; output=connect-rate divides them by all calls made.",
    },
    ro: {
      name: "Apeluri",
      definition:
        "Apelurile efectuate, adică cele pe care nu le-a inițiat clientul, fie că a răspuns cineva sau nu.",
      formula: "numărul apelurilor efectuate",
      disagree:
        "output=reached numără apelurile cu o convorbire; output=connect-rate le împarte la toate apelurile efectuate.",
    },
  },
});

export const emails = metric({
  ...shared,
  id: "EMAILS",
  example:
    '=SALES.EMAILS(Activities[Type], Activities[Date], Activities[Done], , Activities[Direction], "period=2025-Q1")',
  unit: "count",
  unitOf: unitOfCount,
  inputs: [
    ...activityInputs,
    may("direction", "activity"),
    may("subject", "activity"),
    may("recipients", "activity"),
    may("id", "activity"),
    holidayInput,
  ],
  options: { bulk: choice(["include", "exclude"]), ...counted },
  value({ bulk, planned, per }, given) {
    const parts = [happened(planned), ofType("email"), outbound(given)];
    if (bulk === "exclude") {
      if (!given.has("bulk", "activity")) stop("missingAnyOf", { first: "recipients", second: "subject" });
      parts.push(unless(known("bulk"), "bulk"));
    }
    return perWorkday(count(activities(and(...parts), "date")), per, given);
  },
  text: {
    en: {
      name: "E-mails",
      definition: "E-mails sent; those received do not count.",
      formula: "count of outbound e-mails",
      disagree:
        "bulk=exclude leaves mailings out: more than 20 recipients, or 20 rows of one subject in one minute.",
    },
    ro: {
      name: "E-mailuri",
      definition: "E-mailurile trimise; cele primite nu se socotesc.",
      formula: "numărul e-mailurilor trimise",
      disagree:
        "bulk=exclude lasă deoparte trimiterile în masă: peste 20 de destinatari sau peste 20 de rânduri cu același subiect în același minut.",
    },
  },
});

export const demos = metric({
  ...shared,
  id: "DEMOS",
  example: '=SALES.DEMOS(Activities[Type], Activities[Date], Activities[Done], "period=2025-Q1")',
  unit: "count",
  unitOf: ({ output, per }) => (output === "win-rate" ? "ratio" : unitOfCount({ per })),
  inputs: [
    ...activityInputs,
    may("id", "activity"),
    may("dealRef", "activity"),
    may("id"),
    may("status"),
    may("closedDate"),
    holidayInput,
  ],
  options: { output: choice(["count", "win-rate"]), ...counted },
  value({ output, planned, per }, given) {
    const held = and(happened(planned), ofType("demo"));
    if (output === "count") return perWorkday(count(activities(held, "date")), per, given);
    const result = derived(
      "dealOutcome",
      seen(given.asOf === undefined ? undefined : Math.floor(given.asOf)),
    );
    const decided = and(held, compare(result, ">=", WON), compare(result, "<=", LOST));
    return share(
      distinct("dealRef", activities(and(decided, compare(result, "<=", WON)), "date")),
      distinct("dealRef", activities(decided, "date")),
    );
  },
  text: {
    en: {
      name: "Demos",
      definition: "Demos and presentations held.",
      formula: "count of demos",
      disagree: "output=win-rate: of the decided deals with a demo in the period, the share that was won.",
    },
    ro: {
      name: "Demonstrații sau prezentări",
      definition: "Demonstrațiile și prezentările ținute.",
      formula: "numărul demonstrațiilor",
      disagree:
        "output=win-rate: dintre ofertele decise cu o demonstrație în perioadă, ponderea celor câștigate.",
    },
  },
});

/** `Outcome` as numbers: won, then lost. */
export const WON = 3;
export const LOST = 4;

export const followUps = metric({
  ...shared,
  id: "FOLLOWUPS",
  example:
    '=SALES.FOLLOWUPS(Activities[Type], Activities[Date], Activities[Done], , Activities[Direction], Activities[Lead], Activities[Deal], "period=2025-Q1")',
  unit: "count",
  unitOf: ({ output, per }) =>
    output === "touches" ? "number" : output === "share" ? "ratio" : unitOfCount({ per }),
  inputs: [
    ...activityInputs,
    may("direction", "activity"),
    may("leadRef", "activity"),
    may("dealRef", "activity"),
    may("customerRef", "activity"),
    may("id", "activity"),
    holidayInput,
  ],
  options: {
    output: choice(["count", "touches", "share"], { "touches per lead": "touches" }),
    touches: numberOption({ min: 1, max: 1000 }, 2),
    ...counted,
  },
  value({ output, touches, planned, per }, given) {
    if (output === "count")
      return perWorkday(count(activities(and(happened(planned), known("followUp")), "date")), per, given);
    if (!given.has("touchNumber", "activity")) stop("missingAnyOf", { first: "leadRef", second: "dealRef" });
    const touched = activities(compare(role("touchNumber"), ">=", 1), "date");
    if (output === "touches") return ratio(count(touched), distinct("touched", touched));
    const often = activities(compare(role("touchNumber"), ">=", touches), "date");
    return share(distinct("touched", often), distinct("touched", touched));
  },
  text: {
    en: {
      name: "Follow-ups",
      definition:
        "Activities of type follow-up; where no row has that type, second and later touches of a lead or deal.",
      formula: "count of follow-ups",
      disagree:
        "output=touches: touches per lead or deal touched; output=share; touches=5: share of them with five touches or more by then.",
    },
    ro: {
      name: "Urmăriri (reveniri)",
      definition:
        "Activitățile de tip urmărire; dacă niciun rând nu are acest tip, de la al doilea contact cu același client potențial sau ofertă.",
      formula: "numărul urmăririlor",
      disagree:
        "output=touches: contacte pe client potențial sau ofertă; output=share; touches=5: ponderea celor cu cel puțin cinci contacte până atunci.",
    },
  },
});
