import { kinds, type Kind, type Role } from "../../core/records/roles";
import { kindsNamed } from "../../mapping/guess/kind-names";
import type { Source } from "../../workbook";
import { rolesAmong } from "./match-headers";

/** How surely a source holds records of one of these kinds. */
export const Fit = { not: 0, unknown: 1, headers: 2, name: 3 } as const;
export type Fit = (typeof Fit)[keyof typeof Fit];

/**
 * A table called Costs holds costs, whatever its columns could be taken for; without a telling name, the kind whose
 * columns the headers are.
 */
export function fitOf({ name, headers }: Source, wanted: readonly Kind[]): Fit {
  const named = kindsNamed(name);
  if (named.some((kind) => wanted.includes(kind))) return Fit.name;
  const kind = kindOfHeaders(headers);
  if (kind !== undefined && wanted.includes(kind)) return Fit.headers;
  return named.length > 0 ? Fit.not : Fit.unknown;
}

/** Of several kinds that may serve a metric (purchases or subscriptions), the one a source holds. */
export function kindIn(source: Source, [first, ...others]: readonly [Kind, ...Kind[]]): Kind {
  if (others.length === 0) return first;
  const wanted = [first, ...others];
  const named = kindsNamed(source.name).find((kind) => wanted.includes(kind));
  return named ?? kindOfHeaders(source.headers, wanted) ?? first;
}

/** Without these columns a table is not of the kind, however many others fit. */
const ESSENTIAL: Readonly<Partial<Record<Kind, readonly Role[]>>> = {
  deal: ["status"],
  lead: ["createdDate"],
  activity: ["date"],
  subscription: ["startDate"],
  target: ["amount", "periodStart"],
  cost: ["amount", "date"],
  stage: ["name", "order"],
  stageHistory: ["dealId", "stage", "enteredDate"],
  survey: ["score"],
  calendar: ["holidays"],
  benchmark: ["metric", "typical"],
};

/** The kind that shares most with the headers, measured against what either has (Jaccard). */
function kindOfHeaders(
  headers: readonly string[],
  among: readonly Kind[] = Object.keys(kinds) as Kind[],
): Kind | undefined {
  let best: Kind | undefined;
  let most = 0;
  for (const kind of among) {
    const found = rolesAmong(kind, headers);
    if (kind === "calendar" && headers.length > 2) continue; // days off come with a name at most
    if (ESSENTIAL[kind]?.some((role) => !found.has(role))) continue;
    const share = found.size / (headers.length + Object.keys(kinds[kind]).length - found.size);
    if (share > most) [best, most] = [kind, share];
  }
  return best;
}
