import type { ArrayValueObject, BaseReferenceObject, BaseValueObject } from "@univerjs/engine-formula";
import { BUSY, ERROR_TEXTS } from "./entry";
import { Hash } from "./hash";
import { readReference } from "./references";
import type { ReadReference } from "./references";
import { texts } from "./texts";
import type { CellValue, CustomFunctionMetadata, CustomFunctionParameter, Rect } from "./types";

export type Arguments =
  | { state: "ready"; args: unknown[]; hash: string }
  /** An argument is itself still being calculated. */
  | { state: "waiting" }
  /** `inherited`: the error of an argument that could not be resolved, whose own message stands. */
  | { state: "error"; code: string; message?: string; inherited?: boolean };

export interface ArgumentRules {
  function: CustomFunctionMetadata;
  /** Error cells go to parameters of type any as objects instead of becoming the result. */
  allowErrors: boolean;
  /** The last row and column in use, so that blank rows below need not be handed over one by one. */
  usedRange: (sheetId: string) => Rect | undefined;
}

/** What the engine hands to a function → what Excel hands to it. */
export function collectArguments(variants: readonly BaseValueObject[], rules: ArgumentRules): Arguments {
  const parameters = rules.function.parameters;
  const given = variants.length;
  const required = parameters.filter((parameter) => !parameter.optional && !parameter.repeating).length;
  const last = parameters[parameters.length - 1];
  const most = last?.repeating ? 255 : parameters.length;
  if (given < required || given > most)
    return {
      state: "error",
      code: "#VALUE!",
      message: texts().argumentCount(rules.function.name, required, most, given),
    };
  // A reference to nothing (an unknown column, a deleted cell) is no cell with an error in it: the formula is wrong.
  const broken = variants.find((variant) => !variant.isReferenceObject() && variant.isError());
  const code = String(broken?.getValue() ?? "");
  if (code === "#REF!" || code === "#NAME?") return { state: "error", code, inherited: true };
  const references = variants.map((variant) =>
    variant.isReferenceObject() ? readReference(variant as unknown as BaseReferenceObject) : undefined,
  );
  const heights = commonHeights(references, rules);
  const hash = new Hash();
  const args: unknown[] = [];
  const repeated: unknown[] = [];
  for (let i = 0; i < Math.max(given, parameters.length); i++) {
    const parameter = parameters[Math.min(i, parameters.length - 1)] ?? { name: "value", type: "any" };
    const variant = variants[i];
    const cells = variant && cellsOf(variant, references[i], rules, heights[i]);
    if (cells && cells.rows * cells.columns > MOST_CELLS)
      return {
        state: "error",
        code: "#VALUE!",
        message: texts().tooManyCells(parameter.name, `${cells.rows} × ${cells.columns}`),
      };
    const taken = take(cells, parameter, rules.allowErrors, hash);
    if (taken.state !== "taken") return taken;
    if (parameter.repeating) {
      if (i < given) repeated.push(taken.value);
    } else args.push(taken.value);
  }
  if (last?.repeating) args.push(repeated);
  return { state: "ready", args, hash: hash.text() };
}

interface Cells {
  rows: number;
  columns: number;
  read: (row: number, column: number) => CellValue;
}

type Taken = { state: "taken"; value: unknown } | Exclude<Arguments, { state: "ready" }>;

function take(
  cells: Cells | undefined,
  parameter: CustomFunctionParameter,
  allowErrors: boolean,
  hash: Hash,
): Taken {
  hash.separator();
  if (!cells) {
    hash.add(null);
    return { state: "taken", value: null };
  }
  const any = !parameter.type || parameter.type === "any";
  if (parameter.dimensionality === "matrix") return takeMatrix(cells, any && allowErrors, hash);
  if (cells.rows !== 1 || cells.columns !== 1)
    return {
      state: "error",
      code: "#VALUE!",
      message: texts().oneCell(parameter.name, `${cells.rows} × ${cells.columns}`),
    };
  const value = cells.read(0, 0);
  if (value === BUSY) return { state: "waiting" };
  hash.add(value);
  if (typeof value === "string" && ERROR_TEXTS.has(value))
    return any && allowErrors
      ? { state: "taken", value: { type: "CustomFunctionError", code: value } }
      : { state: "error", code: value };
  return coerce(value, parameter);
}

