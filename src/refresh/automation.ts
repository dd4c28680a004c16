import type { HeldData, MappedData } from "../dataset/mapped-data";
import type { RefreshOutcome } from "./reports";

/** How long the mapped tables have to be quiet before the reports follow, in milliseconds. A test shortens it. */
export const automationPause = { milliseconds: 3000 };

/** Refreshes the reports after the mapped data has changed, for as long as the person wants that and it works. */
export class Automation {
  private unsubscribe: (() => void) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private seen: HeldData | undefined;
  /** After a failure a person looks first: otherwise what fails would be tried again and again. */
  private isPaused = false;

  constructor(
    private readonly data: MappedData,
    private readonly refresh: () => Promise<RefreshOutcome>,
  ) {}

  follow(wanted: boolean): void {
    if (wanted === (this.unsubscribe !== undefined)) return;
    if (wanted) {
      this.seen = this.held();
      this.unsubscribe = this.data.subscribe(() => this.changed());
    } else {
      clearTimeout(this.timer);
      this.unsubscribe?.();
      this.unsubscribe = undefined;
    }
  }

  /** The reports stand as the data was `of` them, or could not be brought there; what changed since is for the next ones. */
  refreshed(isDone: boolean, of = this.held()): void {
    clearTimeout(this.timer);
    this.isPaused = !isDone;
    this.seen = of;
    if (this.unsubscribe !== undefined) this.changed();
  }

  private changed(): void {
    const held = this.held();
    if (held === undefined || held === this.seen) return;
    const isFirst = this.seen === undefined;
    this.seen = held;
    // The first reading tells what there is, not that it has changed.
    if (isFirst || this.isPaused) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), automationPause.milliseconds);
  }

  private held(): HeldData | undefined {
    const { state } = this.data;
    return state.status === "ready" ? state.data : undefined;
  }
}
