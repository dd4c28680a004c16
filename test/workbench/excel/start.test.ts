import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { filesOf } from "../../../src/workbench/excel/files-of.mjs";

describe("the add-in's files for Excel", () => {
  const home = mkdtempSync(join(tmpdir(), "dist-"));
  let server: Server;

  beforeAll(async () => {
    mkdirSync(join(home, "dist/assets"), { recursive: true });
    writeFileSync(join(home, "dist/functions.json"), "{}");
    writeFileSync(join(home, "secret.txt"), "secret");
    server = createServer(filesOf(join(home, "dist")));
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  });
  afterAll(async () => {
    await new Promise((closed) => server.close(closed));
    rmSync(home, { recursive: true });
  });

  test.each([
    ["/functions.json", 200, "application/json; charset=utf-8"],
    ["/functions.json?v=2", 200, "application/json; charset=utf-8"],
    ["/missing.js", 404, "text/plain"],
    ["/assets", 404, "text/plain"],
    ["/../secret.txt", 404, "text/plain"],
    ["/%2e%2e/secret.txt", 404, "text/plain"],
    ["/%", 404, "text/plain"],
  ])("%s: %d", async (path, status, type) => {
    const answer = await request((server.address() as AddressInfo).port, path);
    expect(answer).toEqual({ status, type });
  });
});

(process.platform === "linux" ? test : test.skip)("on Linux it says what to do instead", () => {
  const script = resolve(__dirname, "../../../src/workbench/excel/start.mjs");
  const { status, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr).toContain("npm start");
  expect(stderr).toContain("dist/manifest.xml");
});

/** As written: fetch would tidy up the path before sending it. */
function request(port: number, path: string): Promise<{ status?: number; type?: string }> {
  return new Promise((done, fail) => {
    get({ host: "127.0.0.1", port, path }, (response) => {
      response.resume();
      done({ status: response.statusCode, type: response.headers["content-type"] });
    }).on("error", fail);
  });
}
