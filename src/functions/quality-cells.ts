import { kindName } from "../core/kind-names";
import type { Locale } from "../core/messages";
import { dataQuality } from "../core/quality/quality";
import { qualityTable } from "../core/quality/table";
import type { Kind } from "../core/records/roles";
import { refuse, type Refusal } from "../core/result";
import { roleName } from "../core/role-names";
import { normaliseWord } from "../core/text";
import type { HeldData } from "../dataset/mapped-data";
import { errorCell, resultTable, type CellTable } from "./cell-values";

/** The findings in the mapped tables, or in one of them, as a table; rows are told as the sheet numbers them. */
export function qualityCells(
  data: HeldData | Refusal,
  table: string,
  today: number,
  language: Locale,
): CellTable {
  if ("error" in data) return [[errorCell(data, language)]];
  const quality = dataQuality(data.dataset, today);
  const kinds = quality.kinds.map(({ kind }) => kind);
  const wanted = table.trim() === "" ? undefined : kinds.find((kind) => isCalled(kind, table));
  if (table.trim() !== "" && wanted === undefined) {
    const valid = kinds.map((kind) => kindName(kind, language).toLowerCase()).join(", ");
    return [[errorCell(refuse("#VALUE!", "noSuchTable", { table, valid }), language)]];
  }
  const own = <T extends { readonly kind: Kind }>(all: readonly T[]): readonly T[] =>
    wanted === undefined ? all : all.filter(({ kind }) => kind === wanted);
  return resultTable(
    qualityTable(
      { ...quality, findings: own(quality.findings), kinds: own(quality.kinds) },
      language,
      (role, kind) => roleName(kind, role, language),
      (kind, row) => (data.placeOf(kind, row)?.row ?? row) + 1,
    ),
    language,
    true,
  );
}

/** `deal`, `Deals`, `oferte`. */
function isCalled(kind: Kind, table: string): boolean {
  const word = normaliseWord(table);
  return [kind, kindName(kind, "en"), kindName(kind, "ro")].some((name) => normaliseWord(name) === word);
}
