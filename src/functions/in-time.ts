const LONGEST_WAIT = 10_000;

/** What the pane's script gives; undefined where it does not come: a page without the pane never has it. */
export async function inTime<T>(published: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, LONGEST_WAIT, undefined);
  });
  try {
    return await Promise.race([published, late]);
  } finally {
    clearTimeout(timer);
  }
}
