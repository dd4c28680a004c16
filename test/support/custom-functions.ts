import type { FunctionEntry } from "../../src/functions/metadata";

/** The two things of Excel's runtime the functions touch, as documented; the real runtime is used in test/workbench and test/e2e. */
class CustomFunctionsError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

const functions = new Map<string, (...args: unknown[]) => unknown>();

Object.assign(globalThis, {
  CustomFunctions: {
    Error: CustomFunctionsError,
    ErrorCode: {
      invalidValue: "#VALUE!",
      notAvailable: "#N/A",
      divisionByZero: "#DIV/0!",
      invalidNumber: "#NUM!",
    },
    associate: (id: string, call: (...args: unknown[]) => unknown) => functions.set(id, call),
  },
});

export interface CellError {
  readonly code: string;
  readonly message: string;
}

export function isError(value: unknown): value is CellError {
  return value instanceof CustomFunctionsError;
}

/** What functions.json says of the functions, by name: made once, as it describes every parameter in words. */
let entries: Promise<ReadonlyMap<string, FunctionEntry>> | undefined;

async function entryOf(name: string): Promise<FunctionEntry | undefined> {
  entries ??= (async () => {
    await import("../../src/functions");
    const { metadata } = await import("../../src/functions/metadata");
    return new Map(metadata("en").functions.map((entry) => [entry.name, entry]));
  })();
  return (await entries).get(name);
}

/** Calls a registered function as Excel does, by its id and the parameter names of functions.json. */
export async function sales(id: string, args: Readonly<Record<string, unknown>>): Promise<unknown> {
  const entry = await entryOf(id);
  const call = entry === undefined ? undefined : functions.get(entry.id);
  if (entry === undefined || call === undefined) throw new Error(`${id} is not registered`);
  for (const name of Object.keys(args)) {
    if (!entry.parameters.some((parameter) => parameter.name === name))
      throw new Error(`${id} has no parameter ${name}`);
  }
  const invocation = { address: "Sheet1!A1", functionName: id };
  return call(...entry.parameters.map(({ name }) => args[name] ?? null), invocation);
}

/** A cell with a streaming function: what it has shown so far, and how Excel gives it up. */
export interface StreamedCell {
  readonly shown: unknown[];
  cancel(): void;
}

/** Types a streaming function into a cell: arguments as Excel hands them over, the repeated ones as a list of matrices. */
export async function streamed(id: string, ...args: readonly unknown[]): Promise<StreamedCell> {
  const places = ((await entryOf(id))?.parameters.length ?? 1) - 1;
  const fixed = Array.from({ length: places }, (_, at) => args[at] ?? null);
  const repeated = args.slice(places).map((arg) => (Array.isArray(arg) ? arg : [[arg]]));
  const shown: unknown[] = [];
  const invocation: { functionName: string; setResult: (result: unknown) => void; onCanceled?: () => void } =
    {
      functionName: id,
      setResult: (result) => shown.push(result),
    };
  functions.get(id)?.(...fixed, repeated, invocation);
  return { shown, cancel: () => invocation.onCanceled?.() };
}

/** As `sales`, and of a table of one cell that cell: a function that may spill answers with a table in any case. */
export async function oneCell(id: string, args: Readonly<Record<string, unknown>>): Promise<unknown> {
  const value = await sales(id, args);
  const [row, more] = Array.isArray(value) ? (value as unknown[][]) : [];
  return row?.length === 1 && more === undefined ? row[0] : value;
}

/** A column of cells from a list. */
export const column = (cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);

/** A column of cells for each name. */
export const columns = (lists: Readonly<Record<string, readonly unknown[]>>): Record<string, unknown[][]> =>
  Object.fromEntries(Object.entries(lists).map(([name, cells]) => [name, column(cells)]));
