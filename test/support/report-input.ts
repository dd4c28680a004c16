import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createDesk, type Filter } from "../../src/core/metrics/ask";
import type { Locale } from "../../src/core/messages";
import type { Dataset } from "../../src/core/records/dataset";
import { readPeriod } from "../../src/core/records/read-period";
import { defaultCalendar, type CalendarSettings } from "../../src/core/time/periods";
import { serialOf } from "../../src/core/time/serial";
import type { ReportInput } from "../../src/reports/input";
import { reportPeriods, type ReportGrain } from "../../src/reports/request";
import { sampleContent } from "../../src/workbench/files/sample";
import { sampleWorkbook } from "../../src/workbench/sample";
import { guessedData } from "./guessed-data";

export interface ReportOptions {
  /** 2026-06-30 */
  readonly today: string;
  readonly grain?: ReportGrain;
  readonly period?: string;
  readonly locale?: Locale;
  readonly filters?: readonly Filter[];
  readonly calendar?: CalendarSettings;
}

/** What a report over records is made of, as the add-in would hand it over. */
export function reportInput(dataset: Dataset, options: ReportOptions): ReportInput {
  const { grain = "quarter", locale = "en", filters = [], calendar = defaultCalendar } = options;
  const [year = 0, month = 1, day = 1] = options.today.split("-").map(Number);
  const today = serialOf(year, month, day);
  const asked = options.period === undefined ? undefined : readPeriod(options.period);
  return {
    dataset,
    desk: createDesk(dataset, { today, calendar }),
    periods: reportPeriods(grain, today, calendar, asked),
    filters,
    locale,
    currency: undefined,
    today,
    refreshedAt: today + 9 / 24,
    rows: { used: 0, skipped: 0 },
    roleName: (role) => role,
    rowNumber: (_, row) => row + 2,
  };
}

/** The records of the workbench's sample workbook, mapped by guess. */
export function sampleData(): Dataset {
  return guessedData(sampleContent(sampleWorkbook(), "sample")).dataset;
}

/** The records of a public file, mapped by guess; none where the data is not there. */
export async function fileData(file: string): Promise<Dataset> {
  const path = join(__dirname, "../../../shared/data", file);
  if (!existsSync(path)) return {};
  // Only here: a page of jsdom has not all that the reader of files takes.
  const { readWorkbookFile } = await import("../../src/workbench/files/open");
  return guessedData(await readWorkbookFile(readFileSync(path), file)).dataset;
}
