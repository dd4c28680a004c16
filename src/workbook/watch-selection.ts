import { inExcel } from "./in-excel";

/** Calls back whenever another cell is selected. Where Excel offers no such event, it simply never does. */
export async function watchSelection(changed: () => void): Promise<void> {
  await inExcel(async (context) => {
    context.workbook.onSelectionChanged.add(async () => changed());
    await context.sync();
  });
}
