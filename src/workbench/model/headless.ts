import { LocaleType, LogLevel, Univer } from "@univerjs/core";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import { repairUniver } from "./patches";
import type { WorkbookModel } from "./types";
import { createWorkbookModel } from "./workbook";

/** The workbook without a screen: for Node and for tests. */
export function createHeadlessModel(): WorkbookModel {
  return createWorkbookModel(createHeadlessUniver());
}

/** What it is made of. */
export function createHeadlessUniver(): Univer {
  repairUniver();
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.ERROR,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsTablePlugin);
  return univer;
}
