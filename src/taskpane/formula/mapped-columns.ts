import type { Kind, Role } from "../../core/records/roles";
import type { MappedSource, Mapping } from "../../mapping/mapping";
import type { Source } from "../../workbook";

/** A source as it is mapped: which of its columns plays which role. */
export interface MappedColumns {
  readonly kind: Kind;
  readonly source: Source;
  readonly roles: ReadonlyMap<Role, number>;
}

/** The first mapped table of one of the kinds, among those that a formula can name. */
export function mappedColumns(
  kinds: readonly Kind[],
  mapping: Mapping | undefined,
  sources: readonly Source[],
): MappedColumns | undefined {
  for (const kind of kinds) {
    for (const mapped of mapping?.sources ?? []) {
      const source = mapped.kind === kind ? sources.find((one) => isPlaceOf(one, mapped)) : undefined;
      if (source !== undefined) return { kind, source, roles: rolesIn(source, mapped) };
    }
  }
  return undefined;
}

function isPlaceOf(source: Source, { place }: MappedSource): boolean {
  if (place.table) return source.kind === "table" && source.name === place.table.name;
  return (
    source.kind === "range" &&
    source.sheet === place.sheet &&
    place.headerRow !== undefined &&
    source.row === place.headerRow + (place.headerRows ?? 1)
  );
}

/** A status may be told by the stage, where there is no column for it. */
function rolesIn(source: Source, { place, roles }: MappedSource): ReadonlyMap<Role, number> {
  const found = new Map<Role, number>();
  for (const [role, column] of Object.entries(roles)) {
    const at = place.column + column.at - source.column;
    if (at >= 0 && at < source.headers.length) found.set(role as Role, at);
  }
  const stage = found.get("stage");
  if (!found.has("status") && stage !== undefined) found.set("status", stage);
  return found;
}
