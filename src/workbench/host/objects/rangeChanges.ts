import type { ClassDeclaration } from "../declare";
import { clearFormats } from "../../model/conditionalFormats";
import { invalidArgument } from "../errors";
import { Range } from "./range";
import type { RangeRef } from "./rangeRef";

/** Methods that change cells, or what is selected. */
export const rangeChanges: NonNullable<ClassDeclaration<RangeRef>["methods"]> = {
  Clear: ({ sheet, rect }, args) => {
    const what = args.optionalText(0) ?? "All";
    const links = what === "All" || what === "Hyperlinks" || what === "RemoveHyperlinks";
    if (links && sheet.features.links.clear(rect)) sheet.features.changed("links");
    if (what === "Hyperlinks") return;
    if (what === "RemoveHyperlinks") return sheet.setFormat(rect, { fontColor: "#000000", underline: false });
    if (what !== "All" && what !== "Contents" && what !== "Formats") throw invalidArgument();
    if (what !== "Contents") clearConditional({ sheet, rect });
    sheet.clear(rect, what);
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

/** Conditional formats are formats: they go with the others. */
function clearConditional({ sheet, rect }: RangeRef): void {
  const { features } = sheet;
  if (features.conditionalFormats.length === 0) return;
  features.conditionalFormats = clearFormats(features.conditionalFormats, rect);
  features.changed("conditionalFormats");
}
