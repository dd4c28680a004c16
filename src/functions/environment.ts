import type { Locale } from "../core/messages";

interface OfficeGlobal {
  readonly context?: {
    readonly displayLanguage?: string;
    readonly requirements?: { isSetSupported(name: string, version: string): boolean };
  };
}

/** Office, where the functions share a page with it; the functions work without. */
function office(): OfficeGlobal | undefined {
  const { Office } = globalThis as unknown as { readonly Office?: OfficeGlobal };
  return Office;
}

/** Language of messages and tables: Office's display language, English where that is unknown. */
export function locale(): Locale {
  return office()?.context?.displayLanguage?.toLowerCase().startsWith("ro") === true ? "ro" : "en";
}

/** Whether a cell takes a number together with its format (CustomFunctionsRuntime 1.4). */
export function takesFormattedNumbers(): boolean {
  try {
    return office()?.context?.requirements?.isSetSupported("CustomFunctionsRuntime", "1.4") === true;
  } catch {
    return false;
  }
}
