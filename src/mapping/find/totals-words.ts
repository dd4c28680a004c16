import { isTotalsWord } from "../../core/records/totals-rows";
import { normaliseWord } from "../../core/text";

/** `whole`: "Total general"; `part`: "Ana Total", "Subtotal Nord", as grouped lists and pivot tables write it. */
export function totalsWord(text: string): "whole" | "part" | undefined {
  if (text.length > 60) return undefined;
  if (isTotalsWord(text)) return "whole";
  const words = normaliseWord(text).split(" ");
  for (const size of [1, 2]) {
    if (words.length <= size) break;
    if (isTotalsWord(words.slice(0, size).join(" ")) || isTotalsWord(words.slice(-size).join(" ")))
      return "part";
  }
  return undefined;
}
