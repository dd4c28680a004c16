import type { Kind, Role } from "../../core/records/roles";
import { axisFormat } from "../cells";
import type { ReportInput } from "../input";
import { headed, type Part } from "../part";
import type { PlannedFormat, SheetId } from "../plan";
import { shownNumber } from "../shown";
import { reportText, type TextId } from "../texts";
import { inTitle } from "./chart-titles";
import { column, withChart } from "./charts";
import { byRole, groupCells, type GroupRows } from "./tables";

interface RolePart {
  readonly sheet: SheetId;
  readonly role: Role;
  readonly kind?: Kind;
  readonly metrics: readonly string[];
  /** Words of the heading, the message and the chart; `{role}`, `{top}`, `{share}`, `{reached}` … are filled in. */
  readonly heading: TextId;
  readonly message?: TextId;
  /** All numbers are of one kind: the darker, the more. Else bars show the first metric. */
  readonly shades?: true;
  /** Its neutral title, and the one that tells something where `isTold`. */
  readonly chart?: {
    readonly title: TextId;
    readonly message: TextId;
    readonly isTold: (said: Told) => boolean;
  };
}

/** Metrics by the words of a role, the largest first, with bars of the first metric. */
export function rolePart(input: ReportInput, spec: RolePart): Part | undefined {
  const { locale } = input;
  const { role, kind = "deal" } = spec;
  if (input.dataset[kind]?.has(role) !== true) return undefined;
  const groups = byRole(input, spec.metrics, role);
  if (groups === undefined || groups.rows.length === 0) return undefined;
  const name = input.roleName(role, kind);
  const { hasTop, ...found } = told(input, groups);
  const said = { role: name.toLowerCase(), ...found };
  const cells = groupCells(input, name, groups);
  const [first] = groups.columns;
  const inChart = { ...said, top: inTitle(said.top) };
  const part = withChart(
    cells,
    spec.chart && first
      ? {
          id: `${spec.sheet}-${role}`,
          type: "bar",
          title: reportText(
            locale,
            spec.chart.isTold({ ...found, hasTop }) ? spec.chart.message : spec.chart.title,
            inChart,
          ),
          categories: column(0, groups.rows.length),
          series: [
            { name: first.metric.text[locale].name, values: column(1, groups.rows.length), look: "actual" },
          ],
          format: axisFormat(first.unit),
        }
      : undefined,
  );
  const cellsOfFirst = column(1, groups.rows.length);
  const format: PlannedFormat =
    spec.shades === true
      ? { type: "colourScale", area: { ...cellsOfFirst, columns: groups.columns.length } }
      : { type: "dataBar", area: cellsOfFirst };
  return {
    ...headed(
      reportText(locale, spec.heading, said),
      // One group alone has all of it.
      spec.message === undefined || groups.rows.length < 2
        ? undefined
        : reportText(locale, spec.message, said),
      { ...part, formats: spec.chart === undefined && groups.rows.length > 1 ? [format] : [] },
    ),
    defines: groups.columns.map(({ metric }) => metric.id),
  };
}

/** What the sentences about groups fill in. */
interface Told {
  /** The largest group, with its share of what adds up, or its value. */
  readonly top: string;
  readonly share: string;
  readonly value: string;
  /** Groups with a value, and how many of them have 1 or more. */
  readonly count: number;
  readonly reached: number;
  /** The largest group has a name, and no other is as large. */
  readonly hasTop: boolean;
}

function told({ locale }: ReportInput, { columns, rows, rest }: GroupRows): Told {
  const [row, second] = rows;
  const unit = columns[0]?.unit ?? "number";
  const value = row?.values[0] ?? NaN;
  const all = [...rows, ...rest].map(({ values }) => values[0] ?? NaN);
  const total = all.reduce((sum, each) => sum + (each || 0), 0);
  return {
    top: row?.label === "" || row === undefined ? reportText(locale, "blank") : row.label,
    share: total > 0 ? shownNumber(value / total, "ratio", locale) : "—",
    value: value === value ? shownNumber(value, unit, locale) : "—",
    count: all.filter((each) => each === each).length,
    reached: all.filter((each) => each >= 1).length,
    // Where refunds outweigh what a group brings, shares of the whole mislead.
    hasTop:
      row !== undefined &&
      row.label !== "" &&
      total > 0 &&
      value !== second?.values[0] &&
      all.every((each) => !(each < 0)),
  };
}
