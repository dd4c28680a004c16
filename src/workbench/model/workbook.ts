import { IUndoRedoService } from "@univerjs/core";
import type { Univer } from "@univerjs/core";
import { formatAddress, formatRect } from "./address";
import { Answers } from "./answers";
import { Calculation, turn } from "./calculation";
import { Calls } from "./calls";
import { CellReader } from "./cells";
import { followChanges } from "./changes";
import { fullName, registerCustomFunctions } from "./customFunctions";
import { Emitter } from "./emitter";
import { Engine, newSheetData, newSheetId } from "./engine";
import { installReferences } from "./engineFunctions";
import { FormulaIndex } from "./formulaIndex";
import { FormulaRefresh } from "./formulaRefresh";
import { SheetFeatures, type FeatureKind } from "./features";
import { followMove } from "./followMove";
import { moveBlock } from "./moveCells";
import { Names } from "./names";
import { repairUniver } from "./patches";
import { checkSheetName, checkTableName } from "./rules";
import { readSelection, setSelection } from "./selection";
import { UniverSheet } from "./sheet";
import type { SheetOwner } from "./sheet";
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
  private readonly formulaIndex: FormulaIndex;
  private readonly calculation: Calculation;
  private readonly calls: Calls;
  private readonly answers: Answers;
  private readonly formulas: FormulaRefresh;
  private readonly tableList: Tables;
  private readonly nameList: Names;
  private readonly events = new Emitter<WorkbookEvents>();
  private readonly sheetViews = new Map<string, UniverSheet>();
  private readonly sheetFeatures = new Map<string, SheetFeatures>();
  private readonly used = new Map<string, Rect | undefined>();
  private settingTexts: ReadonlyMap<string, string> = new Map();
  private xmlParts: readonly CustomXmlPart[] = [];
  private adding = false;
  private withdrawFunctions = (): void => undefined;
  private readonly stopFollowing: () => void;

  constructor(private readonly univer: Univer) {
    this.engine = new Engine(univer);
    this.formulaIndex = new FormulaIndex(this.engine);
    this.calculation = new Calculation(this.engine);
    this.answers = new Answers(this.engine, this.calculation);
    this.formulas = new FormulaRefresh(this.engine);
    this.calls = new Calls({
      answered: (cells, results) => this.answers.arrived(cells, results),
      formulaOf: ({ sheetId, row, column }) => this.reader(sheetId)?.formula(row, column),
    });
    this.nameList = new Names(this.engine);
    this.tableList = new Tables(this.tableHome());
    installReferences(
      this.engine,
      (name) => this.tableList.shape(name),
      (sheetId, row, column, code, message) => this.answers.report(sheetId, row, column, code, message),
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
      nameChanged: (name) => this.formulas.refresh([name]),
      cellsReplaced: () => this.calls.forgetRemoved(),
      sheetAdded: (id) => this.withSheet(id, (sheet) => this.events.emit("sheetAdded", { sheet })),
      sheetRenamed: (id, before, after) =>
        this.withSheet(id, (sheet) => {
          this.formulas.refresh(this.tableList.ofSheet(id).map((table) => table.name));
          this.events.emit("sheetRenamed", { sheet, before, after });
        }),
      sheetDeleted: (id, name) => {
        this.sheetViews.delete(id);
        this.sheetFeatures.delete(id);
        this.events.emit("sheetDeleted", { id, name });
      },
      sheetActivated: (id, formerId) => {
        if (this.adding) return;
        this.withSheet(formerId ?? "", (sheet) => this.events.emit("sheetDeactivated", { sheet }));
        this.withSheet(id, (sheet) => this.events.emit("sheetActivated", { sheet }));
      },
      selectionChanged: () => this.events.emit("selectionChanged", this.selection()),
      calculationStarted: () => {
        this.used.clear();
        this.calls.roundStarts();
      },
      calculationEnded: () => {
        this.calls.roundEnds();
        this.answers.calculated();
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
    return this.engine.workbook.getSheetOrders().map((id) => this.sheetView(id));
  }

  sheet(idOrName: string): Sheet | undefined {
    if (this.engine.worksheet(idOrName)) return this.sheetView(idOrName);
    const wanted = idOrName.toLowerCase();
    return this.sheets().find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  activeSheet(): Sheet {
    return this.sheetView(this.engine.workbook.ensureActiveSheet().getSheetId());
  }

  addSheet(name?: string): Sheet {
    const all = this.sheets();
    let newName = name;
    for (let n = all.length + 1; newName === undefined; n++)
      if (!this.sheet(`Sheet${n}`)) newName = `Sheet${n}`;
    checkSheetName(newName, all);
    const id = newSheetId();
    const active = this.activeSheet();
    // Univer brings a new sheet to the front, Excel leaves it where it is
    this.adding = true;
    this.engine.run("sheet.mutation.insert-sheet", { index: all.length, sheet: newSheetData(id, newName) });
    if (this.activeSheet().id !== active.id) active.activate();
    this.adding = false;
    return this.sheetView(id);
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
    this.withdrawFunctions();
    this.calls.forgetAll();
    this.calls.call = call;
    this.withdrawFunctions = registerCustomFunctions(
      {
        engine: this.engine,
        calls: this.calls,
        usedRange: (sheetId) => this.usedRange(sheetId),
        address: (sheetId, row, column) =>
          formatAddress(this.sheet(sheetId)?.name ?? "", { row, column, rows: 1, columns: 1 }),
        report: (sheetId, row, column, code, message) =>
          this.answers.report(sheetId, row, column, code, message ?? ""),
      },
      functions,
    );
    this.formulas.refresh(functions.functions.map((metadata) => fullName(functions.namespace, metadata)));
  }

  errorMessage(sheet: Sheet, row: number, column: number): string | undefined {
    return this.answers.message({ sheetId: sheet.id, row, column });
  }

  forgetUndo(): void {
    this.engine.injector.get(IUndoRedoService).clearUndoRedo(this.engine.unitId);
  }

  recalculate(): void {
    this.calls.forgetAll();
    this.calculation.everything();
  }

  async calculated(): Promise<void> {
    this.formulas.now();
    await this.calculation.settled();
  }

  async idle(): Promise<void> {
    do {
      await this.calculated();
      while (this.calls.busy) await turn(5);
    } while (this.calculation.running || this.formulas.waiting || (await this.moreToDo()));
  }

  dispose(): void {
    this.stopFollowing();
    this.formulaIndex.dispose();
    this.tableList.dispose();
    this.calls.forgetAll();
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
    let features = this.sheetFeatures.get(sheetId);
    if (!features) {
      const changed = (what: FeatureKind) =>
        this.withSheet(sheetId, (sheet) => this.events.emit("featuresChanged", { sheet, what }));
      this.sheetFeatures.set(sheetId, (features = new SheetFeatures(sheetId, changed)));
    }
    return features;
  }

  blockMoved(move: Move): void {
    this.tableList.follow(move);
    followMove(this, move);
    this.featuresFollow(move);
  }

  private featuresFollow(move: Move): void {
    for (const features of this.sheetFeatures.values()) features.move(move);
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
      refreshFormulas: (names) => this.formulas.refresh(names),
      tableAdded: (table) => this.events.emit("tableAdded", { table }),
      tableDeleted: (id, name, sheetId) => this.events.emit("tableDeleted", { id, name, sheetId }),
    };
  }

  private async moreToDo(): Promise<boolean> {
    await turn();
    return this.calls.busy || this.calculation.running;
  }

  private usedRange(sheetId: string): Rect | undefined {
    if (!this.used.has(sheetId)) this.used.set(sheetId, this.reader(sheetId)?.usedRange(true));
    return this.used.get(sheetId);
  }

  private reader(sheetId: string): CellReader | undefined {
    const worksheet = this.engine.worksheet(sheetId);
    return worksheet && new CellReader(this.engine, worksheet);
  }

  private sheetView(id: string): UniverSheet {
    let view = this.sheetViews.get(id);
    if (!view) this.sheetViews.set(id, (view = new UniverSheet(this, id)));
    return view;
  }

  private withSheet(id: string, act: (sheet: Sheet) => void): void {
    const sheet = this.engine.worksheet(id) && this.sheetView(id);
    if (sheet) act(sheet);
  }
}
