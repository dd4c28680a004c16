import { parseAddress } from "./address";
import type { Sheet, Table } from "./types";
import { ModelError } from "./types";

/** Excel's rules for a sheet's name: 1–31 characters, none of \ / ? * : [ ], no quote at either end, not "History". */
export function checkSheetName(name: string, others: readonly Sheet[]): void {
  if (
    name.length === 0 ||
    name.length > 31 ||
    /[\\/?*:[\]]/.test(name) ||
    /^'|'$/.test(name) ||
    name.toLowerCase() === "history"
  )
    throw new ModelError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
  if (others.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase()))
    throw new ModelError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
}

/** A table's or a name's name: starts with a letter, _ or \; no spaces; no cell reference; at most 255 characters. */
export function checkDefinedName(name: string): void {
  const valid =
    /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) &&
    name.length <= 255 &&
    !/^[rc]$/i.test(name) &&
    !/^r\d*c\d*$/i.test(name) &&
    !parseAddress(name);
  if (!valid)
    throw new ModelError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
}

export function checkTableName(
  name: string,
  others: readonly Table[],
  definedNames: readonly { name: string }[],
): void {
  checkDefinedName(name);
  const taken = [...others, ...definedNames].some((other) => other.name.toLowerCase() === name.toLowerCase());
  if (taken)
    throw new ModelError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
}
