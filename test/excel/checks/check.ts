/** One question to Excel. What it answers is compared between Excel and the workbench, so it holds no ids and no times. */
export interface Check {
  readonly name: string;
  /** ExcelApi version the check needs beyond 1.10. */
  readonly needs?: string;
  run(sheet: Excel.Worksheet, context: Excel.RequestContext): Promise<unknown>;
}

export interface Report {
  /** "PC 16.0.12345.20000", for the reader. */
  readonly excel: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** Asks all questions, each on a fresh sheet that is deleted afterwards; nothing else in the workbook is touched. */
export async function runChecks(checks: readonly Check[]): Promise<Report> {
  const { diagnostics, requirements } = Office.context;
  const answers: Record<string, unknown> = {};
  for (const { name, needs, run } of checks) {
    if (needs !== undefined && !requirements.isSetSupported("ExcelApi", needs)) {
      answers[name] = `not supported (ExcelApi ${needs})`;
      continue;
    }
    answers[name] = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add(SHEET);
      await context.sync();
      try {
        return await run(sheet, context);
      } catch (error) {
        return refusal(error);
      } finally {
        context.workbook.worksheets.getItemOrNullObject(SHEET).delete();
        await context.sync();
      }
    }).catch(refusal);
  }
  return { excel: `${String(diagnostics?.platform)} ${String(diagnostics?.version)}`, answers };
}

export const SHEET = "Sales Metrics checks";

/** What Excel says when it refuses. */
export function refusal(error: unknown): unknown {
  const { code, debugInfo } = error as Partial<OfficeExtension.Error>;
  return code === undefined ? { thrown: String(error) } : { code, location: debugInfo?.errorLocation ?? "" };
}

/** Long enough for an event to arrive in Excel on the web. */
export const moment = (milliseconds = 1500): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
