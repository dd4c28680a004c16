import type { CustomFunctionInvocation, CustomFunctionResult } from "../model/types";
import type { Session } from "./session";

/** The calls under way between the workbook's formulas and the add-in's runtime. */
export class CallFunction {
  private readonly waiting = new Map<
    number,
    { invocation: CustomFunctionInvocation; deliver: (result: CustomFunctionResult) => void }
  >();
  private nextId = 1;

  constructor(private readonly session: () => Session | undefined) {}

  /** Calls the function in the add-in; answers once, or many times when it streams. Returns how to give up. */
  call(invocation: CustomFunctionInvocation, deliver: (result: CustomFunctionResult) => void): () => void {
    const id = this.nextId++;
    this.waiting.set(id, { invocation, deliver });
    const session = this.session();
    // Formulas of a workbook just opened wait for the add-in to load.
    if (session?.customFunctionsReady) send(session, id, invocation);
    return () => {
      if (!this.waiting.delete(id)) return;
      const now = this.session();
      if (now?.customFunctionsReady && (invocation.stream || invocation.cancelable))
        now.message(CUSTOM_FUNCTION, CANCEL, "", { invocationId: id });
    };
  }

  /** The add-in has registered its functions. One that was reloaded is asked again what its former self left open. */
  runtimeReady(): void {
    const session = this.session();
    if (!session || session.customFunctionsReady) return;
    session.customFunctionsReady = true;
    for (const [id, { invocation }] of this.waiting) send(session, id, invocation);
  }

  /** Answers of the client's runtime: `[id, succeeded, value or message, error code]`. */
  answered(answers: unknown): void {
    for (const answer of Array.isArray(answers) ? (answers as unknown[]) : []) {
      const [id, succeeded, value, code] = readAnswer(answer);
      const call = this.waiting.get(id);
      if (!call) continue;
      if (!call.invocation.stream) this.waiting.delete(id);
      call.deliver(
        succeeded
          ? { ok: true, value }
          : { ok: false, code: ERROR_TEXTS[code] ?? "#VALUE!", message: message(value, code) },
      );
    }
  }
}

const CUSTOM_FUNCTION = 1;
const INVOKE = 1000;
const CANCEL = 1001;
const CANCELABLE = 1;
const STREAMING = 2;
const ALLOWS_ERRORS = 4;

function send(
  session: Session,
  id: number,
  { id: name, args, address, stream, cancelable }: CustomFunctionInvocation,
) {
  const flags = (cancelable ? CANCELABLE : 0) | (stream ? STREAMING : 0) | ALLOWS_ERRORS;
  session.message(CUSTOM_FUNCTION, INVOKE, "", [id, name, args, address, flags]);
}

/** The client's own numbers for how a call failed; 2 and 3 are an exception and a rejected promise. */
const ERROR_TEXTS: Record<number, string> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
  9: "#NAME?",
  10: "#NAME?",
};

function message(value: unknown, code: number): string | undefined {
  if (typeof value === "string" && value !== "") return value;
  return code === 9 || code === 10 ? "The add-in has no such function." : undefined;
}

function readAnswer(answer: unknown): [number, boolean, unknown, number] {
  if (Array.isArray(answer)) {
    const [id, succeeded, value, code] = answer as unknown[];
    return [Number(id), succeeded === true, value, Number(code ?? 0)];
  }
  const { id, failed, value, errorCode } = answer as Record<string, unknown>;
  return [Number(id), failed !== true, value, Number(errorCode ?? 0)];
}
