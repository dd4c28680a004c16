import type { Kind, RoleOf } from "../../../core/records/roles";

/**
 * Headers of one role, beside the usual ones of the core (`src/core/records/header-words.ts`), normalised and separated by
 * `|`. Verified: seen in an export, a fixture or a language pack. Documented: a field name in the vendor's documentation.
 */
export interface RoleHeaders {
  readonly verified?: string;
  readonly documented?: string;
  readonly usual?: string;
  /** The core's words of a role serve every kind that has it; these are another kind's. `all` leaves out all of them. */
  readonly not?: string;
}

/** Where a customer is; whoever sells and whoever asks writes it alike. */
export const REGION: RoleHeaders = {
  verified: "billing country|shipping country|billing province|shipping province",
  documented: "country region|state region|billing state province|shipping state province|state province",
  usual:
    "sales region|sales territory|regional office|market|area|zone|province|county|customer country|customer region|regiune vanzari|teritoriu vanzari|tara client|judet client|provincie|city|town|oras|localitate|gebiet|vertriebsgebiet|bundesland|land|pays|territoire|pais|provincia|territorio",
};

export type KindHeaders<K extends Kind> = Readonly<Partial<Record<RoleOf<K>, RoleHeaders>>>;
