import type { Answer, Ask, Desk, Filter } from "../core/metrics/ask";
import type { Locale } from "../core/messages";
import type { Dataset } from "../core/records/dataset";
import type { Kind, Role } from "../core/records/roles";
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
  /** A role's name for the reader. */
  roleName(role: Role, kind: Kind): string;
  /** The number beside a record's row in its sheet. */
  rowNumber(kind: Kind, row: number): number;
}

/** Answers for the report's filters: for each metric those of each period, all asked together. */
export function ask(
  { desk, filters }: ReportInput,
  metrics: readonly string[],
  periods: readonly (Period | undefined)[],
): readonly (readonly Answer[])[] {
  const asks = metrics.flatMap((metric) =>
    periods.map((period): Ask => ({ metric, filters, ...(period === undefined ? {} : { period }) })),
  );
  const answers = desk.numbers(asks);
  return metrics.map((_, at) => answers.slice(at * periods.length, (at + 1) * periods.length));
}
