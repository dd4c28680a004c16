import type { Kind, Role } from "../../core/records/roles";
import { axisFormat, number } from "../cells";
import type { ReportInput } from "../input";
import { headed, type Part } from "../part";
import type { SheetId } from "../plan";
import { shownNumber } from "../shown";
import { reportText, type TextId } from "../texts";
import { column, withChart } from "./charts";
import { byRole, groupCells, type GroupRows } from "./tables";

interface RolePart {
  readonly sheet: SheetId;
  readonly role: Role;
  readonly kind?: Kind;
  readonly metrics: readonly string[];
  /** Words of the heading, the message and the chart; `{role}`, `{top}` and `{share}` are filled in. */
  readonly heading: TextId;
  readonly message?: TextId;
  readonly chart?: { readonly title: TextId; readonly alt: TextId };
}

/** Metrics by the words of a role, the largest first, with bars of the first metric. */
export function rolePart(input: ReportInput, spec: RolePart): Part | undefined {
  const { locale } = input;
  const { role, kind = "deal" } = spec;
  if (input.dataset[kind]?.has(role) !== true) return undefined;
  const groups = byRole(input, spec.metrics, role);
  if (groups === undefined || groups.rows.length === 0) return undefined;
  const name = input.roleName(role, kind);
  const said = { role: name.toLowerCase(), ...topOf(input, groups) };
  const cells = groupCells(input, name, groups);
  const [first] = groups.columns;
  const part = withChart(
    cells,
    spec.chart && first
      ? {
          id: `${spec.sheet}-${role}`,
          type: "bar",
          title: reportText(locale, spec.chart.title, said),
          alt: reportText(locale, spec.chart.alt, said),
          categories: column(0, groups.rows.length),
          series: [
            { name: first.metric.text[locale].name, values: column(1, groups.rows.length), look: "actual" },
          ],
          format: axisFormat(first.unit),
        }
      : undefined,
  );
  const bars =
    groups.rows.length > 1 ? [{ type: "dataBar" as const, area: column(1, groups.rows.length) }] : [];
  return {
    ...headed(
      reportText(locale, spec.heading, said),
      spec.message === undefined ? undefined : reportText(locale, spec.message, said),
      { ...part, formats: spec.chart === undefined ? bars : [] },
    ),
    defines: groups.columns.map(({ metric }) => metric.id),
  };
}

/** The largest group, with its share of what adds up, or its value. */
function topOf(
  { locale }: ReportInput,
  { columns, rows, rest }: GroupRows,
): Record<"top" | "share" | "value", string> {
  const [row] = rows;
  const unit = columns[0]?.unit ?? "number";
  const value = row?.values[0] ?? NaN;
  const total = [...rows, ...rest].reduce((sum, { values }) => sum + (values[0] || 0), 0);
  return {
    top: row?.label === "" || row === undefined ? reportText(locale, "blank") : row.label,
    share: total > 0 ? shownNumber(value / total, "ratio", locale) : "—",
    value: value === value ? shownNumber(value, unit, locale) : "—",
  };
}

/** Shares of a whole beside its parts, of a column of cells that add up. */
export function shareCells(values: readonly number[], total: number): readonly ReturnType<typeof number>[] {
  return values.map((value) => number(total > 0 ? value / total : undefined, "ratio"));
}
