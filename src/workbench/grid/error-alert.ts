import type { Univer } from "@univerjs/core";
import { CellAlertManagerService } from "@univerjs/sheets-ui";
import type { WorkbookModel } from "../model/types";

/**
 * Univer shows "Error in value" over a cell that holds #VALUE!. Where the function said what is wrong, the tip says
 * that instead, and is large enough for it.
 */
export function showErrorMessages(univer: Univer, model: WorkbookModel): void {
  const alerts = univer.__getInjector().get(CellAlertManagerService);
  const show = alerts.showAlert.bind(alerts);
  alerts.showAlert = (alert) => {
    const { row, col, subUnitId } = alert.location;
    const sheet = model.sheet(subUnitId);
    const message = sheet && model.errorMessage(sheet, row, col);
    const code = sheet?.readValues({ row, column: col, rows: 1, columns: 1 })[0]?.[0];
    if (!message) return show(alert);
    const lines = Math.ceil(message.length / 38);
    show({ ...alert, title: String(code), message, width: 300, height: 44 + lines * 20 });
  };
}
