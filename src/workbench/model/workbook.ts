import { IUndoRedoService } from "@univerjs/core";
import type { Univer } from "@univerjs/core";
import { formatAddress, formatRect } from "./address";
import { followChanges } from "./changes";
import { Emitter } from "./emitter";
import { Engine } from "./engine";
import { installReferences } from "./engineFunctions";
import type { SheetFeatures } from "./features";
import { followMove } from "./followMove";
import { moveBlock } from "./moveCells";
import { Names } from "./names";
import { repairUniver } from "./patches";
import { Recalculation } from "./recalculation";
import { checkTableName } from "./rules";
import { readSelection, setSelection } from "./selection";
import type { SheetOwner } from "./sheet";
import { SheetList } from "./sheetList";
import type { Move } from "./shift";
import { refuseTearing, Tables } from "./tables";
import type { TablesOwner } from "./tables";
import { qualifyFormula } from "./structured";
import { setLanguage } from "./texts";
import type { Language } from "./texts";
import type {
  CallCustomFunction,
  CellValue,
  ChangeOrigin,
  CustomFunctions,
  CustomXmlPart,
  DefinedName,
  NewTable,
  Rect,
  Selection,
  Sheet,
  Table,
  WorkbookEvents,
  WorkbookModel,
} from "./types";

/** The model over a Univer instance: the grid's own, or a headless one. Its first workbook is used, or made. */
export function createWorkbookModel(univer: Univer, language: Language = "en"): WorkbookModel {
  repairUniver();
  setLanguage(language);
  return new UniverWorkbook(univer);
}

class UniverWorkbook implements WorkbookModel, SheetOwner {
  readonly engine: Engine;
  readonly uses1904Dates = false;
  private readonly recalculation: Recalculation;
  private readonly sheetList: SheetList;
  private readonly tableList: Tables;
  private readonly nameList: Names;
  private readonly events = new Emitter<WorkbookEvents>();
  private settingTexts: ReadonlyMap<string, string> = new Map();
  private xmlParts: readonly CustomXmlPart[] = [];
  private readonly stopFollowing: () => void;

  constructor(private readonly univer: Univer) {
    this.engine = new Engine(univer);
    this.recalculation = new Recalculation(this.engine);
    this.sheetList = new SheetList(this, (sheet, what) =>
      this.events.emit("featuresChanged", { sheet, what }),
    );
    this.nameList = new Names(this.engine);
    this.tableList = new Tables(this.tableHome());
    installReferences(
      this.engine,
      (name) => this.tableList.shape(name),
      (sheetId, row, column, code, message) =>
        this.recalculation.answers.report(sheetId, row, column, code, message),
    );
    this.stopFollowing = followChanges({
      engine: this.engine,
      tableAt: (sheetId, row, column) =>
        this.tableList.touching(sheetId, { row, column, rows: 1, columns: 1 })[0],
      personEdited: (sheetId, rect, before) => {
        const sheet = this.sheet(sheetId);
        if (sheet) this.edited(sheet, rect, "person", before);
      },
      personMoved: (sheetId, range, changeType) => {
        const sheet = this.sheet(sheetId);
        if (!sheet) return;
        this.announce({ sheet, range, changeType, origin: "person" });
        // once the tables have taken the new columns in
        if (changeType === "ColumnInserted") queueMicrotask(() => this.tableList.keepHeaders(sheet, range));
      },
      linesMoved: (move) => this.featuresFollow(move),
      columnsMoved: (sheetId, column, count, verb) =>
        this.tableList.columnsMoved(sheetId, column, count, verb),
      nameChanged: (name) => this.recalculation.refresh([name]),
      cellsReplaced: () => this.recalculation.calls.forgetRemoved(),
      sheetAdded: (id) => this.sheetList.withSheet(id, (sheet) => this.events.emit("sheetAdded", { sheet })),
      sheetRenamed: (id, before, after) =>
        this.sheetList.withSheet(id, (sheet) => {
          this.recalculation.refresh(this.tableList.ofSheet(id).map((table) => table.name));
          this.events.emit("sheetRenamed", { sheet, before, after });
        }),
      sheetDeleted: (id, name) => {
        this.sheetList.forget(id);
        this.events.emit("sheetDeleted", { id, name });
      },
      sheetActivated: (id, formerId) => {
        if (this.sheetList.adding) return;
        this.sheetList.withSheet(formerId ?? "", (sheet) => this.events.emit("sheetDeactivated", { sheet }));
        this.sheetList.withSheet(id, (sheet) => this.events.emit("sheetActivated", { sheet }));
      },
      selectionChanged: () => this.events.emit("selectionChanged", this.selection()),
      calculationStarted: () => this.recalculation.roundStarts(),
      calculationEnded: () => {
        this.recalculation.roundEnds();
        this.events.emit("calculated", undefined);
      },
    });
  }

  get name(): string {
    return this.engine.workbook.getName();
  }
  set name(name: string) {
    this.engine.run("sheet.mutation.set-workbook-name", { name });
  }

  sheets(): readonly Sheet[] {
    return this.sheetList.all();
  }
  sheet(idOrName: string): Sheet | undefined {
    return this.sheetList.find(idOrName);
  }
  activeSheet(): Sheet {
    return this.sheetList.active();
  }
  addSheet(name?: string): Sheet {
    return this.sheetList.add(name);
  }

