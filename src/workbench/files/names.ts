/** The name Excel gives the sheet of an opened text file: the file's, without what a sheet name can't hold. */
export function sheetNameFromFile(fileName: string): string {
  const base = fileName.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
  const clean = base
    .replace(/[\\/?*[\]:]/g, " ")
    .replace(/^'+|'+$/g, "")
    .trim()
    .slice(0, 31);
  return clean || "Sheet1";
}

/** The file name a workbook is saved under. */
export function workbookFileName(name: string): string {
  const base = name.replace(/\.(xlsx|xlsm|csv|tsv|txt)$/i, "").replace(/[\\/:*?"<>|]/g, " ");
  return `${base.trim() || "Workbook"}.xlsx`;
}
