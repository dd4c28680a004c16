import type { Check } from "./check";

/** Reading and writing cells. */
export const cellChecks: readonly Check[] = [
  {
    name: "values, formulas, texts, formats and types of cells",
    async run(sheet, context) {
      const range = sheet.getRange("A1:D2");
      range.values = [
        ["Amount", 0.5, true, "2026-03-01"],
        ["'007", "=1+1", "#N/A", ""],
      ];
      sheet.getRange("B1").numberFormat = [["0.0%"]];
      range.load("address,rowIndex,columnIndex,rowCount,columnCount,isEntireColumn,isEntireRow");
      range.load("values,formulas,text,numberFormat,valueTypes");
      await context.sync();
      const { address, rowIndex, columnIndex, rowCount, columnCount, isEntireColumn, isEntireRow } = range;
      const { values, formulas, text, numberFormat, valueTypes } = range;
      return [
        { address, rowIndex, columnIndex, rowCount, columnCount, isEntireColumn, isEntireRow },
        { values, formulas, text, numberFormat, valueTypes },
      ];
    },
  },
  {
    name: "used range, intersection, cell, range by indexes",
    async run(sheet, context) {
      sheet.getCell(2, 1).values = [["x"]];
      sheet.getRange("D9").values = [[1]];
      const used = sheet.getUsedRangeOrNullObject(true).load("address,worksheet/name");
      const part = used.getIntersectionOrNullObject(sheet.getRange("A5:Z6")).load("address");
      const none = used.getIntersectionOrNullObject(sheet.getRange("H20")).load("address");
      const byIndex = sheet.getRangeByIndexes(0, 0, 9, 4).load("values");
      await context.sync();
      return [used.address, part.address, none.isNullObject, byIndex.values, used.worksheet.name];
    },
  },
  {
    name: "an empty sheet has no used range",
    async run(sheet, context) {
      const used = sheet.getUsedRangeOrNullObject(true).load("address");
      await context.sync();
      return used.isNullObject;
    },
  },
  {
    name: "a whole column reads as null",
    async run(sheet, context) {
      const column = sheet.getRange("A:A").load("isEntireColumn,rowCount,values");
      await context.sync();
      return [column.isEntireColumn, column.rowCount, column.values];
    },
  },
  {
    name: "select a cell, the sheet in front, the active cell",
    async run(sheet, context) {
      sheet.activate();
      sheet.getRange("B3:C4").select();
      const selected = context.workbook.getSelectedRange().load("address");
      const cell = context.workbook.getActiveCell().load("address");
      const active = context.workbook.worksheets.getActiveWorksheet().load("name");
      await context.sync();
      return [selected.address, cell.address, active.name];
    },
  },
  {
    name: "addresses of several areas",
    async run(sheet, context) {
      const areas = sheet.getRanges("A1:A2,C5").load("address,areaCount,cellCount");
      await context.sync();
      return [areas.address, areas.areaCount, areas.cellCount];
    },
  },
  {
    name: "select several areas",
    needs: "1.18",
    async run(sheet, context) {
      sheet.activate();
      sheet.getRanges("A1:A2,C5").select();
      await context.sync();
      const selected = context.workbook.getSelectedRanges().load("address");
      const cell = context.workbook.getActiveCell().load("address");
      await context.sync();
      return [selected.address, cell.address];
    },
  },
  {
    name: "what a formula spilled becomes values in one write",
    needs: "1.12",
    async run(sheet, context) {
      sheet.getRange("A1").formulas = [["=SEQUENCE(3,2)"]];
      await context.sync();
      const spilled = sheet
        .getRange("A1")
        .getSpillingToRangeOrNullObject()
        .load("address,values,numberFormat");
      const none = sheet.getRange("D1").getSpillingToRangeOrNullObject().load("address");
      await context.sync();
      spilled.values = spilled.values as unknown[][];
      const after = sheet.getRange("A1:B3").load("formulas");
      await context.sync();
      return [spilled.address, spilled.numberFormat, none.isNullObject, after.formulas];
    },
  },
  {
    name: "a formula that Excel does not understand",
    async run(sheet, context) {
      sheet.getRange("A1").formulas = [["=SUM("]];
      await context.sync();
      return "taken";
    },
  },
  {
    name: "a hidden sheet is shown",
    async run(sheet, context) {
      sheet.visibility = "Hidden";
      sheet.load("visibility");
      await context.sync();
      const before = sheet.visibility;
      sheet.visibility = "Visible";
      sheet.load("visibility");
      await context.sync();
      return [before, sheet.visibility];
    },
  },
];