  tables(): readonly Table[] {
    return this.tableList.all();
  }
  table(idOrName: string): Table | undefined {
    return this.tableList.find(idOrName);
  }
  addTable(table: NewTable): Table {
    return this.tableList.add(table);
  }

  names(): readonly DefinedName[] {
    return this.nameList.all();
  }
  definedName(name: string, sheetId?: string): DefinedName | undefined {
    return this.nameList.find(name, sheetId);
  }
  addName(name: string, formula: string, sheetId?: string): DefinedName {
    return this.nameList.add(name, formula, sheetId, this.tables());
  }

  get settings(): ReadonlyMap<string, string> {
    return this.settingTexts;
  }
  replaceSettings(settings: ReadonlyMap<string, string>): void {
    this.settingTexts = new Map(settings);
    this.events.emit("settingsChanged", undefined);
  }

  get customXmlParts(): readonly CustomXmlPart[] {
    return this.xmlParts;
  }
  replaceCustomXmlParts(parts: readonly CustomXmlPart[]): void {
    this.xmlParts = [...parts];
    this.events.emit("customXmlChanged", undefined);
  }

  selection(): Selection {
    const sheet = this.activeSheet();
    return { sheet, ...readSelection(this.engine, sheet.id) };
  }

  select(sheet: Sheet, areas: Rect | readonly Rect[]): void {
    if (this.activeSheet().id !== sheet.id) sheet.activate();
    setSelection(this.engine, sheet.id, "row" in areas ? [areas] : areas);
  }

  on<E extends keyof WorkbookEvents>(event: E, listener: (e: WorkbookEvents[E]) => void): () => void {
    return this.events.on(event, listener);
  }

  setCustomFunctions(functions: CustomFunctions, call: CallCustomFunction): void {
    this.recalculation.setCustomFunctions(functions, call, (sheetId, row, column) =>
      formatAddress(this.sheet(sheetId)?.name ?? "", { row, column, rows: 1, columns: 1 }),
    );
  }

  errorMessage(sheet: Sheet, row: number, column: number): string | undefined {
    return this.recalculation.answers.message({ sheetId: sheet.id, row, column });
  }

  forgetUndo(): void {
    this.engine.injector.get(IUndoRedoService).clearUndoRedo(this.engine.unitId);
  }

  recalculate(): void {
    this.recalculation.everything();
  }
  calculated(): Promise<void> {
    return this.recalculation.calculated();
  }
  idle(): Promise<void> {
    return this.recalculation.idle();
  }

  dispose(): void {
    this.stopFollowing();
    this.recalculation.dispose();
    this.tableList.dispose();
    this.univer.dispose();
  }

  // What sheets and tables tell their workbook.

  edited(sheet: Sheet, range: Rect, origin: ChangeOrigin, before?: CellValue): void {
    if (origin === "person") this.tableList.grow(sheet, range);
    this.tableList.keepHeaders(sheet, range);
    const single = range.rows === 1 && range.columns === 1;
    this.announce({
      sheet,
      range,
      changeType: "RangeEdited",
      origin,
      ...(single ? { before, after: sheet.readValues(range)[0]?.[0] } : {}),
    });
  }

  moved(sheet: Sheet, range: Rect, shift: "Down" | "Right" | "Up" | "Left"): void {
    const text = formatRect(range);
    const whole = /^\d/.test(text) ? "Row" : /^[A-Z]+:/.test(text) ? "Column" : "Cell";
    const verb = shift === "Down" || shift === "Right" ? "Inserted" : "Deleted";
    this.announce({ sheet, range, changeType: `${whole}${verb}`, origin: "addin" });
  }

  qualify(sheetId: string, row: number, column: number, formula: string): string {
    const table = this.tableList.touching(sheetId, { row, column, rows: 1, columns: 1 })[0];
    return table ? qualifyFormula(formula, table.name) : formula;
  }

  refuseInsideTable(sheet: Sheet, rect: Rect, shift: Move["shift"]): void {
    refuseTearing(this.tableList.ofSheet(sheet.id), rect, shift);
  }

  features(sheetId: string): SheetFeatures {
    return this.sheetList.features(sheetId);
  }

  blockMoved(move: Move): void {
    this.tableList.follow(move);
    followMove(this, move);
    this.featuresFollow(move);
  }

  private featuresFollow(move: Move): void {
    this.sheetList.featuresFollow(move);
    this.events.emit("cellsMoved", move);
  }

  private announce(change: WorkbookEvents["changed"]): void {
    this.events.emit("changed", change);
    for (const table of this.tableList.touching(change.sheet.id, change.range))
      this.events.emit("tableChanged", { ...change, table });
  }

  private tableHome(): TablesOwner {
    return {
      engine: this.engine,
      sheet: (id) => this.sheet(id),
      checkTableName: (name, table) =>
        checkTableName(
          name,
          this.tables().filter((other) => other.id !== table?.id),
          this.names(),
        ),
      editedByTable: (sheet, rect) => this.edited(sheet, rect, "addin"),
      moveBlock: (sheet, rect, shift) => {
        const worksheet = this.engine.worksheet(sheet.id);
        if (worksheet) moveBlock(this, sheet, worksheet, rect, shift);
      },
      refreshFormulas: (names) => this.recalculation.refresh(names),
      tableAdded: (table) => this.events.emit("tableAdded", { table }),
      tableDeleted: (id, name, sheetId) => this.events.emit("tableDeleted", { id, name, sheetId }),
    };
  }
}
