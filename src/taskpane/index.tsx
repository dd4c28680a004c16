import { createRoot } from "react-dom/client";
import { publishWords } from "../reference/words";
import { registerCommands } from "../commands";
import { createMappedData } from "../dataset/create-mapped-data";
import type { MappedData } from "../dataset/mapped-data";
import { sharedOnPage } from "../reference/shared-page";
import type { RefreshOutcome } from "../refresh/reports";
import { createReports } from "../refresh/reports-service";
import { officeHost } from "../workbook";
import { App } from "./App";
import { localeFor } from "./texts";
import "./pane.css";

let showOutcome: ((outcome: RefreshOutcome) => void) | undefined;
let waiting: RefreshOutcome | undefined;

/** A ribbon button may be pressed before the pane is drawn: its outcome waits for it. */
function tell(outcome: RefreshOutcome): void {
  if (showOutcome) showOutcome(outcome);
  else waiting = outcome;
}

function onCommand(listener: (outcome: RefreshOutcome) => void): void {
  showOutcome = listener;
  if (waiting) listener(waiting);
  waiting = undefined;
}

publishWords();

async function start(): Promise<void> {
  const element = document.getElementById("pane");
  if (!element) throw new Error("The page has no element for the pane.");
  const { excel, displayLanguage } = await officeHost();
  const locale = localeFor(location.search, displayLanguage, navigator.language);
  const data = excel ? createMappedData() : undefined;
  const reports = data && createReports(data, locale);
  if (data) sharedOnPage<MappedData>("salesMetricsData").publish(data);
  if (reports) registerCommands(reports, tell);
  createRoot(element).render(<App data={data} reports={reports} locale={locale} onCommand={onCommand} />);
  await reports?.opened();
}

void start();
