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
  // No metric reads benchmarks: numbers are compared with them.
  if (kind === "benchmark") return LEVELS.includes(role) ? "needed" : "used";
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
  if (found === "unused" && (onlySplits(role) || (kind === "deal" && LINE.includes(role)))) return "used";
  return found;
}

/** No metric reads it: it splits records, in reports, filters and KPI tables. */
export const onlySplits = (role: Role): boolean => role === "region";

/** Nothing in the list of deals tells won from lost: every row counts as a sale. */
export function tellsOnlySales(roles: ReadonlySet<Role>): boolean {
  return !NOT_ONLY_SALES.some((role) => roles.has(role));
}

/** The list has the lines of orders: their amount is quantity × unit price. */
export function tellsLines(roles: ReadonlySet<Role>): boolean {
  return !roles.has("amount") && LINE.every((role) => roles.has(role));
}

const NOT_ONLY_SALES = ["status", "stage", "probability", "expectedCloseDate", "lostReason"] as const;
const LEVELS: readonly Role[] = ["metric", "low", "typical", "high"];
const LINE: readonly Role[] = ["quantity", "unitPrice"];

/** One of the group's kinds has every required column. A group without any is served by whatever it may read. */
function isServed(group: KindGroup, mapped: MappedRoles): boolean {
  return group.kinds.some((kind) => {
    const roles = mapped.get(kind);
    if (roles === undefined) return false;
    const parameters = parametersFor(group, kind);
    const required = parameters.filter((parameter) => parameter.required);
    return required.length > 0
      ? required.every(
          ({ role, impliedBySales }) =>
            serves(roles, kind, role) ||
            (impliedBySales === true && kind === "deal" && tellsOnlySales(roles)),
        )
      : parameters.some(({ role }) => roles.has(role));
  });
}

/**
 * A status may be told by the stage or the probability, a close date by the dates of winning and losing, an amount by
 * quantity and unit price.
 */
function serves(roles: ReadonlySet<Role>, kind: Kind, role: Role): boolean {
  if (roles.has(role)) return true;
  if (kind !== "deal") return false;
  return role === "amount" ? tellsLines(roles) : (INSTEAD[role] ?? []).some((other) => roles.has(other));
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
