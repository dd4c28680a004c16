import { intersection } from "../../model/address";
import { DEFAULT_FORMAT, hexColor } from "../../model/formats";
import type { BorderLine, BorderSide, CellFormat, Rect } from "../../model/types";
import type { Context, HostClass, Scalar } from "../declare";
import { collectionMethods, declareClass } from "../declare";
import { invalidArgument } from "../errors";
import type { RangeRef } from "./rangeRef";

export const RangeFill: HostClass<RangeRef> = declareClass<RangeRef>({
  name: "RangeFill",
  scalars: { Color: color("fillColor", "#FFFFFF") },
  methods: { Clear: ({ sheet, rect }) => sheet.setFormat(rect, { fillColor: "" }) },
});

export const RangeFont: HostClass<RangeRef> = declareClass<RangeRef>({
  name: "RangeFont",
  scalars: {
    Name: member("fontName", isText),
    Size: {
      ...member("fontSize", isPositive),
      set: (range, value, context) => {
        member("fontSize", isPositive).set?.(range, value, context);
        growRows(range, value as number);
      },
    },
    Color: color("fontColor", "#000000"),
    Bold: member("bold", isBoolean),
    Italic: member("italic", isBoolean),
    Strikethrough: member("strikethrough", isBoolean),
    Underline: {
      get: (range) => {
        const underlined = common(range, (format) => format.underline);
        return underlined === null ? null : underlined ? "Single" : "None";
      },
      set: ({ sheet, rect }, value, { session }) =>
        session.formats.add(sheet, rect, { underline: value !== "None" && value !== false }),
    },
  },
});

interface BorderRef extends RangeRef {
  index: string;
}

export const RangeBorder: HostClass<BorderRef> = declareClass<BorderRef>({
  name: "RangeBorder",
  identity: ({ index }) => ({ SideIndex: index }),
  scalars: {
    SideIndex: { get: ({ index }) => index },
    Style: {
      get: (border) => commonLine(border)?.style ?? "None",
      set: (border, value, context) => drawLine(border, { style: value as BorderLine["style"] }, context),
    },
    Weight: {
      get: (border) => commonLine(border)?.weight ?? "Thin",
      set: (border, value, context) => drawLine(border, { weight: value as BorderLine["weight"] }, context),
    },
    Color: {
      get: (border) => commonLine(border)?.color ?? "#000000",
      set: (border, value, context) => drawLine(border, { color: readColor(value) }, context),
    },
  },
});

export const RangeBorderCollection: HostClass<RangeRef> = declareClass<RangeRef>({
  name: "RangeBorderCollection",
  scalars: { Count: { get: () => Object.keys(EDGES).length } },
  items: borders,
  methods: collectionMethods<RangeRef>(
    borders,
    (range, key) => {
      if (!(String(key) in EDGES)) throw invalidArgument();
      return RangeBorder.of({ ...range, index: String(key) });
    },
    () => invalidArgument(),
  ),
});

export const RangeFormat: HostClass<RangeRef> = declareClass<RangeRef>({
  name: "RangeFormat",
  scalars: {
    WrapText: member("wrapText", isBoolean),
    HorizontalAlignment: member("horizontalAlignment", isOneOf(["General", "Left", "Center", "Right"])),
    VerticalAlignment: member("verticalAlignment", isOneOf(["Top", "Center", "Bottom"])),
    ColumnWidth: {
      get: ({ sheet, rect }) => sameSize(rect.column, rect.columns, (column) => sheet.columnWidth(column)),
      set: ({ sheet, rect }, value) => sheet.setColumnWidth(rect.column, rect.columns, pixels(value)),
    },
    RowHeight: {
      get: ({ sheet, rect }) => sameSize(rect.row, rect.rows, (row) => sheet.rowHeight(row)),
      set: ({ sheet, rect }, value) => sheet.setRowHeight(rect.row, rect.rows, pixels(value)),
    },
  },
  navigations: {
    Fill: (range) => RangeFill.of(range),
    Font: (range) => RangeFont.of(range),
    Borders: (range) => RangeBorderCollection.of(range),
  },
  methods: {
    AutofitColumns: autofitColumns,
    AutofitRows: autofitRows,
  },
});

