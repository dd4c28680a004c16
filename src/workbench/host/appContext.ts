/** What `Office.context.requirements.isSetSupported` reports. Names as the client compares them. */
export const REQUIREMENTS: Record<string, number> = {
  // What Excel on the web had when the members of `newerMembers.ts` came; the client itself ends at 1.15.
  excelapi: 1.18,
  excelapionline: 1.1,
  sharedruntime: 1.1,
  customfunctionsruntime: 1.4,
  ribbonapi: 1.1,
  addincommands: 1.1,
  // Not a public set: how the client's own runtime hands back results, with codes for unknown functions.
  customfunctions: 1.8,
};

export interface PageIdentity {
  addinId: string;
  conversationId: string;
  /** "en-US", "ro-RO": the language Excel shows itself in. */
  locale: string;
  documentUrl: string;
}

const ORIGIN = "https://localhost";

/** The `_host_Info` query: Excel on the web, with a shared runtime and custom functions, and no telemetry. */
export function hostInfo({ locale, conversationId }: PageIdentity): string {
  return `Excel$Web$16.01$${locale}$${conversationId}$$disableLogging$3`;
}

/** The `window.name` of the add-in's frame, from which the client learns whom to talk to. */
export function windowName(identity: PageIdentity): string {
  return JSON.stringify({
    baseFrameName: "sales-metrics-workbench",
    hostInfo: hostInfo(identity),
    xdmInfo: `${identity.conversationId}|${identity.addinId}|${ORIGIN}`,
    serializerVersion: "1",
  });
}

export function appContext(
  identity: PageIdentity,
  settings: ReadonlyMap<string, string>,
  visible: boolean,
): object {
  return {
    _id: identity.addinId,
    _appName: 16,
    _appVersion: "16.01",
    _appUILocale: identity.locale,
    _dataLocale: identity.locale,
    _docUrl: identity.documentUrl,
    _clientMode: 1,
    _settings: [...settings],
    _reason: "documentOpened",
    _requirementMatrix: JSON.stringify(REQUIREMENTS),
    // 2: the pane is shown; 1: the runtime started in the background.
    _initialDisplayMode: visible ? 2 : 1,
    _hostFullVersion: "16.0.15407.10000",
  };
}

export { ORIGIN };
