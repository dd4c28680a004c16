import type { PluralText } from "../texts.en";

export const dataTextsEn = {
  looking: "Looking through the workbook",
  lookAgain: "Look again",
  outsideExcelData: "Open this pane in Excel to map the workbook’s tables.",
  dataEmpty:
    "Paste or open your deals, one a row under a row of headers, then look again. Or see how it works with sample data.",
  nothingFound: "No list of records was found.",
  dataRefused:
    "Change the cells as said above, then look again; or say under “Add a table” which cells are the list. Or see how it works with sample data.",
  sampleWhy: "Only looking around? Sample data opens in a new workbook.",
  useSampleData: "Use sample data",
  possible: "{count} of {all} metrics are possible with this.",

  saveMapping: "Save mapping",
  saving: "Saving…",
  savedChecked: "Saved and checked: the workbook holds the mapping as shown.",
  savingUndone: "The mapping is as it was before the last saving.",
  notSavedYet: "Not saved yet",
  undo: "Undo",
  undoSaving: "Undo saving",
  savedMark: "Saved",
  sure: "{share} sure",
  replaceMappingTitle: "Replace the mapping in this workbook?",
  replaceMappingBody:
    "The workbook holds a mapping that this version cannot read: it is damaged, or was made by a newer version. Saving puts yours in its place.",

  sourceOf: "Table of {kind}",
  useSelection: "Use the selected cells",
  selectionUsed: "Taken: {address}.",
  selectionNoList:
    "The selected cells are no list of records. Select a cell inside the list, or all of it with its headers, then choose this again.",
  sourceGone:
    "The table or sheet “{name}” is no longer there. Choose the one that took its place, or remove this entry.",
  leaveOut: "Leave it out",
  columnGoneAsked: "The column “{header}” ({role}) is gone. Which column is it now?",
  openQuestions: {
    one: "{count} question is open above",
    few: "{count} questions are open above",
    other: "{count} questions are open above",
  },
  removeKind: "Do not use this table for {kind}",
  hiddenSheet: "hidden sheet",
  addFound: "Use {name} as {kind}",
  addTable: "Add a table",
  likelyColumns: "Likely",
  likelyTables: "Likely",
  freeColumns: "Not in use yet",
  usedColumns: "In use for something else",
  moreColumns: {
    one: "{count} optional column",
    few: "{count} optional columns",
    other: "{count} optional columns",
  },
  moreUsed: "{count} in use",
  columnBlank: "The column is blank.",
  chooseRole: "Not sure which: choose, or leave it out.",
  whyColumn: "Why this column for {role}",
  gainOpens: "Makes possible: {metrics}.",
  gainServes: "Used by {metrics}.",
  gainSplits: "Splits reports, filters and KPI tables.",
  gainWith: "With {role}: {metrics}.",
  everyRowIsASale:
    "No column tells won from lost: every row counts as a sale. If some are not, choose a status or a stage.",
  linesOfOrders:
    "Amount = quantity × unit price. Rows with the same ID are the lines of one order; by product each line counts.",
  andMore: "{names} and {count} more",

  words: "Words",
  wordsKnown: "all understood",
  wordsUnknown: { one: "{count} not known", few: "{count} not known", other: "{count} not known" },
  wordNoClass: "– choose –",
  dateOrderAsked: "{role}: which day is {text}?",
  dateOrderWhy: "No date in the column tells. Until you choose, these dates are not read.",

  qualityOf: "{rows} read, {share} without errors.",
  qualityOfNothing:
    "The table has no records now. Fill in rows below its headers; they are read by themselves.",
  problems: {
    one: "{count} thing to look at",
    few: "{count} things to look at",
    other: "{count} things to look at",
  },
  showRows: "Show rows",
  rowsShown: {
    one: "{count} row is selected in the sheet.",
    few: "{count} rows are selected in the sheet.",
    other: "{count} rows are selected in the sheet.",
  },
  rowsShownOf: {
    one: "{shown} of {count} row is selected; Excel selects no more at once, and on one sheet only.",
    few: "{shown} of {count} rows are selected; Excel selects no more at once, and on one sheet only.",
    other: "{shown} of {count} rows are selected; Excel selects no more at once, and on one sheet only.",
  },
  showRowsOf: "Show rows: {what}",

  refused: {
    one: "{count} area cannot be used as it is",
    few: "{count} areas cannot be used as they are",
    other: "{count} areas cannot be used as they are",
  },
  refusedWideMatrix:
    "Months or categories stand in columns beside each other. Put them below each other: one row for each record, with the month in a column of its own (Power Query: Unpivot columns).",
  refusedPivot: "This is the result of a pivot table. Map the list it was made from.",
  refusedStacked:
    "Several small tables stand one below the other. Put them into one list with a column that says which one a row is from.",
  refusedForm: "Every record takes several rows, as on a form. Put each record into one row.",
  refusedTooWide: "The area has more columns than a list of records. Delete the ones that are not needed.",
  refusedNoRecords: "There are headers, but no records below them.",

  quoted: "“{text}”",
  reasonHeaders: "Such tables have headers like {headers}.",
  reasonHeader: "“{header}” is a usual header for it.",
  reasonHeaderTool: "“{header}” is its header in exports of {tool}.",
  reasonSimilarHeader: "“{header}” resembles the usual header “{usual}”.",
  reasonLayout: "The headers are those of an export of {tool}.",
  reasonValues: "{share} of the cells are {type}.",
  reasonWords: "{share} of the cells are words known for it.",
  reasonFewWords: "The column has few different words: {distinct}.",
  reasonUnique: "{share} of the rows have a value of their own.",
  reasonDateOrder: "Its dates fit those of {role}.",
  reasonTaken: "Another column serves better: “{header}”.",
  reasonDerived: "It is a weighted or calculated amount.",
  reasonAmbiguousDates: "Day and month of its dates may be either way round.",
  typeDates: "dates",
  typeAmounts: "amounts",
  typeNumbers: "numbers",
  typeShares: "shares",
  typeDurations: "durations",
  typeYesNo: "yes or no",
  typeWords: "words",
  typeEmails: "e-mail addresses",

  mendMapping: "Open Data",
  reading: "Reading the mapped tables",
  readingShare: "Reading the mapped tables: {share}",
  cancel: "Cancel",
  faultNewerVersion:
    "The mapping in this workbook was saved by a newer version of Sales Metrics. Update the add-in, or map the tables anew and save.",
  faultDamaged: "The mapping in this workbook is damaged. Map the tables anew and save.",
  faultSourceGone:
    "The table or sheet “{name}” ({kind}) is no longer there. Choose another one under Data, or bring it back.",
  faultColumnGone:
    "The column “{header}” ({role}) of “{name}” is no longer there. Choose another one under Data, or bring it back.",
  faultUnreadable: "The mapped tables could not be understood. Check their columns under Data.",
} as const satisfies Record<string, string | PluralText>;
