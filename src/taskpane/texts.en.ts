import { homeTextsEn } from "./home/texts.en";
import { dataTextsEn } from "./data/texts.en";
import { reportsTextsEn } from "./reports/texts.en";
import { settingsTextsEn } from "./settings/texts.en";

/** English texts of the pane; Romanian has the same keys by type. `{name}` places are filled in. */
export const textsEn = {
  title: "Sales Metrics",
  tabs: "Parts of the pane",
  tabHome: "Home",
  tabData: "Data",
  tabMetrics: "Metrics",
  tabReports: "Reports",
  tabSettings: "Settings",
  search: "Search metrics",
  searchClear: "Clear the search",
  searchNothing: "No metric matches “{query}”. Try another word, such as revenue or cycle.",
  found: { one: "{count} metric found", few: "{count} metrics found", other: "{count} metrics found" },
  list: "Metrics",
  listKeys: "Arrow keys choose, Enter inserts, Right arrow shows details.",
  favourites: "Favourites",
  favouriteAdd: "Keep on Home",
  favouriteRemove: "Take off Home",
  favouriteAdded: "Kept on Home, and first in this list.",
  favouriteRemoved: "No longer on Home.",
  valueIn: "in {period}",
  insertKpi: "Insert KPI",
  mappedHint:
    "A period such as 2026, 2026-Q1, this month or last 90 days; blank means all records. The formula reads the tables mapped under Data.",
  familyPerformance: "Performance",
  familyActivity: "Activity",
  familyProductivity: "Productivity",
  familyHelpers: "About any metric",

  back: "Back to the list",
  tabFill: "Formula",
  tabReference: "Reference",
  toInsert: "What is inserted",
  spillsHow: "A table: the cells beside and below have to be empty.",
  exampleTable: "Result of the example",
  metric: "Metric",
  whichMetric: "Which metric",
  data: "Data",
  dataFrom: "Table or sheet",
  groupBy: "Group by",
  notUsed: "– not used –",
  chooseColumn: "– choose a column –",
  chooseSource: "– choose a table –",
  oneNumber: "– one number –",
  addKind: "Add {kind}…",
  emptyHeader: "Column {letters}",
  numbers: "Numbers",
  period: "Period",
  dateFrom: "From",
  dateTo: "To (included)",
  dateAsOf: "As of",
  periodWord: "Period",
  notAPeriod: "Enter a period such as 2026, 2026-Q1, 2026-03 or 2026-W12.",
  dateHint:
    "Period: 2026, 2026-Q1, 2026-03 or 2026-W12. Or days such as 2026-03-31, or cells such as $B$1. Left blank, all rows count.",
  notADate: "Enter a day such as 2026-03-31, or a cell such as $B$1.",
  notANumber: "Enter a number, or a cell such as $B$1.",
  numberTooSmall: "Enter a number from {min} on, or a cell such as $B$1.",
  options: "Options",
  commonOptions: "Options of every metric",
  wordsForm: "word | word",
  optionDefault: "{value} (default)",
  optionNone: "none",
  optionRange: "{min} to {max}; {fallback} when left blank",
  optionOutOfRange: "Enter a number from {min} to {max}.",
  grainYear: "year",
  grainQuarter: "quarter",
  grainMonth: "month",
  grainWeek: "week",
  grainDay: "day",
  table: "{name} (table, {rows})",
  range: "{name} (sheet, {rows})",
  rows: { one: "{count} row", few: "{count} rows", other: "{count} rows" },

  insert: "Insert formula",
  inserting: "Inserting…",
  intoCell: "Into {cell}",
  intoCellTable: "Into {cell}, as a table",
  intoSelected: "Into the selected cell",
  preview: "Formula to insert",
  copy: "Copy the formula",
  copied: "Formula copied.",
  copyFailed: "The formula could not be copied. Select it in the details and press Ctrl+C.",
  dismiss: "Dismiss",
  noData:
    "No table or sheet with headers was found. Open your data, or insert the formula and replace its names.",
  noFit: "No fitting columns were found. Choose them in the details, or replace the names in the formula.",
  missingColumns: "Not found: {columns}. Choose in the details, or replace in the cell.",
  missingNumbers: "Needed: {names}. Enter in the details, or replace in the cell.",
  retry: "Try again",

  inserted: "{cell} shows {result}.",
  insertedTable: "{cell} holds the table, beginning with {result}.",
  insertedPending: "{cell} holds the formula and is still calculating.",
  insertedPlaceholders: {
    one: "{cell} holds the formula. Press F2 there and replace {names} with your own.",
    few: "{cell} holds the formula. Press F2 there and replace {names} with your own.",
    other: "{cell} holds the formula. Press F2 there and replace {names} with your own.",
  },
  resultDivide: "{cell} shows #DIV/0!: no records match, so there is nothing to divide by.",
  resultValue: "{cell} shows #VALUE!. Select the cell and its warning sign to read what is wrong.",
  resultNotAvailable:
    "{cell} shows #N/A: too little data. Select the cell and its warning sign to read more.",
  resultName: "{cell} shows #NAME?: the functions are still loading. Press F2 and Enter in the cell.",
  resultSpill: "{cell} shows #SPILL!: the table needs the cells beside and below it. Clear them.",
  resultNumber: "{cell} shows #NUM!: the number can’t be calculated from these records.",
  resultOther: "{cell} shows {result}. Check the formula in the cell.",

  replaceTitle: "Replace what is in {cell}?",
  replaceBody: "The cell holds “{content}”. The formula would take its place.",
  replace: "Replace",
  keep: "Keep it",

  outsideExcel:
    "Open this pane in Excel to insert formulas: choose Open in the Sales Metrics group on the Home tab.",
  cellEditing: "Excel is editing a cell. Press Enter or Esc in the sheet, then try again.",
  protectedSheet:
    "The sheet is protected, or the workbook is read-only. Unprotect it on the Review tab, or select a cell on another sheet.",
  nothingSelected: "No cell is selected. Click a cell in the sheet, then try again.",
  insideData:
    "{cell} is one of the cells the formula reads. Select a cell outside the columns, then try again.",
  partOfArray: "The cell is part of an array formula. Select a cell outside it, then try again.",
  formulaRefused:
    "Excel did not accept the formula. Copy it and type it into the cell to see why. ({detail})",
  itemGone: "The cell or table is no longer there. Select a cell, then try again. ({detail})",
  busy: "Excel is busy. Wait until it has finished, then try again.",
  tooLarge:
    "The workbook is too large to read in one piece. Split the data into several workbooks. ({detail})",
  connectionLost: "Excel lost the connection to the workbook. Reload the workbook, then try again.",
  notKept:
    "Excel did not keep the mapping: what reads back is not what was written. Save again; if it stays, save the workbook under another name first.",
  keptUnreadable:
    "This workbook holds a mapping that cannot be read. It stays as it is until you agree to replace it.",
  cancelled: "Reading was stopped. Read again when you are ready.",
  unsupported: "This version of Excel cannot do that. Update Excel, or use Excel on the web.",
  unknown: "Excel answered with an error. Try again; if it stays, reload the workbook. ({detail})",

  ...homeTextsEn,
  ...dataTextsEn,
  ...reportsTextsEn,
  ...settingsTextsEn,
} as const satisfies Record<string, string | PluralText>;

/** One text for each plural form the language tells apart. */
export interface PluralText {
  readonly one: string;
  readonly few: string;
  readonly other: string;
}
