import { useCallback, useEffect, useMemo, useState } from "react";
import type { Kind } from "../../core/records/roles";
import type { RepairQuestion } from "../../mapping/keep/locate";
import type { Mapping } from "../../mapping/mapping";
import type { SourceGuess } from "../../mapping/guess";
import {
  openQuestions,
  sourceFromGuess,
  sourceFromSaved,
  toMapping,
  type DraftSource,
} from "./mapping-draft";
import type { Findings } from "./use-findings";

export interface MappingDraft {
  readonly sources: readonly DraftSource[];
  /** What saving would keep. */
  readonly mapping: Mapping;
  readonly isChanged: boolean;
  /** Questions that have to be answered before it can be saved. */
  readonly open: number;
  readonly canUndo: boolean;
  change(sources: readonly DraftSource[]): void;
  /** Takes the last change back. */
  undo(): void;
}

/**
 * The mapping as it is being edited: from what is saved, or where nothing is, from what was guessed. A look at the
 * workbook or a saving starts anew only where the person has changed nothing.
 */
export function useMappingDraft(
  saved: Mapping,
  findings: Findings | undefined,
  questions: readonly RepairQuestion[],
): MappingDraft {
  const [steps, setSteps] = useState<readonly (readonly DraftSource[])[]>([]);
  const first = useMemo(
    () => (findings ? firstDraft(saved, findings, questions) : []),
    [saved, findings, questions],
  );
  const sources = steps.at(-1) ?? first;
  const mapping = useMemo(() => toMapping(sources, saved.settings), [sources, saved.settings]);
  const isChanged = !sameSources(mapping, saved);

  // Saved as it was edited: the cards now show what is in the workbook.
  const inWorkbook = canonical(saved.sources);
  useEffect(() => setSteps([]), [inWorkbook]);

  const change = useCallback(
    (next: readonly DraftSource[]) => setSteps((former) => [...former, next].slice(-MOST_STEPS)),
    [],
  );
  const undo = useCallback(() => setSteps((former) => former.slice(0, -1)), []);
  const open = sources.reduce((sum, source) => sum + openQuestions(source).length, 0);
  return { sources, mapping, isChanged, open, canUndo: steps.length > 0, change, undo };
}

const MOST_STEPS = 50;

/** How sure a guess has to be to be proposed unasked. */
const SURE = 0.6;

export function isProposed({ confidence, block }: SourceGuess): boolean {
  return block.visible && confidence >= SURE;
}

/**
 * Of each kind the surest table, and with it those with the same headers (a sheet for each month). Other tables of a kind are
 * only offered: orders and the deals they come from would count twice.
 */
export function proposedSources(guesses: readonly SourceGuess[]): readonly SourceGuess[] {
  const sure = guesses.filter(isProposed);
  const best = new Map<Kind, SourceGuess>();
  for (const guess of sure) {
    const former = best.get(guess.kind);
    if (former === undefined || guess.confidence > former.confidence) best.set(guess.kind, guess);
  }
  return sure.filter((guess) => {
    const first = best.get(guess.kind);
    return first !== undefined && (first === guess || headersOf(first) === headersOf(guess));
  });
}

function headersOf({ block }: SourceGuess): string {
  return block.columns.map(({ header }) => header).join("\n");
}

function firstDraft(
  saved: Mapping,
  { blocks, guesses }: Findings,
  questions: readonly RepairQuestion[],
): readonly DraftSource[] {
  if (saved.sources.length > 0)
    return saved.sources.map((source, at) =>
      sourceFromSaved(
        source,
        blocks,
        guesses,
        questions.filter((question) => question.source === at),
      ),
    );
  return proposedSources(guesses).map(sourceFromGuess);
}

/** The order of roles and words says nothing. */
function sameSources(one: Mapping, other: Mapping): boolean {
  return canonical(one.sources) === canonical(other.sources);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
