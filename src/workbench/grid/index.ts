import {
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  IUniverInstanceService,
  UniverInstanceType,
  type Univer,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/lib/facade";
import { ILayoutService } from "@univerjs/ui";
import { createWorkbookModel } from "../model/workbook";
import type { WorkbookModel } from "../model/types";
import { hideNeedlessApostrophes } from "./edit-text";
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
  const model = createWorkbookModel(univer, options.language);
  const api = FUniver.newAPI(univer);
  showErrorMessages(univer, model);
  fitGeneralNumbers(univer);
  hideNeedlessApostrophes(univer);
  return {
    model,
    setDark: (dark) => api.toggleDarkMode(dark),
    focus: () => focusCells(univer),
  };
}

/** The cells' editor must be the current one for the keyboard to reach it: a click elsewhere may have made it another. */
function focusCells(univer: Univer): void {
  const injector = univer.__getInjector();
  const instances = injector.get(IUniverInstanceService);
  const workbook = instances.getCurrentUnitOfType(UniverInstanceType.UNIVER_SHEET);
  if (!workbook) return;
  instances.focusUnit(workbook.getUnitId());
  instances.setCurrentUnitForType(DOCS_NORMAL_EDITOR_UNIT_ID_KEY);
  injector.get(ILayoutService).focus();
}
