import { missingColumns, type MissingColumn } from "../../core/metrics/ask-records";
import { metricById } from "../../core/metrics/catalogue";
import { kindName } from "../../core/kind-names";
import { text } from "../cells";
import type { ReportInput } from "../input";
import { headed, type Part } from "../part";
import { reportText } from "../texts";

/** What has to be mapped for the metrics that a sheet could not tell, one line for each. */
export function missingPart(input: ReportInput, ids: readonly string[]): Part | undefined {
  const { locale, dataset } = input;
  const lines = new Map<string, string[]>();
  for (const id of new Set(ids)) {
    const metric = metricById(id);
    if (metric === undefined) continue;
    const missing = missingColumns(dataset, metric);
    if (missing.length === 0) continue;
    const columns = [...new Set(missing.map((one) => columnName(input, one)))].join(", ");
    lines.set(columns, [...(lines.get(columns) ?? []), metric.text[locale].name]);
  }
  if (lines.size === 0) return undefined;
  const rows = [...lines].map(([columns, parts]) => [
    text(reportText(locale, "missingPart", { part: parts.join(", "), columns }), "note"),
  ]);
  return headed(reportText(locale, "missing"), undefined, { cells: rows });
}

function columnName(input: ReportInput, { kind, role, table }: MissingColumn): string {
  const records = kindName(kind, input.locale);
  return table ? records : `${records}: ${input.roleName(role, kind)}`;
}
