import type { PageLayout as LayoutData } from "../../model/pageLayout";
import { MAX_COLUMNS, MAX_ROWS } from "../../model/address";
import type { Sheet, WorkbookModel } from "../../model/types";
import type { Arguments } from "../arguments";
import type { HostClass, Scalar } from "../declare";
import { declareClass } from "../declare";
import { invalidArgument, itemNotFound } from "../errors";
import { flag, number, oneOf, plainObject, text, type Read } from "./parts";
import { Range } from "./range";
import { RangeAreas, resolveAreas, type AreasRef } from "./rangeAreas";
import { resolveRange } from "./resolve";

export const HeaderFooter: HostClass<Sheet> = declareClass<Sheet>({
  name: "HeaderFooter",
  scalars: Object.fromEntries(
    (["leftHeader", "centerHeader", "rightHeader", "leftFooter", "centerFooter", "rightFooter"] as const).map(
      (key): [string, Scalar<Sheet>] => [
        key[0]?.toUpperCase() + key.slice(1),
        {
          get: ({ features }) => features.page.headersFooters[key],
          set: ({ features }, value) => {
            features.page.headersFooters[key] = text(value) as string;
            features.changed("page");
          },
        },
      ],
    ),
  ),
});

export const HeaderFooterGroup: HostClass<Sheet> = declareClass<Sheet>({
  name: "HeaderFooterGroup",
  scalars: { State: { get: () => "Default" } },
  navigations: { DefaultForAllPages: (sheet) => HeaderFooter.of(sheet) },
});

export const PageLayout: HostClass<Sheet> = declareClass<Sheet>({
  name: "PageLayout",
  scalars: {
    Orientation: member("orientation", oneOf("Portrait", "Landscape")),
    PaperSize: member("paperSize", oneOf("Letter", "Legal", "A3", "A4", "A5", "Tabloid", "Executive")),
    BlackAndWhite: member("blackAndWhite", flag),
    CenterHorizontally: member("centerHorizontally", flag),
    CenterVertically: member("centerVertically", flag),
    PrintGridlines: member("printGridlines", flag),
    PrintHeadings: member("printHeadings", flag),
    LeftMargin: member("leftMargin", length),
    RightMargin: member("rightMargin", length),
    TopMargin: member("topMargin", length),
    BottomMargin: member("bottomMargin", length),
    HeaderMargin: member("headerMargin", length),
    FooterMargin: member("footerMargin", length),
    Zoom: member("zoom", zoom),
  },
  navigations: { HeadersFooters: (sheet) => HeaderFooterGroup.of(sheet) },
  methods: {
    SetPrintArea: (sheet, args, { model }) => {
      sheet.features.page.printArea = areasOf(sheet, args, model).areas;
      sheet.features.changed("page");
    },
    GetPrintArea: (sheet) => {
      const { printArea } = sheet.features.page;
      if (printArea.length === 0) throw itemNotFound();
      return RangeAreas.of({ sheet, areas: printArea });
    },
    SetPrintTitleRows: (sheet, args, { model }) => {
      const { rect } = args.object(0, Range) ?? resolveRange(model, args.text(0), sheet);
      sheet.features.page.titleRows = { row: rect.row, rows: rect.rows };
      sheet.features.changed("page");
    },
    GetPrintTitleRows: (sheet) => {
      const { titleRows } = sheet.features.page;
      if (!titleRows) throw itemNotFound();
      return Range.of({ sheet, rect: { ...titleRows, column: 0, columns: MAX_COLUMNS } });
    },
    SetPrintTitleColumns: (sheet, args, { model }) => {
      const { rect } = args.object(0, Range) ?? resolveRange(model, args.text(0), sheet);
      sheet.features.page.titleColumns = { column: rect.column, columns: rect.columns };
      sheet.features.changed("page");
    },
    GetPrintTitleColumns: (sheet) => {
      const { titleColumns } = sheet.features.page;
      if (!titleColumns) throw itemNotFound();
      return Range.of({ sheet, rect: { ...titleColumns, row: 0, rows: MAX_ROWS } });
    },
    SetPrintMargins: ({ features }, args) => {
      const unit = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 }[args.text(0)];
      if (unit === undefined) throw invalidArgument();
      const margins = plainObject(args.raw(1));
      for (const side of ["left", "right", "top", "bottom", "header", "footer"] as const)
        if (margins[side] !== undefined)
          features.page[`${side}Margin`] = (length(margins[side]) as number) * unit;
      features.changed("page");
    },
  },
});

function member<K extends keyof LayoutData>(key: K, read: Read): Scalar<Sheet> {
  return {
    get: ({ features }) => features.page[key],
    set: ({ features }, value) => {
      features.page[key] = read(value) as LayoutData[K];
      features.changed("page");
    },
  };
}

/** Excel takes a scale or pages to fit on, and 10 to 400 per cent. */
function zoom(value: unknown): LayoutData["zoom"] {
  const { scale, horizontalFitToPages, verticalFitToPages } = plainObject(value);
  if (scale != null) {
    const percent = number(scale) as number;
    if (percent < 10 || percent > 400) throw invalidArgument();
    return { scale: percent };
  }
  const pages = (count: unknown) => {
    const read = number(count) as number;
    if (read < 0 || !Number.isInteger(read)) throw invalidArgument();
    return read;
  };
  return {
    ...(horizontalFitToPages != null && { horizontalFitToPages: pages(horizontalFitToPages) }),
    ...(verticalFitToPages != null && { verticalFitToPages: pages(verticalFitToPages) }),
  };
}

function length(value: unknown): unknown {
  const points = number(value) as number;
  if (points < 0) throw invalidArgument();
  return points;
}

function areasOf(sheet: Sheet, args: Arguments, model: WorkbookModel): AreasRef {
  const range = args.isObject(0, Range) ? args.object(0, Range) : undefined;
  if (range) return { sheet: range.sheet, areas: [range.rect] };
  return args.object(0, RangeAreas) ?? resolveAreas(model, args.text(0), sheet);
}
