import type { Language } from "../texts";
import type { DraftSource } from "./mapping-draft";
import { tellsLines, tellsOnlySales } from "./possible";

/** How a list of deals is read where a column that others have is missing. */
export function readingNotes({ kind, block, roles }: DraftSource, { text }: Language): readonly string[] {
  if (kind !== "deal" || block === undefined || roles.size === 0) return [];
  const mapped = new Set(roles.keys());
  return [
    ...(tellsOnlySales(mapped) ? [text("everyRowIsASale")] : []),
    ...(tellsLines(mapped) ? [text("linesOfOrders")] : []),
  ];
}
