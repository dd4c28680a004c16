import { compileCondition } from "../evaluate/conditions";
import { oneOf, type Condition } from "../evaluate/expression";
import type { Records } from "../records/records";
import { stop } from "../result";
import { may } from "./metric";
import type { TextOption } from "./options";

/** Stages belong to a pipeline: metrics of stages look at one. */
export const pipelineInputs = [may("pipeline"), may("pipeline", "stage")] as const;
export const pipelineOption = { option: "text", form: "Sales" } as const satisfies TextOption;

/**
 * The pipeline that is looked at: the one chosen, or the only one there is; several without a choice are refused.
 * `asked` tells whether a row is one that the metric looks at.
 */
export function onePipeline(
  records: Records,
  chosen: string | undefined,
  asked: (row: number) => boolean,
): string | undefined {
  if (chosen !== undefined || !records.has("pipeline")) return chosen;
  const { codes, words } = records.words("pipeline");
  const found = new Set<string>();
  for (let i = 0; i < records.rows; i++) {
    const word = words[codes[i] ?? 0] ?? "";
    if (word !== "" && asked(i)) found.add(word);
  }
  const names = [...found].sort();
  const [first = "", second] = names;
  if (second !== undefined) stop("severalPipelines", { pipelines: names.join(", "), first });
  return names[0];
}

export const inPipeline = (name: string | undefined): readonly Condition[] =>
  name === undefined ? [] : [oneOf("pipeline", name)];

/** Which rows meet all of the conditions. */
export function rowsMeeting(records: Records, conditions: readonly Condition[]): (row: number) => boolean {
  const { outcomes, mask } = compileCondition({ is: "all", of: conditions }, records);
  return (row) => ((outcomes >> (records.outcome[row] ?? 0)) & 1) === 1 && mask?.[row] !== 0;
}
