import { WorkbookError } from "./errors";
import { patiently } from "./patience";

/*
 * What the add-in keeps in the workbook is a custom XML part, not a setting:
 * - a part belongs to the file, a setting to the add-in: settings stand in the file under the add-in's id, so that a copy
 *   of the add-in from elsewhere (company, store, a developer's) would not find what another saved;
 * - settings are loaded into the page once and written back as a whole, so in a workbook that several people edit the
 *   last one to save anything brings back what they had loaded (their change event fires in Excel on the web only);
 *   parts are read and written in the document itself;
 * - settings on the web are limited to 2 MB for all, and are dropped with the add-in's task pane part.
 * Both have failed in silence before (OfficeDev/office-js issue 6091, Excel for Mac), so everything written is read back.
 */

/** The XML of all parts of a namespace: normally none or one; two where two people saved their first at the same time. */
export function readParts(namespace: string): Promise<string[]> {
  return patiently(async (context) => {
    const parts = context.workbook.customXmlParts.getByNamespace(namespace);
    parts.load("items/id");
    await context.sync();
    const texts = parts.items.map((part) => part.getXml());
    await context.sync();
    return texts.map(({ value }) => value);
  });
}

/** Makes `xml` the only part of its namespace, reads it back, and fails as `notKept` unless it is what was written. */
export async function writePart(
  namespace: string,
  xml: string,
  isSame: (readBack: string) => boolean,
): Promise<void> {
  await patiently(async (context) => {
    const parts = context.workbook.customXmlParts.getByNamespace(namespace);
    parts.load("items/id");
    await context.sync();
    // First the new one: a batch stops at its first error, so the old one goes only when the new one is there.
    context.workbook.customXmlParts.add(xml);
    parts.items.forEach((former) => former.delete());
    await context.sync();
  });
  const kept = await readParts(namespace);
  if (kept.length !== 1 || !isSame(kept[0] ?? "")) throw new WorkbookError("notKept");
}
