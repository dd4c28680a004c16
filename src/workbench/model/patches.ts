import { ERROR_TYPE_SET, LexerTreeBuilder, type ErrorType } from "@univerjs/engine-formula";
import { BUSY } from "./entry";

/**
 * Repairs the engine needs before it is used. Safe to call often.
 * 1. Univer uses iterator helpers (`map.values().filter(…)`), which Node before 22 lacks.
 * 2. It waits its turn through a MessageChannel, which jsdom lacks.
 * 3. A half-typed `Deals[` leaves the lexer's bracket states set, and every later formula fails.
 * 4. It does not know Excel's #BUSY! for an error, so formulas would read it as a text.
 */
export function repairUniver(): void {
  addIteratorHelpers();
  addMessageChannel();
  ERROR_TYPE_SET.add(BUSY as ErrorType);
  const lexer = LexerTreeBuilder.prototype as unknown as PatchedLexer;
  if (lexer.bracketsAreReset) return;
  const reset = lexer._resetTemp;
  lexer._resetTemp = function (this: PatchedLexer) {
    reset.call(this);
    this._squareBracketState = 0;
    this._tableBracketState = false;
  };
  lexer.bracketsAreReset = true;
}

interface PatchedLexer {
  bracketsAreReset?: boolean;
  _squareBracketState: number;
  _tableBracketState: boolean;
  _resetTemp(): void;
}

type Test = (value: unknown, index: number) => unknown;

function addIteratorHelpers(): void {
  const prototype = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())) as object;
  const helpers: Record<string, (this: Iterable<unknown>, test: Test) => unknown> = {
    *map(test) {
      let index = 0;
      for (const value of this) yield test(value, index++);
    },
    *filter(test) {
      let index = 0;
      for (const value of this) if (test(value, index++)) yield value;
    },
    some(test) {
      return [...this].some(test);
    },
    every(test) {
      return [...this].every(test);
    },
    find(test) {
      return [...this].find(test);
    },
    forEach(test) {
      [...this].forEach((value, index) => void test(value, index));
    },
    toArray() {
      return [...this];
    },
  };
  for (const [name, value] of Object.entries(helpers))
    if (!(name in prototype))
      Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
}

function addMessageChannel(): void {
  const scope = globalThis as { MessageChannel?: unknown };
  scope.MessageChannel ??= class {
    readonly port1: { onmessage: (() => void) | null; close(): void } = {
      onmessage: null,
      close: () => undefined,
    };
    readonly port2 = {
      postMessage: () => void setTimeout(() => this.port1.onmessage?.()),
      close: () => undefined,
    };
  };
}
