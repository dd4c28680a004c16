import type { Locale } from "../core/messages";
import { breathing } from "../dataset/breathe";
import { localNow } from "../dataset/clock";
import type { HeldData, MappedData } from "../dataset/mapped-data";
import type { ReportInput } from "../reports/input";
import { REPORT_SHEETS, type SheetId, type SheetPlan } from "../reports/plan";
import { planSheetInSteps } from "../reports/sheets";
import { withEntry, type LogEntry } from "../reports/registry";
import { reportText } from "../reports/texts";
import {
  locateReports,
  readParts,
  readRegistry,
  showSheet,
  startWithWorkbook,
  toWorkbookError,
  WorkbookError,
  writePart,
  writeRegistry,
  writeReport,
  type ReportProgress,
} from "../workbook";
import { Automation } from "./automation";
import { filterFault } from "./filter-choices";
import { recordCell, reportInput, rowsOf } from "./report-input";
import {
  defaultReportSettings,
  REPORT_SETTINGS_NAMESPACE,
  reportSettingsFromXml,
  reportSettingsToXml,
  type ReportSettings,
} from "./report-settings";
import type { RefreshOutcome, RefreshProgress, Reports, ReportSheet, ReportsState } from "./reports";

/** The reports of the workbook over its mapped data. Nothing is read before somebody looks or refreshes. */
export function createReports(data: MappedData, locale: Locale): Reports {
  return new Service(data, locale);
}

/** Parts of a refresh's time, up to and with each step. */
const READING = 0.4;
const PLANNING = 0.7;

interface Wish {
  readonly remake: readonly SheetId[];
  /** The data is read whether or not it is known to have changed. */
  readonly anew: boolean;
}

class Service implements Reports {
  state: ReportsState = {
    status: "loading",
    settings: defaultReportSettings,
    sheets: new Map(),
    log: [],
  };

  private readonly listeners = new Set<() => void>();
  private readonly automation: Automation;
  private running: Promise<RefreshOutcome> | undefined;
  private stop = new AbortController();
  /** The data of the refresh under way, or of the last one. */
  private toldOf: HeldData | undefined;

