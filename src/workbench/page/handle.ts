import type { Grid } from "../grid";
import { parseRange, splitSheet } from "../files/address";
import type { CellValue, Rect, Sheet, WorkbookModel } from "../model/types";
import type { Files } from "./files";

/**
 * `window.workbench`, for tests and for people at the console. It looks, selects and opens; typing is for the keyboard.
 * Addresses are "L2", "Deals!A1:B5" or "'My sheet'!A1"; without a sheet they mean the active one.
 */
export interface WorkbenchHandle {
  /** The page, the add-in and the sample workbook are there. */
  ready: Promise<void>;
  /** Opens a file, or one at an address of this server, without asking about unsaved changes. */
  open(file: File | string): Promise<void>;
  /** Selects, brings the sheet to the front, and gives the cells the keyboard. */
  select(address: string): void;
  /** Values as Excel hands them over: "" is blank, dates are serials, errors are their text. */
  read(address: string): CellValue[][];
  /** What stands behind the error in a cell, if there is something to say. */
  errorAt(address: string): string | undefined;
  /** What was typed has arrived and everything is calculated, custom functions included. */
  idle(): Promise<void>;
}

declare global {
  interface Window {
    workbench?: WorkbenchHandle;
  }
}

export function publishHandle(parts: {
  model: WorkbookModel;
  grid: Grid;
  files: Files;
  ready: Promise<void>;
}): void {
  const { model, grid, files, ready } = parts;
  const find = (address: string): { sheet: Sheet; rect: Rect } => {
    const { sheet: name, cells } = splitSheet(address);
    const sheet = name === undefined ? model.activeSheet() : model.sheet(name);
    const rect = parseRange(cells);
    if (!sheet) throw new Error(`There is no sheet "${name}".`);
    if (!rect) throw new Error(`"${cells}" is no address of cells.`);
    return { sheet, rect };
  };
  window.workbench = {
    ready,
    open: async (file) => files.open(typeof file === "string" ? await fetchFile(file) : file, { ask: false }),
    select(address) {
      const { sheet, rect } = find(address);
      sheet.activate();
      model.select(sheet, rect);
      grid.focus();
    },
    read(address) {
      const { sheet, rect } = find(address);
      return sheet.readValues(rect);
    },
    errorAt(address) {
      const { sheet, rect } = find(address);
      return model.errorMessage(sheet, rect.row, rect.column);
    },
    idle: () => settled(model),
  };
}

/** What was just typed reaches the workbook a few frames after the key: the keyboard has to be quiet for this long. */
const QUIET = 200;

/** Calculated, and nothing changed since for a moment. */
async function settled(model: WorkbookModel): Promise<void> {
  let changes = 0;
  const stop = model.on("changed", () => changes++);
  try {
    for (let seen = -1; seen !== changes;) {
      seen = changes;
      await new Promise((resolve) => setTimeout(resolve, QUIET));
      await model.idle();
    }
  } finally {
    stop();
  }
}

async function fetchFile(address: string): Promise<File> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const name = decodeURIComponent(new URL(address, location.href).pathname.split("/").pop() ?? "");
  return new File([await response.blob()], name || "workbook");
}
