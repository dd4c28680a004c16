import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { installMissing } from "./install.mjs";
import { listen } from "./listen.mjs";
import { workbenchServer } from "./server.mjs";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

/**
 * Builds what changed and serves the workbench on this computer only.
 * `port`: the first one to try (default 3100), 0 for any free one. `addinFolder`: a built add-in to serve instead of
 * building one. `say`: where progress lines go.
 * @returns {Promise<{ url: string, port: number, built: string[], close: () => Promise<void> }>}
 */
export async function startWorkbench({ port = 3100, addinFolder, say = () => {} } = {}) {
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`${port} is not a port.`);
  await installMissing(root, say);
  // only now: it imports packages that a fresh clone does not have yet
  const { buildAddin, buildWorkbench } = await import("./build.mjs");
  const built = [];
  const note = (what) => built.push(what);
  const workbench = await buildWorkbench(root, say, note);
  const addin = addinFolder ? resolve(addinFolder) : await buildAddin(root, say, note);
  const server = workbenchServer({
    workbench,
    addin,
    office: join(root, "node_modules/@microsoft/office-js/dist"),
  });
  const bound = await listen(server, port);
  return {
    url: `http://localhost:${bound}/`,
    port: bound,
    built,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
