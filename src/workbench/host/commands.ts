import type { Session } from "./session";

/** Ribbon buttons that run a function of the add-in. */
export class Commands {
  private readonly running = new Map<string, () => void>();
  private readonly held: (() => void)[] = [];
  private ready = false;
  private nextId = 1;

  constructor(private readonly session: () => Session | undefined) {}

  /** Resolves when the function calls `event.completed()`. A button pressed before the add-in is ready waits for it. */
  invoke(functionName: string, buttonId: string): Promise<void> {
    return new Promise((resolve) => {
      const id = `command-${this.nextId++}`;
      this.running.set(id, resolve);
      const send = () =>
        this.session()?.channel.event("appCommandInvoked", {
          0: id,
          1: functionName,
          2: JSON.stringify({ source: { id: buttonId } }),
        });
      if (this.ready) send();
      else this.held.push(send);
    });
  }

  listening(event: string): void {
    if (event !== "appCommandInvoked") return;
    this.ready = true;
    for (const send of this.held.splice(0)) send();
  }

  completed(id: string): void {
    this.running.get(id)?.();
    this.running.delete(id);
  }
}
