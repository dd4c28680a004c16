/**
 * Whether the add-in starts together with the workbook, its pane closed; otherwise it starts when its pane or one of its
 * functions is first used. The choice is kept in the workbook by Excel.
 */
export async function startWithWorkbook(wanted: boolean): Promise<void> {
  await Office.addin.setStartupBehavior(wanted ? Office.StartupBehavior.load : Office.StartupBehavior.none);
}
