import { useCallback, useEffect, useRef, useState } from "react";
import { breath } from "../../dataset/breathe";
import { isRefused, type Block, type RefusedBlock } from "../../mapping/block";
import { findBlocks } from "../../mapping/find";
import { guessSources, type SourceGuess } from "../../mapping/guess";
import { readStructure, toWorkbookError, type WorkbookError } from "../../workbook";

/** What the workbook holds that may be records. */
export interface Findings {
  readonly blocks: readonly Block[];
  readonly refused: readonly RefusedBlock[];
  readonly guesses: readonly SourceGuess[];
}

export interface Look {
  readonly findings: Findings | undefined;
  readonly error: WorkbookError | undefined;
  /** Looks at the workbook again. */
  look(): void;
}

/** Looks through the workbook once, and again on request. */
export function useFindings(inExcel: boolean): Look {
  const [findings, setFindings] = useState<Findings>();
  const [error, setError] = useState<WorkbookError>();
  const looks = useRef(0);
  const look = useCallback(() => {
    if (!inExcel) return;
    const own = ++looks.current;
    setError(undefined);
    lookThrough().then(
      (found) => own === looks.current && setFindings(found),
      (problem: unknown) => own === looks.current && setError(toWorkbookError(problem)),
    );
  }, [inExcel]);
  useEffect(look, [look]);
  return { findings, error, look };
}

/** Sheet by sheet and list by list, so that the pane answers in between. */
async function lookThrough(): Promise<Findings> {
  const found: (Block | RefusedBlock)[] = [];
  for (const sheet of await readStructure()) {
    found.push(...findBlocks(sheet));
    await breath();
  }
  const blocks = found.filter((one) => !isRefused(one)) as Block[];
  const guesses: SourceGuess[] = [];
  for (const block of blocks) {
    guesses.push(...guessSources([block]));
    await breath();
  }
  return { blocks, refused: found.filter(isRefused), guesses };
}
