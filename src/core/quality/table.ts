import { kindName } from "../kind-names";
import type { Locale } from "../messages";
import type { ResultTable, Texts } from "../metrics/metric";
import type { Kind, Role } from "../records/roles";
import { fillMessage } from "../text";
import type { Finding, Quality } from "./quality";
import { checkTexts, severityTexts } from "./texts";

/** What a finding says and advises. `nameOf` is the role's name for the reader. */
export function findingText(
  finding: Finding,
  locale: Locale,
  nameOf: (role: Role, kind: Kind) => string,
): { readonly title: string; readonly advice: string } {
  const { check, role, kind, values } = finding;
  const places = { ...values, ...(role === undefined ? {} : { role: nameOf(role, kind) }) };
  const { title, advice } = checkTexts[check];
  return { title: fillMessage(title[locale], places), advice: fillMessage(advice[locale], places) };
}

/** The first few rows of a finding as a person writes them: "5, 9–12, 30 …". */
export function rowList(rows: readonly number[], most = 8): string {
  const runs: string[] = [];
  let at = 0;
  while (at < rows.length && runs.length < most) {
    const from = rows[at] ?? 0;
    while (rows[at + 1] === (rows[at] ?? 0) + 1) at++;
    const to = rows[at] ?? 0;
    runs.push(from === to ? String(from) : `${from}–${to}`);
    at++;
  }
  return runs.join(", ") + (at < rows.length ? " …" : "");
}

/**
 * The findings as a table, the score of each kind first. `rowNumber` is the number a person sees beside the row of a
 * record.
 */
export function qualityTable(
  { findings, kinds, score }: Quality,
  locale: Locale,
  nameOf: (role: Role, kind: Kind) => string,
  rowNumber: (kind: Kind, row: number) => number,
): ResultTable {
  const rowsOf = new Map(kinds.map(({ kind, rows }) => [kind, rows]));
  return {
    columns: HEADS,
    rows: [
      ...(kinds.length < 2 || score === undefined
        ? []
        : [[ALL, "", WITHOUT_ERRORS, kinds.reduce((sum, { rows }) => sum + rows, 0), score, "", ""]]),
      ...kinds.map(({ kind, rows, score: own }) => [
        kindName(kind, locale),
        "",
        WITHOUT_ERRORS,
        rows,
        own,
        "",
        "",
      ]),
      ...findings.map((finding) => {
        const { title, advice } = findingText(finding, locale, nameOf);
        const rows = finding.rows?.map((row) => rowNumber(finding.kind, row));
        const all = rowsOf.get(finding.kind) ?? 0;
        return [
          kindName(finding.kind, locale),
          severityTexts[finding.severity],
          title,
          rows?.length ?? DASH,
          rows === undefined || all === 0 ? DASH : Math.min(1, rows.length / all),
          rows === undefined ? DASH : rowList(rows),
          advice,
        ];
      }),
    ],
    excluded: {},
    notes: [],
  };
}

const DASH: Texts<string> = { en: "—", ro: "—" };
const ALL: Texts<string> = { en: "All tables", ro: "Toate tabelele" };
const WITHOUT_ERRORS: Texts<string> = { en: "Rows without an error", ro: "Rânduri fără erori" };

const HEADS: ResultTable["columns"] = [
  { head: { en: "Table", ro: "Tabel" }, unit: "text" },
  { head: { en: "Kind", ro: "Fel" }, unit: "text" },
  { head: { en: "Finding", ro: "Constatare" }, unit: "text" },
  { head: { en: "Rows", ro: "Rânduri" }, unit: "count" },
  { head: { en: "Share", ro: "Pondere" }, unit: "ratio" },
  { head: { en: "Where", ro: "Unde" }, unit: "text" },
  { head: { en: "What to do", ro: "Ce e de făcut" }, unit: "text" },
];
