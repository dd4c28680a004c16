import { normaliseWord } from "../../core/text";
import type { Candidate } from "./candidates";
import type { Profile } from "./profile";

/** Rows that must show it. */
const ENOUGH = 3;
const TAX = /(?:^| )(?:tva|vat|mwst|iva)(?: |$)/;

/** Whether a column of amounts is another one with a column of VAT on top, in nearly all rows: revenue is without it. */
export function isGross(
  column: number,
  headers: readonly string[],
  candidates: readonly Candidate[],
  profiles: readonly Profile[],
): boolean {
  const taxes = profiles.filter((_, at) => at !== column && TAX.test(normaliseWord(headers[at] ?? "")));
  return candidates.some(({ role, usual, column: net }) => {
    if (role !== "amount" || usual === undefined || net === column) return false;
    return taxes.some((tax) => addUp(profiles[net], tax, profiles[column]));
  });
}

function addUp(net?: Profile, tax?: Profile, gross?: Profile): boolean {
  let seen = 0;
  let same = 0;
  gross?.numbers.forEach((whole, i) => {
    const [part = NaN, added = NaN] = [net?.numbers[i], tax?.numbers[i]];
    if (!(added > 0) || Number.isNaN(part) || Number.isNaN(whole)) return;
    seen++;
    if (Math.abs(part + added - whole) <= 0.02) same++;
  });
  return seen >= ENOUGH && same >= 0.9 * seen;
}
