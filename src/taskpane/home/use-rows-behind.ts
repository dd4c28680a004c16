import { useEffect, useState } from "react";
import { behind, type RowsBehind, type RowsOfKind } from "../../core/metrics/ask-behind";
import type { Metric } from "../../core/metrics/metric";
import type { Role } from "../../core/records/roles";
import type { Period } from "../../core/time/periods";
import { contextOf } from "../../dataset/desk";
import type { HeldData } from "../../dataset/mapped-data";
import { showRows, toWorkbookError } from "../../workbook";
import { problemText } from "../problem-text";
import { useShell } from "../shell/context";
import { useLanguage } from "../texts";

/** So many rows are handed to Excel at most: more nobody looks through. */
const MOST = 10_000;

/** The rows behind a number: further passes over the records, made once the details are on the screen. */
export function useRowsBehind(
  held: HeldData,
  today: number,
  metric: Metric,
  period: Period,
): RowsBehind | undefined {
  const [found, setFound] = useState<{ readonly of: HeldData; readonly rows: RowsBehind | undefined }>();
  useEffect(() => {
    const timer = setTimeout(() =>
      setFound({ of: held, rows: behind(contextOf(held, today), { metric: metric.id, period }) }),
    );
    return () => clearTimeout(timer);
  }, [held, today, metric, period]);
  return found?.of === held ? found.rows : undefined;
}

/** Selects rows in their sheet and says how many of them. */
export function useShowRows(held: HeldData): (rows: readonly RowsOfKind[]) => void {
  const { tell } = useShell();
  const language = useLanguage();
  return (rows) => {
    const all = rows.reduce((sum, one) => sum + one.rows.length, 0);
    showRows(cellsOf(rows, held)).then(
      (count) =>
        tell({
          intent: "info",
          text:
            count === all
              ? language.plural("rowsShown", count)
              : language.plural("rowsShownOf", all, { shown: language.number(count) }),
        }),
      (problem: unknown) => tell({ intent: "error", text: problemText(toWorkbookError(problem), language) }),
    );
  };
}

function cellsOf(rows: readonly RowsOfKind[], held: HeldData) {
  return rows
    .flatMap((one) => [...one.rows.subarray(0, MOST)].map((row) => ({ ...one, row })))
    .slice(0, MOST)
    .flatMap(({ kind, role, row }) => {
      const columns = [role, ...TELLING].flatMap((name) => (name ? [held.placeOf(kind, row, name)] : []));
      const place = columns.find((one) => one?.column !== undefined) ?? held.placeOf(kind, row);
      return place ? [{ sheet: place.sheet, row: place.row, column: place.column ?? 0 }] : [];
    });
}

/** What a row is known by, where the number is about no column of its own. */
const TELLING: readonly Role[] = ["id", "status", "customer", "date", "createdDate"];
