import { refuse } from "../core/result";
import { sharedOnPage } from "../reference/shared-page";
import { errorCell } from "./cell-values";
import { locale } from "./environment";
import { inTime } from "./in-time";
import type * as Mapped from "./mapped-functions";
import type { Argument } from "./read-arguments";

/**
 * In place of `mapped-functions.ts` in the functions' script (webpack.config.js): the pane's script holds the mapped
 * tables and answers. A cell is told when that script does not come, and answered all the same when it comes late.
 */
export function streamKpi(args: readonly Argument[], invocation: Mapped.StreamingInvocation): void {
  stream("streamKpi", args, invocation, (error) => error);
}

export function streamKpiTable(args: readonly Argument[], invocation: Mapped.StreamingInvocation): void {
  stream("streamKpiTable", args, invocation, (error) => [[error]]);
}

export function streamDataQuality(args: readonly Argument[], invocation: Mapped.StreamingInvocation): void {
  stream("streamDataQuality", args, invocation, (error) => [[error]]);
}

function stream(
  name: "streamKpi" | "streamKpiTable" | "streamDataQuality",
  args: readonly Argument[],
  invocation: Mapped.StreamingInvocation,
  shown: (error: CustomFunctions.Error) => unknown,
): void {
  const { promise } = sharedOnPage<typeof Mapped>("salesMetricsMapped");
  let stopped = false;
  invocation.onCanceled = () => {
    stopped = true;
  };
  void promise.then((mapped) => {
    if (!stopped) mapped[name](args, invocation);
  });
  void inTime(promise).then((mapped) => {
    if (!stopped && mapped === undefined)
      invocation.setResult(shown(errorCell(refuse("#N/A", "wordsMissing"), locale())));
  });
}
