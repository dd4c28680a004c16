import { metadata } from "../../src/functions/metadata";
import { createHost, type Host, type HostOptions } from "../../src/workbench/host";
import { parseAddress } from "../../src/workbench/model/address";
import { createHeadlessModel } from "../../src/workbench/model/headless";
import type {
  CellValue,
  CustomFunctionMetadata,
  Rect,
  Sheet,
  Table,
  WorkbookModel,
} from "../../src/workbench/model/types";
import { officeHost } from "../../src/workbook";
import { startClient } from "../workbench/host/client";

/** A workbook in the stand-in for Excel, with the real Office.js client connected to it. Once per test file. */
export interface TestExcel {
  readonly model: WorkbookModel;
  readonly host: Host;
  /** The sheet of that name, added where it is missing. */
  sheet(name: string): Sheet;
  fill(sheet: string, address: string, cells: CellValue[][]): void;
  /** Fills the cells and makes them an Excel table, its header in the first row. */
  addTable(sheet: string, name: string, corner: string, cells: CellValue[][]): Table;
  select(sheet: string, address: string): void;
  /** The cells once no function is at work in them any more. */
  settled(sheet: string, address: string): Promise<CellValue[][]>;
  /** Loads the add-in's functions, as the page does, and declares them to Excel. */
  addFunctions(): Promise<void>;
  dispose(): void;
}

export async function startExcel(options: HostOptions = {}): Promise<TestExcel> {
  const model = createHeadlessModel();
  const host = createHost(model, options);
  await startClient(host);
  await officeHost();
  const sheet = (name: string) => model.sheet(name) ?? model.addSheet(name);
  return {
    model,
    host,
    sheet,
    fill: (name, address, cells) => sheet(name).write(at(address), cells),
    addTable(name, tableName, corner, cells) {
      const { row, column } = at(corner);
      const range: Rect = { row, column, rows: cells.length, columns: cells[0]?.length ?? 0 };
      sheet(name).write(range, cells, { asIs: true });
      return model.addTable({ sheet: sheet(name), range, name: tableName, hasHeaders: true });
    },
    select(name, address) {
      sheet(name).activate();
      model.select(sheet(name), at(address));
    },
    async settled(name, address) {
      for (;;) {
        await model.calculated();
        const values = sheet(name).readValues(at(address));
        if (!values.flat().includes("#BUSY!")) return values;
        await new Promise((done) => setTimeout(done, 20));
      }
    },
    async addFunctions() {
      await import("../../src/functions/index");
      const { functions, ...flags } = metadata("en");
      model.setCustomFunctions(
        { namespace: "SALES", ...flags, functions: functions as unknown as CustomFunctionMetadata[] },
        host.callFunction,
      );
    },
    dispose() {
      host.dispose();
      model.dispose();
    },
  };
}

export function at(address: string): Rect {
  const parsed = parseAddress(address);
  if (!parsed) throw new Error(address);
  return parsed.rect;
}
