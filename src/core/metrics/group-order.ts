import { normaliseWord } from "../text";

/**
 * Groups in the order of a table: alphabetical, so that sorting the rows of the sheet changes nothing, the blank one last.
 */
export function inOrder(labels: readonly string[]): readonly string[] {
  return labels
    .map((label) => ({ label, key: normaliseWord(label) }))
    .sort((a, b) => {
      if ((a.label === "") !== (b.label === "")) return a.label === "" ? 1 : -1;
      return compared(a.key, b.key) || compared(a.label, b.label);
    })
    .map(({ label }) => label);
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
