import { moment, refusal, SHEET, type Check } from "./check";

const NAMESPACE = "https://sales-metrics.example/check";
const xml = (text: string) => `<check xmlns="${NAMESPACE}">${text}</check>`;

/** Tables, events and what is kept in the workbook. */
export const workbookChecks: readonly Check[] = [
  {
    name: "a table: parts, ids, columns",
    async run(sheet, context) {
      sheet.getRange("B2:C4").values = [
        ["Owner", "Amount"],
        ["Ana", 1],
        ["Bo", 2],
      ];
      const table = context.workbook.tables
        .add(`'${SHEET}'!B2:C4`, true)
        .load("id,name,showHeaders,showTotals");
      const range = table.getRange().load("address");
      const body = table.getDataBodyRange().load("address,rowIndex,columnIndex,rowCount");
      const header = table.getHeaderRowRange().load("values");
      table.columns.load("items/id,items/name");
      const on = table.worksheet.load("id,name");
      sheet.load("id");
      const { tables, worksheets } = context.workbook;
      tables.load("items/id,items/name,items/showHeaders,items/showTotals");
      worksheets.load("items/id,items/name,items/visibility");
      await context.sync();
      const ids = table.columns.items.map((column) => column.id);
      sheet.getRange("C:C").insert("Right");
      table.columns.load("items/id,items/name");
      await context.sync();
      return {
        addresses: [range.address, body.address, body.rowIndex, body.columnIndex, body.rowCount],
        header: header.values,
        flags: [table.showHeaders, table.showTotals, typeof table.id, table.id !== ""],
        ids,
        afterInsertion: table.columns.items.map((column) => [column.name, column.id]),
        listed: tables.items.some((item) => item.id === table.id && item.name === table.name),
        sheet: [on.name, on.id === sheet.id, worksheets.items.some((item) => item.id === sheet.id)],
      };
    },
  },
  {
    name: "events of cells, tables and sheets",
    async run(sheet, context) {
      const seen: string[] = [];
      const { worksheets, tables } = context.workbook;
      sheet.load("id");
      await context.sync();
      const handlers = [
        worksheets.onChanged.add(async ({ address, changeType, worksheetId }) => {
          if (worksheetId === sheet.id) seen.push(`changed ${changeType} ${address}`);
        }),
        worksheets.onDeleted.add(async () => void seen.push("sheet deleted")),
        tables.onAdded.add(async ({ worksheetId }) => {
          if (worksheetId === sheet.id) seen.push("table added");
        }),
        tables.onDeleted.add(async () => void seen.push("table deleted")),
        context.workbook.onSelectionChanged.add(async () => void seen.push("selected")),
      ];
      await context.sync();
      sheet.getRange("A1:B2").values = [
        ["a", "b"],
        [1, 2],
      ];
      await context.sync();
      await moment();
      const table = sheet.tables.add("A1:B2", true);
      await context.sync();
      await moment();
      table.delete();
      await context.sync();
      await moment();
      sheet.activate();
      sheet.getRange("D4").select();
      await context.sync();
      await moment();
      for (const handler of handlers) handler.remove();
      await handlers[0]?.context.sync();
      sheet.getRange("A9").values = [[1]];
      await context.sync();
      await moment();
      return [...new Set(seen)];
    },
  },
  {
    name: "XML kept in the workbook",
    async run(_, context) {
      const parts = context.workbook.customXmlParts;
      for (const old of await all(context)) old.delete();
      parts.add(xml("ș &amp; ț\r\n<json>{}</json>"));
      await context.sync();
      const [first] = await all(context);
      const text = first?.getXml();
      await context.sync();
      parts.add(xml("2"));
      first?.delete();
      await context.sync();
      const left = await all(context);
      const texts = left.map((part) => part.getXml());
      await context.sync();
      left.forEach((part) => part.delete());
      await context.sync();
      const bare = (value: string | undefined) => value?.replace(/^<\?xml[^>]*\?>\s*/, "");
      return {
        id: /^\{[0-9A-F-]{36}\}$/i.test(first?.id ?? ""),
        text: bare(text?.value),
        declared: text?.value.startsWith("<?xml"),
        left: texts.map(({ value }) => bare(value)),
        none: (await all(context)).length,
      };
    },
  },
  {
    name: "malformed XML",
    async run(_, context) {
      context.workbook.customXmlParts.add("<a><b></a>");
      await context.sync();
      return "taken";
    },
  },
  {
    name: "an item that is not there",
    async run(_, context) {
      context.workbook.worksheets.getItem("no such sheet").load("name");
      await context.sync();
      return "taken";
    },
  },
  {
    name: "the separator of decimals is told",
    needs: "1.11",
    async run(_, context) {
      const format = context.workbook.application.cultureInfo.numberFormat.load("numberDecimalSeparator");
      await context.sync();
      return typeof format.numberDecimalSeparator;
    },
  },
  {
    name: "10,000 rows of 12 columns in blocks",
    async run(sheet, context) {
      const rows = Array.from({ length: 2000 }, (_, n) =>
        Array.from({ length: 12 }, (__, c) => `row ${n} ${c}`),
      );
      for (let at = 0; at < 10_000; at += rows.length)
        sheet.getRangeByIndexes(at, 0, rows.length, 12).values = rows;
      await context.sync();
      const used = sheet.getUsedRangeOrNullObject(true).load("address");
      const last = sheet.getRangeByIndexes(9_999, 11, 1, 1).load("values");
      await context.sync();
      return [used.address, last.values];
    },
  },
  {
    name: "a workbook that is none",
    async run() {
      return Excel.createWorkbook("bm8gd29ya2Jvb2s=").then(() => "taken", refusal);
    },
  },
];

async function all(context: Excel.RequestContext): Promise<Excel.CustomXmlPart[]> {
  const found = context.workbook.customXmlParts.getByNamespace(NAMESPACE);
  found.load("items/id");
  await context.sync();
  return found.items;
}
