import { SHEET, type Check } from "./check";

/** How cells look: fonts, borders, bars and scales within them, links. */
export const lookChecks: readonly Check[] = [
  {
    name: "looks given to cells, and read cell by cell",
    async run(sheet, context) {
      const range = sheet.getRange("B2:C2");
      range.values = [["Total", 1]];
      const { font, borders, fill } = range.format;
      font.size = 13;
      font.bold = true;
      font.italic = true;
      font.underline = "Single";
      font.color = "#a4262c";
      fill.color = "#FFF2CC";
      range.format.horizontalAlignment = "Right";
      const line = borders.getItem("EdgeTop");
      line.style = "Continuous";
      line.weight = "Thin";
      line.color = "#595959";
      await context.sync();

      // With the cell above: its looks are the workbook's own, but is the line between them its lower border, too?
      const read = sheet.getRange("B1").getAbsoluteResizedRange(2, 1).getCellProperties(LOOKS);
      line.load("style,weight,color");
      await context.sync();
      const [above, given] = read.value.map(([cell]) => lookOf(cell));
      return { above, given, line: [line.style, line.weight, line.color] };
    },
  },
  {
    name: "formats are cleared, contents stay; contents are cleared, formats stay",
    async run(sheet, context) {
      const range = sheet.getRange("A1:A2");
      range.values = [[0.25], [2]];
      range.numberFormat = [["0%"], ["0%"]];
      range.format.font.bold = true;
      sheet.getRange("A1").clear("Formats");
      sheet.getRange("A2").clear("Contents");
      range.load("values,numberFormat");
      const first = sheet.getRange("A1").load("format/font/bold");
      const second = sheet.getRange("A2").load("format/font/bold");
      await context.sync();
      return [range.values, range.numberFormat, first.format.font.bold, second.format.font.bold];
    },
  },
  {
    name: "a column of so many points; rows as high as a wrapped text needs",
    async run(sheet, context) {
      const column = sheet.getRangeByIndexes(0, 1, 1, 1).getEntireColumn();
      column.format.columnWidth = 45.75; // 8 characters
      const cell = sheet.getRange("B1");
      cell.values = [["Average sales cycle of won deals"]];
      cell.format.wrapText = true;
      cell.format.verticalAlignment = "Center";
      cell.format.autofitRows();
      cell.load("format/rowHeight,format/columnWidth,format/wrapText,format/verticalAlignment");
      const other = sheet.getRange("B2").load("format/rowHeight");
      await context.sync();
      const { rowHeight, columnWidth, wrapText, verticalAlignment } = cell.format;
      const higher = rowHeight > 2 * other.format.rowHeight;
      return [Math.abs(columnWidth - 45.75) < 1, wrapText, higher, verticalAlignment];
    },
  },
  {
    name: "bars within cells begin at 0",
    async run(sheet, context) {
      const range = sheet.getRange("B2:B5");
      range.values = [[3], [4], [5], [6]];
      const { dataBar } = range.conditionalFormats.add("DataBar");
      dataBar.positiveFormat.fillColor = "#B0C4DE";
      dataBar.positiveFormat.gradientFill = false;
      dataBar.lowerBoundRule = { type: "Number", formula: "0" };
      dataBar.upperBoundRule = { type: "HighestValue" };
      await context.sync();
      const format = range.conditionalFormats.getItemAt(0).load("type");
      format.dataBar.load("lowerBoundRule,upperBoundRule");
      format.dataBar.positiveFormat.load("fillColor,gradientFill");
      await context.sync();
      const { lowerBoundRule, upperBoundRule, positiveFormat } = format.dataBar;
      return {
        type: format.type,
        bounds: [lowerBoundRule.type, lowerBoundRule.formula, upperBoundRule.type],
        bars: [positiveFormat.fillColor, positiveFormat.gradientFill],
      };
    },
  },
  {
    name: "a scale of colours; formats cleared in some cells stay in the others",
    async run(sheet, context) {
      const range = sheet.getRange("B2:C5");
      range.conditionalFormats.add("ColorScale").colorScale.criteria = {
        minimum: { type: "LowestValue", color: "#FFFFFF" },
        maximum: { type: "HighestValue", color: "#8AB0C1" },
      };
      await context.sync();
      const { colorScale } = range.conditionalFormats.getItemAt(0);
      colorScale.load("criteria");
      await context.sync();
      const { minimum, maximum } = colorScale.criteria;
      sheet.getRange("B2:B5").conditionalFormats.clearAll();
      const counts = ["B2:B5", "C2:C5"].map((at) => sheet.getRange(at).conditionalFormats.getCount());
      await context.sync();
      const ends = [minimum, maximum].map(({ type, color }) => [type, color]);
      return { ends, counts: counts.map(({ value }) => value) };
    },
  },
  {
    name: "a link to a cell: its look, written over, taken away",
    async run(sheet, context) {
      const cell = sheet.getRange("A1");
      cell.values = [["Win rate"]];
      const place = `'${SHEET}'!A40`;
      cell.hyperlink = { documentReference: place };
      cell.load("values,hyperlink,format/font/underline,format/font/color");
      await context.sync();
      // The colour of links is the theme's.
      const { underline, color } = cell.format.font;
      const made = [linkOf(cell), cell.values, underline, color !== "#000000"];

      cell.format.font.underline = "None";
      cell.format.font.color = "#000000";
      cell.values = [["Win rate, %"]];
      cell.load("hyperlink,format/font/underline,format/font/color");
      await context.sync();
      const undressed = [linkOf(cell), cell.format.font.underline, cell.format.font.color];

      cell.clear("Hyperlinks");
      cell.load("values,hyperlink");
      await context.sync();
      return { made, undressed, gone: [cell.values, linkOf(cell)] };
    },
  },
  {
    name: "the theme's accent colour by its style",
    needs: "1.14",
    async run(_, context) {
      const { styles } = context.workbook;
      const accent = styles.getItemOrNullObject("Accent1").load("fill/color");
      const none = styles.getItemOrNullObject("No such style").load("name");
      await context.sync();
      return [accent.isNullObject, /^#[0-9A-F]{6}$/.test(accent.fill.color), none.isNullObject];
    },
  },
];

const LOOKS: Excel.CellPropertiesLoadOptions = {
  format: {
    borders: { style: true },
    fill: { color: true },
    font: { bold: true, color: true, italic: true, size: true, underline: true },
    horizontalAlignment: true,
  },
};

/** 13 was given as a size; that of other cells is the workbook's. */
function lookOf({ format }: Excel.CellProperties = {}): unknown {
  const { bold, italic, underline, color, size } = format?.font ?? {};
  return {
    font: [bold, italic, underline, color, size === 13],
    fill: format?.fill?.color,
    align: format?.horizontalAlignment,
    borders: [format?.borders?.top?.style, format?.borders?.bottom?.style],
  };
}

function linkOf({ hyperlink }: Excel.Range): unknown {
  const link = hyperlink as Excel.RangeHyperlink | null | undefined;
  return link ? [link.documentReference, link.textToDisplay] : null;
}
