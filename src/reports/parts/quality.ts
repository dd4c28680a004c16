import { dataQualityInSteps, type Quality } from "../../core/quality/quality";
import { findingText, qualityTable } from "../../core/quality/table";
import type { Dataset } from "../../core/records/dataset";
import { finish } from "../../core/steps";
import { kindName } from "../../core/kind-names";
import { number, text } from "../cells";
import type { ReportInput } from "../input";
import { headed, type Part } from "../part";
import type { PlannedCell } from "../plan";
import { shownNumber } from "../shown";
import { reportText } from "../texts";
import { resultCells } from "./tables";

const known = new WeakMap<Dataset, Map<number, Quality>>();

/** Looked at once for all sheets. */
function qualityOf({ dataset, today, work = (_, steps) => finish(steps()) }: ReportInput): Quality {
  const ofDays = known.get(dataset) ?? new Map<number, Quality>();
  known.set(dataset, ofDays);
  const quality = ofDays.get(today) ?? work("quality", () => dataQualityInSteps(dataset, today));
  ofDays.set(today, quality);
  return quality;
}

/** All findings, with what to do about them. */
export function qualityPart(input: ReportInput): Part {
  const { locale } = input;
  const quality = qualityOf(input);
  const { findings } = quality;
  if (findings.length === 0)
    return headed(reportText(locale, "noFindings"), scoreText(input, quality), { cells: [] });
  const table = qualityTable(quality, locale, input.roleName, input.rowNumber);
  // The wide column of what was found comes first, where the grid has room for words.
  const order = [2, 0, 1, 3, 4, 5, 6];
  const turned = {
    ...table,
    columns: order.flatMap((at) => table.columns[at] ?? []),
    // Those before the findings are the scores, which have a table of their own.
    rows: table.rows.slice(-findings.length).map((row) => order.flatMap((at) => row[at] ?? [])),
  };
  const { cells } = resultCells(turned, input, [], [0, 5, 6]);
  return headed(reportText(locale, "findings"), scoreText(input, quality), { cells });
}

/** The score of each table. */
export function scoresPart(input: ReportInput): Part | undefined {
  const { locale } = input;
  const { kinds } = qualityOf(input);
  if (kinds.length < 2) return undefined;
  const heads = [
    text(reportText(locale, "headTable"), "head"),
    text(reportText(locale, "headRows"), "headNumber"),
    text(reportText(locale, "headFree"), "headNumber"),
  ];
  const rows = kinds.map(({ kind, rows: count, score }): PlannedCell[] => [
    text(kindName(kind, locale), "label"),
    number(count, "count"),
    number(score, "ratio"),
  ]);
  return headed(reportText(locale, "scores"), undefined, { cells: [heads, ...rows] });
}

function scoreText({ locale }: ReportInput, { score }: Quality): string | undefined {
  return score === undefined
    ? undefined
    : reportText(locale, "dataScore", { score: shownNumber(score, "ratio", locale) });
}

/** The gravest findings in a few lines, with the way to the others. */
export function qualityNotes(input: ReportInput): Part {
  const { locale } = input;
  const quality = qualityOf(input);
  const gravest = quality.findings.filter(({ severity }) => severity !== "info").slice(0, 3);
  const lines = gravest.map((finding) => {
    const { title } = findingText(finding, locale, input.roleName);
    const count = finding.rows === undefined ? "" : ` (${shownNumber(finding.rows.length, "count", locale)})`;
    return [text(`${title}${count}`, "text")];
  });
  const more = text(reportText(locale, "dataSee", { sheet: reportText(locale, "quality") }), "note", {
    to: "sheet",
    sheet: "quality",
  });
  return headed(reportText(locale, "dataNotes"), scoreText(input, quality), { cells: [...lines, [more]] });
}
