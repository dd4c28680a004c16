import { createRoot } from "react-dom/client";
import { publishWords } from "../reference/words";
import { registerCommands, type CommandOutcome } from "../commands";
import { createMappedData } from "../dataset/create-mapped-data";
import type { MappedData } from "../dataset/mapped-data";
import { sharedOnPage } from "../reference/shared-page";
import { officeHost } from "../workbook";
import { App } from "./App";
import { localeFor } from "./texts";
import "./pane.css";

let showOutcome: ((outcome: CommandOutcome) => void) | undefined;
let waiting: CommandOutcome | undefined;

/** A ribbon button may be pressed before the pane is drawn: its outcome waits for it. */
function tell(outcome: CommandOutcome): void {
  if (showOutcome) showOutcome(outcome);
  else waiting = outcome;
}

function onCommand(listener: (outcome: CommandOutcome) => void): void {
  showOutcome = listener;
  if (waiting) listener(waiting);
  waiting = undefined;
}

publishWords();

async function start(): Promise<void> {
  const element = document.getElementById("pane");
  if (!element) throw new Error("The page has no element for the pane.");
  const { excel, displayLanguage } = await officeHost();
  if (excel) registerCommands(tell);
  const data = excel ? createMappedData() : undefined;
  if (data) sharedOnPage<MappedData>("salesMetricsData").publish(data);
  const locale = localeFor(location.search, displayLanguage, navigator.language);
  createRoot(element).render(<App data={data} locale={locale} onCommand={onCommand} />);
}

void start();
