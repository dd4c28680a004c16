interface Shared<T> {
  readonly promise: Promise<T>;
  publish(value: T): void;
}

/**
 * What one script gives another on their common page, under a name there; whoever comes first makes the promise. A fifth
 * of the functions' script would be texts and remarks that few functions show: it leaves them to the pane's.
 */
export function sharedOnPage<T>(name: string): Shared<T> {
  const page = globalThis as unknown as Record<string, Shared<T> | undefined>;
  return (page[name] ??= make());
}

function make<T>(): Shared<T> {
  let publish: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    publish = resolve;
  });
  return { promise, publish };
}
