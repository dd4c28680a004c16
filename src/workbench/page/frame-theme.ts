import type { Theme } from "./theme";

/**
 * Makes the task pane's frame see the theme of the page around it, where Excel on the web would give it its own: a media
 * query about the colour scheme answers for the page, and tells of its changes.
 */
export function followTheme(frame: Window & typeof globalThis, theme: Theme): void {
  const native = frame.matchMedia.bind(frame);
  frame.matchMedia = (query) => {
    const scheme = /^\s*\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)\s*$/i.exec(query)?.[1];
    return scheme ? schemeQuery(frame, query, scheme.toLowerCase() === "dark", theme) : native(query);
  };
}

function schemeQuery(
  frame: Window & typeof globalThis,
  media: string,
  asksForDark: boolean,
  theme: Theme,
): MediaQueryList {
  const list = new frame.EventTarget() as MediaQueryList;
  const matches = () => theme.dark() === asksForDark;
  Object.defineProperties(list, {
    media: { value: media },
    matches: { get: matches },
    onchange: { value: null, writable: true },
    addListener: { value: (listener: EventListener) => list.addEventListener("change", listener) },
    removeListener: { value: (listener: EventListener) => list.removeEventListener("change", listener) },
  });
  const stop = theme.onChange(() => {
    const event = new frame.MediaQueryListEvent("change", { media, matches: matches() });
    list.onchange?.call(list, event);
    list.dispatchEvent(event);
  });
  frame.addEventListener("pagehide", stop, { once: true });
  return list;
}
