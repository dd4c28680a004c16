import type { Metric } from "../../core/metrics/metric";
import { parametersOf, type Parameter } from "../../core/metrics/parameters";
import type { Kind } from "../../core/records/roles";

export type ColumnParameter = Extract<Parameter, { takes: "column" }>;

/** The columns a metric reads of one record kind, or of kinds that share a column: any of these serves, from one table. */
export interface KindGroup {
  /** The first names the group. */
  readonly kinds: readonly [Kind, ...Kind[]];
  readonly parameters: readonly ColumnParameter[];
  /** Whether the metric is about it: a column of it is required, or it comes first where none is. */
  readonly isMain: boolean;
}

/** The columns of a group that records of one of its kinds may have. */
export function parametersFor({ parameters }: KindGroup, kind: Kind): readonly ColumnParameter[] {
  return parameters.filter(({ kinds }) => kinds.includes(kind));
}

export function columnParameters(metric: Metric): readonly ColumnParameter[] {
  return parametersOf(metric).filter((parameter) => parameter.takes === "column");
}

/** The groups of a metric, in the order of their first arguments. */
export function kindGroups(metric: Metric): readonly KindGroup[] {
  let groups = known.get(metric);
  if (groups === undefined) known.set(metric, (groups = groupsOf(metric)));
  return groups;
}

/** A view asks for the groups of all metrics many times whenever it is drawn. */
const known = new WeakMap<Metric, readonly KindGroup[]>();

function groupsOf(metric: Metric): readonly KindGroup[] {
  const groups: { kinds: Kind[]; parameters: ColumnParameter[] }[] = [];
  for (const parameter of columnParameters(metric)) {
    const [own, ...others] = groups.filter(({ kinds }) =>
      kinds.some((kind) => parameter.kinds.includes(kind)),
    );
    if (own === undefined) {
      groups.push({ kinds: [...parameter.kinds], parameters: [parameter] });
      continue;
    }
    for (const other of others) {
      own.kinds.push(...other.kinds);
      own.parameters.push(...other.parameters);
      groups.splice(groups.indexOf(other), 1);
    }
    own.kinds.push(...parameter.kinds.filter((kind) => !own.kinds.includes(kind)));
    own.parameters.push(parameter);
  }
  const isRequired = ({ parameters }: (typeof groups)[number]) => parameters.some(({ required }) => required);
  const main = groups.some(isRequired) ? groups.filter(isRequired) : groups.slice(0, 1);
  return groups.map((group) => {
    const {
      kinds: [first = "deal", ...kinds],
      parameters,
    } = group;
    return { kinds: [first, ...kinds], parameters, isMain: main.includes(group) };
  });
}
