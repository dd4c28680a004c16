import { periodsBetween, type Period } from "../../src/core/time/periods";
import { serialOf } from "../../src/core/time/serial";
import { YEAR } from "./deals";

/** The twelve months asked about. */
export function monthsOf(): readonly Period[] {
  return periodsBetween(serialOf(YEAR, 1, 1), serialOf(YEAR, 12, 31), "month");
}
