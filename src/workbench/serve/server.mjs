import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

/** Where the add-in thinks it lives: the origin its manifest was built for. */
const manifestOrigin = /https:\/\/localhost:3000/g;
const cdnOfficeJs = /https:\/\/appsforoffice\.microsoft\.com\/lib\/[^"']*\/office\.js/g;

/**
 * Three folders on one origin: `/` the workbench page, `/addin/` the built add-in, `/office/` the Office.js client from
 * its package. Two files are changed on the way: the manifest gets this server's address, as a release gets its own, and
 * the task pane's page gets Office.js from here, before it the script that connects it to the workbench, and behind it
 * the one that brings the client up to date.
 */
export function workbenchServer({ workbench, addin, office }) {
  return createServer((request, response) => {
    try {
      const url = new URL(request.url ?? "/", "http://localhost");
      if (!isLocal(request.headers.host)) return refuse(response, 403);
      if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
      const path = decodeURIComponent(url.pathname);
      const origin = `http://${request.headers.host}`;
      if (path.startsWith("/addin/")) return addinFile(response, addin, path.slice(7), origin);
      if (path.startsWith("/office/")) return file(response, office, path.slice(8));
      if (path === "/favicon.ico") return file(response, addin, "assets/icon-32.png");
      return file(response, workbench, path === "/" ? "index.html" : path.slice(1));
    } catch {
      refuse(response, 400);
    }
  });
}

function addinFile(response, folder, name, origin) {
  const path = inside(folder, name);
  if (path && name === "manifest.xml") {
    const text = readFileSync(path, "utf8").replace(manifestOrigin, `${origin}/addin`);
    return send(response, "application/xml; charset=utf-8", text);
  }
  if (path && name.endsWith(".html")) {
    const text = readFileSync(path, "utf8").replace(
      /<script[^>]*src=["']https:\/\/appsforoffice[^>]*><\/script>/,
      (tag) => `<script src="/connect.js"></script>${tag}<script src="/newer-client.js"></script>`,
    );
    return send(response, "text/html; charset=utf-8", text.replace(cdnOfficeJs, "/office/office.js"));
  }
  return file(response, folder, name);
}

function file(response, folder, name) {
  const path = inside(folder, name);
  if (!path) return refuse(response, 404);
  response.writeHead(200, headers(types[extname(path)] ?? "application/octet-stream"));
  createReadStream(path).pipe(response);
}

/** The path of an existing file in the folder; undefined for anything else, above all for what lies outside. */
function inside(folder, name) {
  const path = normalize(join(folder, name));
  if (!path.startsWith(folder + sep)) return undefined;
  try {
    return statSync(path).isFile() ? path : undefined;
  } catch {
    return undefined;
  }
}

function send(response, type, text) {
  response.writeHead(200, headers(type));
  response.end(text);
}

function refuse(response, status) {
  response.writeHead(status, headers("text/plain; charset=utf-8"));
  response.end(status === 404 ? "Not found" : "Refused");
}

/** Nothing but this server's own files may be loaded or asked for. The grid and Fluent UI make style elements. */
function headers(type) {
  return {
    "content-type": type,
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
    "content-security-policy":
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
      "font-src 'self' data:; connect-src 'self' blob: data:; worker-src 'self' blob:; frame-src 'self'; " +
      "object-src 'none'; base-uri 'self'; form-action 'none'",
  };
}

/** Guards against a foreign site that gives its own name this computer's address. */
function isLocal(host = "") {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host);
}

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};
