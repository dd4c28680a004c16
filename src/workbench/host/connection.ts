import type { Batch, BatchAnswer } from "./batch";
import { runBatch } from "./batch";
import type { Context } from "./declare";
import type { Faults } from "./faults";

/** Excel on the web refuses requests and answers above 5 MB. */
export const WEB_LIMIT = 5 * 1024 * 1024;
export const REQUEST_TOO_LARGE = 5103;
export const RESPONSE_TOO_LARGE = 5104;

export type Answer = { ok: false; error: number } | { ok: true; body: string };

/** Runs the batches of one runtime, one after the other, under Excel's limits. */
export class BatchQueue {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly context: Context,
    private readonly faults: Faults,
    private readonly limit: number,
    private readonly onUnknown: (member: string) => void,
  ) {}

  run(body: string, flags: number): Promise<Answer> {
    const answer = this.last.then(() => this.answer(body, flags));
    this.last = answer;
    return answer;
  }

  private async answer(body: string, flags: number): Promise<Answer> {
    if (body.length > this.limit) return { ok: false, error: REQUEST_TOO_LARGE };
    const batch = JSON.parse(body) as Batch;
    const members = [
      ...batch.Actions.map((action) => action.Name),
      ...Object.values(batch.ObjectPaths).map((path) => path.Name),
    ].filter((name) => name !== "");
    const error = this.faults.ofConnection({ kind: "batch", members, flags });
    if (error !== undefined) return { ok: false, error };
    const result: BatchAnswer = await runBatch(batch, this.context, this.faults.ofActions(flags));
    if (result.Error?.Code === "NotImplemented") this.onUnknown(result.Error.Location);
    const text = JSON.stringify(result);
    return text.length > this.limit ? { ok: false, error: RESPONSE_TOO_LARGE } : { ok: true, body: text };
  }
}
