import { somePass } from "../core/metrics/ask-filters";
import { finish, type Steps } from "../core/steps";
import { inSteps } from "./in-steps";
import type { ReportInput } from "./input";
import { stack, type Part } from "./part";
import { benchmarksPart } from "./parts/benchmarks";
import { byPeriod } from "./parts/by-period";
import { rolePart } from "./parts/by-role";
import { topCustomers } from "./parts/customers";
import { driversPart } from "./parts/drivers";
import { definitions, HEAD_ROWS, header } from "./parts/frame";
import { missingPart } from "./parts/missing";
import { pacePart } from "./parts/pace";
import { qualityNotes, qualityPart, scoresPart } from "./parts/quality";
import { scorecard } from "./parts/scorecard";
import { stagesPart } from "./parts/stages";
import { stalledPart } from "./parts/stalled";
import { usagePart } from "./parts/usage";
import { wholeTable } from "./parts/tables";
import { REPORT_SHEETS, type SheetId, type SheetPlan } from "./plan";
import { text } from "./cells";
import { reportText } from "./texts";

/** What a sheet consists of; a part that the mapped columns do not allow is left out. */
interface SheetContent {
  /** Every metric the sheet would tell, for the line that says what is missing. */
  readonly metrics: readonly string[];
  /** Widths of its own, in characters, for columns that hold sentences. */
  readonly widths?: readonly number[];
  readonly parts: readonly ((input: ReportInput) => Part | undefined)[];
}

const PERFORMANCE = [
  "REVENUE",
  "SALESCOUNT",
  "WINRATE",
  "NEWCUSTOMERS",
  "OPPCOUNT",
  "LEADCONV",
  "RETENTION",
  "CSAT",
  "MRR",
];
const ACTIVITY = [
  "ACTIVITIES",
  "CALLS",
  "EMAILS",
  "MEETINGS",
  "FOLLOWUPS",
  "PROPOSALS",
  "DEMOS",
  "LEADRESPONSE",
  "REFERRALS",
];
const PRODUCTIVITY = ["SALESPERREP", "AVGDEALSIZE", "DEALCYCLE", "PIPELINEVALUE", "CAC", "CLTV"];
const OUTCOMES = ["ACTIVITYRATIO", "PROPOSALS", "DEMOS", "REFERRALS", "EVENTS", "SOCIAL"];
const BY_REP = ["ACTIVITIES", "CALLS", "EMAILS", "MEETINGS", "FOLLOWUPS", "PROPOSALS", "DEMOS"];
const FORECAST = ["PIPELINEVALUE", "WEIGHTEDPIPELINE", "COVERAGE", "VELOCITY", "PIPECONV", "OPPQUALITY"];
const BASE = ["NEWCUSTOMERS", "RETENTION", "CHURN", "REPEATRATE", "UPSELLRATE", "CSAT"];
const WORTH = ["CLTV", "CAC", "LTVCAC", "CACPAYBACK", "AVGREVENUE", "AOV", "MRR"];
const SPEED = ["LEADRESPONSE", "SLA", "INQUIRYRESPONSE", "LEADCONV", "CONVRATE", "REFERRALS"];
const BY_SOURCE = ["REVENUE", "SALESCOUNT", "WINRATE", "AVGDEALSIZE"];

const revenueBy = (role: "product" | "source" | "region" | "type" | "pipeline") => (input: ReportInput) =>
  rolePart(input, {
    sheet: "performance",
    role,
    metrics: BY_SOURCE,
    heading: "byRole",
    message: "byRoleMessage",
    chart: { title: "byRoleChart", message: "byRoleTitle", isTold: ({ hasTop }) => hasTop },
  });

