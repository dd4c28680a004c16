import type { HostClass } from "../declare";
import { MAX_COLUMNS, MAX_ROWS } from "../../model/address";
import type { Sheet } from "../../model/types";
import { declareClass } from "../declare";
import { invalidArgument, itemNotFound } from "../errors";
import { Range } from "./range";
import { at } from "./rangeRef";
import { resolveRange } from "./resolve";

export const WorksheetFreezePanes: HostClass<Sheet> = declareClass<Sheet>({
  name: "WorksheetFreezePanes",
  methods: {
    FreezeRows: (sheet, args) => {
      sheet.freeze = { rows: positive(args.integer(0, 1)), columns: 0 };
    },
    FreezeColumns: (sheet, args) => {
      sheet.freeze = { rows: 0, columns: positive(args.integer(0, 1)) };
    },
    FreezeAt: (sheet, args, { model }) => {
      const { rect } = args.object(0, Range) ?? resolveRange(model, args.text(0), sheet);
      sheet.freeze = { rows: rect.row + rect.rows, columns: rect.column + rect.columns };
    },
    Unfreeze: (sheet) => {
      sheet.freeze = { rows: 0, columns: 0 };
    },
    GetLocation: (sheet) => {
      const { rows, columns } = sheet.freeze;
      if (rows === 0 && columns === 0) throw itemNotFound();
      return Range.of(at(sheet, 0, 0, rows || MAX_ROWS, columns || MAX_COLUMNS));
    },
  },
});

function positive(count: number): number {
  if (count < 1) throw invalidArgument();
  return count;
}
