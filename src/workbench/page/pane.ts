import { element } from "./element";
import { icon } from "./icons";
import type { Translate } from "./language";

/** Excel's own: 350 pixels at first, and no narrower than a phone. */
const width = { first: 350, least: 280, most: 900 };

export interface Pane {
  root: HTMLElement;
  splitter: HTMLElement;
  /** Where the task pane's page lives: hidden, not removed, while the pane is closed, as in a shared runtime. */
  holder: HTMLElement;
  setTitle(title: string, iconUrl: string): void;
  show(): void;
  hide(): void;
  shown(): boolean;
}

export function createPane(t: Translate, onClose: () => void): Pane {
  const title = element("h2", {}, t("pane"));
  const logo = element("img", { alt: "", width: 16, height: 16, hidden: true });
  const close = element(
    "button",
    { type: "button", class: "pane-close", title: t("closePane") },
    icon("close"),
  );
  close.setAttribute("aria-label", t("closePane"));
  close.addEventListener("click", onClose);
  const holder = element("div", { class: "pane-holder" });
  const root = element(
    "aside",
    { class: "pane", "aria-label": t("pane") },
    element("div", { class: "pane-title" }, logo, title, close),
    holder,
  );
  const splitter = element("div", {
    class: "splitter",
    role: "separator",
    tabindex: 0,
    "aria-orientation": "vertical",
    "aria-label": t("resizePane"),
    "aria-valuemin": width.least,
    "aria-valuemax": width.most,
  });
  makeResizable(root, splitter);
  return {
    root,
    splitter,
    holder,
    setTitle(text, iconUrl) {
      title.textContent = text;
      logo.src = iconUrl;
      logo.hidden = false;
    },
    show: () => void (root.hidden = splitter.hidden = false),
    hide: () => void (root.hidden = splitter.hidden = true),
    shown: () => !root.hidden,
  };
}

function makeResizable(root: HTMLElement, splitter: HTMLElement): void {
  let current = Number(localStorage.getItem("workbench.paneWidth")) || width.first;
  const set = (pixels: number) => {
    current = Math.round(Math.min(Math.max(pixels, width.least), width.most));
    root.style.width = `${current}px`;
    splitter.setAttribute("aria-valuenow", String(current));
  };
  const keep = () => localStorage.setItem("workbench.paneWidth", String(current));
  set(current);
  splitter.addEventListener("pointerdown", (down) => {
    const startX = down.clientX;
    const startWidth = current;
    splitter.setPointerCapture(down.pointerId);
    const move = (event: PointerEvent) => set(startWidth + startX - event.clientX);
    splitter.addEventListener("pointermove", move);
    splitter.addEventListener(
      "lostpointercapture",
      () => {
        splitter.removeEventListener("pointermove", move);
        keep();
      },
      { once: true },
    );
  });
  splitter.addEventListener("dblclick", () => {
    set(width.first);
    keep();
  });
  splitter.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: 16, ArrowRight: -16 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    set(current + step);
    keep();
  });
}
