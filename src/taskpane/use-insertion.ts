import { useCallback, useState } from "react";
import {
  insertFormula,
  readResult,
  toWorkbookError,
  type CellPlace,
  type WorkbookError,
  type WorkbookView,
} from "../workbook";
import type { Draft } from "./draft";
import { formulaText } from "./formula/formula";
import { numberFormatOf } from "./formula/number-format";
import { problemText, resultNotice, type Notice } from "./problem-text";
import type { Language } from "./texts";

/** A filled cell waits for the person's word. */
export interface Question {
  readonly error: WorkbookError;
  readonly place: CellPlace;
}

export interface Insertion {
  readonly inserting: boolean;
  readonly question: Question | undefined;
  insert(replace?: CellPlace): Promise<void>;
  withdraw(): void;
}

/** Inserting a formula from press to result. The draft is made anew from a fresh look at the workbook. */
export function useInsertion(
  refresh: () => Promise<WorkbookView | undefined>,
  draftOf: (view: WorkbookView | undefined) => Draft,
  language: Language,
  tell: (notice: Notice | undefined) => void,
): Insertion {
  const [inserting, setInserting] = useState(false);
  const [question, setQuestion] = useState<Question>();

  const insert = useCallback(
    async (replace?: CellPlace) => {
      setQuestion(undefined);
      setInserting(true);
      tell(undefined);
      try {
        const draft = draftOf(await refresh());
        const { formula, unit } = draft;
        const place = await insertFormula({
          formula: formulaText(formula),
          numberFormat:
            unit !== undefined && formula.placeholders.length === 0 ? numberFormatOf(unit) : undefined,
          reads: formula.reads,
          replace,
        });
        tell(resultNotice(place, await readResult(place), draft, language));
      } catch (problem) {
        const error = toWorkbookError(problem);
        if (error.problem === "occupied" && error.place) setQuestion({ error, place: error.place });
        else tell({ intent: "error", text: problemText(error, language) });
      } finally {
        setInserting(false);
      }
    },
    [draftOf, language, refresh, tell],
  );

  const withdraw = useCallback(() => setQuestion(undefined), []);
  return { inserting, question, insert, withdraw };
}
