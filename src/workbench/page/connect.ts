import type { AddinWindow } from "./addin";

/**
 * Runs inside the task pane's page, before Office.js: Excel's web client speaks to its host through `window.opener` when
 * there is one, and over plain http that is the only way it takes.
 */
const host = window.parent as unknown as AddinWindow;
Object.defineProperty(window, "opener", { value: host.connectAddin(window), configurable: true });
