import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";

export const repository = join(__dirname, "../../..");

export interface RunningServer {
  url: string;
  /** Everything it said until it was ready. */
  output: string;
  milliseconds: number;
  stop(): Promise<void>;
}

/** `npm start` as a person runs it, on a free port and without opening a browser. */
export function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const started = Date.now();
  const child = spawn(process.execPath, [join(repository, "src/workbench/start.mjs")], {
    cwd: repository,
    env: { ...process.env, PORT: "0", OPEN: "no", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise((done, fail) => {
    let output = "";
    const read = (data: Buffer) => {
      output += data.toString();
      const url = /http:\/\/localhost:\d+\//.exec(output)?.[0];
      if (url) done({ url, output, milliseconds: Date.now() - started, stop: () => stop(child) });
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("error", fail);
    child.on("exit", (code) => fail(new Error(`npm start ended with ${code}:\n${output}`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once("exit", () => done());
    child.kill();
  });
}
