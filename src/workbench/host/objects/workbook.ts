import type { WorkbookModel } from "../../model/types";
import type { HostClass } from "../declare";
import { declareClass } from "../declare";
import { invalidArgument, itemNotFound, notImplemented } from "../errors";
import { CustomXmlPartCollection } from "./customXml";
import { NamedItemCollection } from "./names";
import { Range } from "./range";
import { RangeAreas } from "./rangeAreas";
import { at } from "./rangeRef";
import { resolveRange } from "./resolve";
import { SettingCollection } from "./settings";
import { TableCollection } from "./tableCollections";
import { StyleCollection } from "./styles";
import { WorksheetCollection } from "./worksheet";

export const Workbook: HostClass<WorkbookModel> = declareClass<WorkbookModel>({
  name: "Workbook",
  scalars: {
    Name: { get: (model) => model.name },
    ReadOnly: { get: () => false },
    IsDirty: { get: () => true },
    AutoSave: { get: () => false },
    PreviouslySaved: { get: () => false },
    CalculationEngineVersion: { get: () => 191029 },
  },
  navigations: {
    Worksheets: (model) => WorksheetCollection.of(model),
    Tables: () => TableCollection.of({}),
    Names: () => NamedItemCollection.of({}),
    Styles: () => StyleCollection.of(null),
    Settings: () => SettingCollection.of(null),
    CustomXmlParts: () => CustomXmlPartCollection.of(null),
    Application: (model) => Application.of(model),
    _Runtime: () => Runtime.of(null),
  },
  methods: {
    GetSelectedRange: (model) => {
      const { sheet, areas } = model.selection();
      const rect = areas[areas.length - 1];
      if (!rect) throw itemNotFound();
      return Range.of({ sheet, rect });
    },
    GetSelectedRanges: (model) => {
      const { sheet, areas } = model.selection();
      return RangeAreas.of({ sheet, areas });
    },
    GetActiveCell: (model) => {
      const { sheet, row, column } = model.selection();
      return Range.of(at(sheet, row, column, 1, 1));
    },
    // Excel.createWorkbook on the web
    CreateAndOpenWorkbook: (_, args, { services }) => services.createWorkbook(fileOf(args.optionalText(0))),
    _GetRangeForEventByReferenceId: (model, args) => Range.of(resolveRange(model, args.text(0))),
    _GetRangeOrNullObjectForEventByReferenceId: (model, args) => Range.of(resolveRange(model, args.text(0))),
    _GetReferenceCount: (_, __, { session }) => session.referenceCount,
    _RemoveReference: (_, args, { session }) => session.release(args.text(0)),
    _RemoveAllReferences: (_, __, { session }) => session.releaseAll(),
    _SetOsfControlContainerReadyForCustomFunctions: (_, __, { services }) => services.calls.runtimeReady(),
  },
});

function fileOf(base64: string | undefined): Uint8Array | undefined {
  if (!base64) return undefined;
  try {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return bytes;
  } catch {
    // no Base64
  }
  throw invalidArgument();
}

export const Application: HostClass<WorkbookModel> = declareClass<WorkbookModel>({
  name: "Application",
  scalars: {
    CalculationMode: {
      get: () => "Automatic",
      // Formulas always calculate at once here.
      set: (_, mode) => {
        if (mode !== "Automatic") throw notImplemented("Application.calculationMode other than Automatic");
      },
    },
    CalculationState: { get: () => "Done" },
    CalculationEngineVersion: { get: () => 191029 },
    DecimalSeparator: { get: () => "." },
    ThousandsSeparator: { get: () => "," },
    UseSystemSeparators: { get: () => true },
  },
  navigations: { CultureInfo: () => CultureInfo.of(null) },
  methods: {
    Calculate: (model) => model.recalculate(),
    SuspendApiCalculationUntilNextSync: () => undefined,
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
});

export const Runtime: HostClass<null> = declareClass<null>({
  name: "Runtime",
  scalars: {
    EnableEvents: {
      get: (_, { session }) => session.enableEvents,
      set: (_, enable, { session }) => {
        session.enableEvents = enable === true;
      },
    },
  },
});

/** Formulas and numbers are typed the English way here, whatever language the add-in speaks. */
export const CultureInfo: HostClass<null> = declareClass<null>({
  name: "CultureInfo",
  scalars: { Name: { get: () => "en-US" } },
  navigations: {
    NumberFormat: () => NumberFormatInfo.of(null),
    DatetimeFormat: () => DatetimeFormatInfo.of(null),
  },
});

export const NumberFormatInfo: HostClass<null> = declareClass<null>({
  name: "NumberFormatInfo",
  scalars: { NumberDecimalSeparator: { get: () => "." }, NumberGroupSeparator: { get: () => "," } },
});

export const DatetimeFormatInfo: HostClass<null> = declareClass<null>({
  name: "DatetimeFormatInfo",
  scalars: {
    DateSeparator: { get: () => "/" },
    TimeSeparator: { get: () => ":" },
    ShortDatePattern: { get: () => "M/d/yyyy" },
    LongDatePattern: { get: () => "dddd, MMMM d, yyyy" },
    LongTimePattern: { get: () => "h:mm:ss tt" },
  },
});
