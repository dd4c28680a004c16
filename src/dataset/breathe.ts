import type { Steps } from "../core/steps";

/** Longest stretch of work between two breaths, in milliseconds: a click is answered within 100. */
const STRETCH = 40;

/** Runs steps to their end, letting the page answer clicks and draw in between; stops where the signal says so. */
export async function breathing<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < STRETCH) continue;
    await breath();
    signal?.throwIfAborted();
    since = performance.now();
  }
}

/** Through a message, not a timer: browsers hold back the timers of a page that is not shown, and the pane may be closed. */
export function breath(): Promise<void> {
  if (typeof MessageChannel === "undefined") return new Promise((done) => setTimeout(done));
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(undefined);
  });
}
