import { Answers } from "./answers";
import { Calculation, turn } from "./calculation";
import { Calls } from "./calls";
import { CellReader } from "./cells";
import { fullName, registerCustomFunctions } from "./customFunctions";
import type { Engine } from "./engine";
import { FormulaIndex } from "./formulaIndex";
import { FormulaRefresh } from "./formulaRefresh";
import type { CallCustomFunction, CustomFunctions, Rect } from "./types";

/** What keeps the formulas of a workbook calculated: the engine's rounds, the calls of custom functions, their answers. */
export class Recalculation {
  readonly answers: Answers;
  readonly calls: Calls;
  private readonly index: FormulaIndex;
  private readonly calculation: Calculation;
  private readonly formulas: FormulaRefresh;
  private readonly used = new Map<string, Rect | undefined>();
  private withdrawFunctions = (): void => undefined;

  constructor(private readonly engine: Engine) {
    this.index = new FormulaIndex(engine);
    this.calculation = new Calculation(engine);
    this.answers = new Answers(engine, this.calculation);
    this.formulas = new FormulaRefresh(engine);
    this.calls = new Calls({
      answered: (cells, results) => this.answers.arrived(cells, results),
      formulaOf: ({ sheetId, row, column }) => this.reader(sheetId)?.formula(row, column),
    });
  }

  setCustomFunctions(
    functions: CustomFunctions,
    call: CallCustomFunction,
    address: (sheetId: string, row: number, column: number) => string,
  ): void {
    this.withdrawFunctions();
    this.calls.forgetAll();
    this.calls.call = call;
    this.withdrawFunctions = registerCustomFunctions(
      {
        engine: this.engine,
        calls: this.calls,
        usedRange: (sheetId) => this.usedRange(sheetId),
        address,
        report: (sheetId, row, column, code, message) =>
          this.answers.report(sheetId, row, column, code, message ?? ""),
      },
      functions,
    );
    this.refresh(functions.functions.map((metadata) => fullName(functions.namespace, metadata)));
  }

  /** Formulas with these names are read again. */
  refresh(names: readonly string[]): void {
    this.formulas.refresh(names);
  }

  roundStarts(): void {
    this.used.clear();
    this.calls.roundStarts();
  }

  roundEnds(): void {
    this.calls.roundEnds();
    this.answers.calculated();
  }

  everything(): void {
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
    this.index.dispose();
    this.calls.forgetAll();
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
}