const SHEETS: Readonly<Record<SheetId, SheetContent>> = {
  overview: {
    metrics: [...PERFORMANCE, ...ACTIVITY, ...PRODUCTIVITY],
    parts: [
      (input) => scorecard(input, "familyPerformance", PERFORMANCE),
      (input) => scorecard(input, "familyActivity", ACTIVITY),
      (input) => scorecard(input, "familyProductivity", PRODUCTIVITY),
      (input) => pacePart(input, [...PERFORMANCE, ...ACTIVITY, ...PRODUCTIVITY]),
      benchmarksPart,
      driversPart,
      qualityNotes,
    ],
  },
  performance: {
    metrics: ["REVENUE", "SALESCOUNT", "AVGDEALSIZE", "NEWCUSTOMERS", "WINRATE"],
    parts: [
      (input) =>
        byPeriod(input, "byPeriod", ["REVENUE", "SALESCOUNT", "AVGDEALSIZE", "NEWCUSTOMERS", "WINRATE"], {
          message: "byPeriodMessage",
          compared: true,
          chart: { id: "performance-revenue", title: "revenueChart", message: "change" },
        }),
      revenueBy("product"),
      revenueBy("source"),
      revenueBy("region"),
      revenueBy("type"),
      revenueBy("pipeline"),
    ],
  },
  pipeline: {
    metrics: [...FORECAST, "PIPELINESTAGES", "FUNNELLEAK", "CREATEDVSCLOSED", "LOSTREASONS"],
    parts: [
      stagesPart,
      (input) => scorecard(input, "forecast", FORECAST),
      (input) => wholeTable(input, "leakage", "FUNNELLEAK"),
      (input) => wholeTable(input, "lostReasons", "LOSTREASONS", { bars: [1] }),
      (input) => wholeTable(input, "createdVsClosed", "CREATEDVSCLOSED"),
      stalledPart,
    ],
  },
  leads: {
    metrics: [...SPEED, "CONVBYSOURCE"],
    parts: [
      (input) => scorecard(input, "leadSpeed", SPEED),
      (input) =>
        byPeriod(input, "leadsByMonth", ["LEADCONV", "LEADRESPONSE", "SLA", "REFERRALS"], {
          message: "leadsByMonthMessage",
          // No message: the rates of the last periods still rise.
          chart: { id: "leads-conversion", title: "leadsChart" },
        }),
      (input) => wholeTable(input, "leadSources", "CONVBYSOURCE", { bars: [1] }),
    ],
  },
  activity: {
    metrics: [...BY_REP, ...OUTCOMES, "TIMEBYTYPE"],
    parts: [
      (input) =>
        byPeriod(input, "activityByWeek", ["ACTIVITIES", "CALLS", "EMAILS", "MEETINGS"], {
          grain: "week",
          chart: { id: "activity-weeks", title: "activityChart", message: "activityTitle" },
        }),
      (input) =>
        rolePart(input, {
          sheet: "activity",
          role: "owner",
          kind: "activity",
          metrics: BY_REP,
          heading: "activityByOwner",
        }),
      (input) => wholeTable(input, "timeByType", "TIMEBYTYPE", { bars: [1] }),
      (input) => scorecard(input, "activityEffect", OUTCOMES),
    ],
  },
  team: {
    metrics: ["LEADERBOARD", "QUOTAATTAIN", "SALESPERREP"],
    parts: [
      (input) =>
        wholeTable(input, "leaderboard", "LEADERBOARD", {
          // A list of sales alone has no win rates to warn of.
          ...(input.dataset.deal?.hasStatus === true ? { message: "leaderboardMessage" as const } : {}),
          bars: [2],
        }),
      (input) =>
        rolePart(input, {
          sheet: "team",
          role: "owner",
          kind: "target",
          metrics: ["QUOTAATTAIN", "REVENUE"],
          heading: "quota",
          chart: { title: "quotaChart", message: "quotaTitle", isTold: ({ count }) => count > 0 },
        }),
      (input) =>
        rolePart(input, {
          sheet: "team",
          role: "owner",
          kind: "activity",
          metrics: BY_REP.slice(1),
          heading: "mix",
          shades: true,
        }),
    ],
  },
  customers: {
    metrics: [...BASE, ...WORTH],
    parts: [
      (input) => scorecard(input, "customerBase", BASE),
      (input) => scorecard(input, "customerValue", WORTH),
      topCustomers,
    ],
  },
  quality: {
    metrics: [],
    widths: [46, 17, 12, 9, 9, 26, 56],
    parts: [
      qualityPart,
      scoresPart,
      (input) => usagePart(input, [...PERFORMANCE, ...ACTIVITY, ...PRODUCTIVITY]),
    ],
  },
};

/** One sheet of the report, made with pauses. */
export function* planSheetInSteps(input: ReportInput, id: SheetId): Steps<SheetPlan> {
  const { metrics, parts, widths } = SHEETS[id];
  const { locale } = input;
  const made: Part[] = [];
  const passes = input.filters.length === 0 || somePass(input.dataset, input.filters);
  for (const part of passes ? parts : []) {
    const one = yield* inSteps(input, part);
    if (one !== undefined) made.push(one);
  }
  const reason = passes ? "notPossible" : "nothingPasses";
  const nothing: Part = { cells: [[text(reportText(locale, reason), "note")]] };
  const below = [
    missingPart(input, metrics),
    definitions(
      locale,
      made.flatMap(({ defines = [] }) => defines),
    ),
  ].filter((part) => part !== undefined);
  const all = [header(input, id), ...(made.length === 0 ? [nothing] : made), ...below];
  const name = reportText(locale, id);
  const otherName = reportText(locale, "otherSheetName", { sheet: name });
  const plan = stack({ id, name, otherName, headRows: HEAD_ROWS }, all, widths);
  return made.length === 0 ? { ...plan, tellsNothing: true } : plan;
}

/** One sheet of the report. */
export function planSheet(input: ReportInput, id: SheetId): SheetPlan {
  return finish(planSheetInSteps(input, id));
}

/** All sheets, in the order of their tabs. */
export function planReport(
  input: ReportInput,
  sheets: readonly SheetId[] = REPORT_SHEETS,
): readonly SheetPlan[] {
  return sheets.map((id) => planSheet(input, id));
}
