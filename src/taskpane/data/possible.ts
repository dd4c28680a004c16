import { catalogue } from "../../core/metrics/catalogue";
import type { Metric } from "../../core/metrics/metric";
import type { Kind, Role } from "../../core/records/roles";
import { kindGroups, parametersFor, type KindGroup } from "../formula/kind-groups";

/** The roles that columns play, of each kind that has a table. */
export type MappedRoles = ReadonlyMap<Kind, ReadonlySet<Role>>;

/** Metrics whose required columns are all there; a number that a person has to type is another matter. */
export function possibleMetrics(mapped: MappedRoles): readonly Metric[] {
  return catalogue.filter((metric) => isPossible(metric, mapped));
}

export function isPossible(metric: Metric, mapped: MappedRoles): boolean {
  return kindGroups(metric).every((group) => !group.isMain || isServed(group, mapped));
}

/** What a role would give beside what is possible already. */
export interface Gain {
  /** Metrics that become possible. */
  readonly opens: readonly Metric[];
  /** Possible metrics that would use it too. */
  readonly serves: readonly Metric[];
}

export function gainOf(kind: Kind, role: Role, mapped: MappedRoles): Gain {
  const more = withRole(mapped, kind, role);
  const opens: Metric[] = [];
  const serves: Metric[] = [];
  for (const metric of catalogue) {
    if (!isPossible(metric, more)) continue;
    if (!isPossible(metric, mapped)) opens.push(metric);
    else if (uses(metric, kind, role)) serves.push(metric);
  }
  return { opens, serves };
}

/** Whether some possible or impossible metric reads the role at all, or needs it. */
export function needOf(kind: Kind, role: Role): "needed" | "used" | "unused" {
  let found: "used" | "unused" = "unused";
  for (const metric of catalogue) {
    for (const { parameters, isMain } of kindGroups(metric)) {
      for (const parameter of parameters) {
        if (parameter.role !== role || !parameter.kinds.includes(kind)) continue;
        if (parameter.required && isMain) return "needed";
        found = "used";
      }
    }
  }
  return found;
}

/** One of the group's kinds has every required column. A group without any is served by whatever it may read. */
function isServed(group: KindGroup, mapped: MappedRoles): boolean {
  return group.kinds.some((kind) => {
    const roles = mapped.get(kind);
    if (roles === undefined) return false;
    const parameters = parametersFor(group, kind);
    const required = parameters.filter((parameter) => parameter.required);
    return required.length > 0
      ? required.every(({ role }) => serves(roles, kind, role))
      : parameters.some(({ role }) => roles.has(role));
  });
}

/** A status may be told by the stage or the probability, a close date by the dates of winning and losing. */
function serves(roles: ReadonlySet<Role>, kind: Kind, role: Role): boolean {
  const insteadOf = kind === "deal" ? (INSTEAD[role] ?? []) : [];
  return roles.has(role) || insteadOf.some((other) => roles.has(other));
}

const INSTEAD: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  status: ["stage", "probability"],
  closedDate: ["wonDate", "lostDate"],
};

function uses(metric: Metric, kind: Kind, role: Role): boolean {
  return kindGroups(metric).some(({ parameters }) =>
    parameters.some((parameter) => parameter.role === role && parameter.kinds.includes(kind)),
  );
}

function withRole(mapped: MappedRoles, kind: Kind, role: Role): MappedRoles {
  return new Map([...mapped, [kind, new Set([...(mapped.get(kind) ?? []), role])]]);
}
