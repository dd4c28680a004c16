import { createHost, type FrameWindow, type Host } from "../host";
import type { CustomFunctions, WorkbookModel } from "../model/types";
import { element } from "./element";
import { followTheme } from "./frame-theme";
import { localeOf, type Language, type Translate } from "./language";
import { readManifest, type AddinButton, type AddinManifest } from "./manifest";
import type { Notices } from "./notices";
import type { Pane } from "./pane";
import type { Ribbon } from "./ribbon";
import type { Theme } from "./theme";

/** What the task pane's page finds in its parent. */
export interface AddinWindow {
  connectAddin(window: Window & typeof globalThis): unknown;
}

export interface Addin {
  /** "SALES.WINRATE" … */
  functionNames: readonly string[];
  /** Loads the add-in anew, as Excel does for every workbook. Formulas calculated from now on wait for it. */
  start(documentName: string): void;
  /** The task pane's page has loaded. */
  loaded(): Promise<void>;
  hidePane(): void;
}

interface Parts {
  model: WorkbookModel;
  pane: Pane;
  ribbon: Ribbon;
  language: Language;
  theme: Theme;
  t: Translate;
  notices: Notices;
  createWorkbook(file: Uint8Array | undefined): void;
}

/** Reads the add-in's manifest and functions, and puts its buttons into the ribbon: all that Excel does before it runs it. */
export async function loadAddin(parts: Parts): Promise<Addin> {
  const { model, pane, ribbon, language, theme, t, notices } = parts;
  const locale = localeOf[language];
  const manifest = readManifest(await fetchText("/addin/manifest.xml"), locale);
  const functions: CustomFunctions = {
    ...(JSON.parse(await fetchText(manifest.functionsUrl)) as Omit<CustomFunctions, "namespace">),
    namespace: manifest.namespace,
  };
  let host: Host | undefined;
  let frame: HTMLIFrameElement | undefined;
  const setPane = (visible: boolean) => {
    if (visible) pane.show();
    else pane.hide();
    host?.paneChanged(visible);
  };
  const press = (button: AddinButton) => {
    if (button.action.type === "ShowTaskpane") return setPane(true);
    host
      ?.invokeCommand(button.action.functionName, button.id)
      .catch((error: unknown) => notices.problem(t("commandFailed", { detail: String(error) })));
  };
  pane.setTitle(manifest.name, manifest.icon);
  ribbon.showAddin(manifest.groupLabel, manifest.buttons, press);

  return {
    functionNames: functions.functions.map(({ name }) => `${functions.namespace}.${name}`),
    start(documentName) {
      host?.dispose();
      frame?.remove();
      host = createHost(model, {
        locale,
        documentUrl: `https://localhost/${encodeURIComponent(documentName)}`,
        paneVisible: pane.shown(),
        onPane: (visible) => (visible ? pane.show() : pane.hide()),
        onCreateWorkbook: (file) => parts.createWorkbook(file),
        onUnknown: (member) => console.warn(t("unknownMember", { member })),
      });
      model.setCustomFunctions(functions, host.callFunction);
      frame = addinFrame(manifest, host, theme, t("pane"));
      pane.holder.append(frame);
    },
    loaded: () =>
      new Promise((done) => {
        if (!frame || frame.contentDocument?.readyState === "complete") done();
        else frame.addEventListener("load", () => done(), { once: true });
      }),
    hidePane: () => setPane(false),
  };
}

function addinFrame(manifest: AddinManifest, host: Host, theme: Theme, title: string): HTMLIFrameElement {
  const url = new URL(manifest.taskpaneUrl);
  url.searchParams.set("_host_Info", host.hostInfo);
  // Office.js learns from the frame's name whom it talks to, so the name comes before the page
  const frame = element("iframe", { title, name: host.windowName });
  (window as unknown as AddinWindow).connectAddin = (addin) => {
    followTheme(addin, theme);
    return host.connect(addin as unknown as FrameWindow);
  };
  frame.src = url.href;
  return frame;
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${new URL(url, location.href).pathname}: ${response.status}`);
  return response.text();
}
