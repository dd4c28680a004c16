import { BUSY } from "../model/entry";
import { element } from "./element";
import { icon } from "./icons";
import type { Translate } from "./language";

export interface Status {
  root: HTMLElement;
  /** What the page is doing or has done; fades into "Ready". */
  say(text: string): void;
  calculating(active: boolean): void;
  /** The message behind the error in the selected cell; undefined when the cell is sound. */
  cellError(address: string, code: string, message: string | undefined): void;
  clearCell(): void;
}

/** The line under the grid. */
export function createStatus(t: Translate): Status {
  const cell = element("p", { class: "status-cell", role: "status" });
  const state = element("p", { class: "status-state", "aria-live": "polite" }, t("ready"));
  let said: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  const rest = () => (state.textContent = t(busy ? "calculating" : "ready"));
  return {
    root: element("footer", { class: "status" }, cell, state),
    say(text) {
      clearTimeout(said);
      state.textContent = text;
      said = setTimeout(() => {
        said = undefined;
        rest();
      }, 6000);
    },
    calculating(active) {
      busy = active;
      if (said === undefined) rest();
    },
    cellError(address, code, message) {
      const text = element("span", { class: "status-message" }, message ?? "");
      const waits = code === BUSY;
      cell.className = waits ? "status-cell waits" : "status-cell failed";
      cell.replaceChildren(
        ...(waits ? [] : [icon("error")]),
        element("b", {}, `${address}  ${code}`),
        ...(waits ? [t("gettingData")] : message ? [text] : []),
      );
    },
    clearCell() {
      cell.className = "status-cell";
      cell.replaceChildren();
    },
  };
}
