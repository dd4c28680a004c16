import { isBlank, isErrorCell, plainCell, type Cell } from "../../core/records/cells";
import { readDateText } from "../../core/records/read-date";
import { readMoneyText } from "../../core/records/read-money";

/** What a cell looks like. `value` is text that reads as a date, an amount, a time, an address of mail or web. */
export const Shape = { blank: 0, text: 1, value: 2, number: 3, date: 4, logical: 5, error: 6 } as const;
export type Shape = (typeof Shape)[keyof typeof Shape];

export function shapeOf(cell: Cell, format?: string): Shape {
  const plain = plainCell(cell);
  if (typeof plain === "number")
    return format !== undefined && isDateFormat(format) ? Shape.date : Shape.number;
  if (isBlank(plain)) return Shape.blank;
  if (typeof plain === "boolean") return Shape.logical;
  if (typeof plain !== "string" || isErrorCell(plain)) return Shape.error;
  return isValueText(plain) ? Shape.value : Shape.text;
}

/** A number format with a day, a month by name or a year, outside quotes and brackets. */
export function isDateFormat(format: string): boolean {
  if (format === "General") return false;
  const codes = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "").toLowerCase();
  return /[dy]|mmm|h+:mm/.test(codes) && !/general|[#?]/.test(codes);
}

/** The text of a cell; "" for what is no text. */
export function textOf(cell: Cell): string {
  const plain = plainCell(cell);
  return typeof plain === "string" ? plain.trim() : "";
}

function isValueText(text: string): boolean {
  const trimmed = text.trim();
  if (/^\S+@\S+\.\S+$|^https?:\/\//.test(trimmed)) return true;
  if (trimmed.length > 40 || !/\d/.test(trimmed)) return false;
  return (
    readMoneyText(trimmed.replace(/%$/, "")) !== undefined ||
    readDateText(trimmed) !== undefined ||
    /^\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?$/i.test(trimmed)
  );
}
