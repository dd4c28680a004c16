import { formatRect, intersection } from "../model/address";
import { shiftRect, type Move } from "../model/shift";
import type { CellValue, ChangeOrigin, Rect, Sheet, WorkbookEvents, WorkbookModel } from "../model/types";
import { addressOf } from "./objects/rangeRef";
import { valueType } from "./objects/range";
import type { RangeRef } from "./objects/rangeRef";
import { EVENT } from "./session";
import type { Session } from "./session";

const WORKBOOK = "Workbook";
const CHANGED = 10;
const ACTIVATED = 11;
const DEACTIVATED = 12;
const ADDED = 13;
const SELECTION_CHANGED = 14;
const DELETED = 15;
const CALCULATED = 16;
const NAME_CHANGED = 25;
const TABLE_SELECTION_CHANGED = 100;
const TABLE_CHANGED = 101;
const TABLE_ADDED = 102;
const TABLE_DELETED = 103;

/** Tells a session what happens in the workbook: the events it asked for, and where its tracked ranges have gone. */
export function forwardEvents(model: WorkbookModel, session: Session): () => void {
  const send = (type: number, targets: readonly string[], message: object) => {
    for (const target of targets)
      if (session.listens(type, target)) session.message(EVENT, type, target, message);
  };
  const stops = [
    model.on("cellsMoved", (move) => moveTracked(session, move)),
    model.on("changed", (change) => {
      send(CHANGED, [change.sheet.id, WORKBOOK], changeMessage(change));
    }),
    model.on("tableChanged", (change) =>
      send(TABLE_CHANGED, [change.table.id, change.sheet.id, WORKBOOK], {
        ...changeMessage(change),
        tableId: change.table.id,
      }),
    ),
    model.on("tableAdded", ({ table }) =>
      send(TABLE_ADDED, [table.sheet.id, WORKBOOK], {
        source: "Local",
        tableId: table.id,
        worksheetId: table.sheet.id,
      }),
    ),
    model.on("tableDeleted", ({ id, name, sheetId }) =>
      send(TABLE_DELETED, [sheetId, WORKBOOK], {
        source: "Local",
        tableId: id,
        tableName: name,
        worksheetId: sheetId,
      }),
    ),
    model.on("selectionChanged", (selection) => {
      session.channel.event("documentSelectionChanged", {});
      const rect = selection.areas[selection.areas.length - 1];
      if (!rect) return;
      const message = { address: formatRect(rect), worksheetId: selection.sheet.id };
      send(SELECTION_CHANGED, [selection.sheet.id, WORKBOOK], message);
      for (const table of model.tables()) {
        const inside = table.sheet.id === selection.sheet.id ? intersection(table.range, rect) : undefined;
        send(TABLE_SELECTION_CHANGED, [table.id], {
          ...message,
          address: inside ? formatRect(inside) : "",
          isInsideTable: inside !== undefined,
          tableId: table.id,
        });
      }
    }),
    model.on("sheetAdded", ({ sheet }) =>
      send(ADDED, [WORKBOOK], { source: "Local", worksheetId: sheet.id }),
    ),
    model.on("sheetDeleted", ({ id }) => send(DELETED, [WORKBOOK], { source: "Local", worksheetId: id })),
    model.on("sheetActivated", ({ sheet }) =>
      send(ACTIVATED, [sheet.id, WORKBOOK], { worksheetId: sheet.id }),
    ),
    model.on("sheetDeactivated", ({ sheet }) =>
      send(DEACTIVATED, [sheet.id, WORKBOOK], { worksheetId: sheet.id }),
    ),
    model.on("sheetRenamed", ({ sheet, before, after }) =>
      send(NAME_CHANGED, [sheet.id, WORKBOOK], {
        nameBefore: before,
        nameAfter: after,
        source: "Local",
        worksheetId: sheet.id,
      }),
    ),
    model.on("calculated", () => {
      for (const sheet of model.sheets())
        send(CALCULATED, [sheet.id, WORKBOOK], { worksheetId: sheet.id, address: "" });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

type Change = WorkbookEvents["changed"];

function changeMessage(change: Change): object {
  const { sheet, range, changeType, origin, before, after } = change;
  return {
    address: formatRect(range),
    changeType,
    source: "Local",
    worksheetId: sheet.id,
    shiftDirection: SHIFTS[changeType] ?? "None",
    triggerSource: trigger(origin),
    referenceId: addressOf({ sheet, rect: range }),
    ...(after === undefined ? {} : detail(before ?? "", after)),
  };
}

const SHIFTS: Partial<Record<Change["changeType"], string>> = {
  RowInserted: "ShiftCellDown",
  RowDeleted: "ShiftCellUp",
  ColumnInserted: "ShiftCellRight",
  ColumnDeleted: "ShiftCellLeft",
};

function trigger(origin: ChangeOrigin): string {
  return origin === "addin" ? "ThisLocalAddin" : "Unknown";
}

function detail(before: CellValue, after: CellValue): object {
  return {
    valueBefore: before,
    valueAfter: after,
    valueTypeBefore: valueType(before),
    valueTypeAfter: valueType(after),
  };
}

/** A tracked range stays with its cells; one whose cells are deleted shrinks to the cell that took their place. */
function moveTracked(session: Session, move: Move): void {
  for (const object of session.tracked()) {
    const { sheet, rect } = object.self as { sheet?: Sheet; rect?: Rect };
    if (!sheet || !rect || sheet.id !== move.sheetId) continue;
    const now = shiftRect(rect, move) ?? {
      row: move.rect.row,
      column: move.rect.column,
      rows: 1,
      columns: 1,
    };
    if (now !== rect) (object as { self: unknown }).self = { sheet, rect: now } satisfies RangeRef;
  }
}
