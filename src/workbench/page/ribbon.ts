import type { AddinButton } from "./manifest";
import { element } from "./element";
import { icon, type IconName } from "./icons";
import type { Language, Translate } from "./language";

export interface RibbonActions {
  startNew(): void;
  open(): void;
  save(): void;
  sample(): void;
  switchTheme(): void;
  switchLanguage(): void;
}

export interface Ribbon {
  root: HTMLElement;
  /** Puts the add-in's own buttons in, as its manifest declares them. */
  showAddin(group: string, buttons: readonly AddinButton[], press: (button: AddinButton) => void): void;
  setDark(dark: boolean): void;
}

export function createRibbon(t: Translate, language: Language, actions: RibbonActions): Ribbon {
  const button = (name: IconName, label: string, tip: string, press: () => void) => {
    const made = element("button", { type: "button", title: tip, class: "ribbon-button" }, icon(name), label);
    made.addEventListener("click", press);
    return made;
  };
  const theme = element("button", { type: "button", title: t("themeTip"), class: "ribbon-button" });
  theme.addEventListener("click", actions.switchTheme);
  const switcher = button("language", t("language"), t("languageTip"), actions.switchLanguage);
  switcher.lang = language === "ro" ? "en" : "ro";
  const addin = element("div", { class: "ribbon-group addin-group", role: "group", hidden: true });
  const root = element(
    "header",
    { class: "ribbon" },
    element(
      "div",
      { class: "ribbon-group", role: "group" },
      button("new", t("new"), t("newTip"), actions.startNew),
      button("open", t("open"), t("openTip"), actions.open),
      button("save", t("save"), t("saveTip"), actions.save),
      button("sample", t("sample"), t("sampleTip"), actions.sample),
    ),
    addin,
    element("div", { class: "ribbon-space" }),
    element("span", { class: "stand-in", title: t("standInTip") }, t("standIn")),
    element("div", { class: "ribbon-group", role: "group" }, theme, switcher),
  );
  return {
    root,
    showAddin(group, buttons, press) {
      addin.hidden = false;
      addin.setAttribute("aria-label", group);
      addin.replaceChildren(
        element("span", { class: "addin-name", "aria-hidden": "true" }, group),
        ...buttons.map((declared) => {
          const made = element(
            "button",
            {
              type: "button",
              class: "ribbon-button addin-button",
              title: declared.tip,
              "data-id": declared.id,
            },
            element("img", { src: declared.icon, alt: "", width: 20, height: 20 }),
            declared.label,
          );
          made.addEventListener("click", () => press(declared));
          return made;
        }),
      );
    },
    setDark(dark) {
      theme.replaceChildren(icon(dark ? "light" : "dark"), t(dark ? "light" : "dark"));
      theme.setAttribute("aria-pressed", String(dark));
    },
  };
}
