/** Advance widths of ASCII 32 to 126 in thousandths of the type size: Adobe's font metrics of Helvetica, which Arial has too. */
const WIDTHS: readonly number[] = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const OTHERS = 700;
/** Bold letters are wider by about this. */
const BOLD = 1.07;
const BODY_SIZE = 11;
const PIXELS_PER_POINT = 96 / 72;

/**
 * How wide a text is, in pixels: in Arial, which is wider than the typefaces Excel starts with (Calibri, Aptos Narrow), so
 * that what fits by this fits there.
 */
export function textWidth(text: string, { size = BODY_SIZE, bold = false } = {}): number {
  let sum = 0;
  for (const letter of text.normalize("NFD")) {
    if (MARK.test(letter)) continue; // stands over or under the letter before it
    sum += WIDTHS[(letter.codePointAt(0) ?? 0) - 32] ?? OTHERS;
  }
  return (sum / 1000) * size * PIXELS_PER_POINT * (bold ? BOLD : 1);
}

const MARK = /\p{Mn}/u;

/** What a column of so many characters has room for: of the usual typeface a character is 7 pixels wide. */
export function roomOf(characters: number): number {
  return characters * 7;
}

/** Lines that a text takes in a width, broken between words; a word that is too wide is broken too. */
export function linesIn(text: string, room: number, type: Parameters<typeof textWidth>[1] = {}): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    const width = textWidth(word, type);
    const after = used === 0 ? width : used + textWidth(" ", type) + width;
    if (after <= room) {
      used = after;
      continue;
    }
    lines += (used === 0 ? 0 : 1) + Math.max(0, Math.ceil(width / room) - 1);
    used = width % room || width;
  }
  return lines;
}
