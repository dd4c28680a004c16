import { useState } from "react";
import type { MappedData } from "../../dataset/mapped-data";
import { toWorkbookError } from "../../workbook";
import { problemText, type Notice } from "../problem-text";
import { useShell } from "../shell/context";
import { useLanguage } from "../texts";
import type { MappingDraft } from "./use-mapping-draft";

export interface Saving {
  readonly isSaving: boolean;
  save(): Promise<void>;
  /** Takes back the last change, or where there is none the last saving. */
  readonly undo: (() => Promise<void>) | undefined;
  readonly standing: Notice | undefined;
}

/** Saving the mapping, which reads back what it wrote, and taking it back. */
export function useSaving(service: MappedData | undefined, draft: MappingDraft): Saving {
  const language = useLanguage();
  const { tell } = useShell();
  const [isSaving, setSaving] = useState(false);

  const during = async (work: () => Promise<void>, done: string) => {
    setSaving(true);
    tell(undefined);
    try {
      await work();
      tell({ intent: "success", text: done });
    } catch (problem) {
      tell({ intent: "error", text: problemText(toWorkbookError(problem), language) });
    } finally {
      setSaving(false);
    }
  };

  const save = () => during(async () => service?.saveMapping(draft.mapping), language.text("savedChecked"));
  const undoSaving = () => during(async () => service?.undo(), language.text("savingUndone"));
  const undo = draft.canUndo
    ? async () => draft.undo()
    : service?.former && !draft.isChanged
      ? undoSaving
      : undefined;
  const standing: Notice | undefined =
    draft.isChanged && draft.mapping.sources.length > 0
      ? { intent: "info", text: language.text("notSavedYet") }
      : undefined;
  return { isSaving, save, undo, standing };
}
