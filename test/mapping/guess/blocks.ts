import type { Cell } from "../../../src/core/records/cells";
import type { Role } from "../../../src/core/records/roles";
import type { Block } from "../../../src/mapping/block";
import { guessSources, type SourceGuess } from "../../../src/mapping/guess";

/** A block of columns as they would be found on a sheet. */
export function block(
  columns: readonly (readonly [header: string, cells: readonly Cell[], format?: string])[],
  sheet = "Sheet1",
): Block {
  return {
    place: { sheet, sheetId: "{1}", headerRow: 0, row: 1, rows: columns[0]?.[1].length ?? 0, column: 0 },
    visible: true,
    skipped: [],
    columns: columns.map(([header, cells, format]) => ({
      header,
      cells,
      ...(format !== undefined && { format }),
    })),
  };
}

/** The best guess for one block. */
export function guessOf(one: Block): SourceGuess | undefined {
  return guessSources([one])[0];
}

/** Role → header of its column, of the roles that would be applied. */
export function rolesOf(guess: SourceGuess | undefined): Record<string, string> {
  return Object.fromEntries(
    [...(guess?.roles ?? [])].map(([role, { column }]) => [role, guess?.block.columns[column]?.header ?? ""]),
  );
}

/** Which column plays each role; several where either would do. A role that is not named is played by none. */
export type Truth = Readonly<Partial<Record<Role, string | readonly string[]>>>;

export interface Grade {
  readonly right: readonly Role[];
  readonly open: readonly Role[];
  /** "role = header" */
  readonly wrong: readonly string[];
}

export function grade(guess: SourceGuess, truth: Truth): Grade {
  const given = rolesOf(guess);
  const accepts = (role: Role, header: string) => [truth[role] ?? []].flat().includes(header);
  return {
    right: (Object.keys(truth) as Role[]).filter((role) => role in given && accepts(role, given[role] ?? "")),
    open: (Object.keys(truth) as Role[]).filter((role) => !(role in given)),
    wrong: Object.entries(given)
      .filter(([role, header]) => !accepts(role as Role, header))
      .map(([role, header]) => `${role} = ${header}`),
  };
}
