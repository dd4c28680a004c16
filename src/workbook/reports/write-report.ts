import type { Kind } from "../../core/records/roles";
import type { SheetId, SheetPlan } from "../../reports/plan";
import { withEntry, type KeptSheet, type LogEntry, type ReportRegistry } from "../../reports/registry";
import { toWorkbookError, WorkbookError } from "../errors";
import { inExcel } from "../in-excel";
import { isPassing, patience } from "../patience";
import { readableAccent } from "./colours";
import { contentsOfNew, contentsOver } from "./contents";
import { readFormer, type Former } from "./former";
import { readRegistry, writeRegistry } from "./keep-registry";
import { linksOf, type LinkedCell } from "./links";
import { locateReports, type Reports } from "./locate";
import { removeNew, restoreSheet } from "./restore-sheet";
import { freeSheetName } from "./sheet-name";
import { addSheet, keptOf, refreshSheet, withoutMovingCells, type Writing } from "./write-sheet";

export interface ReportOptions {
  /** Sheets that a person has deleted are made anew only when asked. */
  readonly remake?: boolean;
  /** Serial day and time, and the rows behind the report, for the log. */
  readonly at: number;
  readonly rows: LogEntry["rows"];
  /** When the refresh began, as `performance.now` counts; now, where it begins with the writing. */
  readonly since?: number;
  /** Where a record stands, for links to it. */
  readonly record?: (kind: Kind, row: number) => LinkedCell | undefined;
  readonly onProgress?: (progress: ReportProgress) => void;
  readonly signal?: AbortSignal;
}

export interface ReportProgress {
  readonly doing: "reading" | "writing" | "finishing" | "restoring";
  /** The sheet's name in the workbook. */
  readonly sheet?: string;
  readonly done: number;
  readonly of: number;
}

export interface ReportOutcome {
  readonly sheets: readonly WrittenSheet[];
  readonly milliseconds: number;
}

export interface WrittenSheet {
  readonly id: SheetId;
  /** Its name in the workbook; of a deleted one that it would have. */
  readonly name: string;
  readonly state: "made" | "refreshed" | "deleted";
}

/**
 * Writes planned sheets into the workbook, each into its own sheet wherever that is now. Everything is read before the
 * first cell changes; when anything fails, or the person cancels, all sheets are put back as they were. The log tells of
 * it either way.
 */
export async function writeReport(
  plans: readonly SheetPlan[],
  options: ReportOptions,
): Promise<ReportOutcome> {
  const { at, rows, since = performance.now() } = options;
  const entry = (outcome: LogEntry["outcome"], problem?: string): LogEntry => ({
    ...{ at, rows, outcome, sheets: plans.length },
    milliseconds: Math.round(performance.now() - since),
    ...(problem === undefined ? {} : { problem }),
  });
  const registry = await readRegistry();
  try {
    const sheets = await writeAll(plans, options, registry, () => entry("done"));
    return { sheets, milliseconds: entry("done").milliseconds };
  } catch (error) {
    const failure = toWorkbookError(error);
    const outcome = failure.problem === "cancelled" ? "cancelled" : "failed";
    // The reports matter more than their log: when that cannot be kept either, the first failure is told.
    await writeRegistry(withEntry(registry, entry(outcome, failure.problem))).catch(() => undefined);
    throw failure;
  }
}

async function writeAll(
  plans: readonly SheetPlan[],
  options: ReportOptions,
  registry: ReportRegistry,
  entry: () => LogEntry,
): Promise<readonly WrittenSheet[]> {
  const step = steps(2 * plans.length + 2, options);
  step("reading");
  const reports = await locateReports(
    plans.map(({ id }) => id),
    registry,
  );
  const wanted = plans.filter(({ id }) => options.remake === true || !reports.deleted.has(id));
  const formers = new Map<SheetId, Former>();
  for (const plan of wanted) {
    const found = reports.found.get(plan.id);
    if (found === undefined) continue;
    step("reading", found.sheet);
    formers.set(plan.id, await readFormer(found, registry.sheets[plan.id], plan));
  }
  const writings = prepare(wanted, formers, reports, options);
  const begun: Writing[] = [];
  try {
    for (const writing of writings) {
      const nameIsLeft = reports.namesLeft.has(writing.plan.id);
      step("writing", nameOf(writing));
      begun.push(writing);
      try {
        await write(writing, nameIsLeft);
      } catch (error) {
        if (isNameTaken(error)) begun.pop();
        const otherwise = isConflict(error) ? withoutMovingCells(writing) : undefined;
        if (otherwise === undefined) throw error;
        await putBack(writing);
        begun.splice(-1, 1, otherwise);
        await write(otherwise, nameIsLeft);
      }
    }
    step("finishing");
    const kept = begun.map((writing): [SheetId, KeptSheet] => [writing.plan.id, keptOf(writing)]);
    const sheets = { ...registry.sheets, ...Object.fromEntries(kept) };
    await writeRegistry(withEntry({ ...registry, sheets }, entry()));
  } catch (error) {
    await restoreAll(begun, options, error);
    throw error;
  }
  return plans.map(({ id, name }) => {
    const writing = writings.find(({ plan }) => plan.id === id);
    if (writing === undefined) return { id, name, state: "deleted" };
    return { id, name: nameOf(writing), state: writing.former ? "refreshed" : "made" };
  });
}

