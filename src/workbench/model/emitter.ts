/** A typed list of listeners. A listener that throws does not keep the others from hearing. */
export class Emitter<Events> {
  private readonly listeners = new Map<keyof Events, Set<(event: never) => void>>();

  on<E extends keyof Events>(name: E, listener: (event: Events[E]) => void): () => void {
    let all = this.listeners.get(name);
    if (!all) this.listeners.set(name, (all = new Set()));
    all.add(listener as (event: never) => void);
    return () => all.delete(listener as (event: never) => void);
  }

  emit<E extends keyof Events>(name: E, event: Events[E]): void {
    for (const listener of [...(this.listeners.get(name) ?? [])]) {
      try {
        (listener as (event: Events[E]) => void)(event);
      } catch (error) {
        console.error(`A listener of ${String(name)} failed:`, error);
      }
    }
  }
}
