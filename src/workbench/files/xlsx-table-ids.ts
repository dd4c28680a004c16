import { attributeOf, readText, writeText, type Package } from "./xlsx-package";

export interface TableIds {
  id?: string;
  columnIds?: readonly number[];
}

/** The ids of tables (`xr:uid`, which Excel hands to add-ins) and of their columns, by the table's name. */
export function readTableIds(file: Package): Map<string, TableIds> {
  const found = new Map<string, TableIds>();
  for (const path of tableParts(file)) {
    const text = readText(file, path) ?? "";
    const table = tableStart.exec(text)?.[0] ?? "";
    const id = attributeOf(table, "xr:uid");
    const columnIds = [...text.matchAll(columnStart)].map(([element]) => Number(attributeOf(element, "id")));
    const different = new Set(columnIds).size === columnIds.length;
    found.set(attributeOf(table, "displayName") ?? "", {
      ...(id && { id }),
      ...(different && columnIds.every((each) => each > 0) && { columnIds }),
    });
  }
  return found;
}

/** Writes the ids over those that were numbered anew. */
export function writeTableIds(file: Package, tables: readonly (TableIds & { name: string })[]): void {
  for (const path of tableParts(file)) {
    const text = readText(file, path) ?? "";
    const start = tableStart.exec(text)?.[0] ?? "";
    const table = tables.find(({ name }) => name === attributeOf(start, "displayName"));
    if (!table) continue;
    const { id, columnIds = [] } = table;
    let column = 0;
    const numbered = text.replace(columnStart, (element) => {
      const own = columnIds[column++];
      return own === undefined ? element : element.replace(/(\sid=)"\d+"/, `$1"${own}"`);
    });
    writeText(file, path, id === undefined ? numbered : numbered.replace(start, withUid(start, id)));
  }
}

function tableParts(file: Package): string[] {
  return Object.keys(file).filter((path) => /^xl\/tables\/[^/]+\.xml$/i.test(path));
}

const tableStart = /<(?:\w+:)?table\s[^>]*>/;
const columnStart = /<(?:\w+:)?tableColumn\s[^>]*>/g;

function withUid(start: string, id: string): string {
  const names =
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="xr" ' +
    'xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"';
  return start.replace(/\s*>$/, ` ${names} xr:uid="${id}">`);
}
