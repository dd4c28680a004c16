/** Where Excel does not tell its theme's accent: that of Office's own theme. */
const USUAL_ACCENT = "#156082";
/** WCAG's contrast for text. */
const READABLE = 4.5;

/** The accent colour of the workbook's theme, darkened until text in it can be read on white. */
export function readableAccent(accent: string | undefined): string {
  let color = readColor(accent) ?? readColor(USUAL_ACCENT) ?? BLACK;
  while (contrastOnWhite(color) < READABLE) color = mixed(color, BLACK, 0.1);
  return written(color);
}

/** The colour with so much white in it. */
export function tinted(color: string, white: number): string {
  return written(mixed(readColor(color) ?? BLACK, WHITE, white));
}

type Colour = readonly [number, number, number];
const BLACK: Colour = [0, 0, 0];
const WHITE: Colour = [255, 255, 255];

function readColor(text: string | undefined): Colour | undefined {
  const [, red, green, blue] = /^#(..)(..)(..)$/.exec(text ?? "") ?? [];
  const colour: Colour = [parseInt(red ?? "", 16), parseInt(green ?? "", 16), parseInt(blue ?? "", 16)];
  return colour.some(Number.isNaN) ? undefined : colour;
}

function mixed(one: Colour, other: Colour, share: number): Colour {
  const part = (at: 0 | 1 | 2): number => Math.round(one[at] + (other[at] - one[at]) * share);
  return [part(0), part(1), part(2)];
}

function written(colour: Colour): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}

/** (1 + 0.05) ÷ (L + 0.05) of relative luminance L, WCAG 2.2, "contrast ratio". */
function contrastOnWhite(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
