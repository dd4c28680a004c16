import type { KeyboardEvent } from "react";

/** Keeps an Esc that the pane has used from Office.js, which would move the focus to the page's first control. */
export function ownEscape(event: KeyboardEvent): void {
  if (event.key !== "Escape") return;
  event.preventDefault();
  event.stopPropagation();
}
