import type { BorderSide, CellFormat } from "../../model/types";
import type { ClassDeclaration } from "../declare";
import { HostError } from "../errors";
import { plainObject } from "./parts";
import type { RangeRef } from "./rangeRef";

/** Range.getCellProperties: the looks of each cell, as far as they are asked for. */
export const cellProperties: NonNullable<ClassDeclaration<RangeRef>["methods"]> = {
  GetCellProperties: ({ sheet, rect }, args) => {
    const asked = plainObject(args.raw(0));
    const other = Object.keys(asked).find((key) => key !== "format");
    if (other !== undefined) throw unknown(other);
    const format = plainObject(asked.format ?? {});
    return Array.from({ length: rect.rows }, (_, r) =>
      Array.from({ length: rect.columns }, (__, c) => ({
        format: formatOf(sheet.readFormat(rect.row + r, rect.column + c), format),
      })),
    );
  },
};

type Asked = Readonly<Record<string, unknown>>;

function formatOf(format: CellFormat, asked: Asked): Record<string, unknown> {
  const members: Record<string, () => unknown> = {
    font: () => pick(fontOf(format), asked.font),
    fill: () => pick({ color: format.fillColor || "#FFFFFF" }, asked.fill),
    borders: () =>
      Object.fromEntries(
        (["top", "bottom", "left", "right"] satisfies BorderSide[]).map((side) => [
          side,
          pick({ style: "None", color: "#000000", ...format.borders[side] }, asked.borders),
        ]),
      ),
    horizontalAlignment: () => format.horizontalAlignment,
    verticalAlignment: () => format.verticalAlignment,
    wrapText: () => format.wrapText,
  };
  return Object.fromEntries(
    Object.entries(asked)
      .filter(([, wanted]) => wanted !== false && wanted !== undefined && wanted !== null)
      .map(([key]) => {
        const member = members[key];
        if (member === undefined) throw unknown(key);
        return [key, member()];
      }),
  );
}

function fontOf(format: CellFormat): Record<string, unknown> {
  return {
    name: format.fontName,
    size: format.fontSize,
    bold: format.bold,
    italic: format.italic,
    color: format.fontColor || "#000000",
    underline: format.underline ? "Single" : "None",
    strikethrough: format.strikethrough,
  };
}

function pick(all: Record<string, unknown>, asked: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(plainObject(asked)).flatMap(([key, wanted]) => {
      if (wanted !== true) return [];
      if (!(key in all)) throw unknown(key);
      return [[key, all[key]]];
    }),
  );
}

function unknown(member: string): HostError {
  return new HostError("NotImplemented", `The stand-in for Excel does not tell ${member} of a cell.`);
}
