import type { LocatedSource } from "../mapping/keep/locate";
import { watchData, type DataChange } from "../workbook";

/** A burst of edits is over when nothing was edited for so many milliseconds. */
const QUIET = 300;
/** Somebody who types on and on still sees the numbers follow. */
const LONGEST = 3000;

/** Which sources have to be read anew. */
export type IsStale = (source: LocatedSource) => boolean;

/** Collects what changed in the workbook, and calls back once for a burst of edits. */
export class Staleness {
  private stale: IsStale[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private since: number | undefined;
  private watching: Promise<unknown> | undefined;

  constructor(
    /** What is held at present; undefined where that is not settled and any change may matter. */
    private readonly held: () => readonly LocatedSource[] | undefined,
    private readonly settled: () => void,
  ) {}

  /** Something was edited since the last reading, and the burst is over. */
  get isEdited(): boolean {
    return this.timer === undefined && this.stale.length > 0;
  }

  /** Everything is stale, at once. */
  all(): void {
    this.endBurst();
    this.stale.push(() => true);
  }

  /** What has become stale since it was last asked; undefined when nothing has, or while a burst of edits goes on. */
  take(): IsStale | undefined {
    const { stale } = this;
    if (this.timer !== undefined || stale.length === 0) return undefined;
    this.stale = [];
    return (source) => stale.some((is) => is(source));
  }

  /** Puts back what could not be read, without trying again by itself. */
  keep(stale: IsStale): void {
    this.stale.unshift(stale);
  }

  /** Begins to listen to edits; tried again with the next reading where it fails. */
  async watch(): Promise<void> {
    this.watching ??= watchData((change) => this.note(change));
    try {
      await this.watching;
    } catch (error) {
      this.watching = undefined;
      throw error;
    }
  }

  /** The connection was lost, and the listeners with it. */
  forgetListeners(): void {
    this.watching = undefined;
  }

  private note(change: DataChange): void {
    const isStale: IsStale = (source) => touches(change, source);
    if (this.held()?.some(isStale) === false) return;
    this.stale.push(isStale);
    const now = Date.now();
    this.since ??= now;
    clearTimeout(this.timer);
    const pause = Math.max(0, Math.min(QUIET, this.since + LONGEST - now));
    this.timer = setTimeout(() => {
      this.endBurst();
      this.settled();
    }, pause);
  }

  /** Does not wait for further edits. */
  endBurst(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.since = undefined;
  }
}

/** Whether a change may have changed a source's records; a range grows downwards, a table with its last row. */
function touches({ sheetId, areas }: DataChange, { source: { place }, row }: LocatedSource): boolean {
  if (sheetId === undefined) return true;
  if (sheetId !== place.sheetId) return false;
  if (areas === undefined) return true;
  return areas.some(
    (area) =>
      area.lastRow >= row - 1 &&
      area.lastColumn >= place.column &&
      area.column < place.column + place.columns,
  );
}
