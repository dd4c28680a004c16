export { columnLetters } from "./address";
export { convertToValues, type Converted } from "./convert-to-values";
export { WorkbookError, toWorkbookError, type WorkbookProblem } from "./errors";
export { isExcelHere } from "./in-excel";
export { readParts, writePart } from "./kept-part";
export { insertFormula, type Insertion } from "./insert-formula";
export { officeBackground, officeHost, type OfficeHost } from "./office-host";
export { showPane } from "./pane";
export { patience } from "./patience";
export { readCells, type CellsRead, type CellsToRead, type Reading } from "./read-cells";
export { readResult, type ShownResult } from "./read-result";
export { readShape } from "./read-shape";
export { readSelectedArea } from "./selection";
export { readTargetCell, readWorkbook, type WorkbookView } from "./read-sources";
export { readStructure } from "./read-structure";
export { readRegistry, writeRegistry } from "./reports/keep-registry";
export { locateReports, type FoundReport } from "./reports/locate";
export {
  writeReport,
  type ReportOptions,
  type ReportOutcome,
  type ReportProgress,
} from "./reports/write-report";
export { canOpenSampleData, openSampleData } from "./sample-data";
export { showRows } from "./show-rows";
export { showSheet } from "./show-sheet";
export { startWithWorkbook } from "./startup";
export { readListSeparator } from "./separators";
export { covers, type Area, type CellPlace, type Source } from "./source";
export { watchData, type DataChange } from "./watch-data";
export { watchSelection } from "./watch-selection";
