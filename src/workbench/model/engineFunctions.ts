import type { BaseReferenceObject, BaseValueObject, FunctionService } from "@univerjs/engine-formula";
import {
  ArrayValueObject,
  BaseFunction,
  ErrorType,
  ErrorValueObject,
  IFunctionService,
  Lexer,
} from "@univerjs/engine-formula";
import { readReference, toValueObject } from "./references";
import type { Engine } from "./engine";
import { ANCHORARRAY, REFUSED, SINGLE, translateFormula } from "./structured";
import type { FindTable } from "./structured";

/** Says why a formula's cell holds an error. */
export type ReportError = (
  sheetId: string,
  row: number,
  column: number,
  code: string,
  message: string,
) => void;

/**
 * Puts our reading of references between a formula and the engine, and registers the functions it translates to.
 */
export function installReferences(engine: Engine, findTable: FindTable, report: ReportError): void {
  engine.injector
    .get(IFunctionService)
    .registerExecutors(new Single(SINGLE), new AnchorArray(ANCHORARRAY), new Refused(REFUSED, report));
  const lexer = engine.injector.get(Lexer);
  const build = lexer.treeBuilder.bind(lexer);
  lexer.treeBuilder = (formula, transformSuffix) =>
    build(translateFormula(formula, findTable), transformSuffix);
}

/** Forgets every parsed formula: the engine keeps them by text, and the same text now means something else. */
export function forgetParsedFormulas(engine: Engine): void {
  (engine.injector.get(IFunctionService) as FunctionService).deleteFormulaAstCacheKey("");
}

/** The implicit intersection `@`: of a column the cell in the formula's row, of a row the cell in its column. */
class Single extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 1;
  override maxParams = 1;

  override calculate(...[argument]: BaseValueObject[]): EngineResult {
    if (!argument) return ErrorValueObject.create(ErrorType.VALUE);
    if (!argument.isReferenceObject())
      return argument.isArray() ? (argument as ArrayValueObject).getFirstCell() : argument;
    const { rect, read } = readReference(argument as unknown as BaseReferenceObject);
    const row = rect.rows === 1 ? rect.row : this.row;
    const column = rect.columns === 1 ? rect.column : this.column;
    const inside =
      row >= rect.row &&
      row < rect.row + rect.rows &&
      column >= rect.column &&
      column < rect.column + rect.columns;
    return inside ? toValueObject(read(row, column)) : ErrorValueObject.create(ErrorType.VALUE);
  }
}

/** `A1#`: everything the formula in A1 spilled. */
class AnchorArray extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 1;
  override maxParams = 1;

  override calculate(...[argument]: BaseValueObject[]): EngineResult {
    if (!argument?.isReferenceObject()) return ErrorValueObject.create(ErrorType.REF);
    const reference = argument as unknown as BaseReferenceObject;
    const { rect, read } = readReference(reference);
    const sheet = [reference.getUnitId(), reference.getSheetId()] as const;
    const now = reference.getRuntimeArrayFormulaRange()?.[sheet[0]]?.[sheet[1]];
    const before = reference.getArrayFormulaRange()?.[sheet[0]]?.[sheet[1]];
    const spill = now?.[rect.row]?.[rect.column] ?? before?.[rect.row]?.[rect.column];
    if (!spill || rect.rows > 1 || rect.columns > 1) return ErrorValueObject.create(ErrorType.REF);
    const cells: BaseValueObject[][] = [];
    for (let row = spill.startRow; row <= spill.endRow; row++) {
      const line: BaseValueObject[] = [];
      for (let column = spill.startColumn; column <= spill.endColumn; column++)
        line.push(toValueObject(read(row, column)));
      cells.push(line);
    }
    return toArray(cells);
  }
}

class Refused extends BaseFunction {
  constructor(
    name: string,
    private readonly report: ReportError,
  ) {
    super(name);
  }

  override calculate(...[message]: BaseValueObject[]): EngineResult {
    this.report(this.subUnitId ?? "", this.row, this.column, "#REF!", String(message?.getValue() ?? ""));
    return ErrorValueObject.create(ErrorType.REF);
  }
}

export type EngineResult = ReturnType<BaseFunction["calculate"]>;

export function toArray(cells: BaseValueObject[][]): ArrayValueObject {
  return ArrayValueObject.create({
    calculateValueList: cells,
    rowCount: cells.length,
    columnCount: cells[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}
