import type { ShownResult, CellPlace, WorkbookError } from "../workbook";
import type { MappingFault } from "../dataset/mapped-data";
import type { Kind, Role } from "../core/records/roles";
import { kindName } from "../reference";
import { roleName } from "../core/role-names";
import type { Draft } from "./draft";
import type { Language, TextKey } from "./texts";

export interface Notice {
  readonly intent: "success" | "info" | "warning" | "error";
  readonly text: string;
}

/** A sentence saying what went wrong and what to do. */
export function problemText(error: WorkbookError, language: Language): string {
  const { problem, details } = error;
  return language.text(problem === "occupied" ? "replaceTitle" : problem, details);
}

/** What is wrong with the mapping as it stands in the workbook, and what to do. */
export function faultText({ fault, details }: MappingFault, language: Language): string {
  const { kind, role, ...others } = details;
  return language.text(FAULTS[fault], {
    ...others,
    ...(kind === undefined ? {} : { kind: kindName(kind as Kind, language.locale) }),
    ...(kind === undefined || role === undefined
      ? {}
      : { role: roleName(kind as Kind, role as Role, language.locale) }),
  });
}

const FAULTS: Readonly<Record<MappingFault["fault"], TextKey>> = {
  newerVersion: "faultNewerVersion",
  damaged: "faultDamaged",
  sourceGone: "faultSourceGone",
  columnGone: "faultColumnGone",
  unreadable: "faultUnreadable",
};

/** What to tell once the formula is in its cell. */
export function resultNotice(
  cell: CellPlace,
  result: ShownResult,
  { formula, spills }: Draft,
  language: Language,
): Notice {
  const values = { cell: cell.address };
  const { placeholders } = formula;
  if (placeholders.length > 0) {
    const names = placeholders.join(", ");
    const text = language.plural("insertedPlaceholders", placeholders.length, { ...values, names });
    return { intent: "warning", text };
  }
  if (result.shows === "nothing") return { intent: "info", text: language.text("insertedPending", values) };
  const shown = { ...values, result: result.text };
  if (result.shows === "error") {
    return { intent: "error", text: language.text(ERRORS[result.text] ?? "resultOther", shown) };
  }
  return { intent: "success", text: language.text(spills ? "insertedTable" : "inserted", shown) };
}

const ERRORS: Readonly<Record<string, TextKey>> = {
  "#DIV/0!": "resultDivide",
  "#VALUE!": "resultValue",
  "#N/A": "resultNotAvailable",
  "#NAME?": "resultName",
  "#SPILL!": "resultSpill",
  "#NUM!": "resultNumber",
};
