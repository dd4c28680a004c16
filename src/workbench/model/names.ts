import { IDefinedNamesService } from "@univerjs/engine-formula";
import type { Engine } from "./engine";
import { newId } from "./engine";
import { checkDefinedName } from "./rules";
import { ModelError } from "./types";
import type { DefinedName } from "./types";

interface StoredName {
  id: string;
  name: string;
  formulaOrRefString: string;
  comment?: string;
  localSheetId?: string;
  hidden?: boolean;
}

const WHOLE_WORKBOOK = "AllDefaultWorkbook";

/** The names of a workbook, kept in Univer's own list so that formulas and its name box know them. */
export class Names {
  constructor(private readonly engine: Engine) {}

  all(): readonly DefinedName[] {
    return this.stored().map((stored) => new View(this.engine, stored.id));
  }

  find(name: string, sheetId?: string): DefinedName | undefined {
    const found = this.stored().find(
      (stored) => stored.name.toLowerCase() === name.toLowerCase() && scope(stored) === sheetId,
    );
    return found && new View(this.engine, found.id);
  }

  add(
    name: string,
    formula: string,
    sheetId: string | undefined,
    tables: readonly { name: string }[],
  ): DefinedName {
    checkDefinedName(name);
    if (this.find(name, sheetId) || tables.some((table) => table.name.toLowerCase() === name.toLowerCase()))
      throw new ModelError(
        "ItemAlreadyExists",
        "A resource with the same name or identifier already exists.",
      );
    const stored: StoredName = {
      id: newId("name-"),
      name,
      formulaOrRefString: toStored(formula),
      comment: "",
      localSheetId: sheetId ?? WHOLE_WORKBOOK,
      hidden: false,
    };
    this.engine.run("formula.mutation.set-defined-name", stored);
    return new View(this.engine, stored.id);
  }

  private stored(): StoredName[] {
    const map = this.engine.injector.get(IDefinedNamesService).getDefinedNameMap(this.engine.unitId) ?? {};
    return Object.values(map as Record<string, StoredName>);
  }
}

class View implements DefinedName {
  constructor(
    private readonly engine: Engine,
    private readonly id: string,
  ) {}

  get name(): string {
    return this.stored.name;
  }
  get sheetId(): string | undefined {
    return scope(this.stored);
  }
  get formula(): string {
    const text = this.stored.formulaOrRefString;
    return text.startsWith("=") ? text : `=${text}`;
  }
  set formula(formula: string) {
    this.change({ formulaOrRefString: toStored(formula) });
  }
  get visible(): boolean {
    return !this.stored.hidden;
  }
  set visible(visible: boolean) {
    this.change({ hidden: !visible });
  }
  get comment(): string {
    return this.stored.comment ?? "";
  }
  set comment(comment: string) {
    this.change({ comment });
  }
  delete(): void {
    this.engine.run("formula.mutation.remove-defined-name", this.stored);
  }

  private get stored(): StoredName {
    const stored = this.engine.injector.get(IDefinedNamesService).getValueById(this.engine.unitId, this.id);
    if (!stored) throw new ModelError("ItemNotFound", "The requested resource doesn't exist.");
    return stored as StoredName;
  }

  private change(part: Partial<StoredName>): void {
    this.engine.run("formula.mutation.set-defined-name", { ...this.stored, ...part });
  }
}

function scope(stored: StoredName): string | undefined {
  return stored.localSheetId && stored.localSheetId !== WHOLE_WORKBOOK ? stored.localSheetId : undefined;
}

/** Univer keeps references bare and formulas with their "=". */
function toStored(formula: string): string {
  const body = formula.replace(/^=/, "").trim();
  if (body === "")
    throw new ModelError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
  return /^('[^']+(?:''[^']*)*'|[\p{L}_][\p{L}\p{N}_.]*)!\$?[A-Z]{0,3}\$?\d*(:\$?[A-Z]{0,3}\$?\d*)?$/iu.test(
    body,
  )
    ? body
    : `=${body}`;
}
