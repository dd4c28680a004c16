import { keysOf } from "../core/records/keys";
import type { Dataset } from "../core/records/dataset";
import type { Kind, Role } from "../core/records/roles";

/** A column by which reports can be filtered, with the words that stand in it. */
export interface FilterChoice {
  readonly role: Role;
  readonly kind: Kind;
  readonly words: readonly string[];
}

/** The columns that people split their sales by, where there are at least two words to choose from. */
export function filterChoices(dataset: Dataset): readonly FilterChoice[] {
  return ROLES.flatMap(({ role, kinds }) => {
    const having = kinds.filter((kind) => dataset[kind]?.has(role) === true);
    const [kind] = having;
    if (kind === undefined) return [];
    const words = new Map<string, string>();
    for (const one of having) {
      const records = dataset[one];
      if (records === undefined) continue;
      for (const word of keysOf(records, role).words) {
        const key = word.trim().toLowerCase();
        // A filter parts its words at "|", so one that has it cannot be asked for.
        if (key !== "" && !word.includes("|") && !words.has(key)) words.set(key, word.trim());
      }
    }
    const sorted = [...words.values()].sort((a, b) => a.localeCompare(b));
    return sorted.length < 2 || sorted.length > MOST ? [] : [{ role, kind, words: sorted }];
  });
}

/** More words than this are names of single records, and no list to choose from. */
const MOST = 500;

const ROLES: readonly { readonly role: Role; readonly kinds: readonly Kind[] }[] = [
  { role: "owner", kinds: ["deal", "lead", "activity"] },
  { role: "source", kinds: ["deal", "lead"] },
  { role: "type", kinds: ["deal"] },
  { role: "pipeline", kinds: ["deal"] },
  { role: "product", kinds: ["deal"] },
];
