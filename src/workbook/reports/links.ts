import type { Kind } from "../../core/records/roles";
import type { CellLink, SheetId, SheetPlan } from "../../reports/plan";
import type { KeptLink } from "../../reports/registry";
import { areaAddress } from "../address";

/** A cell of the workbook; row and column from 0. */
export interface LinkedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** What links can lead to: the places of the reports, and of the records. */
export interface LinkPlaces {
  readonly report: (sheet: SheetId) => LinkedCell | undefined;
  readonly record: (kind: Kind, row: number) => LinkedCell | undefined;
}

/** The links of a sheet; one whose end is not in the workbook is left out. */
export function linksOf({ id, cells }: SheetPlan, places: LinkPlaces): readonly KeptLink[] {
  const definitions = new Map<string, number>();
  cells.forEach((row, at) =>
    row.forEach((cell) => {
      if (cell?.defines !== undefined) definitions.set(cell.defines, at);
    }),
  );
  const endOf = (link: CellLink): LinkedCell | undefined => {
    if (link.to === "record") return places.record(link.kind, link.row);
    if (link.to === "sheet") return places.report(link.sheet);
    const corner = places.report(id);
    const row = definitions.get(link.metric);
    return corner && row !== undefined ? { ...corner, row: corner.row + row } : undefined;
  };
  return cells.flatMap((line, row) =>
    line.flatMap((cell, column) => {
      const end = cell?.link && endOf(cell.link);
      return end === undefined ? [] : [{ row, column, leadsTo: referenceTo(end) }];
    }),
  );
}

/** Links in one list that are not in the other. */
export function linksWithout(links: readonly KeptLink[], others: readonly KeptLink[]): readonly KeptLink[] {
  const known = new Set(others.map((link) => JSON.stringify(link)));
  return links.filter((link) => !known.has(JSON.stringify(link)));
}

function referenceTo({ sheet, row, column }: LinkedCell): string {
  return `'${sheet.replaceAll("'", "''")}'!${areaAddress(row, column)}`;
}
