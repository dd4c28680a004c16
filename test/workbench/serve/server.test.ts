import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

let folder: string;
let server: Server;
let port: number;

function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  return new Promise((done, fail) => {
    // node:http, not fetch: fetch tidies ".." away before it asks
    const sent = request({ host: "localhost", port, path, headers, method }, (response) => {
      let text = "";
      response.on("data", (data) => (text += data));
      response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    sent.on("error", fail);
    sent.end();
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "workbench-"));
  const put = (name: string, text: string) => {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  put("page/index.html", "<p>page</p>");
  put("addin/manifest.xml", '<Url DefaultValue="https://localhost:3000/taskpane.html"/>');
  put(
    "addin/taskpane.html",
    '<head></head><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script><script src="functions.js"></script>',
  );
  put("office/office.js", "client");
  put("secret.txt", "secret");
  const { workbenchServer } = await import("../../../src/workbench/serve/server.mjs");
  const { listen } = await import("../../../src/workbench/serve/listen.mjs");
  server = workbenchServer({
    workbench: join(folder, "page"),
    addin: join(folder, "addin"),
    office: join(folder, "office"),
  });
  port = await listen(server, 0);
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

test("the page, the add-in and the Office.js client come from one origin", async () => {
  expect((await ask("/")).text).toBe("<p>page</p>");
  expect((await ask("/office/office.js")).text).toBe("client");
  expect((await ask("/nothing.js")).status).toBe(404);
});

test("the manifest is given this server's address", async () => {
  expect((await ask("/addin/manifest.xml")).text).toBe(
    `<Url DefaultValue="http://localhost:${port}/addin/taskpane.html"/>`,
  );
});

test("the task pane connects before Office.js, which comes from here and is brought up to date", async () => {
  const { text } = await ask("/addin/taskpane.html?_host_Info=x");
  expect(text).not.toContain("appsforoffice");
  expect([...text.matchAll(/src="([^"]+)"/g)].map((match) => match[1])).toEqual([
    "/connect.js",
    "/office/office.js",
    "/newer-client.js",
    "functions.js",
  ]);
});

test.each([
  "/../secret.txt",
  "/addin/../../secret.txt",
  "/%2e%2e/secret.txt",
  "/office/..%2fsecret.txt",
  "/%",
])("nothing outside its folders: %s", async (path) => {
  const answer = await ask(path);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.text).not.toContain("secret");
});

test("only under its own name, only for reading, and with a policy against outside requests", async () => {
  expect((await ask("/", { host: "evil.example" })).status).toBe(403);
  expect((await ask("/", {}, "POST")).status).toBe(405);
  expect((await ask("/")).headers["content-security-policy"]).toContain("default-src 'self'");
});

test("a busy port gets the next one", async () => {
  const { workbenchServer } = await import("../../../src/workbench/serve/server.mjs");
  const { listen } = await import("../../../src/workbench/serve/listen.mjs");
  const second = workbenchServer({ workbench: folder, addin: folder, office: folder });
  const bound = await listen(second, port);
  second.close();
  expect(bound).toBeGreaterThan(port);
});
