import { turn } from "./calculation";
import { texts } from "./texts";
import type { CallCustomFunction, CustomFunctionInvocation, CustomFunctionResult } from "./types";

export interface Cell {
  sheetId: string;
  row: number;
  column: number;
}

interface Call {
  /** The function and a fingerprint of its arguments. */
  key: string;
  id: string;
  result: CustomFunctionResult | undefined;
  lastRound: number;
  cancel: () => void;
  dropped: boolean;
}

export interface CallsOwner {
  /** The cells' calls were answered: calculate them again. */
  answered(cells: readonly Cell[], results: readonly CustomFunctionResult[]): void;
  formulaOf(cell: Cell): string | undefined;
}

/**
 * Calls to the add-in under way and answered, by the cell that made them. A cell that is calculated again with the
 * same arguments takes the answer it has; with other arguments it calls again, and the former call is cancelled.
 */
export class Calls {
  call: CallCustomFunction | undefined;
  private readonly byCell = new Map<string, { cell: Cell; calls: Call[] }>();
  private answeredCells = new Map<string, { cell: Cell; result: CustomFunctionResult }>();
  private readonly touched = new Set<string>();
  private round = 0;
  private waiting = 0;
  private delivering = false;

  constructor(private readonly owner: CallsOwner) {}

  /** Something is still on its way: an answer, or its way into the cells. */
  get busy(): boolean {
    return this.waiting > 0 || this.answeredCells.size > 0 || this.delivering;
  }

  request(cell: Cell, invocation: CustomFunctionInvocation, hash: string): CustomFunctionResult | undefined {
    const at = `${cell.sheetId}!${cell.row},${cell.column}`;
    const key = `${invocation.id}(${hash})`;
    let entry = this.byCell.get(at);
    if (!entry) this.byCell.set(at, (entry = { cell, calls: [] }));
    this.touched.add(at);
    const known = entry.calls.find((call) => call.key === key);
    if (known) {
      known.lastRound = this.round;
      return known.result;
    }
    if (!this.call) return { ok: false, code: "#NAME?", message: texts().notRunning() };
    const call: Call = {
      key,
      id: invocation.id,
      result: undefined,
      lastRound: this.round,
      cancel: () => undefined,
      dropped: false,
    };
    entry.calls.push(call);
    this.waiting++;
    call.cancel = this.call(invocation, (result) => this.deliver(at, cell, call, result));
    return call.result;
  }

  roundStarts(): void {
    this.round++;
    this.touched.clear();
  }

  /** Calls a calculated cell no longer makes are given up. */
  roundEnds(): void {
    for (const at of this.touched) this.keep(at, (call) => call.lastRound === this.round);
    this.touched.clear();
  }

  /** After an edit: calls of cells whose formula is gone are given up. */
  forgetRemoved(): void {
    for (const [at, { cell }] of this.byCell) {
      const formula = this.owner.formulaOf(cell)?.toUpperCase();
      this.keep(at, (call) => formula?.includes(call.id) === true);
    }
  }

  /** Answers are forgotten, so that every function is called anew. */
  forgetAll(): void {
    for (const at of [...this.byCell.keys()]) this.keep(at, () => false);
  }

  private deliver(at: string, cell: Cell, call: Call, result: CustomFunctionResult): void {
    if (call.dropped) return;
    if (call.result === undefined) this.waiting--;
    call.result = result;
    this.answeredCells.set(at, { cell, result });
    if (this.delivering) return;
    // Answers come in bunches: one recalculation for all that arrive together.
    this.delivering = true;
    void turn().then(() => {
      const answers = [...this.answeredCells.values()];
      this.answeredCells = new Map();
      this.delivering = false;
      this.owner.answered(
        answers.map((answer) => answer.cell),
        answers.map((answer) => answer.result),
      );
    });
  }

  private keep(at: string, wanted: (call: Call) => boolean): void {
    const entry = this.byCell.get(at);
    if (!entry) return;
    entry.calls = entry.calls.filter((call) => {
      if (wanted(call)) return true;
      call.dropped = true;
      if (call.result === undefined) this.waiting--;
      call.cancel();
      return false;
    });
    if (entry.calls.length === 0) this.byCell.delete(at);
  }
}
