import type { Deals } from "../deals";
import type { Grid } from "../grid";
import type { Times } from "../timing";

export async function libreOffice(
  _d: Deals,
  _o: readonly string[],
  _c: string,
): Promise<{ grid: Grid; times: Times } | undefined> {
  return undefined;
}
