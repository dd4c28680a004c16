import type { PluralText } from "../texts.en";

export const reportsTextsEn = {
  reportsEmptyTitle: "Reports for the next review",
  reportsEmpty:
    "Say once which table holds your deals, and one press makes up to eight sheets: overview, performance, pipeline, leads, activity, team, customers and data quality. Every later press brings them up to date in place.",
  reportsNew:
    "The sheets are added to this workbook. What you write beside or below them stays when they are refreshed.",
  createReports: "Create reports",
  refreshReports: "Refresh reports",
  refreshing: "Refreshing…",
  stopRefresh: "Cancel",
  stoppingRefresh: "Stopping…",
  stepReading: "Reading the mapped tables",
  stepPlanning: "Calculating: {sheet}",
  stepWriting: "Writing: {sheet}",
  stepWritingFirst: "Looking at the report sheets",
  stepRestoring: "Putting back the former report",
  refreshProgress: "Progress of the refresh",

  reportOf: "Report",
  reportGrain: "Frequency",
  monthly: "Monthly",
  quarterly: "Quarterly",
  yearly: "Yearly",
  reportPeriod: "Period",
  periodLast: "Last complete: {label}",
  periodCurrent: "To date: {label}",
  filterAll: "– all –",
  filtersSet: {
    one: "Filters ({count} set)",
    few: "Filters ({count} set)",
    other: "Filters ({count} set)",
  },
  filters: "Filters",

  reportSheets: "Sheets",
  sheetNotMade: "not made yet",
  goToSheet: "Go to",
  goToSheetNamed: "Go to the sheet {sheet}",
  sheetDeleted: "deleted",
  makeAgain: "Make it again",
  makeAgainNamed: "Make the sheet {sheet} again",
  noSheetChosen: "Choose at least one sheet.",

  refreshedAt: "Refreshed {when}",
  rowsUsed: { one: "{count} row used", few: "{count} rows used", other: "{count} rows used" },
  rowsLeftOut: { one: "{count} left out", few: "{count} left out", other: "{count} left out" },
  refreshDone: {
    one: "{count} sheet is up to date: {rows}, in {seconds} s.",
    few: "{count} sheets are up to date: {rows}, in {seconds} s.",
    other: "{count} sheets are up to date: {rows}, in {seconds} s.",
  },
  refreshLeftOut: "Nothing to tell yet: {sheets}. Map more under Data.",
  refreshCancelled: "Stopped. The reports are as they were before.",
  refreshFailed: "The reports are as they were before. {why}",
  filterEmpty:
    "No record has {role}: {words} any more. Choose other values under Filters, or all of them, then refresh again.",
  refreshUnmapped:
    "No table is mapped yet. Say under Data which table holds your deals, then create the reports.",

  reportBlocked:
    "{cell} holds “{content}” where the report has to grow, and there is no room beside it. Move it elsewhere, then refresh again.",
  reportProtected: "The sheet “{sheet}” is protected. Unprotect it on the Review tab, then refresh again.",
  reportUnfinished:
    "The refresh failed, and these sheets could not be put back: {sheets}. Press Undo until they look right, or delete them and make them again.",
  reportsNewer:
    "The reports in this workbook were made by a newer version of Sales Metrics. Update the add-in to refresh them.",

  byItself: "Refresh by itself",
  onOpening: "When the workbook opens",
  afterChanges: "After the mapped tables change",
  refreshLog: "Last refreshes",
  logEntry: "{when} · {outcome}",
  logDone: "{rows} · {seconds} s",
  logCancelled: "stopped",
  logFailed: "failed",
  logFailedFor: "failed: {reason}",
  logCellEditing: "a cell was being edited",
  logProtected: "a sheet is protected",
  logBlocked: "cells in the way of the report",
  logGone: "a table, column or sheet is gone",
  logFilter: "a filter lets no record pass",
  logConnection: "the connection was lost",
} as const satisfies Record<string, string | PluralText>;
