import { newSheetData, newSheetId } from "./engine";
import { SheetFeatures, type FeatureKind } from "./features";
import { checkSheetName } from "./rules";
import { UniverSheet } from "./sheet";
import type { SheetOwner } from "./sheet";
import type { Move } from "./shift";
import type { Sheet } from "./types";

/** The sheets of a workbook in their order: one view, and one set of features, for each. */
export class SheetList {
  private readonly views = new Map<string, UniverSheet>();
  private readonly featuresOf = new Map<string, SheetFeatures>();
  /** While a sheet is added: Univer brings it to the front, and it goes back at once. */
  adding = false;

  constructor(
    private readonly owner: SheetOwner,
    private readonly featuresChanged: (sheet: Sheet, what: FeatureKind) => void,
  ) {}

  all(): readonly Sheet[] {
    return this.owner.engine.workbook.getSheetOrders().map((id) => this.view(id));
  }

  find(idOrName: string): Sheet | undefined {
    if (this.owner.engine.worksheet(idOrName)) return this.view(idOrName);
    const wanted = idOrName.toLowerCase();
    return this.all().find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  active(): Sheet {
    return this.view(this.owner.engine.workbook.ensureActiveSheet().getSheetId());
  }

  add(name?: string): Sheet {
    const all = this.all();
    let newName = name;
    for (let n = all.length + 1; newName === undefined; n++)
      if (!this.find(`Sheet${n}`)) newName = `Sheet${n}`;
    checkSheetName(newName, all);
    const id = newSheetId();
    const active = this.active();
    this.adding = true;
    this.owner.engine.run("sheet.mutation.insert-sheet", {
      index: all.length,
      sheet: newSheetData(id, newName),
    });
    if (this.active().id !== active.id) active.activate();
    this.adding = false;
    return this.view(id);
  }

  forget(id: string): void {
    this.views.delete(id);
    this.featuresOf.delete(id);
  }

  withSheet(id: string, act: (sheet: Sheet) => void): void {
    const sheet = this.owner.engine.worksheet(id) && this.view(id);
    if (sheet) act(sheet);
  }

  features(sheetId: string): SheetFeatures {
    let features = this.featuresOf.get(sheetId);
    if (!features) {
      const changed = (what: FeatureKind) =>
        this.withSheet(sheetId, (sheet) => this.featuresChanged(sheet, what));
      this.featuresOf.set(sheetId, (features = new SheetFeatures(sheetId, changed)));
    }
    return features;
  }

  featuresFollow(move: Move): void {
    for (const features of this.featuresOf.values()) features.move(move);
  }

  private view(id: string): UniverSheet {
    let view = this.views.get(id);
    if (!view) this.views.set(id, (view = new UniverSheet(this.owner, id)));
    return view;
  }
}
