import { formatRange } from "../files/address";
import type { WorkbookModel } from "../model/types";
import type { Status } from "./status";

const errorCode =
  /^#(N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|CYCLE!|ERROR!|BUSY!|CONNECT!|FIELD!|BLOCKED!)$/;

/** Keeps the status line about the selected cell and the calculation true. */
export function watchCells(model: WorkbookModel, status: Status): void {
  const update = () => {
    const { sheet, row, column } = model.selection();
    const cell = { row, column, rows: 1, columns: 1 };
    const value = sheet.readValues(cell)[0]?.[0];
    const message = model.errorMessage(sheet, row, column);
    if (typeof value !== "string" || (!errorCode.test(value) && !message)) return status.clearCell();
    status.cellError(formatRange(cell), value, message);
  };
  let rounds = 0;
  const settle = () => {
    const round = ++rounds;
    status.calculating(true);
    void model.idle().then(() => {
      if (round !== rounds) return;
      status.calculating(false);
      update();
    });
  };
  model.on("selectionChanged", update);
  model.on("changed", settle);
  model.on("calculated", update);
  model.on("sheetActivated", update);
}
