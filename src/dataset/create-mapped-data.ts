import type { Kind } from "../core/records/roles";
import {
  chooseKept,
  MAPPING_NAMESPACE,
  mappingFromXml,
  mappingToXml,
  sameMapping,
  type Kept,
} from "../mapping/keep/kept-text";
import type { LocatedSource, RepairQuestion } from "../mapping/keep/locate";
import { noMapping, type Mapping } from "../mapping/mapping";
import { officeHost, readParts, toWorkbookError, WorkbookError, writePart } from "../workbook";
import { localNow } from "./clock";
import { holdData, type KindReading } from "./held-data";
import type { DataState, HeldData, MappedData, MappingFault } from "./mapped-data";
import { readMapped } from "./read-mapped";
import { Staleness } from "./staleness";

/** The mapped data of the workbook that this page belongs to. Nothing is read before somebody subscribes or asks. */
export function createMappedData(): MappedData {
  return new Service();
}

class Service implements MappedData {
  state: DataState = { status: "loading" };
  mapping: Mapping | undefined;
  questions: readonly RepairQuestion[] = [];
  former: Mapping | undefined;

  private readonly listeners = new Set<() => void>();
  private readonly staleness = new Staleness(
    () => (this.working === undefined && this.kinds.size > 0 ? this.located() : undefined),
    // What nobody looks at need not be read; whoever looks next reads it.
    () => void (this.listeners.size > 0 && this.work()),
  );
  /** As it stands in the workbook, with the names of when it was saved; undefined until it has been loaded. */
  private kept: Kept | "none" | undefined;
  /** Counts the wishes for everything anew, so that one that comes during a reading is not lost. */
  private wishes = 0;
  private kinds: ReadonlyMap<Kind, KindReading> = new Map();
  private data: HeldData | undefined;
  private working: Promise<void> | undefined;
  private saving: Promise<void> = Promise.resolve();
  private stopReading = new AbortController();

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    if (this.wishes === 0) void this.refresh();
    else if (this.staleness.isEdited) void this.work();
    return () => this.listeners.delete(listener);
  }

  bringUpToDate(): Promise<void> {
    if (this.wishes === 0) return this.refresh();
    this.staleness.endBurst();
    return this.work();
  }

  refresh(): Promise<void> {
    this.wishes++;
    this.kept = undefined;
    this.staleness.all();
    return this.work();
  }

  cancel(): void {
    this.stopReading.abort();
  }

  saveMapping(mapping: Mapping, options: { readonly replaceUnreadable?: boolean } = {}): Promise<void> {
    const saved = this.saving.then(() => this.save(mapping, options));
    this.saving = saved.catch(() => undefined);
    return saved;
  }

  async undo(): Promise<void> {
    if (this.former) await this.saveMapping(this.former);
  }

  private async save(mapping: Mapping, { replaceUnreadable = false }): Promise<void> {
    const xml = mappingToXml(mapping);
    const isSame = (text: string): boolean => {
      const back = mappingFromXml(text);
      return back.is === "mapping" && sameMapping(back.mapping, mapping);
    };
    if (!isSame(xml)) throw new WorkbookError("notKept");
    const before = await loadKept();
    if (before !== "none" && before.is !== "mapping" && !replaceUnreadable)
      throw new WorkbookError("keptUnreadable", { why: before.is });
    this.former = before !== "none" && before.is === "mapping" ? before.mapping : noMapping;
    await writePart(MAPPING_NAMESPACE, xml, isSame);
    if (this.takesSettings(mapping)) return;
    this.cancel();
    await this.refresh();
  }

  /** Settings alone are no reason to read the tables again, but for the holidays, which stand among the records. */
  private takesSettings(mapping: Mapping): boolean {
    const { data, mapping: now, state } = this;
    if (data === undefined || now === undefined || state.status !== "ready" || this.working) return false;
    const sameSources = sameMapping({ ...mapping, settings: now.settings }, now);
    if (!sameSources || !sameDays(mapping.settings.holidays, now.settings.holidays)) return false;
    this.kept = { is: "mapping", mapping };
    this.mapping = mapping;
    this.data = { ...data, mapping };
    this.tell({ status: "ready", data: this.data });
    return true;
  }

  /** One reading after the other, until nothing is stale. */
  private work(): Promise<void> {
    this.working ??= this.readWhileStale().finally(() => {
      this.working = undefined;
    });
    return this.working;
  }

  private async readWhileStale(): Promise<void> {
    for (let stale = this.staleness.take(); stale !== undefined; stale = this.staleness.take()) {
      const wishes = this.wishes;
      this.stopReading = new AbortController();
      try {
        await this.readOnce(stale);
      } catch (thrown) {
        // What was stale still is: the next attempt has to read it.
        this.staleness.keep(stale);
        if (wishes !== this.wishes) continue;
        const error = toWorkbookError(thrown);
        if (error.problem === "connectionLost") this.staleness.forgetListeners();
        return this.fail(error);
      }
    }
  }

  private async readOnce(isStale: (source: LocatedSource) => boolean): Promise<void> {
    const { signal } = this.stopReading;
    this.tell({ status: "reading", share: 0, ...this.formerData() });
    if (!(await officeHost()).excel) throw new WorkbookError("outsideExcel");
    const kept = this.kept ?? (await loadKept());
    signal.throwIfAborted();
    this.kept = kept;
    if (kept !== "none" && kept.is !== "mapping") return this.refuse(faultOf(kept));

    const mapping = kept === "none" ? noMapping : kept.mapping;
    // Known before the tables are read: who saves settings meanwhile saves them with the mapping, not in its place.
    this.mapping ??= mapping;
    await this.staleness.watch();
    if (mapping.sources.length === 0) {
      this.mapping = this.sameAsBefore(mapping);
      this.hold(new Map(), undefined);
      return this.tell({ status: "unmapped" });
    }
    const read = () =>
      readMapped(mapping, this.kinds, isStale, {
        signal,
        onProgress: (share) => this.tell({ status: "reading", share, ...this.formerData() }),
      });
    // What went between being found and being read is looked for once more; then there is a question, and no error.
    const reading = await read().catch((error: unknown) => {
      if (toWorkbookError(error).problem === "itemGone") return read();
      throw error;
    });
    this.mapping = this.sameAsBefore(reading.mapping);
    if (reading.is === "asks") return this.refuse(faultOfQuestion(reading.questions), reading.questions);
    this.questions = [];
    const data = holdData(reading.kinds, this.mapping, localNow());
    this.hold(reading.kinds, data);
    this.tell({ status: "ready", data });
  }

  /** A view that follows the mapping draws itself anew only when it says something else. */
  private sameAsBefore(mapping: Mapping): Mapping {
    return this.mapping && sameMapping(this.mapping, mapping) ? this.mapping : mapping;
  }

  private hold(kinds: ReadonlyMap<Kind, KindReading>, data: HeldData | undefined): void {
    this.kinds = kinds;
    this.data = data;
    this.questions = [];
  }

  /** The mapping cannot be used as it stands: the former data stays, and is read anew once the mapping is mended. */
  private refuse(error: MappingFault, questions: readonly RepairQuestion[] = []): void {
    if (questions.length === 0) this.mapping = undefined;
    this.questions = questions;
    this.kinds = new Map();
    this.fail(error);
  }

  private fail(error: WorkbookError | MappingFault): void {
    this.tell({ status: "failed", error, ...this.formerData() });
  }

  private located(): LocatedSource[] {
    return [...this.kinds.values()].flatMap(({ sources }) => sources.map(({ located }) => located));
  }

  private formerData(): { former?: HeldData } {
    return this.data ? { former: this.data } : {};
  }

  private tell(state: DataState): void {
    this.state = state;
    for (const listener of [...this.listeners]) listener();
  }
}

function sameDays(one: readonly number[] = [], other: readonly number[] = []): boolean {
  return one.length === other.length && one.every((day, at) => day === other[at]);
}

async function loadKept(): Promise<Kept | "none"> {
  return chooseKept(await readParts(MAPPING_NAMESPACE)) ?? "none";
}

function faultOf(kept: Exclude<Kept, { is: "mapping" }>): MappingFault {
  return kept.is === "newerVersion"
    ? { fault: "newerVersion", details: { version: String(kept.version) } }
    : { fault: "damaged", details: { where: kept.where } };
}

function faultOfQuestion([question]: readonly RepairQuestion[]): MappingFault {
  if (question === undefined) return { fault: "unreadable", details: {} };
  const { is: fault, kind, name } = question;
  if (question.is === "sourceGone") return { fault, details: { kind, name } };
  return { fault, details: { kind, name, role: question.role, header: question.header } };
}
