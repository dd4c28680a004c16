import { formatAddress } from "../../model/address";
import type { Rect, Sheet, WorkbookModel } from "../../model/types";
import type { HostClass } from "../declare";
import { collectionMethods, declareClass } from "../declare";
import { invalidArgument, itemNotFound } from "../errors";
import { Range } from "./range";
import { rangeChanges } from "./rangeChanges";
import { isEntireColumn, isEntireRow } from "./rangeRef";
import { resolveRange } from "./resolve";
import { Worksheet } from "./worksheet";

/** Several blocks of cells on one sheet. */
export interface AreasRef {
  sheet: Sheet;
  areas: readonly Rect[];
}

export const RangeCollection: HostClass<AreasRef> = declareClass<AreasRef>({
  name: "RangeCollection",
  items: ranges,
  methods: collectionMethods<AreasRef>(ranges, () => undefined, itemNotFound),
});

export const RangeAreas: HostClass<AreasRef> = declareClass<AreasRef>({
  name: "RangeAreas",
  tracked: true,
  scalars: {
    Address: { get: address },
    AddressLocal: { get: address },
    AreaCount: { get: ({ areas }) => areas.length },
    CellCount: { get: ({ areas }) => areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0) },
    IsEntireColumn: { get: ({ sheet, areas }) => areas.every((rect) => isEntireColumn({ sheet, rect })) },
    IsEntireRow: { get: ({ sheet, areas }) => areas.every((rect) => isEntireRow({ sheet, rect })) },
  },
  navigations: {
    Areas: (areas) => RangeCollection.of(areas),
    Worksheet: ({ sheet }) => Worksheet.of(sheet),
  },
  methods: {
    Clear: ({ sheet, areas }, args, context) => {
      for (const rect of areas) rangeChanges.Clear?.({ sheet, rect }, args, context);
    },
    Calculate: (_, __, { model }) => model.recalculate(),
    Select: ({ sheet, areas }, _, { model }) => model.select(sheet, areas),
  },
});

/** "A1:B2, D4" or with semicolons; without an address the whole sheet. Quoted names of sheets may hold either sign. */
export function resolveAreas(model: WorkbookModel, text: string | undefined, sheet: Sheet): AreasRef {
  const parts = text === undefined ? [undefined] : text.match(/(?:'(?:[^']|'')*'|[^,;'])+/g);
  if (!parts) throw invalidArgument();
  return { sheet, areas: parts.map((part) => resolveRange(model, part?.trim(), sheet).rect) };
}

function ranges({ sheet, areas }: AreasRef) {
  return areas.map((rect) => Range.of({ sheet, rect }));
}

function address({ sheet, areas }: AreasRef): string {
  return areas.map((rect) => formatAddress(sheet.name, rect)).join(",");
}
