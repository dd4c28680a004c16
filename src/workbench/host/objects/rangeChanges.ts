import type { ClassDeclaration } from "../declare";
import { HostError, invalidArgument } from "../errors";
import { Range } from "./range";
import type { RangeRef } from "./rangeRef";

/** Methods that change cells, or what is selected. */
export const rangeChanges: NonNullable<ClassDeclaration<RangeRef>["methods"]> = {
  Clear: ({ sheet, rect }, args) => {
    const what = args.optionalText(0) ?? "All";
    const known = { All: "All", Contents: "Contents", Formats: "Formats" } as const;
    const apply = known[what as keyof typeof known] as "All" | "Contents" | "Formats" | undefined;
    if (!apply) throw new HostError("NotImplemented", `The stand-in for Excel does not clear ${what}.`);
    sheet.clear(rect, apply);
  },
  Insert: ({ sheet, rect }, args) => {
    const shift = args.text(0);
    if (shift !== "Down" && shift !== "Right") throw invalidArgument();
    sheet.insertCells(rect, shift);
    return Range.of({ sheet, rect });
  },
  Delete: ({ sheet, rect }, args) => {
    const shift = args.text(0);
    if (shift !== "Up" && shift !== "Left") throw invalidArgument();
    sheet.deleteCells(rect, shift);
  },
  Select: ({ sheet, rect }, _, { model }) => {
    if (model.activeSheet().id !== sheet.id) sheet.activate();
    model.select(sheet, rect);
  },
  Calculate: (_range, _args, { model }) => model.recalculate(),
  _ValidateArraySize: ({ rect }, args) => {
    if (args.integer(0) !== rect.rows || args.integer(1) !== rect.columns)
      throw invalidArgument(
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      );
  },
};
