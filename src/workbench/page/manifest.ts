/** What Excel reads in an add-in's manifest before it loads anything else. */
export interface AddinManifest {
  name: string;
  icon: string;
  taskpaneUrl: string;
  functionsUrl: string;
  namespace: string;
  groupLabel: string;
  buttons: readonly AddinButton[];
}

export interface AddinButton {
  id: string;
  label: string;
  tip: string;
  icon: string;
  /** Opens the pane, or runs one of the add-in's functions. */
  action: { type: "ShowTaskpane" } | { type: "ExecuteFunction"; functionName: string };
}

/** `locale` as in the manifest's overrides: "ro-RO". */
export function readManifest(xml: string, locale: string): AddinManifest {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  if (document.querySelector("parsererror")) throw new Error("manifest.xml is not well-formed XML.");
  const resource = resources(document, locale);
  const find = (parent: Element | Document, ...path: string[]): Element | undefined =>
    path.reduce<Element | Document | undefined>((at, name) => at && within(at, name)[0], parent) as
      Element | undefined;
  const required = (what: string, value: string | undefined): string => {
    if (!value) throw new Error(`manifest.xml has no ${what}.`);
    return value;
  };
  const byId = (owner: Element | undefined): string | undefined => resource(owner?.getAttribute("resid"));

  const root = document.documentElement;
  const functions = within(document, "ExtensionPoint").find((point) => type(point) === "CustomFunctions");
  const commands = within(document, "ExtensionPoint").find(
    (point) => type(point) === "PrimaryCommandSurface",
  );
  const group = commands && find(commands, "Group");
  return {
    name: required("DisplayName", overridden(within(root, "DisplayName")[0], locale)),
    icon: overridden(within(root, "IconUrl")[0], locale) ?? "",
    taskpaneUrl: required("task pane", functions && byId(find(functions, "Page", "SourceLocation"))),
    functionsUrl: required(
      "functions' metadata",
      functions && byId(find(functions, "Metadata", "SourceLocation")),
    ),
    namespace: required("namespace", functions && byId(find(functions, "Namespace"))),
    groupLabel: (group && byId(children(group, "Label")[0])) ?? "",
    buttons: group ? within(group, "Control").flatMap((control) => button(control, byId)) : [],
  };
}

function button(control: Element, text: (owner: Element | undefined) => string | undefined): AddinButton[] {
  const action = within(control, "Action")[0];
  const label = text(children(control, "Label")[0]);
  if (!action || !label) return [];
  const images = within(control, "Image").sort(
    (a, b) => distance(a.getAttribute("size")) - distance(b.getAttribute("size")),
  );
  const functionName = within(action, "FunctionName")[0]?.textContent?.trim();
  return [
    {
      id: control.getAttribute("id") ?? label,
      label,
      tip: text(within(control, "Description")[0]) ?? label,
      icon: text(images[0]) ?? "",
      action:
        type(action) === "ExecuteFunction" && functionName
          ? { type: "ExecuteFunction", functionName }
          : { type: "ShowTaskpane" },
    },
  ];
}

/** Shown at 20 pixels: the icon nearest to twice that stays sharp on fine screens. */
const distance = (size: string | null) => Math.abs(Number(size) - 32);

function resources(
  document: Document,
  locale: string,
): (id: string | null | undefined) => string | undefined {
  const entries = ["Image", "Url", "String"].flatMap((name) =>
    within(document, name).filter((entry) => entry.hasAttribute("DefaultValue")),
  );
  const byId = new Map(entries.map((entry) => [entry.getAttribute("id"), overridden(entry, locale)]));
  return (id) => (id ? byId.get(id) : undefined);
}

function overridden(entry: Element | undefined, locale: string): string | undefined {
  if (!entry) return undefined;
  const override = children(entry, "Override").find(
    (candidate) => candidate.getAttribute("Locale")?.toLowerCase() === locale.toLowerCase(),
  );
  return override?.getAttribute("Value") ?? entry.getAttribute("DefaultValue") ?? undefined;
}

const within = (parent: Element | Document, name: string) => [...parent.getElementsByTagNameNS("*", name)];
const children = (parent: Element, name: string) =>
  [...parent.children].filter((child) => child.localName === name);
const type = (entry: Element) =>
  entry.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type") ?? entry.getAttribute("xsi:type");
