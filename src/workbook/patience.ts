import { inExcel } from "./in-excel";
import { toWorkbookError, type WorkbookProblem } from "./errors";

/** Pauses before the next attempts, in milliseconds. A test shortens them. */
export const patience = { pauses: [300, 1000, 2500] as readonly number[] };

/** What passes by itself: a person ends the editing of a cell, Excel has caught up. */
const PASSING: ReadonlySet<WorkbookProblem> = new Set(["cellEditing", "busy"]);

export function isPassing(error: unknown): boolean {
  return PASSING.has(toWorkbookError(error).problem);
}

/** A batch that is tried again while a cell is being edited or Excel is busy, and fails only after several attempts. */
export async function patiently<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  for (const pause of patience.pauses) {
    try {
      return await inExcel(batch);
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
    await new Promise((done) => setTimeout(done, pause));
  }
  return inExcel(batch);
}
