import {
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  IUniverInstanceService,
  UniverInstanceType,
  type Univer,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/lib/facade";
import { ICanvasColorService, IRenderManagerService } from "@univerjs/engine-render";
import { SheetSkeletonManagerService } from "@univerjs/sheets-ui";
import { ILayoutService } from "@univerjs/ui";
import { createWorkbookModel } from "../model/workbook";
import type { WorkbookModel } from "../model/types";
import { hideNeedlessApostrophes } from "./edit-text";
import { showCharts } from "./charts/overlay";
import { showConditionalFormats } from "./conditional-formats";
import { showErrorMessages } from "./error-alert";
import { fitGeneralNumbers } from "./general-number";
import { followLinks } from "./links";
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
  const injector = univer.__getInjector();
  const colors = injector.get(ICanvasColorService);
  const unitId = api.getActiveWorkbook()?.getId() ?? "";
  showConditionalFormats(univer, model, () => redrawCells(univer, unitId));
  const charts = showCharts(univer, unitId, model, (color) => colors.getRenderColor(color));
  followLinks(univer, model, container, (address) => void window.open(address, "_blank", "noopener"));
  return {
    model,
    setDark: (dark) => {
      api.toggleDarkMode(dark);
      charts.redraw();
    },
    focus: () => focusCells(univer),
  };
}

function redrawCells(univer: Univer, unitId: string): void {
  const render = univer.__getInjector().get(IRenderManagerService).getRenderById(unitId);
  render?.with(SheetSkeletonManagerService).reCalculate();
  render?.mainComponent?.makeDirty();
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