  constructor(
    private readonly data: MappedData,
    private readonly locale: Locale,
  ) {
    this.automation = new Automation(data, () => this.start());
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async look(): Promise<void> {
    try {
      const settings = sameOr(this.state.settings, await readSettings());
      const reports = await findReports();
      const { problem: _, ...state } = this.state;
      this.tell({ ...state, status: "ready", settings, ...reports });
      this.automation.follow(settings.afterChanges && reports.sheets.size > 0);
    } catch (error) {
      // What was known stays of use.
      if (this.state.status !== "ready")
        this.tell({ ...this.state, status: "failed", problem: toWorkbookError(error) });
    }
  }

  async opened(): Promise<void> {
    await this.look();
    const { settings, sheets } = this.state;
    if (settings.onOpening && sheets.size > 0) await this.start();
  }

  async keep(settings: ReportSettings): Promise<void> {
    const xml = reportSettingsToXml(settings);
    const isSame = (text: string): boolean => {
      const back = reportSettingsFromXml(text);
      return back !== undefined && JSON.stringify(back) === JSON.stringify(reportSettingsFromXml(xml));
    };
    await writePart(REPORT_SETTINGS_NAMESPACE, xml, isSame);
    // Where Excel cannot do that, the reports are refreshed once the pane is opened.
    if (settings.onOpening !== this.state.settings.onOpening)
      void startWithWorkbook(settings.onOpening).catch(() => undefined);
    this.tell({ ...this.state, settings });
    this.automation.follow(settings.afterChanges && this.state.sheets.size > 0);
  }

  refresh({ remake = [] }: { readonly remake?: readonly SheetId[] } = {}): Promise<RefreshOutcome> {
    return this.start({ remake, anew: true });
  }

  cancel(): void {
    if (this.running === undefined || this.stop.signal.aborted) return;
    this.stop.abort();
    this.data.cancel();
    const { progress } = this.state;
    if (progress) this.tell({ ...this.state, progress: { ...progress, isStopping: true } });
  }

  private start(wish: Wish = { remake: [], anew: false }): Promise<RefreshOutcome> {
    this.running ??= this.refreshed(wish).finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async refreshed(wish: Wish): Promise<RefreshOutcome> {
    this.stop = new AbortController();
    this.toldOf = undefined;
    const { outcome: _, ...former } = this.state;
    this.tell(former);
    const outcome = await this.attempt(wish);
    const isFirst = this.state.sheets.size === 0;
    await this.look();
    if (isFirst) await this.showFirst();
    const { progress: __, ...state } = this.state;
    this.tell({ ...state, outcome });
    this.automation.refreshed(outcome.is === "done", this.toldOf);
    return outcome;
  }

  private async attempt({ remake, anew }: Wish): Promise<RefreshOutcome> {
    const { signal } = this.stop;
    const since = performance.now();
    const at = localNow();
    const milliseconds = (): number => Math.round(performance.now() - since);
    let isWriting = false;
    try {
      this.progress({ step: "reading", share: 0 });
      if (this.state.status !== "ready") await this.look();
      // Without them the reports would be made as nobody asked, filters forgotten.
      if (this.state.problem) throw this.state.problem;
      const held = await this.upToDate(anew);
      if (!("dataset" in held)) {
        if (held.is === "failed" && "fault" in held.error)
          await noted({
            ...nothingUsed,
            at,
            milliseconds: milliseconds(),
            outcome: "failed",
            problem: held.error.fault,
          });
        return held;
      }
      this.toldOf = held;
      const rows = rowsOf(held);
      const input = reportInput(held, this.state.settings, this.locale, at);
      const { plans, leftOut } = await this.planned(input, remake);
      isWriting = true;
      const written = await writeReport(plans, {
        ...{ at, rows, since, signal },
        remake: remake.length > 0,
        record: (kind, row) => recordCell(held, kind, row),
        onProgress: (progress) => this.progress(writingProgress(progress)),
      });
      // One that was deleted meanwhile was not written.
      const sheets = written.sheets.filter((sheet) => sheet.state !== "deleted").length;
      return { is: "done", at, rows, milliseconds: milliseconds(), sheets, leftOut };
    } catch (thrown) {
      const error = toWorkbookError(thrown);
      const isCancelled = error.problem === "cancelled";
      // How the writing went is noted where it is done.
      if (!isWriting)
        await noted({
          ...{ ...nothingUsed, at, milliseconds: milliseconds() },
          ...{ outcome: isCancelled ? "cancelled" : "failed", problem: error.problem },
        });
      return isCancelled ? { is: "cancelled" } : { is: "failed", error };
    }
  }

  /** Reports that were just made are looked at; later ones are refreshed where the person is. */
  private async showFirst(): Promise<void> {
    const first = [...this.state.sheets.values()].find((sheet) => sheet.is === "there");
    if (first?.is === "there") await showSheet(first.sheetId).catch(() => undefined);
  }

  /**
   * The mapped records as the cells are now, where the reports can be made of them. Excel does not tell every change: not of
   * results of formulas, of sorting, of what some of its commands do. So who presses the button has everything read `anew`.
   */
  private async upToDate(anew: boolean): Promise<HeldData | RefreshOutcome> {
    const stop = this.data.subscribe(() => {
      const { state } = this.data;
      if (state.status === "reading") this.progress({ step: "reading", share: READING * state.share });
    });
    try {
      await (anew ? this.data.refresh() : this.data.bringUpToDate());
    } finally {
      stop();
    }
    this.stop.signal.throwIfAborted();
    const { state } = this.data;
    if (state.status === "ready") {
      const fault = filterFault(state.data.dataset, this.state.settings.filters);
      return fault === undefined ? state.data : { is: "failed", error: fault };
    }
    if (state.status === "unmapped") return { is: "unmapped" };
    if (state.status !== "failed") throw new WorkbookError("busy");
    if (state.error instanceof WorkbookError) throw state.error;
    return { is: "failed", error: state.error };
  }

  private async planned(
    input: ReportInput,
    remake: readonly SheetId[],
  ): Promise<{ readonly plans: readonly SheetPlan[]; readonly leftOut: readonly SheetId[] }> {
    const { settings, sheets } = this.state;
    const ids = REPORT_SHEETS.filter(
      (id) => remake.includes(id) || (settings.sheets.includes(id) && sheets.get(id)?.is !== "deleted"),
    );
    const plans: SheetPlan[] = [];
    for (const [at, id] of ids.entries()) {
      const share = READING + (PLANNING - READING) * (at / ids.length);
      this.progress({ step: "planning", share, sheet: reportText(input.locale, id) });
      plans.push(await breathing(planSheetInSteps(input, id), this.stop.signal));
    }
    // A sheet that is there says what is missing; none is made only for that, unless there would be no other.
    const telling = plans.filter(
      ({ id, tellsNothing }) =>
        tellsNothing !== true || sheets.get(id)?.is === "there" || remake.includes(id),
    );
    const made = telling.length > 0 ? telling : plans;
    return { plans: made, leftOut: plans.filter((plan) => !made.includes(plan)).map(({ id }) => id) };
  }

  private progress(progress: RefreshProgress): void {
    this.tell({ ...this.state, progress: { ...progress, isStopping: this.stop.signal.aborted } });
  }

  private tell(state: ReportsState): void {
    this.state = state;
    for (const listener of [...this.listeners]) listener();
  }
}

function writingProgress({ doing, done, of, sheet }: ReportProgress): RefreshProgress {
  return {
    step: doing === "restoring" ? "restoring" : "writing",
    share: PLANNING + ((1 - PLANNING) * done) / of,
    ...(sheet === undefined ? {} : { sheet }),
  };
}

const nothingUsed = { rows: { used: 0, skipped: 0 }, sheets: 0 };

/** A refresh that cannot be noted was one all the same. */
async function noted(entry: LogEntry): Promise<void> {
  try {
    await writeRegistry(withEntry(await readRegistry(), entry));
  } catch {
    return;
  }
}

async function findReports(): Promise<Pick<ReportsState, "sheets" | "log">> {
  const registry = await readRegistry();
  const { found, deleted } = await locateReports(REPORT_SHEETS, registry);
  const sheets = new Map<SheetId, ReportSheet>();
  for (const id of REPORT_SHEETS) {
    const there = found.get(id);
    if (there !== undefined) sheets.set(id, { is: "there", name: there.sheet, sheetId: there.sheetId });
    else if (deleted.has(id)) sheets.set(id, { is: "deleted" });
  }
  return { sheets, log: registry.log };
}

/** The former settings where those read say the same: who looks at them need not look again. */
function sameOr(former: ReportSettings, read: ReportSettings): ReportSettings {
  return reportSettingsToXml(former) === reportSettingsToXml(read) ? former : read;
}

async function readSettings(): Promise<ReportSettings> {
  const texts = await readParts(REPORT_SETTINGS_NAMESPACE);
  return texts.map(reportSettingsFromXml).findLast((one) => one !== undefined) ?? defaultReportSettings;
}
