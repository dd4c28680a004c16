import { dataQualityInSteps, type Quality } from "../../core/quality/quality";
import { findingText, qualityTable } from "../../core/quality/table";
import type { Dataset } from "../../core/records/dataset";
import { finish } from "../../core/steps";
import { text } from "../cells";
import type { ReportInput } from "../input";
import { headed, type Part } from "../part";
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

/** All findings, the score of each table first. */
export function qualityPart(input: ReportInput): Part {
  const { locale } = input;
  const quality = qualityOf(input);
  const table = qualityTable(quality, locale, input.roleName, input.rowNumber);
  // The wide column of what was found comes first, where the grid has room for words.
  const order = [2, 0, 1, 3, 4, 5, 6];
  const turned = {
    ...table,
    columns: order.flatMap((at) => table.columns[at] ?? []),
    rows: table.rows.map((row) => order.flatMap((at) => row[at] ?? [])),
  };
  const { cells } = resultCells(turned, input);
  return headed(
    reportText(locale, quality.findings.length === 0 ? "noFindings" : "findings"),
    scoreText(input, quality),
    { cells },
  );
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
