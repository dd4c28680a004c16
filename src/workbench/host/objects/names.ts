import { formatAddress } from "../../model/address";
import type { DefinedName, Sheet, WorkbookModel } from "../../model/types";
import type { Context, HostClass } from "../declare";
import { collectionMethods, declareClass, NULL_OBJECT } from "../declare";
import { invalidArgument, itemNotFound } from "../errors";
import { Range } from "./range";
import { resolveName } from "./resolve";
import { Worksheet } from "./worksheet";

export const NamedItem: HostClass<DefinedName> = declareClass<DefinedName>({
  name: "NamedItem",
  identity: (name) => ({ _Id: name.name }),
  scalars: {
    Name: { get: (name) => name.name },
    Formula: {
      get: (name) => name.formula,
      set: (name, formula) => {
        if (typeof formula !== "string") throw invalidArgument();
        name.formula = formula;
      },
    },
    Type: { get: (name, { model }) => typeOf(model, name) },
    Value: { get: (name, { model }) => valueOf(model, name) },
    Visible: {
      get: (name) => name.visible,
      set: (name, visible) => {
        name.visible = visible === true;
      },
    },
    Comment: {
      get: (name) => name.comment,
      set: (name, comment) => {
        name.comment = String(comment);
      },
    },
    Scope: { get: (name) => (name.sheetId === undefined ? "Workbook" : "Worksheet") },
  },
  navigations: {
    Worksheet: (name, { model }) => {
      const sheet = name.sheetId === undefined ? undefined : model.sheet(name.sheetId);
      if (!sheet) throw itemNotFound();
      return Worksheet.of(sheet);
    },
    WorksheetOrNullObject: (name, { model }) => {
      const sheet = name.sheetId === undefined ? undefined : model.sheet(name.sheetId);
      return sheet ? Worksheet.of(sheet) : NULL_OBJECT;
    },
  },
  methods: {
    GetRange: (name, _, { model }) => Range.of(resolveName(model, name.formula)),
    Delete: (name) => name.delete(),
  },
});

/** The names of the workbook, or of one sheet. */
export interface NameScope {
  sheet?: Sheet;
}

export const NamedItemCollection: HostClass<NameScope> = declareClass<NameScope>({
  name: "NamedItemCollection",
  items: namesOf,
  methods: {
    ...collectionMethods<NameScope>(
      namesOf,
      ({ sheet }, key, { model }) => {
        const name = model.definedName(String(key), sheet?.id);
        return name && NamedItem.of(name);
      },
      itemNotFound,
    ),
    Add: ({ sheet }, args, { model }) => {
      const range = args.object(1, Range);
      const formula = range
        ? `=${formatAddress(range.sheet.name, range.rect, true)}`
        : asFormula(args.raw(1));
      const name = model.addName(args.text(0), formula, sheet?.id);
      name.comment = args.optionalText(2) ?? "";
      return NamedItem.of(name);
    },
    AddFormulaLocal: ({ sheet }, args, { model }) => {
      const name = model.addName(args.text(0), args.text(1), sheet?.id);
      name.comment = args.optionalText(2) ?? "";
      return NamedItem.of(name);
    },
  },
});

function namesOf({ sheet }: NameScope, { model }: Context) {
  return model
    .names()
    .filter((name) => name.sheetId === sheet?.id)
    .map((name) => NamedItem.of(name));
}

function asFormula(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean") return `=${String(value).toUpperCase()}`;
  if (typeof value !== "string") throw invalidArgument();
  return value.startsWith("=") ? value : `="${value.replaceAll('"', '""')}"`;
}

function typeOf(model: WorkbookModel, name: DefinedName): string {
  const body = name.formula.replace(/^=/, "");
  if (isRange(model, name)) return "Range";
  if (/^-?[\d.]+(e[+-]?\d+)?$/i.test(body)) return "Double";
  if (/^"(?:[^"]|"")*"$/.test(body)) return "String";
  if (/^(true|false)$/i.test(body)) return "Boolean";
  return "Error";
}

function valueOf(model: WorkbookModel, name: DefinedName): unknown {
  const body = name.formula.replace(/^=/, "");
  switch (typeOf(model, name)) {
    case "Range": {
      const { sheet, rect } = resolveName(model, name.formula);
      return formatAddress(sheet.name, rect, true);
    }
    case "Double":
      return Number(body);
    case "String":
      return body.slice(1, -1).replaceAll('""', '"');
    case "Boolean":
      return /^true$/i.test(body);
    default:
      return "#VALUE!";
  }
}

function isRange(model: WorkbookModel, name: DefinedName): boolean {
  try {
    resolveName(model, name.formula);
    return true;
  } catch {
    return false;
  }
}
