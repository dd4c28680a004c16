/** Property tests draw the same cases every time; `SEED=random` (or a number) explores others. */
export function runs(numRuns: number): { numRuns: number; seed?: number } {
  const { SEED } = process.env;
  if (SEED === "random") return { numRuns };
  return { numRuns, seed: SEED === undefined ? 20261123 : Number(SEED) };
}