const ROW_PIXELS = 20;
/** A row's height in pixels by the size of its type in points: 18 → 32, 24 → 42, as in Excel. */
const PIXELS_PER_POINT = 1.75;

const EDGES: Record<string, (rect: Rect) => { part: Rect; sides: BorderSide[] }[]> = {
  EdgeTop: (rect) => [{ part: { ...rect, rows: 1 }, sides: ["top"] }],
  EdgeBottom: (rect) => [{ part: { ...rect, row: rect.row + rect.rows - 1, rows: 1 }, sides: ["bottom"] }],
  EdgeLeft: (rect) => [{ part: { ...rect, columns: 1 }, sides: ["left"] }],
  EdgeRight: (rect) => [
    { part: { ...rect, column: rect.column + rect.columns - 1, columns: 1 }, sides: ["right"] },
  ],
  InsideHorizontal: (rect) =>
    rect.rows > 1 ? [{ part: { ...rect, rows: rect.rows - 1 }, sides: ["bottom"] }] : [],
  InsideVertical: (rect) =>
    rect.columns > 1 ? [{ part: { ...rect, columns: rect.columns - 1 }, sides: ["right"] }] : [],
};

function borders(range: RangeRef) {
  return Object.keys(EDGES).map((index) => RangeBorder.of({ ...range, index }));
}

function commonLine({ sheet, rect, index }: BorderRef): BorderLine | undefined {
  const [edge] = EDGES[index]?.(rect) ?? [];
  const side = edge?.sides[0];
  return edge && side
    ? (common({ sheet, rect: edge.part }, (format) => format.borders[side]) ?? undefined)
    : undefined;
}

/** Changes the line that is there, told by the edge's first cell. */
function drawLine(
  { sheet, rect, index }: BorderRef,
  change: Partial<BorderLine>,
  { session }: Context,
): void {
  for (const { part, sides } of EDGES[index]?.(rect) ?? [])
    for (const side of sides) {
      const present = session.formats.read(sheet, part.row, part.column).borders[side];
      const line: BorderLine = {
        style: "Continuous",
        weight: "Thin",
        color: "#000000",
        ...present,
        ...change,
      };
      session.formats.add(sheet, part, { borders: { [side]: line } });
    }
}

/** Rows whose height nobody has set grow with their type. */
function growRows({ sheet, rect }: RangeRef, points: number): void {
  const needed = Math.ceil(points * PIXELS_PER_POINT);
  for (let row = rect.row; needed > ROW_PIXELS && row < rect.row + Math.min(rect.rows, 1000); row++)
    if (sheet.rowHeight(row) === ROW_PIXELS) sheet.setRowHeight(row, 1, needed);
}

/** A property that is the same in all cells, or null. */
function common<V>({ sheet, rect }: RangeRef, read: (format: CellFormat) => V): V | null {
  const small = rect.rows * rect.columns <= 1000;
  const used = small ? rect : sheet.usedRange(false);
  const cells = used && intersection(used, rect);
  const found = new Map<string, V>();
  const take = (format: CellFormat) => found.set(JSON.stringify(read(format)) ?? "", read(format));
  if (!cells || cells.rows * cells.columns < rect.rows * rect.columns) take(DEFAULT_FORMAT);
  for (let row = 0; cells && row < cells.rows && found.size < 2; row++)
    for (let column = 0; column < cells.columns && found.size < 2; column++)
      take(sheet.readFormat(cells.row + row, cells.column + column));
  const [only, ...others] = found.values();
  return others.length > 0 ? null : (only ?? null);
}

function member<K extends keyof CellFormat>(key: K, valid: (value: unknown) => boolean): Scalar<RangeRef> {
  return {
    get: (range) => common(range, (format) => format[key]),
    set: ({ sheet, rect }, value, { session }) => {
      if (!valid(value)) throw invalidArgument();
      session.formats.add(sheet, rect, { [key]: value });
    },
  };
}

