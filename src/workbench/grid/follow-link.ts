import { parseAddress } from "../model/address";
import type { Hyperlink } from "../model/hyperlinks";
import type { Rect, Sheet, WorkbookModel } from "../model/types";

/** Goes where a link leads; a place that is no longer there leads nowhere. */
export function follow(model: WorkbookModel, link: Hyperlink, openOutside: (address: string) => void): void {
  if (link.documentReference !== undefined) {
    const target = targetOf(model, link.documentReference);
    if (!target) return;
    target.sheet.activate();
    model.select(target.sheet, target.rect);
  } else if (/^(https?|mailto):/i.test(link.address ?? "")) openOutside(link.address ?? "");
}

function targetOf(model: WorkbookModel, reference: string): { sheet: Sheet; rect: Rect } | undefined {
  const text = reference.replace(/^#/, "");
  const formula = model.definedName(text)?.formula.replace(/^=/, "");
  const address = parseAddress(formula ?? text);
  const sheet = address?.sheet === undefined ? model.activeSheet() : model.sheet(address.sheet);
  if (!address || !sheet) return undefined;
  return { sheet, rect: address.rect };
}
