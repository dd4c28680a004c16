import type { Table as ModelTable } from "../../model/types";
import type { HostClass } from "../declare";
import { declareClass } from "../declare";
import { invalidArgument, itemNotFound } from "../errors";
import { registrations } from "./eventRegistration";
import { Range } from "./range";
import type { RangeRef } from "./rangeRef";
import { resolveRange } from "./resolve";
import { TableColumnCollection, TableRowCollection } from "./tableParts";
import { Worksheet } from "./worksheet";

export const Table: HostClass<ModelTable> = declareClass<ModelTable>({
  name: "Table",
  identity: (table) => ({ Id: table.id }),
  scalars: {
    Id: { get: (table) => table.id },
    LegacyId: { get: (table) => table.id },
    Name: {
      get: (table) => table.name,
      set: (table, name) => {
        if (typeof name !== "string") throw invalidArgument();
        table.rename(name);
      },
    },
    Style: {
      get: (table) => table.style,
      set: (table, style) => {
        table.style = String(style);
      },
    },
    ShowHeaders: {
      get: (table) => table.showHeaders,
      set: (table, show) => {
        table.showHeaders = show === true;
      },
    },
    ShowTotals: { get: () => false },
    ShowBandedRows: {
      get: (table) => table.showBandedRows,
      set: (table, show) => {
        table.showBandedRows = show === true;
      },
    },
    ShowFilterButton: {
      get: (table) => table.showFilterButton,
      set: (table, show) => {
        table.showFilterButton = show === true;
      },
    },
    ShowBandedColumns: { get: () => false },
    HighlightFirstColumn: { get: () => false },
    HighlightLastColumn: { get: () => false },
  },
  navigations: {
    Columns: (table) => TableColumnCollection.of(table),
    Rows: (table) => TableRowCollection.of(table),
    Worksheet: (table) => Worksheet.of(table.sheet),
  },
  methods: {
    GetRange: (table) => Range.of({ sheet: table.sheet, rect: table.range }),
    GetDataBodyRange: (table) => Range.of({ sheet: table.sheet, rect: table.bodyRange }),
    GetHeaderRowRange: (table) => {
      if (!table.headerRange) throw itemNotFound();
      return Range.of({ sheet: table.sheet, rect: table.headerRange });
    },
    GetTotalRowRange: () => {
      throw itemNotFound();
    },
    Resize: (table, args, { model }) => {
      const target: RangeRef = args.object(0, Range) ?? resolveRange(model, args.text(0), table.sheet);
      if (target.sheet.id !== table.sheet.id) throw invalidArgument();
      table.resize(target.rect);
    },
    ConvertToRange: (table) => {
      const { sheet, range } = table;
      table.convertToRange();
      return Range.of({ sheet, rect: range });
    },
    Delete: (table) => table.delete(),
    ...registrations<ModelTable>((table) => table.id, {
      _RegisterDataChangedEvent: 101,
      _RegisterSelectionChangedEvent: 100,
    }),
  },
});