function color(key: "fillColor" | "fontColor", none: string): Scalar<RangeRef> {
  return {
    get: (range) => {
      const found = common(range, (format) => format[key] || none);
      return found ?? "";
    },
    set: ({ sheet, rect }, value, { session }) =>
      session.formats.add(sheet, rect, { [key]: readColor(value) }),
  };
}

function readColor(value: unknown): string {
  const read = typeof value === "string" ? hexColor(value) : "";
  if (read === "" && value !== "") throw invalidArgument();
  return read;
}

function pixels(value: unknown): number {
  if (typeof value !== "number" || value < 0) throw invalidArgument();
  return Math.round(value / 0.75);
}

function sameSize(start: number, count: number, size: (index: number) => number): number | null {
  const first = size(start);
  for (let index = start + 1; index < start + Math.min(count, 10_000); index++)
    if (size(index) !== first) return null;
  return first * 0.75;
}

/** Seven pixels a character, as wide as the longest text among the first thousand rows. */
function autofitColumns({ sheet, rect }: RangeRef): void {
  const used = sheet.usedRange(true);
  const cells = used && intersection(used, rect);
  if (!cells) return;
  const texts = sheet.readText({ ...cells, rows: Math.min(cells.rows, 1000) });
  for (let c = 0; c < cells.columns; c++) {
    const longest = Math.max(...texts.map((line) => line[c]?.length ?? 0));
    if (longest > 0) sheet.setColumnWidth(cells.column + c, 1, Math.min(600, Math.max(30, longest * 7 + 12)));
  }
}

/** As high as the largest type of the row, and as many lines as its wrapped texts take. */
function autofitRows({ sheet, rect }: RangeRef): void {
  const used = sheet.usedRange(false);
  const last = Math.min(rect.row + rect.rows, used ? used.row + used.rows : 0);
  for (let row = rect.row; row < last; row++) {
    const texts = used ? sheet.readText({ ...used, row, rows: 1 })[0] : undefined;
    const heights = (texts ?? []).map((text, index) => {
      const column = (used?.column ?? 0) + index;
      const { bold, fontSize, wrapText } = sheet.readFormat(row, column);
      const room = Math.max(1, sheet.columnWidth(column) - 6);
      const unit = fontSize * PIXELS * (bold ? BOLD : 1);
      const lines = wrapText
        ? text.split("\n").reduce((sum, line) => sum + linesIn(line, room / unit), 0)
        : 1;
      return Math.ceil(lines * fontSize * PIXELS_PER_POINT);
    });
    sheet.setRowHeight(row, 1, Math.max(ROW_PIXELS, ...heights));
  }
}

/** Lines of a text that is broken between words in a room that is told in sizes of its type. */
function linesIn(text: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    const width = widthOf(word);
    if (used > 0 && used + widthOf(" ") + width <= room) used += widthOf(" ") + width;
    else {
      lines += (used > 0 ? 1 : 0) + Math.max(0, Math.ceil(width / room) - 1);
      used = width;
    }
  }
  return lines;
}

/** Roughly as wide as in Arial. */
function widthOf(word: string): number {
  let sum = 0;
  for (const letter of word.normalize("NFD"))
    sum += /\p{Mn}/u.test(letter) ? 0 : (LETTERS.find(([these]) => these.test(letter))?.[1] ?? 0.56);
  return sum;
}

const LETTERS: readonly (readonly [RegExp, number])[] = [
  [/[ijl'|]/, 0.22],
  [/[ftI.,;:!/\s\u00a0]/, 0.28],
  [/[r()[\]-]/, 0.33],
  [/[mMwW%@—]/, 0.85],
  [/\p{Lu}/u, 0.68],
];
const BOLD = 1.07;
/** Of a point. */
const PIXELS = 96 / 72;

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}
function isBoolean(value: unknown): boolean {
  return typeof value === "boolean";
}
function isPositive(value: unknown): boolean {
  return typeof value === "number" && value > 0 && value <= 409;
}
function isOneOf(values: readonly string[]): (value: unknown) => boolean {
  return (value) => values.includes(value as string);
}
