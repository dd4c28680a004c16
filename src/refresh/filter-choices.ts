import type { Filter } from "../core/metrics/ask";
import { filterRoles, hasWord, readFilters } from "../core/metrics/ask-filters";
import { keysOf } from "../core/records/keys";
import type { Dataset } from "../core/records/dataset";
import type { Kind, Role } from "../core/records/roles";

/** A column by which reports can be filtered, with the words that stand in it. */
export interface FilterChoice {
  readonly role: Role;
  readonly kind: Kind;
  readonly words: readonly string[];
}

/**
 * The columns that people split their sales by, where there are at least two words to choose from; and those of filters that
 * were set before, which may have gone from the data and have to be in sight to be taken back.
 */
export function filterChoices(dataset: Dataset, set: readonly Filter[] = []): readonly FilterChoice[] {
  return ROLES.flatMap(({ role, kinds }) => {
    const isSet = set.some((filter) => filter.role === role);
    const having = kinds.filter((kind) => dataset[kind]?.has(role) === true);
    const kind = having[0] ?? (isSet ? kinds[0] : undefined);
    if (kind === undefined) return [];
    const words = new Map<string, string>();
    for (const one of having) {
      const records = dataset[one];
      if (records === undefined) continue;
      for (const word of keysOf(records, role).words) {
        const key = word.trim().toLowerCase();
        // A filter parts its words at "|", and "*" stands for all: such words cannot be asked for.
        if (key !== "" && key !== "*" && !word.includes("|") && !words.has(key)) words.set(key, word.trim());
      }
    }
    const sorted = [...words.values()].sort((a, b) => a.localeCompare(b));
    const canChoose = sorted.length >= 2 && sorted.length <= MOST;
    return canChoose || isSet ? [{ role, kind, words: canChoose ? sorted : [] }] : [];
  });
}

/** A filter that lets no record of any table pass: its column has gone, or every word of it. */
export interface FilterFault {
  readonly fault: "filterEmpty";
  readonly filter: Filter;
  readonly kind: Kind;
}

/** What is wrong with filters that were set over other data than there is now. */
export function filterFault(dataset: Dataset, filters: readonly Filter[]): FilterFault | undefined {
  const roles: readonly string[] = filterRoles(dataset);
  const filter = filters.find(
    (one) =>
      !roles.includes(one.role) || !readFilters(dataset, [one]).every((read) => hasWord(dataset, read)),
  );
  if (filter === undefined) return undefined;
  const kind = ROLES.find(({ role }) => role === filter.role)?.kinds[0] ?? "deal";
  return { fault: "filterEmpty", filter, kind };
}

/** More words than this are names of single records, and no list to choose from. */
const MOST = 500;

const ROLES: readonly { readonly role: Role; readonly kinds: readonly Kind[] }[] = [
  { role: "owner", kinds: ["deal", "lead", "activity"] },
  { role: "source", kinds: ["deal", "lead"] },
  { role: "region", kinds: ["deal", "lead"] },
  { role: "type", kinds: ["deal"] },
  { role: "pipeline", kinds: ["deal"] },
  { role: "product", kinds: ["deal"] },
];
