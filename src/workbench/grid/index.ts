import { FUniver } from "@univerjs/core/lib/facade";
import { createWorkbookModel } from "../model/workbook";
import type { WorkbookModel } from "../model/types";
import { showErrorMessages } from "./error-alert";
import { fitGeneralNumbers } from "./general-number";
import { createUniver, type GridLanguage } from "./univer";

export interface Grid {
  model: WorkbookModel;
  setDark(dark: boolean): void;
  /** Puts the keyboard back into the cells. */
  focus(): void;
}

/** The spreadsheet a person sees and types into, drawn by Univer inside the element, over the workbook model. */
export function createGrid(container: HTMLElement, options: { dark: boolean; language: GridLanguage }): Grid {
  const univer = createUniver(container, options);
  const model = createWorkbookModel(univer);
  const api = FUniver.newAPI(univer);
  showErrorMessages(univer, model);
  fitGeneralNumbers(univer);
  return {
    model,
    setDark: (dark) => api.toggleDarkMode(dark),
    focus: () =>
      void api.executeCommand("sheet.operation.set-editor-focus-placeholder").catch(() => undefined),
  };
}
