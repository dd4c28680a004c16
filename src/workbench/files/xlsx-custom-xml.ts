import type { CustomXmlPart } from "../model/types";
import { namespaceOfXml, unescapeXml } from "../model/xml";
import type { Package } from "./xlsx-package";
import { addOverride, addRelationship, readRelationships, readText, writeText } from "./xlsx-package";

/**
 * Custom XML parts as the file format keeps them (ISO/IEC 29500-1, 15.2.5 and 15.2.6; ISO/IEC 29500-2): the workbook
 * relates to customXml/itemN.xml, which relates to itemPropsN.xml with its id and namespace. Excel opens them.
 */
export function writeCustomXml(file: Package, parts: readonly CustomXmlPart[]): void {
  parts.forEach(({ id, xml }, index) => {
    const n = index + 1;
    writeText(file, `customXml/item${n}.xml`, xml);
    writeText(file, `customXml/itemProps${n}.xml`, properties(id, namespaceOfXml(xml)));
    addRelationship(file, `customXml/item${n}.xml`, `${relationships}/customXmlProps`, `itemProps${n}.xml`);
    addRelationship(file, workbookPart(file), `${relationships}/customXml`, `../customXml/item${n}.xml`);
    addOverride(
      file,
      `/customXml/itemProps${n}.xml`,
      "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    );
  });
}

export function readCustomXml(file: Package): CustomXmlPart[] {
  return readRelationships(file, workbookPart(file))
    .filter(({ type }) => type.endsWith("/customXml"))
    .flatMap(({ target }): CustomXmlPart[] => {
      const xml = readText(file, target);
      if (xml === undefined || !isXml(xml)) return [];
      const props = readRelationships(file, target).find(({ type }) => type.endsWith("/customXmlProps"));
      const id = /itemID\s*=\s*["']([^"']+)["']/.exec((props && readText(file, props.target)) ?? "")?.[1];
      return [{ id: unescapeXml(id ?? target), xml }];
    });
}

const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Where the package says its workbook is: xl/workbook.xml, as a rule. */
function workbookPart(file: Package): string {
  return (
    readRelationships(file, "").find(({ type }) => type.endsWith("/officeDocument"))?.target ??
    "xl/workbook.xml"
  );
}

function properties(id: string, namespace: string): string {
  const schema = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
  const uri = namespace.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  const schemas =
    namespace === "" ? "<ds:schemaRefs/>" : `<ds:schemaRefs><ds:schemaRef ds:uri="${uri}"/></ds:schemaRefs>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n' +
    `<ds:datastoreItem ds:itemID="${id}" xmlns:ds="${schema}">${schemas}</ds:datastoreItem>`
  );
}

function isXml(text: string): boolean {
  try {
    namespaceOfXml(text);
    return true;
  } catch {
    return false;
  }
}
