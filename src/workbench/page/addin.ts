import type { WorkbookModel } from "../model/types";
import type { Language, Translate } from "./language";
import type { Notices } from "./notices";
import type { Pane } from "./pane";
import type { Ribbon } from "./ribbon";
import type { Theme } from "./theme";
export interface AddinWindow extends Window {
  connectAddin(window: Window): unknown;
}
export interface Addin {
  functionNames: readonly string[];
  hidePane(): void;
  restart(): Promise<void>;
}
export function loadAddin(_p: {
  model: WorkbookModel;
  pane: Pane;
  ribbon: Ribbon;
  language: Language;
  theme: Theme;
  t: Translate;
  notices: Notices;
}): Promise<Addin> {
  return Promise.resolve({ functionNames: [], hidePane() {}, restart: () => Promise.resolve() });
}
