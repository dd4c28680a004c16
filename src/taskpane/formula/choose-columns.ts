import type { Metric } from "../../core/metrics/metric";
import { typeOfRole, type Role } from "../../core/records/roles";
import { asksFor } from "../../reference";
import { kindGroups, type ColumnParameter } from "./kind-groups";
import { claim } from "./match-headers";

/** Argument name → index of the column among the source's headers. */
export type Columns = ReadonlyMap<string, number>;

/**
 * The columns of a source that a metric's formula should read, by their headers: required ones, those optional ones
 * that make the number truer, and those `wanted`; with `all` every one there is. A column plays one role at most.
 */
export function chooseColumns(
  metric: Metric,
  parameters: readonly ColumnParameter[],
  headers: readonly string[],
  { all = false, wanted }: { readonly all?: boolean; readonly wanted?: Role } = {},
): Columns {
  const taken = new Map<number, Role>();
  // A deal's own name is a usual header of ids and customers too: it is claimed first, so that it is used for neither.
  if (!parameters.some(({ role }) => role === "name")) claim(["name"], headers, taken);
  claim(rolesOf(parameters, true), headers, taken);
  // Zoho's "Closing Date" may be both; a period is asked for far more often than stale deals.
  if (parameters.some(({ role }) => role === "closedDate")) claim(["closedDate"], headers, taken);
  claim(rolesOf(parameters, false), headers, taken);
  const found = new Map([...taken].map(([column, role]) => [role, column]));
  return usefulColumns(metric, parameters, found, { all, ...(wanted && { wanted }) });
}

/** Of the columns whose roles are known, those that a metric's formula should read. */
export function usefulColumns(
  metric: Metric,
  parameters: readonly ColumnParameter[],
  found: ReadonlyMap<Role, number>,
  { all = false, wanted }: { readonly all?: boolean; readonly wanted?: Role } = {},
): Columns {
  const columns = parameters
    .filter(
      (parameter) => all || parameter.required || parameter.role === wanted || isUseful(metric, parameter),
    )
    .flatMap(({ name, role }): [string, number][] => {
      const column = found.get(role);
      return column === undefined ? [] : [[name, column]];
    });
  return new Map(columns);
}

function rolesOf(parameters: readonly ColumnParameter[], required: boolean): Role[] {
  return parameters.filter((parameter) => parameter.required === required).map(({ role }) => role);
}

/** Optional columns without which the number means the same are left out, to keep the formula short. */
function isUseful(metric: Metric, { role, kinds: [kind = "deal"], kinds }: ColumnParameter): boolean {
  if (kinds.some((one) => typeOfRole(one, role) === "date")) return true;
  if (kind !== "deal" && kind !== "subscription") return role !== "owner"; // it only groups
  if (role === "amount" || role === "mrr" || role === "currency") {
    return metric.unit === "currency" || kindGroups(metric).length > 1;
  }
  return ALWAYS_USEFUL.has(role) || kinds.some((one) => asksFor(metric, role, one));
}

/**
 * They keep out what must not count (duplicates, refunds, test entries), tie a deal to its lead, or say how likely it is
 * to be won.
 */
const ALWAYS_USEFUL: ReadonlySet<Role> = new Set([
  ...(["id", "status", "refund", "lostReason", "leadRef"] as const),
  ...(["probability", "stage", "forecastCategory"] as const),
]);
