import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Host } from "../../../src/workbench/host";
import { addNewerMembers, type NewerClient } from "../../../src/workbench/host/newerMembers";

const CLIENT_FOLDER = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

/**
 * Loads the real, unmodified Office.js into jsdom and connects it to the host. The scripts it inserts are taken from
 * the installed package; nothing comes from the network. Once per test file: the client is a singleton.
 */
export async function startClient(host: Host): Promise<void> {
  const page = window as unknown as Record<string, unknown>;
  window.name = host.windowName;
  window.history.replaceState(null, "", `/taskpane.html?_host_Info=${encodeURIComponent(host.hostInfo)}`);
  page.opener = host.connect(window as never);
  Object.defineProperty(document, "domain", { value: "localhost", configurable: true });
  serveScripts();
  const script = document.createElement("script");
  script.src = "http://localhost/office.js";
  document.head.appendChild(script);
  const ready = (): Promise<unknown> =>
    (page.Office as typeof Office | undefined)?.onReady() ?? Promise.resolve();
  await ready();
  addNewerMembers(page as unknown as NewerClient);
}

/**
 * Loads the client into plain Node, over the bridge of Excel on the desktop. It looks for a few parts of a browser
 * while it loads and uses none of them.
 */
export function startNativeClient(host: Host): void {
  const store = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  const element = () => ({ setAttribute: () => undefined, appendChild: () => undefined, style: {} });
  const location = new URL("http://localhost/");
  const parts = {
    _richApiNativeBridge: host.connectNative(),
    window: globalThis,
    document: {
      URL: location.href,
      location,
      cookie: "",
      getElementsByTagName: () => [],
      getElementById: () => null,
      createElement: element,
      addEventListener: () => undefined,
    },
    location,
    localStorage: store,
    sessionStorage: store,
    navigator: { userAgent: "Node", language: "en-US", platform: "" },
  };
  for (const [name, value] of Object.entries(parts))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  (0, eval)(clientFile("excel-web-16.00.js"));
}

function clientFile(name: string): string {
  return readFileSync(join(CLIENT_FOLDER, name), "utf8");
}

/** jsdom does not fetch scripts here: a script that is inserted runs from the package, then reports itself loaded. */
function serveScripts(): void {
  const run = (node: Node) => {
    const script = node as HTMLScriptElement;
    if (script.tagName !== "SCRIPT" || !script.src) return;
    const name = new URL(script.src).pathname.slice(1);
    const code = clientFile(name);
    const load = () => {
      (0, eval)(`${code}\n//# sourceURL=${name}`);
      script.onload?.(new Event("load"));
    };
    if (name === "office.js") load();
    else setTimeout(load);
  };
  for (const method of ["appendChild", "insertBefore"] as const) {
    const original = Node.prototype[method] as (this: Node, ...args: Node[]) => Node;
    Object.defineProperty(Node.prototype, method, {
      configurable: true,
      value(this: Node, node: Node, ...rest: Node[]) {
        const result = original.call(this, node, ...rest);
        run(node);
        return result;
      },
    });
  }
}
