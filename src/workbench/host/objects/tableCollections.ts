import type { Sheet, Table as ModelTable } from "../../model/types";
import type { Context, HostClass } from "../declare";
import { collectionMethods, declareClass } from "../declare";
import { invalidArgument, itemNotFound } from "../errors";
import { registrations } from "./eventRegistration";
import { Range } from "./range";
import { resolveRange } from "./resolve";
import { Table } from "./table";

/** The tables of the workbook, or of one sheet. */
export interface TableScope {
  sheet?: Sheet;
}

export const TableCollection: HostClass<TableScope> = declareClass<TableScope>({
  name: "TableCollection",
  scalars: { Count: { get: (scope, context) => tables(scope, context).length } },
  items: tables,
  methods: {
    ...collectionMethods<TableScope>(
      tables,
      ({ sheet }, key, { model }) => {
        const table = model.table(String(key));
        return table && (!sheet || table.sheet.id === sheet.id) ? Table.of(table) : undefined;
      },
      itemNotFound,
    ),
    Add: ({ sheet }, args, { model }) => {
      const range =
        args.object(0, Range) ??
        resolveRange(model, args.text(0), sheet ?? sheetOf(model.activeSheet(), args.text(0)));
      if (sheet && range.sheet.id !== sheet.id) throw invalidArgument();
      return Table.of(model.addTable({ sheet: range.sheet, range: range.rect, hasHeaders: args.boolean(1) }));
    },
    ...registrations<TableScope>(({ sheet }) => sheet?.id ?? "Workbook", {
      _RegisterDataChangedEvent: 101,
      _RegisterAddedEvent: 102,
      _RegisterDeletedEvent: 103,
    }),
  },
});

/** The tables that share cells with a range. */
export const TableScopedCollection: HostClass<readonly ModelTable[]> = declareClass<readonly ModelTable[]>({
  name: "TableScopedCollection",
  items: (list) => list.map((table) => Table.of(table)),
  methods: {
    ...collectionMethods<readonly ModelTable[]>(
      (list) => list.map((table) => Table.of(table)),
      (list, key) => {
        const found = list.find(
          (table) => table.id === key || table.name.toLowerCase() === String(key).toLowerCase(),
        );
        return found && Table.of(found);
      },
      itemNotFound,
    ),
    GetFirst: (list) => {
      if (!list[0]) throw itemNotFound();
      return Table.of(list[0]);
    },
  },
});

/** Without a sheet in the address, the active one is meant. */
function sheetOf(active: Sheet, address: string): Sheet | undefined {
  return address.includes("!") ? undefined : active;
}

function tables({ sheet }: TableScope, { model }: Context) {
  return model
    .tables()
    .filter((table) => !sheet || table.sheet.id === sheet.id)
    .map((table) => Table.of(table));
}
