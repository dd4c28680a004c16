import { spawn } from "node:child_process";

/** Opens the address in the person's browser; where there is none (a server, a container), nothing happens. */
export async function openBrowser(url) {
  const { platform, env } = process;
  if (platform === "linux" && !env.DISPLAY && !env.WAYLAND_DISPLAY) return;
  const [command, args] =
    platform === "win32"
      ? ["cmd", ["/c", "start", '""', url]]
      : [platform === "darwin" ? "open" : "xdg-open", [url]];
  await new Promise((done) => {
    const child = spawn(command, args, { stdio: "ignore", detached: true, windowsVerbatimArguments: true });
    child.on("error", done);
    child.on("spawn", done);
    child.unref();
  });
}
