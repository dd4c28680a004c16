import type { Cells } from "../../src/core/records/cells";
import { linkRecords } from "../../src/core/records/dataset";
import { readRecords } from "../../src/core/records/read-records";
import type { Kind, Role } from "../../src/core/records/roles";
import type { DataState, HeldData, MappedData } from "../../src/dataset/mapped-data";
import { defaultSettings, noMapping, type MappingSettings } from "../../src/mapping/mapping";
import { sharedOnPage } from "../../src/reference/shared-page";

type Tables = Readonly<Partial<Record<Kind, Readonly<Partial<Record<Role, Cells>>>>>>;

/** Tables of cells as they are held once mapped. */
export function held(tables: Tables, settings: Partial<MappingSettings> = {}): HeldData {
  const records = (Object.entries(tables) as [Kind, Tables[Kind]][]).map(([kind, cells = {}]) =>
    readRecords(kind, cells, { duplicates: "keep" }),
  );
  return {
    dataset: linkRecords(records),
    mapping: { ...noMapping, settings: { ...defaultSettings, ...settings } },
    readAt: 46_000,
    counts: {},
    placeOf: () => undefined,
  };
}

/** The mapped data of a page without a workbook: what is read, and when, is the test's to say. */
export class TablesInMemory implements MappedData {
  state: DataState = { status: "loading" };
  readonly mapping = undefined;
  readonly former = undefined;
  readonly questions = [];
  readonly listeners = new Set<() => void>();

  become(state: DataState): void {
    this.state = state;
    for (const listener of [...this.listeners]) listener();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  saveMapping = (): Promise<void> => Promise.resolve();
  undo = (): Promise<void> => Promise.resolve();
  refresh = (): Promise<void> => Promise.resolve();
  bringUpToDate = (): Promise<void> => Promise.resolve();
  cancel(): void {}
}

/** As the pane's script does at its start. */
export function publishMapped(data: MappedData): void {
  sharedOnPage<MappedData>("salesMetricsData").publish(data);
}
