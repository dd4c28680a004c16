import type { Grid } from "./grid";

/** Something that answers the question; `run` is what is timed, everything before it is preparation. */
export interface Candidate {
  readonly name: string;
  run(): Grid | Promise<Grid>;
  close?(): void;
}