function takeMatrix(cells: Cells, allowErrors: boolean, hash: Hash): Taken {
  const { rows, columns, read } = cells;
  hash.add(columns);
  const value: unknown[][] = new Array<unknown[]>(rows);
  for (let r = 0; r < rows; r++) {
    const line: unknown[] = new Array<unknown>(columns);
    for (let c = 0; c < columns; c++) {
      const cell = read(r, c);
      hash.add(cell);
      if (typeof cell === "string" && cell.charCodeAt(0) === 35 && ERROR_TEXTS.has(cell)) {
        if (cell === BUSY) return { state: "waiting" };
        if (!allowErrors) return { state: "error", code: cell };
        line[c] = { type: "CustomFunctionError", code: cell };
      } else line[c] = cell;
    }
    value[r] = line;
  }
  return { state: "taken", value };
}

/** Excel converts a cell to the type the function declares, or shows #VALUE! without calling it. */
function coerce(value: CellValue, parameter: CustomFunctionParameter): Taken {
  const refused = (message: string): Taken => ({ state: "error", code: "#VALUE!", message });
  switch (parameter.type) {
    case "number": {
      if (value === "") return { state: "taken", value: 0 };
      const number = typeof value === "string" ? Number(value) : Number(value);
      return Number.isNaN(number)
        ? refused(texts().takesNumber(parameter.name, String(value)))
        : { state: "taken", value: number };
    }
    case "boolean":
      if (typeof value === "string" && value !== "" && !/^(true|false)$/i.test(value))
        return refused(texts().takesBoolean(parameter.name, String(value)));
      return { state: "taken", value: typeof value === "string" ? /^true$/i.test(value) : Boolean(value) };
    case "string":
      return {
        state: "taken",
        value: typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value),
      };
    default:
      return { state: "taken", value };
  }
}

function cellsOf(
  variant: BaseValueObject,
  reference: ReadReference | undefined,
  rules: ArgumentRules,
  height?: number,
): Cells | undefined {
  if (reference) {
    const { rect, read } = reference;
    return {
      rows: height ?? rect.rows,
      columns: width(reference, rules),
      read: (row, column) => read(rect.row + row, rect.column + column),
    };
  }
  if (variant.isNull()) return undefined;
  if (variant.isArray()) {
    const array = variant as ArrayValueObject;
    return {
      rows: array.getRowCount(),
      columns: array.getColumnCount(),
      read: (row, column) => plain(array.get(row, column) ?? undefined),
    };
  }
  return { rows: 1, columns: 1, read: () => plain(variant) };
}

function plain(value: BaseValueObject | undefined): CellValue {
  if (!value || value.isNull()) return "";
  if (value.isError()) return String(value.getValue());
  const raw = value.getValue();
  return typeof raw === "number" || typeof raw === "boolean" ? raw : String(raw);
}

/**
 * Excel hands over every row of A2:A1000000, blank or not. Below the used range they are all blank; when every long
 * range of the call ends in the same row, they are cut at the same row, so that their lengths still agree and nothing
 * but blank rows is missing. Ranges that end in different rows are handed over whole: their lengths must differ.
 */
function commonHeights(
  references: readonly (ReadReference | undefined)[],
  rules: ArgumentRules,
): (number | undefined)[] {
  const ends = references.map((reference) => {
    if (!reference) return undefined;
    const used = rules.usedRange(reference.sheetId);
    const lastUsed = used ? used.row + used.rows : 0;
    const end = reference.rect.row + reference.rect.rows;
    return {
      end,
      beyond: end > lastUsed && reference.rect.rows > MANY_ROWS,
      lastUsed,
      start: reference.rect.row,
    };
  });
  const long = ends.filter((end) => end?.beyond);
  const sameEnd = long.every((end) => end?.end === long[0]?.end);
  if (long.length === 0 || !sameEnd) return references.map(() => undefined);
  const bottom = Math.max(...long.map((end) => Math.max(end?.lastUsed ?? 0, (end?.start ?? 0) + 1)));
  return references.map((reference, index) => {
    const end = ends[index];
    return reference && end?.beyond ? Math.max(1, Math.min(end.end, bottom) - end.start) : undefined;
  });
}

/** A range of whole rows is cut at the last column in use, but never to a single column. */
function width({ rect, sheetId }: ReadReference, rules: ArgumentRules): number {
  if (rect.columns <= MANY_COLUMNS) return rect.columns;
  const used = rules.usedRange(sheetId);
  const end = used ? used.column + used.columns : 0;
  return Math.max(2, Math.min(rect.columns, end - rect.column));
}

const MANY_ROWS = 1000;
const MANY_COLUMNS = 1000;
/** What Excel hands over at most is not known; above this the call would take minutes. */
const MOST_CELLS = 20_000_000;
