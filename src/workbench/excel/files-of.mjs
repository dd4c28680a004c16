import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".png": "image/png",
};

/** Answers requests with the files of one folder, never with one outside. Excel on the web asks from another origin. */
export function filesOf(folder) {
  return async (request, response) => {
    try {
      const { pathname } = new URL(request.url ?? "/", "https://localhost");
      const path = normalize(join(folder, decodeURIComponent(pathname)));
      if (!path.startsWith(folder + sep)) throw new RangeError("outside");
      const content = await readFile(path);
      response.writeHead(200, {
        "content-type": TYPES[extname(path)] ?? "application/octet-stream",
        "cache-control": "no-cache",
        "access-control-allow-origin": "*",
      });
      response.end(content);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" });
      response.end("Not found");
    }
  };
}
