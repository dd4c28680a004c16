import { FormulaDataModel } from "@univerjs/engine-formula";
import { CellReader } from "./cells";
import type { CellMatrix, Engine } from "./engine";
import { shiftFormula } from "./shiftFormula";
import type { Move } from "./shift";
import type { DefinedName, Sheet } from "./types";

/** What follows cells that move as a block. Whole rows and columns are Univer's own doing. */
export interface Followers {
  engine: Engine;
  sheet(id: string): Sheet | undefined;
  names(): readonly DefinedName[];
}

/** References in all formulas and names of the workbook follow cells that have been inserted or deleted. */
export function followMove(followers: Followers, move: Move): void {
  const { engine } = followers;
  const moved = followers.sheet(move.sheetId)?.name;
  if (moved === undefined) return;
  const formulas = engine.injector.get(FormulaDataModel).getFormulaData()[engine.unitId] ?? {};
  for (const [sheetId, rows] of Object.entries(formulas)) {
    const worksheet = engine.worksheet(sheetId);
    if (!worksheet) continue;
    const reader = new CellReader(engine, worksheet);
    const cells: CellMatrix = {};
    for (const r in rows)
      for (const c in rows[Number(r)]) {
        const [row, column] = [Number(r), Number(c)];
        const formula = reader.formula(row, column);
        if (formula === undefined) continue;
        const now = shiftFormula(formula, move, worksheet.getName(), moved);
        if (now !== formula) (cells[row] ??= {})[column] = { f: now, si: null };
      }
    if (Object.keys(cells).length > 0) engine.setCells(sheetId, cells);
  }
  for (const name of followers.names()) {
    const home = name.sheetId === undefined ? "" : (followers.sheet(name.sheetId)?.name ?? "");
    const now = shiftFormula(name.formula, move, home, moved);
    if (now !== name.formula) name.formula = now;
  }
}