/** Tells each step before it is done, and stops there when the person has cancelled. */
function steps(of: number, { onProgress, signal }: ReportOptions) {
  let done = 0;
  return (doing: ReportProgress["doing"], sheet?: string): void => {
    signal?.throwIfAborted();
    onProgress?.({ doing, done: done++, of, ...(sheet === undefined ? {} : { sheet }) });
    signal?.throwIfAborted();
  };
}

function prepare(
  plans: readonly SheetPlan[],
  formers: ReadonlyMap<SheetId, Former>,
  reports: Reports,
  { record }: ReportOptions,
): readonly Writing[] {
  const taken = [...reports.sheetNames];
  const names = new Map<SheetId, string>();
  for (const { id, name, otherName } of plans) {
    if (formers.has(id)) continue;
    const free = freeSheetName(name, otherName, taken);
    taken.push(free);
    names.set(id, free);
  }
  const report = (id: SheetId): LinkedCell | undefined => {
    const name = names.get(id);
    return formers.get(id) ?? (name === undefined ? undefined : { sheet: name, row: 0, column: 0 });
  };
  const accent = readableAccent(reports.accent);
  return plans.map((plan) => {
    const former = formers.get(plan.id);
    const newName = names.get(plan.id);
    return {
      ...{ plan, accent, contents: former ? contentsOver(plan, former) : contentsOfNew(plan) },
      links: linksOf(plan, { report, record: record ?? (() => undefined) }),
      ...(former === undefined ? {} : { former }),
      ...(newName === undefined ? {} : { newName }),
    };
  });
}

function nameOf({ former, newName, plan }: Writing): string {
  return former?.sheet ?? newName ?? plan.name;
}

/**
 * What passes by itself is waited for; but part of it may have been written by then, so that the sheet is put back before it
 * is written again.
 */
async function write(writing: Writing, nameIsLeft: boolean): Promise<void> {
  for (const pause of patience.pauses) {
    try {
      return await writeOnce(writing, nameIsLeft);
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
    await new Promise((done) => setTimeout(done, pause));
    await putBack(writing);
  }
  return writeOnce(writing, nameIsLeft);
}

function writeOnce(writing: Writing, nameIsLeft: boolean): Promise<void> {
  const { former } = writing;
  return inExcel(async (context) => {
    if (former) refreshSheet(context, writing, former);
    else addSheet(context, writing, nameIsLeft);
    await context.sync();
  });
}

/** Somebody made a sheet of that name meanwhile: it is theirs and stays, and nothing of ours is there. */
function isNameTaken(error: unknown): boolean {
  const { code, debugInfo } = causeOf(error);
  return code === "ItemAlreadyExists" && debugInfo?.errorLocation?.startsWith("NamedItem") !== true;
}

/** Cells that cannot be moved stand below the report: part of a wider table, of a pivot table, merged cells. */
function isConflict(error: unknown): boolean {
  return CONFLICTS.has(String(causeOf(error).code));
}

/** What the client said of it. */
function causeOf(error: unknown): { code?: unknown; debugInfo?: { errorLocation?: string } } {
  return Object((Object(error) as { cause?: unknown }).cause) as object;
}

const CONFLICTS: ReadonlySet<string> = new Set([
  "InsertDeleteConflict",
  "InvalidOperation",
  "MergedRangeConflict",
  "NonBlankCellOffSheet",
  "PivotTableRangeConflict",
]);

function putBack(writing: Writing): Promise<void> {
  return writing.former ? restoreSheet(writing, writing.former) : removeNew(writing);
}

/** Puts back what was begun, the last first. What cannot be put back is named in the failure. */
async function restoreAll(
  begun: readonly Writing[],
  { onProgress }: ReportOptions,
  cause: unknown,
): Promise<void> {
  const unfinished: string[] = [];
  for (const [done, writing] of [...begun].reverse().entries()) {
    const sheet = nameOf(writing);
    onProgress?.({ doing: "restoring", sheet, done, of: begun.length });
    try {
      await putBack(writing);
    } catch {
      unfinished.push(sheet);
    }
  }
  if (unfinished.length > 0)
    throw new WorkbookError("reportUnfinished", { sheets: unfinished.join(", ") }, undefined, { cause });
}
