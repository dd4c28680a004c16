import { ICommandService } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { createHeadlessUniver } from "../../../src/workbench/model/headless";
import { createWorkbookModel } from "../../../src/workbench/model/workbook";
import { randomFrom } from "../../../src/workbench/sample/random";

/* The index of formulas says at any moment what Univer itself finds by looking through all cells. */

test("after three hundred edits, moves and undoings of every kind", async () => {
  const univer = createHeadlessUniver();
  const model = createWorkbookModel(univer);
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const data = injector.get(FormulaDataModel);
  const walked = () => FormulaDataModel.prototype.getFormulaData.call(data);
  const random = randomFrom(7);
  const upTo = (n: number) => Math.floor(random.between(0, n - 0.001));
  let seen = 0;
  // Univer asks in the middle of a change too
  const watch = commands.onCommandExecuted(({ id }) => {
    if (!id.startsWith("sheet.mutation.")) return;
    expect(data.getFormulaData()).toEqual(walked());
    seen++;
  });

  for (let step = 0; step < 300; step++) {
    const sheets = model.sheets();
    const sheet = sheets[upTo(sheets.length)] ?? model.activeSheet();
    const [row, column] = [upTo(12), upTo(6)];
    const cell = { row, column, rows: 1, columns: 1 };
    const kind = upTo(9);
    if (kind <= 2) sheet.write(cell, [[`=${step}+A${upTo(9) + 1}*0`]], { by: "person" });
    else if (kind === 3) sheet.write(cell, [[step]]);
    else if (kind === 4) sheet.clear({ row, column, rows: 3, columns: 2 }, "All");
    else if (kind === 5) sheet.insertCells({ row, column: 0, rows: 1, columns: 16_384 }, "Down");
    else if (kind === 6) sheet.deleteCells({ row: 0, column, rows: 1_048_576, columns: 1 }, "Left");
    else if (kind === 7 && sheets.length < 4) model.addSheet();
    else if (kind === 8) await commands.executeCommand("univer.command.undo", {}).catch(() => undefined);
    expect(data.getFormulaData()).toEqual(walked());
  }
  watch.dispose();
  expect(seen).toBeGreaterThan(200);
  expect(Object.values(walked()).flatMap((sheets) => Object.values(sheets ?? {})).length).toBeGreaterThan(0);
  await model.calculated();
  model.dispose();
});
