import { MAX_COLUMNS } from "../../model/address";
import type { Sheet } from "../../model/types";
import type { HostClass } from "../declare";
import { declareClass } from "../declare";
import { itemNotFound } from "../errors";
import { Range } from "./range";
import { at } from "./rangeRef";
import { resolveRange } from "./resolve";

/** A page break above a row. */
interface BreakRef {
  sheet: Sheet;
  row: number;
}

export const HorizontalPageBreak: HostClass<BreakRef> = declareClass<BreakRef>({
  name: "PageBreak",
  identity: ({ sheet, row }) => ({ _Id: breaksOf(sheet).indexOf(row) }),
  scalars: { ColumnIndex: { get: () => 0 }, RowIndex: { get: ({ row }) => row } },
  methods: {
    Delete: ({ sheet, row }) =>
      setBreaks(
        sheet,
        breaksOf(sheet).filter((other) => other !== row),
      ),
    GetCellAfterBreak: ({ sheet, row }) => Range.of(at(sheet, row, 0, 1, 1)),
  },
});

export const HorizontalPageBreakCollection: HostClass<Sheet> = declareClass<Sheet>({
  name: "PageBreakCollection",
  items: breaks,
  methods: {
    Add: (sheet, args, { model }) => {
      const { rect } = args.isObject(0, Range)
        ? (args.object(0, Range) ?? at(sheet, 0, 0, 1, MAX_COLUMNS))
        : resolveRange(model, args.text(0), sheet);
      setBreaks(
        sheet,
        [...new Set([...breaksOf(sheet), rect.row])].sort((a, b) => a - b),
      );
      return HorizontalPageBreak.of({ sheet, row: rect.row });
    },
    GetCount: (sheet) => breaksOf(sheet).length,
    GetItem: (sheet, args) => {
      const row = breaksOf(sheet)[args.integer(0)];
      if (row === undefined) throw itemNotFound();
      return HorizontalPageBreak.of({ sheet, row });
    },
    RemovePageBreaks: (sheet) => setBreaks(sheet, []),
  },
});

function breaks(sheet: Sheet) {
  return breaksOf(sheet).map((row) => HorizontalPageBreak.of({ sheet, row }));
}

function breaksOf({ features }: Sheet): readonly number[] {
  return features.page.rowBreaks;
}

function setBreaks({ features }: Sheet, rows: readonly number[]): void {
  features.page.rowBreaks = rows;
  features.changed("page");
}
