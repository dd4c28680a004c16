import { ICalculateFormulaService } from "@univerjs/engine-formula";
import { TriggerCalculationController } from "@univerjs/sheets-formula";
import type { Engine } from "./engine";
import type { Rect } from "./types";
import { toRange } from "./cells";

/** Univer collects changes for 100 ms before it calculates; these are the parts of it needed to go on at once. */
interface Trigger {
  _waitingCommandQueue: unknown[];
  _setTimeoutKey: ReturnType<typeof setTimeout>;
  _executingDirtyData: object;
  _generateDirty(commands: unknown[]): object;
  _mergeDirty(a: object, b: object): object;
}
interface Calculator {
  _executeLock: { isBusy(key?: string): boolean };
}

/** When the engine calculates, and whether it has finished. */
export class Calculation {
  private readonly trigger: Trigger;
  private readonly calculator: Calculator;

  constructor(private readonly engine: Engine) {
    this.trigger = engine.injector.get(TriggerCalculationController) as unknown as Trigger;
    this.calculator = engine.injector.get(ICalculateFormulaService) as unknown as Calculator;
  }

  get running(): boolean {
    return this.calculator._executeLock.isBusy("FORMULA_EXECUTION_LOCK");
  }

  /** Resolves once no formula waits to be calculated. */
  async settled(): Promise<void> {
    let quiet = 0;
    // Univer notes a new formula a moment after the write; calculating before that would use the old dependencies.
    await turn();
    // The results are stored some turns of the event loop after the engine lets go.
    while (quiet < 3) {
      const busy = this.running;
      const waiting = this.trigger._waitingCommandQueue.length > 0;
      if (waiting && !busy) this.startNow();
      quiet = busy || waiting ? 0 : quiet + 1;
      await turn(busy ? 2 : 0);
    }
  }

  /** Has formulas calculated again although nothing they refer to has changed. */
  markDirty(cells: readonly { sheetId: string; rect: Rect }[]): void {
    this.request({
      dirtyRanges: cells.map(({ sheetId, rect }) => ({
        unitId: this.engine.unitId,
        sheetId,
        range: toRange(rect),
      })),
    });
  }

  everything(): void {
    this.request({ forceCalculation: true });
  }

  private request(what: object): void {
    const nothing = {
      forceCalculation: false,
      dirtyRanges: [],
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtySuperTableMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
      clearDependencyTreeCache: {},
    };
    this.engine.asOwn(() =>
      this.engine.commands.syncExecuteCommand(
        "formula.mutation.set-trigger-formula-calculation-start",
        { ...nothing, ...what },
        { onlyLocal: true },
      ),
    );
    setTimeout(() => this.trigger._waitingCommandQueue.length > 0 && !this.running && this.startNow());
  }

  private startNow(): void {
    const { trigger } = this;
    clearTimeout(trigger._setTimeoutKey);
    const waiting = trigger._waitingCommandQueue;
    trigger._waitingCommandQueue = [];
    trigger._executingDirtyData = trigger._mergeDirty(
      trigger._executingDirtyData,
      trigger._generateDirty(waiting),
    );
    this.engine.asOwn(() =>
      this.engine.commands.syncExecuteCommand(
        "formula.mutation.set-formula-calculation-start",
        { ...trigger._executingDirtyData },
        { onlyLocal: true },
      ),
    );
  }
}

/** The next turn of the event loop. */
export function turn(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
