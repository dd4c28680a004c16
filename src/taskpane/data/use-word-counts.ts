import { useEffect, useState } from "react";
import type { Role } from "../../core/records/roles";
import { vocabularyOf } from "../../mapping/guess/vocabulary";
import { readCells } from "../../workbook";
import type { DraftSource } from "./mapping-draft";
import { countWords, type WordCounts } from "./words";

/**
 * How often each word stands in the columns whose words have meanings: among the rows that were looked at, and as soon
 * as the columns of a large table have been read, among all.
 */
export function useWordCounts({ kind, block, roles }: DraftSource): WordCounts {
  const [read, setRead] = useState<{ readonly key: string; readonly counts: WordCounts }>();
  const wanted = [...roles].filter(([role]) => vocabularyOf(kind, role) !== undefined);
  const key = JSON.stringify([block?.place, wanted]);
  const isPart =
    block !== undefined && (block.columns[0]?.cells.length ?? 0) + block.skipped.length < block.place.rows;

  useEffect(() => {
    if (!isPart || block === undefined || wanted.length === 0) return;
    const { sheetId, row, rows, column } = block.place;
    const stop = new AbortController();
    readCells(
      wanted.map(([, at]) => ({ sheetId, row, rows, column: column + at, columns: 1 })),
      { signal: stop.signal },
    ).then(
      (columns) => {
        const counts = wanted.map(([role], index): [Role, ReadonlyMap<string, number>] => [
          role,
          countWords((columns[index]?.values ?? []).map(([cell]) => cell ?? "")),
        ]);
        if (!stop.signal.aborted) setRead({ key, counts: new Map(counts) });
      },
      () => undefined, // the counts of the rows that were looked at stay
    );
    return () => stop.abort();
  }, [key, isPart]);

  if (read?.key === key) return read.counts;
  return new Map(wanted.map(([role, at]) => [role, countWords(block?.columns[at]?.cells ?? [])]));
}
