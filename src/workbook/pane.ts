/** Brings the task pane to the front. */
export async function showPane(): Promise<void> {
  await Office.addin.showAsTaskpane();
}
