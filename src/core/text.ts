/** Words are compared without case, accents, punctuation and repeated spaces: "Câştigat " equals "castigat". */
export function normaliseWord(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%✓]+/gu, " ")
    .trim();
}

/** Most words of a list have nothing to be taken off but their case. */
const PLAIN = /^[A-Za-z\d]+(?: [A-Za-z\d]+)*$/;

/** As a label keeps its letters: only outer and repeated white space goes. */
export function tidyLabel(text: string): string {
  return text.replace(/[\s\u00a0\u200b\ufeff]+/gu, " ").trim();
}

/** Fills `{name}` places of a message. Unknown places stay visible, so that a slip is seen. */
export function fillMessage(
  template: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : String(value);
  });
}
