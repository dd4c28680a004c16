import type { Dataset } from "../../src/core/records/dataset";
import { linkRecords } from "../../src/core/records/dataset";
import { readRecords } from "../../src/core/records/read-records";
import type { Records } from "../../src/core/records/records";
import type { Kind } from "../../src/core/records/roles";
import { isRefused, type Block } from "../../src/mapping/block";
import { findBlocks } from "../../src/mapping/find";
import { guessSources, type SourceGuess } from "../../src/mapping/guess";
import type { WorkbookContent } from "../../src/workbench/files/content";
import { sheetCells } from "./sheet-cells";

export interface GuessedData {
  readonly dataset: Dataset;
  readonly guesses: readonly SourceGuess[];
}

/** The records of a workbook, mapped by guess alone: of each kind the surest source. */
export function guessedData(content: WorkbookContent): GuessedData {
  const blocks = content.sheets
    .flatMap((sheet) => findBlocks(sheetCells(sheet)))
    .filter((found): found is Block => !isRefused(found));
  const guesses = guessSources(blocks);
  const best = new Map<Kind, SourceGuess>();
  for (const guess of guesses) {
    const former = best.get(guess.kind);
    if (former === undefined || guess.confidence > former.confidence) best.set(guess.kind, guess);
  }
  return { dataset: linkRecords([...best.values()].map(recordsOf)), guesses: [...best.values()] };
}

function recordsOf({ kind, block, roles }: SourceGuess): Records {
  const cells = [...roles].map(
    ([role, { column }]) => [role, (block.columns[column]?.cells ?? []).map((cell) => [cell])] as const,
  );
  return readRecords(kind, Object.fromEntries(cells), { duplicates: "keep" });
}
