import type { Sheet, WorkbookModel } from "../../model/types";
import { hexColor } from "../../model/formats";
import type { Context, HostClass } from "../declare";
import { collectionMethods, declareClass } from "../declare";
import { invalidArgument, itemNotFound } from "../errors";
import { ChartCollection } from "./chart";
import { registrations } from "./eventRegistration";
import { WorksheetFreezePanes } from "./freezePanes";
import { NamedItemCollection } from "./names";
import { HorizontalPageBreakCollection } from "./pageBreaks";
import { PageLayout } from "./pageLayout";
import { WorksheetProtection } from "./protection";
import { Range } from "./range";
import { RangeAreas, resolveAreas } from "./rangeAreas";
import { at } from "./rangeRef";
import { resolveRange } from "./resolve";
import { TableCollection } from "./tableCollections";

const VISIBILITIES = ["Visible", "Hidden", "VeryHidden"] as const;

export const Worksheet: HostClass<Sheet> = declareClass<Sheet>({
  name: "Worksheet",
  identity: (sheet) => ({ Id: sheet.id }),
  scalars: {
    Id: { get: (sheet) => sheet.id },
    Name: { get: (sheet) => sheet.name, set: (sheet, name) => sheet.rename(text(name)) },
    Position: { get: (sheet) => sheet.position, set: (sheet, position) => sheet.moveTo(Number(position)) },
    Visibility: {
      get: (sheet) => sheet.visibility,
      set: (sheet, value) => {
        const visibility = VISIBILITIES.find((known) => known === value);
        if (!visibility) throw invalidArgument();
        sheet.setVisibility(visibility);
      },
    },
    TabColor: {
      get: (sheet) => sheet.tabColor,
      set: (sheet, color) => {
        const read = hexColor(text(color));
        if (color !== "" && read === "") throw invalidArgument();
        sheet.tabColor = read;
      },
    },
    ShowGridlines: { get: (sheet) => sheet.showGridlines },
    // The client reads ShowGridlines but writes Gridlines.
    Gridlines: {
      set: (sheet, show) => {
        sheet.showGridlines = show === true;
      },
    },
    StandardHeight: { get: () => 15 },
    StandardWidth: { get: () => 8.43 },
  },
  navigations: {
    Tables: (sheet) => TableCollection.of({ sheet }),
    Charts: (sheet) => ChartCollection.of(sheet),
    PageLayout: (sheet) => PageLayout.of(sheet),
    HorizontalPageBreaks: (sheet) => HorizontalPageBreakCollection.of(sheet),
    Names: (sheet) => NamedItemCollection.of({ sheet }),
    Protection: (sheet) => WorksheetProtection.of(sheet.features),
    FreezePanes: (sheet) => WorksheetFreezePanes.of(sheet),
  },
  methods: {
    GetRange: (sheet, args, { model }) => Range.of(resolveRange(model, args.optionalText(0), sheet)),
    GetRanges: (sheet, args, { model }) => RangeAreas.of(resolveAreas(model, args.optionalText(0), sheet)),
    GetCell: (sheet, args) => Range.of(at(sheet, args.integer(0), args.integer(1), 1, 1)),
    GetRangeByIndexes: (sheet, args) =>
      Range.of(at(sheet, args.integer(0), args.integer(1), args.integer(2), args.integer(3))),
    GetUsedRange: (sheet, args) => {
      const rect = sheet.usedRange(args.boolean(0));
      return Range.of(rect ? { sheet, rect } : at(sheet, 0, 0, 1, 1));
    },
    GetUsedRangeOrNullObject: (sheet, args) => {
      const rect = sheet.usedRange(args.boolean(0));
      if (!rect) throw itemNotFound();
      return Range.of({ sheet, rect });
    },
    GetNext: (sheet, args, { model }) => Worksheet.of(neighbour(model, sheet, 1, args.boolean(0))),
    GetPrevious: (sheet, args, { model }) => Worksheet.of(neighbour(model, sheet, -1, args.boolean(0))),
    Activate: (sheet) => sheet.activate(),
    Calculate: (_, __, { model }) => model.recalculate(),
    Delete: (sheet) => sheet.delete(),
    ...registrations<Sheet>((sheet) => sheet.id, {
      _RegisterDataChangedEvent: 10,
      _RegisterActivatedEvent: 11,
      _RegisterDeactivatedEvent: 12,
      _RegisterSelectionChangedEvent: 14,
      _RegisterCalculatedEvent: 16,
      _RegisterEventNameChanged: 25,
    }),
  },
});

export const WorksheetCollection: HostClass<WorkbookModel> = declareClass<WorkbookModel>({
  name: "WorksheetCollection",
  items: worksheets,
  methods: {
    ...collectionMethods<WorkbookModel>(
      worksheets,
      (model, key) => {
        const sheet = model.sheet(String(key));
        return sheet && Worksheet.of(sheet);
      },
      itemNotFound,
    ),
    GetCount: (model, args) => shown(model, args.boolean(0)).length,
    GetFirst: (model, args) => Worksheet.of(found(shown(model, args.boolean(0))[0])),
    GetLast: (model, args) => Worksheet.of(found(shown(model, args.boolean(0)).at(-1))),
    GetActiveWorksheet: (model) => Worksheet.of(model.activeSheet()),
    Add: (model, args) => Worksheet.of(model.addSheet(args.optionalText(0))),
    ...registrations<WorkbookModel>(() => "Workbook", {
      _RegisterDataChangedEvent: 10,
      _RegisterActivatedEvent: 11,
      _RegisterDeactivatedEvent: 12,
      _RegisterAddedEvent: 13,
      _RegisterSelectionChangedEvent: 14,
      _RegisterDeletedEvent: 15,
      _RegisterCalculatedEvent: 16,
      _RegisterEventNameChanged: 25,
    }),
  },
});

function worksheets(model: WorkbookModel, _context?: Context) {
  return model.sheets().map((sheet) => Worksheet.of(sheet));
}

function shown(model: WorkbookModel, visibleOnly: boolean): readonly Sheet[] {
  return model.sheets().filter((sheet) => !visibleOnly || sheet.visibility === "Visible");
}

function neighbour(model: WorkbookModel, sheet: Sheet, step: 1 | -1, visibleOnly: boolean): Sheet {
  const sheets = model
    .sheets()
    .filter((other) => other.id === sheet.id || !visibleOnly || other.visibility === "Visible");
  return found(sheets[sheets.findIndex((other) => other.id === sheet.id) + step]);
}

function found(sheet: Sheet | undefined): Sheet {
  if (!sheet) throw itemNotFound();
  return sheet;
}

function text(value: unknown): string {
  if (typeof value !== "string") throw invalidArgument();
  return value;
}
