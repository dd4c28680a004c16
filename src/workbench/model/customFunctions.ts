import { BooleanNumber } from "@univerjs/core";
import type { BaseValueObject, ErrorType } from "@univerjs/engine-formula";
import { BaseFunction, ErrorValueObject, FunctionType, IFunctionService } from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import { collectArguments } from "./arguments";
import type { Calls } from "./calls";
import type { Engine } from "./engine";
import { BUSY } from "./entry";
import { toArray } from "./engineFunctions";
import type { EngineResult } from "./engineFunctions";
import { readResult, toEngineValue } from "./results";
import type { CustomFunctionMetadata, CustomFunctions, Rect } from "./types";

export interface CustomFunctionHost {
  engine: Engine;
  calls: Calls;
  usedRange(sheetId: string): Rect | undefined;
  address(sheetId: string, row: number, column: number): string;
  report(sheetId: string, row: number, column: number, code: string, message?: string): void;
}

/** Makes the add-in's functions known to the engine, to autocomplete and to argument help. Returns how to undo it. */
export function registerCustomFunctions(host: CustomFunctionHost, functions: CustomFunctions): () => void {
  const service = host.engine.injector.get(IFunctionService);
  const executors = functions.functions.map((metadata) => new CustomFunction(host, functions, metadata));
  service.registerExecutors(...executors);
  const descriptions = host.engine.injector
    .get(IDescriptionService)
    .registerDescriptions(functions.functions.map((metadata) => describe(functions.namespace, metadata)));
  return () => {
    descriptions.dispose();
    service.unregisterExecutors(...executors.map((executor) => String(executor.name)));
  };
}

export function fullName(namespace: string, metadata: CustomFunctionMetadata): string {
  return `${namespace}.${metadata.name}`.toUpperCase();
}

/** One of the add-in's functions as the engine calls it. Nothing thrown in here may reach the engine: it would stop. */
class CustomFunction extends BaseFunction {
  override needsReferenceObject = true;

  constructor(
    private readonly host: CustomFunctionHost,
    private readonly functions: CustomFunctions,
    private readonly metadata: CustomFunctionMetadata,
  ) {
    super(fullName(functions.namespace, metadata));
  }

  /** A text such as "2025-03-05" or "20%" in a formula reaches the function as it was typed. */
  override isArgumentsIgnoreNumberPattern(): boolean {
    return true;
  }

  override calculate(...variants: BaseValueObject[]): EngineResult {
    const sheetId = this.subUnitId ?? "";
    const { row, column } = this;
    try {
      const collected = collectArguments(variants, {
        function: { ...this.metadata, name: String(this.name) },
        allowErrors: this.functions.allowErrorForDataTypeAny === true,
        usedRange: (id) => this.host.usedRange(id),
      });
      if (collected.state === "waiting") return busy();
      if (collected.state === "error" && collected.inherited)
        return ErrorValueObject.create(collected.code as ErrorType);
      if (collected.state === "error") return this.fail(collected.code, collected.message);
      const { options } = this.metadata;
      const result = this.host.calls.request(
        { sheetId, row, column },
        {
          id: this.metadata.id.toUpperCase(),
          args: collected.args,
          address: this.host.address(sheetId, row, column),
          stream: options?.stream === true,
          cancelable: options?.cancelable === true,
        },
        collected.hash,
      );
      if (result === undefined) return busy();
      if (!result.ok) return this.fail(result.code, result.message);
      const cells = readResult(result.value);
      const first = cells[0]?.[0];
      const one = first && cells.length === 1 && cells[0]?.length === 1;
      if (one && typeof first.value === "object") return this.fail(first.value.error, first.value.message);
      return one ? toEngineValue(first) : toArray(cells.map((line) => line.map(toEngineValue)));
    } catch (error) {
      return this.fail("#VALUE!", error instanceof Error ? error.message : String(error));
    }
  }

  private fail(code: string, message?: string): ErrorValueObject {
    this.host.report(this.subUnitId ?? "", this.row, this.column, code, message);
    return ErrorValueObject.create(code as ErrorType);
  }
}

function busy(): ErrorValueObject {
  return ErrorValueObject.create(BUSY as ErrorType);
}

function describe(namespace: string, metadata: CustomFunctionMetadata) {
  const text = metadata.description ?? "";
  return {
    functionName: fullName(namespace, metadata),
    functionType: FunctionType.User,
    description: text,
    abstract: text,
    functionParameter: metadata.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description ?? "",
      example: "",
      require: parameter.optional ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      repeat: parameter.repeating ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    })),
  };
}
