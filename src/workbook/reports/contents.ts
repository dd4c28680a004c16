import { writtenValues, numberFormats } from "../../reports/areas";
import type { SheetPlan } from "../../reports/plan";
import { areaAddress } from "../address";
import { WorkbookError } from "../errors";
import type { Former } from "./former";
import { ownCells } from "./own-cells";

/** What a refresh writes into the cells of a report. Null leaves a cell as it is. */
export interface Contents {
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly (readonly (string | number | null)[])[];
  readonly formats: readonly (readonly (string | null)[])[];
  /** What a person wrote among the report's cells and now stands in the way: it goes beside the report. */
  readonly moved: readonly { readonly row: number; readonly column: number; readonly formula: unknown }[];
}

export function contentsOfNew(plan: SheetPlan): Contents {
  const { cells } = plan;
  return {
    ...{ rows: cells.length, columns: cells[0]?.length ?? 0, moved: [] },
    ...{ values: writtenValues(plan), formats: numberFormats(plan) },
  };
}

/** The plan over what is there: a person's own cells within the report stay, as far as the report leaves them their place. */
export function contentsOver(plan: SheetPlan, former: Former): Contents {
  const { cells } = plan;
  const columns = Math.max(former.columns, cells[0]?.length ?? 0);
  const own = ownCells(former, columns);
  const rows = Math.max(cells.length, ...own.map(({ row, column }) => (column < columns ? row + 1 : 0)));
  const stays = own.filter(({ row, column }) => cells[row]?.[column] === undefined);
  const taken = new Set<string>();
  const moved = own
    .filter((cell) => !stays.includes(cell))
    .map(({ row, column, formula }) => {
      const to = freeBeside(former, row, columns, taken);
      if (to === undefined) throw inTheWay(former, row, column, formula);
      taken.add(`${row},${to}`);
      return { row, column: to, formula };
    });
  const kept = new Set(stays.map(({ row, column }) => `${row},${column}`));
  const grid = <T>(of: readonly (readonly T[])[], blank: T): (T | null)[][] =>
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) =>
        kept.has(`${row},${column}`) ? null : (of[row]?.[column] ?? blank),
      ),
    );
  return {
    ...{ rows, columns, moved },
    values: grid<string | number>(writtenValues(plan), ""),
    formats: grid(numberFormats(plan), "General"),
  };
}

/** The first blank column beside the report in a row, among those that were read. */
function freeBeside(
  { formulas }: Former,
  row: number,
  from: number,
  taken: ReadonlySet<string>,
): number | undefined {
  const line = formulas[row] ?? [];
  for (let column = from; column < line.length; column++)
    if (line[column] === "" && !taken.has(`${row},${column}`)) return column;
  return undefined;
}

function inTheWay(
  { sheet, row, column }: Former,
  down: number,
  right: number,
  content: unknown,
): WorkbookError {
  const address = `${sheet}!${areaAddress(row + down, column + right)}`;
  return new WorkbookError("reportBlocked", { cell: address, content: String(content) });
}
