import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseXml, type Element } from "./xml";

/**
 * What Excel and the Marketplace ask of a manifest and answer badly when it is not so: mostly the add-in just fails to
 * appear. Every broken rule is one line; an empty list is a good manifest.
 */
export function checkManifest(source: string, assets: string): string[] {
  let manifest: Element;
  try {
    manifest = parseXml(source);
  } catch (error) {
    return [`not well formed: ${(error as Error).message}`];
  }
  return [
    ...elementOrder(manifest),
    ...identity(manifest),
    ...requirements(manifest),
    ...resources(manifest),
    ...sharedRuntime(manifest),
    ...overrides(manifest),
    ...lengths(manifest),
    ...addresses(manifest),
    ...icons(manifest, assets),
  ];
}

export const ROMANIAN = "ro-RO";

/** Children in the order of Microsoft's schemas; "?" may be left out, "+" may be repeated. */
const ORDER: Record<string, string> = {
  OfficeApp:
    "Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains? Hosts Requirements DefaultSettings Permissions VersionOverrides",
  VersionOverrides: "Description? Requirements? Hosts Resources",
  "VersionOverrides/Hosts/Host": "Runtimes AllFormFactors DesktopFormFactor",
  Script: "SourceLocation",
  Page: "SourceLocation",
  Metadata: "SourceLocation",
  "AllFormFactors/ExtensionPoint": "Script Page Metadata Namespace",
  DesktopFormFactor: "GetStarted FunctionFile ExtensionPoint",
  GetStarted: "Title Description LearnMoreUrl",
  "DesktopFormFactor/ExtensionPoint": "OfficeTab",
  OfficeTab: "Group",
  Group: "Label Icon Control+",
  Control: "Label Supertip Icon Action",
  Supertip: "Title Description",
  Resources: "bt:Images bt:Urls bt:ShortStrings bt:LongStrings",
};

function elementOrder(manifest: Element): string[] {
  return everything(manifest).flatMap(({ element, path }) => {
    const key = Object.keys(ORDER)
      .filter((each) => `/${path}`.endsWith(`/${each}`))
      .sort((a, b) => b.length - a.length)[0];
    if (key === undefined) return [];
    const pattern = (ORDER[key] ?? "")
      .split(" ")
      .map((word) => {
        const name = word.replace(/[?+]$/, "");
        return `(?:${name} )${/[?+]$/.exec(word)?.[0] ?? ""}`;
      })
      .join("");
    const actual = element.children.map(({ name }) => `${name} `).join("");
    return new RegExp(`^${pattern}$`).test(actual) ? [] : [`order: ${path} has ${actual.trim()}`];
  });
}

function identity(manifest: Element): string[] {
  const text = (name: string): string => child(manifest, name)?.text ?? "";
  return [
    ...unless(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text("Id")), "id: not a GUID"),
    ...unless(/^[1-9]\d{0,4}(\.\d{1,5}){3}$/.test(text("Version")), "version: not four numbers"),
    ...unless(text("DefaultLocale") === "en-US", "locale: the default is not en-US"),
    ...unless(manifest.attributes["xsi:type"] === "TaskPaneApp", "type: not a TaskPaneApp"),
    ...unless(text("Permissions") === "ReadWriteDocument", "permissions: not ReadWriteDocument"),
  ];
}

/** Only the shared runtime is required; everything newer is asked for at run time. */
function requirements(manifest: Element): string[] {
  const sets = find(manifest, "Set").map(({ attributes }) => `${attributes.Name} ${attributes.MinVersion}`);
  return unless(sets.join() === "SharedRuntime 1.1", `requirements: ${sets.join()}`);
}

function resources(manifest: Element): string[] {
  const resources = find(manifest, "Resources")[0]?.children.flatMap(({ children }) => children) ?? [];
  const ids = resources.map(({ attributes }) => attributes.id ?? "");
  const used = everything(manifest).flatMap(({ element }) => element.attributes.resid ?? []);
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `resid: ${id} is there twice`),
    ...ids.filter((id) => id.length > 32).map((id) => `resid: ${id} is longer than 32 characters`),
    ...used.filter((id) => !ids.includes(id)).map((id) => `resid: ${id} does not exist`),
    ...ids.filter((id) => !used.includes(id)).map((id) => `resid: ${id} is never used`),
  ];
}

/** One page is the runtime, the functions' page, the commands' file and the pane. */
function sharedRuntime(manifest: Element): string[] {
  const runtime = find(manifest, "Runtime")[0]?.attributes ?? {};
  const showTaskpane = find(manifest, "Action").filter(
    (each) => each.attributes["xsi:type"] === "ShowTaskpane",
  );
  const pages = [
    ...find(manifest, "Page").map((page) => child(page, "SourceLocation")),
    ...find(manifest, "FunctionFile"),
    ...showTaskpane.map((action) => child(action, "SourceLocation")),
  ];
  return [
    ...unless(runtime.lifetime === "long", "runtime: its lifetime is not long"),
    ...unless(showTaskpane.length > 0, "runtime: no button shows the pane"),
    ...pages
      .filter((page) => page?.attributes.resid !== runtime.resid)
      .map((page) => `runtime: ${page?.name} is ${page?.attributes.resid}, not ${runtime.resid}`),
    ...find(manifest, "TaskpaneId").map(() => "runtime: a TaskpaneId does not go with a long runtime"),
  ];
}

