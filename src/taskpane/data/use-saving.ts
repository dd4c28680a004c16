import { useState } from "react";
import type { MappedData } from "../../dataset/mapped-data";
import { sameMapping } from "../../mapping/keep/kept-text";
import { toWorkbookError } from "../../workbook";
import { problemText } from "../problem-text";
import { useShell } from "../shell/context";
import { useLanguage } from "../texts";
import type { MappingDraft } from "./use-mapping-draft";

export interface Saving {
  readonly isSaving: boolean;
  /** `replace` says that a mapping which can't be read may be lost. */
  save(replace?: boolean): Promise<void>;
  /** The workbook holds a mapping that can't be read: the person has to say whether it goes. */
  readonly asksToReplace: boolean;
  keep(): void;
  /** Takes back the last change, or where there is none the last saving. */
  readonly undo: (() => Promise<void>) | undefined;
}

/** Saving the mapping, which reads back what it wrote, and taking it back. */
export function useSaving(service: MappedData | undefined, draft: MappingDraft): Saving {
  const language = useLanguage();
  const { tell } = useShell();
  const [isSaving, setSaving] = useState(false);

  const [asksToReplace, setAsks] = useState(false);

  const during = async (work: () => Promise<void>, done: string) => {
    setSaving(true);
    tell(undefined);
    try {
      await work();
      tell({ intent: "success", text: done });
    } catch (problem) {
      const error = toWorkbookError(problem);
      if (error.problem === "keptUnreadable") setAsks(true);
      else tell({ intent: "error", text: problemText(error, language) });
    } finally {
      setSaving(false);
    }
  };

  const save = (replaceUnreadable = false) => {
    setAsks(false);
    return during(
      async () => service?.saveMapping(draft.mapping, { replaceUnreadable }),
      language.text("savedChecked"),
    );
  };
  const undoSaving = () => during(async () => service?.undo(), language.text("savingUndone"));
  const undo = draft.canUndo
    ? async () => draft.undo()
    : savedTables(service) && !draft.isChanged
      ? undoSaving
      : undefined;
  return { isSaving, save, asksToReplace, keep: () => setAsks(false), undo };
}

/** Whether the last saving was of tables: one of settings or favourites is not this tab's to take back. */
export function savedTables(service: Pick<MappedData, "former" | "mapping"> | undefined): boolean {
  const { former, mapping } = service ?? {};
  return (
    former !== undefined &&
    (mapping === undefined || !sameMapping({ ...former, settings: mapping.settings }, mapping))
  );
}
