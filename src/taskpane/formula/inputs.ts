import type { Parameter } from "../../core/metrics/parameters";
import { isoDate, serialOfValid } from "../../core/time/serial";

interface Limits {
  readonly min?: number;
  readonly max?: number;
}

/** What was typed for an argument as it stands in a formula; undefined when blank or not what the argument takes. */
export function typedArgument(parameter: Parameter, typed: string): string | undefined {
  if (parameter.takes === "date") return dateArgument(typed);
  return numberArgument(typed, parameter.takes === "number" ? parameter : {});
}

/** A number as typed (0.3, 0,3, 30 %) or a cell, as it stands in a formula; undefined when it is neither or out of limits. */
function numberArgument(typed: string, { min = -Infinity, max = Infinity }: Limits): string | undefined {
  const text = typed.trim();
  if (isCell(text)) return text;
  const [, digits, percent] = /^(-?\d+(?:[.,]\d+)?)\s*(%?)$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const number = digits.replace(",", ".");
  const value = Number(number) / (percent === "%" ? 100 : 1);
  return value >= min && value <= max ? `${number}${percent ?? ""}` : undefined;
}

/** A day as typed (2026-03-31, 31.03.2026) or a cell, as it stands in a formula; undefined when it is neither. */
function dateArgument(typed: string): string | undefined {
  const text = typed.trim();
  if (isCell(text)) return text;
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text);
  const european = /^(\d\d?)\.(\d\d?)\.(\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : european ? european.slice(1).reverse() : [];
  const serial = serialOfValid(Number(year), Number(month), Number(day));
  return Number.isNaN(serial) ? undefined : `"${isoDate(serial)}"`;
}

/** `B1`, `$B$1`, `Settings!$B$1`, `'My sheet'!B1`. */
function isCell(text: string): boolean {
  return /^(?:(?:[\p{L}_][\p{L}\p{N}_.]*|'(?:[^']|'')+')!)?\$?[A-Z]{1,3}\$?[1-9]\d*$/iu.test(text);
}
