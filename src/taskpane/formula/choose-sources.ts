import type { Metric } from "../../core/metrics/metric";
import type { Source } from "../../workbook";
import type { Kind, Role } from "../../core/records/roles";
import { chooseColumns, type Columns } from "./choose-columns";
import { kindGroups, parametersFor, type KindGroup } from "./kind-groups";
import { rolesAmong } from "./match-headers";
import { Fit, fitOf, kindIn } from "./source-kind";

/** Where the columns of one kind come from; without a source the kind is not used, or not found. */
export interface Choice {
  readonly group: KindGroup;
  /** Which of the group's kinds the source holds; the first where there is none. */
  readonly kind: Kind;
  readonly source: Source | undefined;
  readonly columns: Columns;
}

/** A source and columns for each kind a metric reads, chosen one by one. */
export function chooseSources(
  metric: Metric,
  sources: readonly Source[],
  activeSheet: string,
): readonly Choice[] {
  const groups = kindGroups(metric);
  const choices = groups.map((group) =>
    chooseSource(metric, group, sources, activeSheet, groups.length === 1),
  );
  const records = choices.filter(({ kind, source }) => kind in LINKS && source !== undefined);
  const hasMainRecords = records.some(({ group }) => group.isMain);
  return choices.map((choice) => {
    const stays =
      choice.group.isMain ||
      !(choice.kind in LINKS) ||
      isLinked(choice, choices) ||
      // targets are compared with the first records there are
      (!hasMainRecords && choice === records[0]);
    return stays ? choice : withoutSource(choice.group);
  });
}

/** Further deals, leads or activities say nothing unless a column ties them to the others. */
function isLinked({ group, kind, columns }: Choice, choices: readonly Choice[]): boolean {
  const link = LINKS[kind];
  const has = (choice: Choice, is: (role: Role) => boolean) =>
    choice.group.parameters.some(({ name, role }) => is(role) && choice.columns.has(name));
  return (
    group.parameters.some(({ name, role }) => role.endsWith("Ref") && columns.has(name)) ||
    choices.some((other) => has(other, (role) => role === link))
  );
}

/** The column by which other records name one of these. */
const LINKS: Readonly<Partial<Record<Kind, Role | undefined>>> = {
  deal: "dealRef",
  lead: "leadRef",
  activity: undefined, // nothing names one
  subscription: undefined,
};

/**
 * The source that fits a kind best: most required columns first, then tables before plain ranges, then what is surely
 * of that kind, then the sheet the person is on. A metric that needs a status is about deals, so the source with most of
 * a deal's columns follows: orders have amounts and dates as well. None when no source has a required column, or for
 * optional kinds none that surely is of the kind.
 */
function chooseSource(
  metric: Metric,
  group: KindGroup,
  sources: readonly Source[],
  activeSheet: string,
  isOnly: boolean,
): Choice {
  const [kind] = group.kinds;
  const required = group.parameters.filter((parameter) => parameter.required);
  const isAboutDeals =
    !group.isMain || group.kinds.length > 1 || required.some(({ role }) => role === "status");
  const goesByColumns = kind !== "deal" || isAboutDeals;
  // Beside other kinds, amounts and dates of just any table would be taken for costs or targets.
  const least = !group.isMain ? Fit.headers : isOnly || kind === "deal" ? Fit.unknown : Fit.headers;
  const ranked = sources
    .map((source) => {
      const own = kindIn(source, group.kinds);
      const columns = chooseColumns(metric, parametersFor(group, own), source.headers);
      const fit = fitOf(source, group.kinds);
      const matched = required.filter(({ name }) => columns.has(name)).length;
      const enough = fit >= least && (required.length > 0 ? matched : columns.size) > 0;
      const score = [
        matched,
        Number(source.kind === "table"),
        fit,
        Number(source.sheet === activeSheet),
        goesByColumns ? rolesAmong(kind, source.headers).size : 0,
        columns.size,
        source.rows,
      ];
      return { source, kind: own, columns, score, enough };
    })
    .filter(({ enough }) => enough)
    .sort((one, other) => compareScores(other.score, one.score));
  const [best] = ranked;
  return best === undefined ? withoutSource(group) : { group, ...best };
}

export function withoutSource(group: KindGroup): Choice {
  return { group, kind: group.kinds[0], source: undefined, columns: new Map() };
}

function compareScores(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
