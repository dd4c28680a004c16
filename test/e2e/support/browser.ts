import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";

/** The Chromium, Chrome or Edge of this machine. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) {
    throw new Error(
      "No Chromium, Chrome or Edge was found. Install one (Debian: apt-get install chromium), or name it: CHROME=/path/to/it",
    );
  }
  return chromium.launch({
    executablePath,
    args: [
      "--headless",
      "--no-sandbox", // containers run as root
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export function findBrowser(): string | undefined {
  const { CHROME, PATH = "", ProgramFiles, LOCALAPPDATA } = process.env;
  const onPath = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
  const windows = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];
  const mac = ["Google Chrome", "Chromium", "Microsoft Edge"];
  const candidates = [
    CHROME ?? "",
    ...PATH.split(":").flatMap((folder) => onPath.map((name) => join(folder, name))),
    ...onPath.map((name) => `/usr/bin/${name}`),
    ...mac.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
    ...[ProgramFiles, process.env["ProgramFiles(x86)"], LOCALAPPDATA].flatMap((folder) =>
      folder ? windows.map((path) => join(folder, path)) : [],
    ),
  ];
  return candidates.find((path) => path !== "" && existsSync(path));
}
