/** Milliseconds of several runs. */
export interface Times {
  readonly min: number;
  readonly median: number;
}

/** A thing to time; what `run` answers is dropped, but for a time of its own, where something was prepared on the way. */
export interface Timed {
  readonly name: string;
  run(): unknown;
}

/** What a run took by its own clock. */
export class OwnTime {
  constructor(readonly milliseconds: number) {}
}

/**
 * Times candidates in turns, so that whatever else the machine does meets all of them; there and back again, so that
 * none always runs after the one that leaves the most garbage. All are warmed up first.
 * `cleared`: what earlier runs left behind is collected before each run, not during it.
 */
export async function race(
  candidates: readonly Timed[],
  { rounds, warmUp, cleared = false }: { rounds: number; warmUp: number; cleared?: boolean },
): Promise<Map<string, Times>> {
  const taken = new Map<string, number[]>(candidates.map(({ name }) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const { name, run } of round % 2 === 0 ? candidates : [...candidates].reverse()) {
      if (cleared) globalThis.gc?.();
      const start = performance.now();
      const own: unknown = await run();
      const time = own instanceof OwnTime ? own.milliseconds : performance.now() - start;
      if (round >= 0) taken.get(name)?.push(time);
    }
  }
  return new Map([...taken].map(([name, times]) => [name, summary(times)]));
}

export function summary(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b);
  return { min: sorted[0] ?? NaN, median: sorted[Math.floor(sorted.length / 2)] ?? NaN };
}