/** Every text has its Romanian; no override repeats the default locale; tags are full ones. */
function overrides(manifest: Element): string[] {
  const texts = [
    ...["DisplayName", "Description"].flatMap((name) => child(manifest, name) ?? []),
    ...find(manifest, "bt:String").filter(({ attributes }) => attributes.id !== "Functions.Namespace"),
    ...find(manifest, "bt:Url").filter(({ attributes }) => attributes.id === "Functions.Metadata.Url"),
  ];
  const locales = everything(manifest)
    .map(({ element }) => element)
    .filter(({ name }) => /(^|:)Override$/.test(name))
    .map(({ attributes }) => attributes.Locale ?? "");
  return [
    ...texts
      .filter(
        ({ children }) => children.filter(({ attributes }) => attributes.Locale === ROMANIAN).length !== 1,
      )
      .map(({ name, attributes }) => `override: ${attributes.id ?? name} has no ${ROMANIAN}`),
    ...locales.filter((locale) => locale !== ROMANIAN).map((locale) => `override: for ${locale}`),
    ...(/[şţŞŢ]/.test(JSON.stringify(texts)) ? ["override: ș and ț are written with a cedilla"] : []),
  ];
}

const LIMITS: Record<string, number> = {
  DisplayName: 125,
  Description: 250,
  "bt:ShortStrings/bt:String": 125,
  "bt:LongStrings/bt:String": 250,
};

function lengths(manifest: Element): string[] {
  return everything(manifest).flatMap(({ element, path }) => {
    const key = Object.keys(LIMITS).find((each) => path.endsWith(`/${each}`));
    if (key === undefined) return [];
    return [element.attributes.DefaultValue, ...element.children.map(({ attributes }) => attributes.Value)]
      .filter((text): text is string => text !== undefined && text.length > (LIMITS[key] ?? 0))
      .map((text) => `length: ${element.attributes.id ?? element.name} has ${text.length} characters`);
  });
}

/** Everything comes from one origin, over https: another one would need its own entry and consent. */
function addresses(manifest: Element): string[] {
  const values = everything(manifest).flatMap(({ element }) => [
    ...["DefaultValue", "Value"].flatMap((name) => element.attributes[name] ?? []),
    ...(element.name === "AppDomain" ? [element.text] : []),
  ]);
  const urls = values.filter((value) => /^\w+:\/\//.test(value));
  const origins = new Set(urls.map((url) => new URL(url).origin));
  return [
    ...urls.filter((url) => !url.startsWith("https://")).map((url) => `address: ${url} is not https`),
    ...unless(origins.size === 1, `address: ${[...origins].join(" and ")}`),
  ];
}

/** Icons exist in the sizes they are used for. */
function icons(manifest: Element, assets: string): string[] {
  const urls = new Map(
    find(manifest, "Resources")
      .flatMap((each) => find(each, "bt:Image"))
      .map((each) => [each.attributes.id, each.attributes.DefaultValue]),
  );
  const uses = find(manifest, "Icon").flatMap(({ children }) =>
    children.map(({ attributes }) => ({ url: urls.get(attributes.resid), size: Number(attributes.size) })),
  );
  const named = [
    ...uses,
    { url: child(manifest, "IconUrl")?.attributes.DefaultValue, size: 32 },
    { url: child(manifest, "HighResolutionIconUrl")?.attributes.DefaultValue, size: 64 },
  ];
  const sizes = find(manifest, "Icon").map(({ children }) =>
    children.map((each) => each.attributes.size).join(),
  );
  return [
    ...sizes.filter((each) => each !== "16,32,80").map((each) => `icon: sizes ${each} instead of 16,32,80`),
    ...named.flatMap(({ url, size }) => {
      const file = join(assets, url?.split("/").at(-1) ?? "");
      if (!url?.endsWith(".png") || !existsSync(file)) return [`icon: ${url} does not exist`];
      const { width, height } = pngSize(file);
      return unless(width === size && height === size, `icon: ${url} is ${width} × ${height}, not ${size}`);
    }),
  ];
}

/** Width and height stand in the first chunk of every PNG file. */
function pngSize(file: string): { width: number; height: number } {
  const bytes = readFileSync(file);
  if (bytes.toString("latin1", 1, 4) !== "PNG") return { width: 0, height: 0 };
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function unless(holds: boolean, problem: string): string[] {
  return holds ? [] : [problem];
}

function child(element: Element, name: string): Element | undefined {
  return element.children.find((each) => each.name === name);
}

function find(element: Element, name: string): Element[] {
  return element.children.flatMap((each) => [...(each.name === name ? [each] : []), ...find(each, name)]);
}

function everything(element: Element, path = element.name): { element: Element; path: string }[] {
  return [{ element, path }, ...element.children.flatMap((each) => everything(each, `${path}/${each.name}`))];
}
