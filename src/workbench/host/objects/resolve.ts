import { parseAddress } from "../../model/address";
import type { Sheet, WorkbookModel } from "../../model/types";
import { invalidArgument, itemNotFound } from "../errors";
import type { RangeRef } from "./rangeRef";
import { WHOLE_SHEET } from "./rangeRef";

/** "A1:B2", "'My sheet'!A1", a defined name or a table's name → the cells. */
export function resolveRange(model: WorkbookModel, text: string | undefined, sheet?: Sheet): RangeRef {
  if (text === undefined || text === "") {
    if (!sheet) throw invalidArgument();
    return { sheet, rect: WHOLE_SHEET };
  }
  const address = parseAddress(text.replace(/^=/, ""));
  if (address) {
    const target = address.sheet === undefined ? sheet : model.sheet(address.sheet);
    if (!target || (sheet && target.id !== sheet.id)) throw invalidArgument();
    return { sheet: target, rect: address.rect };
  }
  const name = model.definedName(text, sheet?.id) ?? model.definedName(text);
  if (name) return resolveName(model, name.formula);
  const table = model.table(text);
  if (table) return { sheet: table.sheet, rect: table.bodyRange };
  throw sheet ? invalidArgument() : itemNotFound();
}

/** The cells a name's formula stands for; ItemNotFound when it is a number, a text or a calculation. */
export function resolveName(model: WorkbookModel, formula: string): RangeRef {
  const address = parseAddress(formula.replace(/^=/, ""));
  const sheet = address?.sheet === undefined ? undefined : model.sheet(address.sheet);
  if (!address || !sheet) throw itemNotFound();
  return { sheet, rect: address.rect };
}
