import type { Answer, Ask, Desk, Filter } from "../core/metrics/ask";
import type { Locale } from "../core/messages";
import { metricById } from "../core/metrics/catalogue";
import type { Dataset } from "../core/records/dataset";
import type { Records } from "../core/records/records";
import type { Kind, Role } from "../core/records/roles";
import { refuse } from "../core/result";
import type { Steps } from "../core/steps";
import type { Period } from "../core/time/periods";
import type { ReportPeriods } from "./request";

/** Everything a report is made of. */
export interface ReportInput {
  readonly dataset: Dataset;
  readonly desk: Desk;
  readonly periods: ReportPeriods;
  readonly filters: readonly Filter[];
  readonly locale: Locale;
  /** ISO code of the money, where it is known. */
  readonly currency: string | undefined;
  /** Serial day of the report. */
  readonly today: number;
  /** Serial day and time of the refreshing. */
  readonly refreshedAt: number;
  readonly rows: { readonly used: number; readonly skipped: number };
  /** Working days of the settings, 0 = Monday … 6 = Sunday; missing where nobody set them. */
  readonly weekdays?: readonly number[];
  /** Does long work, in steps where the page has to stay alive; the same key means the same result. */
  readonly work?: <A>(key: string, steps: () => Steps<A>) => A;
  /** A role's name for the reader. */
  roleName(role: Role, kind: Kind): string;
  /** The number beside a record's row in its sheet. */
  rowNumber(kind: Kind, row: number): number;
}

/** Answers for the report's filters: for each metric those of each period, all asked together. */
export function ask(
  { dataset, desk, filters }: ReportInput,
  metrics: readonly string[],
  periods: readonly (Period | undefined)[],
): readonly (readonly Answer[])[] {
  const asks = metrics.flatMap((metric) =>
    periods.map((period): Ask => ({ metric, filters, ...(period === undefined ? {} : { period }) })),
  );
  const answers = desk.numbers(asks);
  return metrics.map((id, at) => {
    const start = historyStart(dataset, id);
    const own = answers.slice(at * periods.length, (at + 1) * periods.length);
    // A period that ended before the first record is unknown, not empty.
    return own.map((answer, index) =>
      (periods[index]?.end ?? Infinity) > start ? answer : { ...answer, value: refuse("#N/A", "noRecords") },
    );
  });
}

const DATES = ["createdDate", "closedDate", "date", "startDate"] as const;
const firstDays = new WeakMap<Records, number>();

/** The first day of which the tables that a metric reads know anything. */
function historyStart(dataset: Dataset, id: string): number {
  const { inputs = [] } = metricById(id.split(";")[0] ?? "") ?? {};
  const kinds = new Set(inputs.flatMap((each) => (each.input === "column" ? each.kinds : [])));
  const starts = [...kinds].flatMap((kind) => {
    const records = dataset[kind];
    return records === undefined || !DATES.some((role) => records.has(role)) ? [] : [firstDay(records)];
  });
  return starts.length === 0 ? -Infinity : Math.min(...starts);
}

function firstDay(records: Records): number {
  let first = firstDays.get(records);
  if (first === undefined) {
    first = Infinity;
    for (const role of DATES) {
      const column = records.columns.get(role);
      if (column?.type !== "number" || column.fault !== undefined) continue;
      for (const date of column.values) if (date < first) first = date;
    }
    firstDays.set(records, first);
  }
  return first;
}
