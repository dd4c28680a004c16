import { readableAccent, tinted } from "../../../src/workbook/reports/colours";

/** Contrast with white as WebAIM's contrast checker gives it. */
test.each([
  ["#156082", "#156082"], // 7.0:1
  ["#767676", "#767676"], // 4.54:1, the lightest grey that passes
  [undefined, "#156082"],
  ["", "#156082"],
  ["nonsense", "#156082"],
])("%s is read as %s", (accent, readable) => expect(readableAccent(accent)).toBe(readable));

test.each(["#FFC000", "#70AD47", "#FFFFFF", "#777777"])("%s is darkened until it can be read", (accent) => {
  const readable = readableAccent(accent);
  expect(readable).not.toBe(accent);
  expect(contrast(readable)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(readable)).toBeLessThan(6); // and no further
});

test("tints", () => {
  expect(tinted("#000000", 0.5)).toBe("#808080");
  expect(tinted("#156082", 0)).toBe("#156082");
  expect(tinted("#156082", 1)).toBe("#FFFFFF");
});

/** WCAG 2.2's formula, over the luminance of sRGB in IEC 61966-2-1. */
function contrast(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part > 0.04045 ? Math.pow((part + 0.055) / 1.055, 2.4) : part / 12.92));
  return 1.05 / (0.05 + 0.2126 * r + 0.7152 * g + 0.0722 * b);
}
