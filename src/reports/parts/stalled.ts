import { stalledDealsInSteps, type StalledFlag } from "../../core/analyses/stalled-deals";
import { passing, readFilters } from "../../core/metrics/ask-filters";
import { collapsed } from "../../core/records/duplicates";
import type { Records } from "../../core/records/records";
import type { Role } from "../../core/records/roles";
import { finish } from "../../core/steps";
import { afterNumber, number, text } from "../cells";
import type { ReportInput } from "../input";
import { headed, type Part } from "../part";
import type { PlannedCell } from "../plan";
import { shownNumber } from "../shown";
import { reportText, type TextId } from "../texts";

const SHOWN = 25;

const FLAGS: Readonly<Record<StalledFlag, TextId>> = {
  overdue: "flagOverdue",
  old: "flagOld",
  stuck: "flagStuck",
  silent: "flagSilent",
  noAmount: "flagNoAmount",
  noCloseDate: "flagNoCloseDate",
  noOwner: "flagNoOwner",
};

/** Open deals with signs of stalling, each with a link to its row. */
export function stalledPart(input: ReportInput): Part | undefined {
  const { locale, today, work = (_, steps) => finish(steps()) } = input;
  const dataset = collapsed(input.dataset, "last");
  const { deal } = dataset;
  if (deal?.hasStatus !== true) return undefined;
  const passes = passing(deal, readFilters(dataset, input.filters));
  const all = work("stalled deals", () => stalledDealsInSteps(dataset, today));
  const found = all.filter(({ row }) => passes(row));
  const heading = reportText(locale, "stalled");
  if (found.length === 0) return headed(heading, reportText(locale, "stalledNone"), { cells: [] });
  const atRisk = found.reduce((sum, { amount }) => sum + (amount || 0), 0);
  const message = [
    reportText(locale, "stalledMessage", {
      count: shownNumber(found.length, "count", locale),
      amount: shownNumber(atRisk, "currency", locale),
    }),
    ...(found.length > SHOWN ? [reportText(locale, "stalledMore", { shown: SHOWN })] : []),
  ].join(" ");
  const named = (["name", "customer", "id"] as const).find((role) => deal.has(role));
  const heads = (
    [
      ["headDeal", "head"],
      ["headOwner", "head"],
      undefined, // an owner may be an address
      ["headAmount", "headNumber"],
      ["headAge", "headNumber"],
      ["headRow", "headNumber"],
      ["headSigns", "head"],
    ] as const
  ).map((head) => {
    if (head === undefined) return text("", "head");
    const cell = text(reportText(locale, head[0]), head[1]);
    return head[0] === "headSigns" ? afterNumber(cell) : cell;
  });
  const rows = found.slice(0, SHOWN).map(({ row, flags, age, amount }): (PlannedCell | undefined)[] => [
    text(named === undefined ? "" : wordAt(deal, named, row), "label"),
    text(wordAt(deal, "owner", row)),
    undefined,
    number(amount, "currency"),
    number(age, "count"),
    {
      ...number(input.rowNumber("deal", row), "count"),
      link: { to: "record", kind: "deal", row },
    },
    afterNumber(text(flags.map((flag) => reportText(locale, FLAGS[flag])).join(", "))),
  ]);
  return headed(heading, message, { cells: [heads, ...rows] });
}

function wordAt(records: Records, role: Role, row: number): string {
  if (!records.has(role)) return "";
  const { codes, words } = records.words(role);
  return words[codes[row] ?? 0] ?? "";
}
