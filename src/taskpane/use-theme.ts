import { useEffect, useState } from "react";
import { officeBackground } from "../workbook";

/** Whether the pane should be dark: as Office's theme says, else as the system prefers; follows changes. */
export function useDarkTheme(): boolean {
  const [dark, setDark] = useState(isDark);
  useEffect(() => {
    const update = () => setDark(isDark());
    const preference = window.matchMedia(PREFERS_DARK);
    preference.addEventListener("change", update);
    // Excel tells nobody when its theme changes; but then the pane loses and regains the focus.
    window.addEventListener("focus", update);
    document.addEventListener("visibilitychange", update);
    return () => {
      preference.removeEventListener("change", update);
      window.removeEventListener("focus", update);
      document.removeEventListener("visibilitychange", update);
    };
  }, []);
  return dark;
}

const PREFERS_DARK = "(prefers-color-scheme: dark)";

function isDark(): boolean {
  const background = officeBackground();
  return background === undefined ? window.matchMedia(PREFERS_DARK).matches : luminance(background) < 0.5;
}

/** Perceived lightness of `#rrggbb`, 0 black to 1 white (ITU-R BT.601 weights). */
export function luminance(colour: string): number {
  const digits = /^#?([\da-f]{6})/i.exec(colour)?.[1];
  if (digits === undefined) return 1;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16));
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}
