import { element } from "./element";
import { icon } from "./icons";
import type { Translate } from "./language";

export interface Notices {
  root: HTMLElement;
  /** A problem, until it is closed or the next one comes. */
  problem(text: string): void;
  clear(): void;
  /** Asks before changes are lost. */
  askToReplace(name: string): Promise<"save" | "replace" | "cancel">;
}

export function createNotices(t: Translate): Notices {
  const text = element("p", {});
  const close = element("button", { type: "button", title: t("close") }, icon("close"));
  close.setAttribute("aria-label", t("close"));
  const bar = element("div", { class: "problem", role: "alert", hidden: true }, icon("error"), text, close);
  const clear = () => void (bar.hidden = true);
  close.addEventListener("click", clear);
  return {
    root: bar,
    clear,
    problem(message) {
      text.textContent = message;
      bar.hidden = false;
    },
    askToReplace: (name) => ask(t, name),
  };
}

function ask(t: Translate, name: string): Promise<"save" | "replace" | "cancel"> {
  const choice = (value: string, label: string, primary = false) =>
    element("button", { value, class: primary ? "primary" : "" }, label);
  const dialog = element(
    "dialog",
    { class: "dialog", "aria-labelledby": "replace-title" },
    element(
      "form",
      { method: "dialog" },
      element("h2", { id: "replace-title" }, t("replaceTitle")),
      element("p", {}, t("replaceText", { name })),
      element(
        "div",
        { class: "dialog-buttons" },
        choice("save", t("saveFirst"), true),
        choice("replace", t("replace")),
        choice("cancel", t("cancel")),
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((done) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      const answer = dialog.returnValue;
      done(answer === "save" || answer === "replace" ? answer : "cancel");
    });
  });
}
