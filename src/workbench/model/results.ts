import type { BaseValueObject, ErrorType } from "@univerjs/engine-formula";
import {
  BooleanValueObject,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import { ERROR_TEXTS } from "./entry";
import { texts } from "./texts";

export interface ResultCell {
  value: number | string | boolean | { error: string; message?: string };
  numberFormat?: string;
}

/** What a custom function returned (values, arrays, cell value objects, errors) → cells. */
export function readResult(value: unknown): ResultCell[][] {
  if (!Array.isArray(value)) return [[readCell(value)]];
  if (value.length === 0) return [[failure("#CALC!")]];
  const rows = value.map((line: unknown) => (Array.isArray(line) ? line.map(readCell) : [readCell(line)]));
  const width = Math.max(...rows.map((row) => row.length));
  if (width === 0) return [[failure("#CALC!")]];
  // A shorter line is filled up with #N/A, as Excel does.
  for (const row of rows) while (row.length < width) row.push(failure("#N/A"));
  return rows;
}

export function toEngineValue(cell: ResultCell): BaseValueObject {
  const { value, numberFormat } = cell;
  if (typeof value === "number") return NumberValueObject.create(value, numberFormat ?? "");
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  if (typeof value === "string") return StringValueObject.create(value);
  return ErrorValueObject.create(value.error as ErrorType);
}

function readCell(value: unknown): ResultCell {
  if (typeof value === "number") return Number.isFinite(value) ? { value } : failure("#NUM!");
  if (typeof value === "boolean" || typeof value === "string") return { value };
  if (value === null || value === undefined) return { value: "" };
  if (Array.isArray(value)) return failure("#VALUE!");
  const object = value as Record<string, unknown>;
  const basic = object.basicValue ?? object.primitive;
  if (object.type === "Error" || object.type === "CustomFunctionError" || object.basicType === "Error")
    return failure(String(basic ?? object.code ?? "#VALUE!"), text(object.message) ?? text(object.text));
  if (object.type === "Double" || object.type === "FormattedNumber") {
    const number = Number(basic);
    if (!Number.isFinite(number)) return failure("#NUM!");
    return { value: number, numberFormat: text(object.numberFormat) };
  }
  if (object.type === "Boolean") return { value: Boolean(basic) };
  if (object.type === "String") return { value: String(basic ?? "") };
  return failure("#VALUE!", texts().unknownResult());
}

function failure(code: string, message?: string): ResultCell {
  return { value: { error: ERROR_TEXTS.has(code) ? code : "#VALUE!", message } };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
