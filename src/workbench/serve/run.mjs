import { spawn } from "node:child_process";

/** Runs a program to its end; npm and npx are .cmd files on Windows, which only a shell can start. */
export function run(command, args, { cwd, env = {} } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      shell: process.platform === "win32",
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("error", fail);
    child.on("close", (code) => done({ code, output }));
  });
}
