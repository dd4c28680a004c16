import type { HostObject } from "./declare";
import { PendingFormats } from "./pendingFormats";
import { PendingWrite } from "./pendingWrite";

/** How a runtime connected to the workbook is reached: a frame's messages, or a native bridge. */
export interface Channel {
  /** Delivers an event of the frame protocol (`richApiMessage`, `documentSelectionChanged`, `appCommandInvoked` …). */
  event(name: string, data: unknown): void;
}

/** A connected add-in: the ranges it tracks and the events it asked for. Lives until the runtime is reloaded. */
export class Session {
  private readonly references = new Map<string, HostObject>();
  private readonly registered = new Map<string, number>();
  private nextReference = 1;
  /** Something was written since formulas last settled. */
  written = false;
  enableEvents = true;
  customFunctionsReady = false;
  readonly writes = new PendingWrite();
  readonly formats = new PendingFormats();

  constructor(readonly channel: Channel) {}

  keep(object: HostObject): void {
    if (object.referenceId !== undefined) return;
    object.referenceId = `r${this.nextReference++}`;
    this.references.set(object.referenceId, object);
  }

  release(referenceId: string): void {
    this.references.delete(referenceId);
  }

  releaseAll(): void {
    this.references.clear();
  }

  referenced(referenceId: string): HostObject | undefined {
    return this.references.get(referenceId);
  }

  tracked(): Iterable<HostObject> {
    return this.references.values();
  }

  get referenceCount(): number {
    return this.references.size;
  }

  /** Registrations are counted: two handlers of one event register once, but two proxies register twice. */
  register(type: number, target: string): void {
    const key = `${type} ${target}`;
    this.registered.set(key, (this.registered.get(key) ?? 0) + 1);
  }

  unregister(type: number, target: string): void {
    const key = `${type} ${target}`;
    const left = (this.registered.get(key) ?? 0) - 1;
    if (left > 0) this.registered.set(key, left);
    else this.registered.delete(key);
  }

  listens(type: number, target: string): boolean {
    return this.enableEvents && this.registered.has(`${type} ${target}`);
  }

  /** An event of the rich API, as `[category, type, target, message]`. */
  message(category: number, type: number, target: string, message: unknown): void {
    this.channel.event("richApiMessage", {
      ArrayData: [[category, type, target, JSON.stringify(message), 0]],
    });
  }
}

/** The category of events of the object model. */
export const EVENT = 65536;
