import type { Kind, Role } from "../../src/core/records/roles";
import type { MappedColumn, MappedSource } from "../../src/mapping/mapping";
import type { TestExcel } from "../support/excel";

/** A table of the workbook as a mapped source, with the ids it has there. */
export function sourceOf(
  { model }: TestExcel,
  kind: Kind,
  name: string,
  headers: Partial<Record<Role, string>>,
): MappedSource {
  const table = model.tables().find((one) => one.name === name);
  if (!table) throw new Error(name);
  const roles: Partial<Record<Role, MappedColumn>> = {};
  for (const [role, header] of Object.entries(headers) as [Role, string][]) {
    const at = table.columns.findIndex((column) => column.name === header);
    roles[role] = { header, at, id: String(table.columns[at]?.id) };
  }
  return {
    kind,
    place: {
      sheet: table.sheet.name,
      sheetId: table.sheet.id,
      table: { id: table.id, name },
      column: table.range.column,
      columns: table.columns.length,
    },
    roles,
  };
}
