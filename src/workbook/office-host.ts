import { setExcelHere } from "./in-excel";

/** What the pane has to know of the application around it. */
export interface OfficeHost {
  readonly excel: boolean;
  /** Such as `ro-RO`; missing outside Office. */
  readonly displayLanguage: string | undefined;
}

/** Office.js may be missing (no network), silent, or loaded in an ordinary browser tab: all of that is "no Excel". */
export async function officeHost(): Promise<OfficeHost> {
  if (typeof Office === "undefined") return { excel: false, displayLanguage: undefined };
  const info = await Office.onReady();
  const excel = info.host === Office.HostType.Excel;
  setExcelHere(excel);
  const context = Office.context as Office.Context | undefined;
  return { excel, displayLanguage: excel ? context?.displayLanguage : undefined };
}

/** The pane's background in Office's theme, as `#rrggbb`; Excel on the web has none to give. */
export function officeBackground(): string | undefined {
  if (typeof Office === "undefined") return undefined;
  const context = Office.context as Office.Context | undefined;
  const theme = context?.officeTheme as Office.OfficeTheme | undefined;
  return theme?.bodyBackgroundColor;
}
