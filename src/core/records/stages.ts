import { normaliseWord } from "../text";
import type { Dataset } from "./dataset";
import { rowsReferringTo } from "./derived/links";
import { Outcome } from "./outcome";
import type { Records } from "./records";
import { statusOf } from "./vocabulary";

/** A stage of the stages table that deals pass while they are open. */
export interface Stage {
  readonly name: string;
  readonly key: string;
  /** NaN = not given. */
  readonly probability: number;
}

/** The open stages of the stages table in their order; undefined without the table. */
export function stagesOf(dataset: Dataset, pipeline?: string): readonly Stage[] | undefined {
  const table = dataset.stage;
  if (table?.has("name") !== true) return undefined;
  const names = table.words("name");
  const orders = table.has("order") ? table.numbers("order") : undefined;
  const chances = table.has("probability") ? table.numbers("probability") : undefined;
  const kinds = table.has("kind") ? table.words("kind") : undefined;
  const kindOf = table.classOf("kind", "status");
  const nameOf = dataset.deal?.classOf("stage", "status") ?? statusOf;
  const pipelines = table.has("pipeline") ? table.words("pipeline") : undefined;
  const wanted = pipeline === undefined ? undefined : normaliseWord(pipeline);
  const stages: (Stage & { order: number })[] = [];
  for (let i = 0; i < table.rows; i++) {
    const name = names.words[names.codes[i] ?? 0] ?? "";
    if (table.outcome[i] === Outcome.none || name === "") continue;
    const kind = kinds?.words[kinds.codes[i] ?? 0] ?? "";
    if (isClosed(kind === "" ? nameOf(name) : kindOf(kind))) continue;
    const own = normaliseWord(pipelines?.words[pipelines.codes[i] ?? 0] ?? "");
    if (wanted !== undefined && own !== "" && own !== wanted) continue;
    const key = normaliseWord(name);
    if (stages.some((known) => known.key === key)) continue;
    const order = orders?.[i] ?? NaN;
    stages.push({
      name,
      key,
      probability: chances?.[i] ?? NaN,
      order: order === order ? order : Infinity,
    });
  }
  // a stable sort: without numbers the rows' own order
  return stages.sort((a, b) => (a.order === b.order ? 0 : a.order - b.order));
}

/** A stage such as "Closed Won", in which nothing is open. */
function isClosed(status: string | undefined): boolean {
  return status !== undefined && status !== "open";
}

/** The key of each row's stage; "" where it is blank or a closed one. */
export function stageKeys(deals: Records): (row: number) => string {
  if (!deals.has("stage")) return () => "";
  const { codes, words } = deals.words("stage");
  const ofStage = deals.classOf("stage", "status");
  const keys = words.map((word) => (isClosed(ofStage(word)) ? "" : normaliseWord(word)));
  return (row) => keys[codes[row] ?? 0] ?? "";
}

/** The open stages that a deal is known to have been in: its own, and those of the stage history until a day. */
export function visitedStages(deals: Records, asOf = Infinity): (row: number) => readonly string[] {
  const own = stageKeys(deals);
  const history = deals.linked.stageHistory;
  if (history?.has("dealId") !== true) {
    const alone = new Map<string, readonly string[]>([["", []]]);
    return (row) => {
      const key = own(row);
      const visited = alone.get(key) ?? [key];
      alone.set(key, visited);
      return visited;
    };
  }
  const entries = rowsReferringTo(deals, "id", history, "dealId");
  const stages = stageKeys(history);
  const entered = history.has("enteredDate") ? history.numbers("enteredDate") : undefined;
  const last = Math.floor(asOf) + 1;
  return (row) => {
    const visited = new Set(asOf === Infinity ? [own(row)] : []);
    for (const entry of entries(row)) {
      // An entry without a date was some time before now.
      if (!((entered?.[entry] ?? NaN) >= last)) visited.add(stages(entry));
    }
    visited.delete("");
    return [...visited];
  };
}

/** The key of the stage a deal stood in on a day: the last it had entered by then, without a history its own. */
export function stageOn(deals: Records, asOf = Infinity): (row: number) => string {
  const own = stageKeys(deals);
  const history = deals.linked.stageHistory;
  if (asOf === Infinity || history?.has("dealId") !== true || !history.has("enteredDate")) return own;
  const entries = rowsReferringTo(deals, "id", history, "dealId");
  const stages = stageKeys(history);
  const entered = history.numbers("enteredDate");
  const end = Math.floor(asOf) + 1;
  return (row) => {
    let last = -1;
    for (const entry of entries(row)) {
      const date = entered[entry] ?? NaN;
      if (date < end && (last < 0 || date >= (entered[last] ?? NaN))) last = entry;
    }
    return last < 0 ? own(row) : stages(last);
  };
}

/**
 * Whether it is known where deals were lost: not, where a lost deal stands in a stage such as "Closed Lost" and no
 * history says what was before.
 */
export function stageOfLossKnown(deals: Records, visited: (row: number) => readonly string[]): boolean {
  if (!deals.has("stage")) return deals.linked.stageHistory !== undefined;
  const { codes, words } = deals.words("stage");
  const ofStage = deals.classOf("stage", "status");
  const closed = words.map((word) => isClosed(ofStage(word)));
  for (let i = 0; i < deals.rows; i++) {
    if (deals.outcome[i] === Outcome.lost && closed[codes[i] ?? 0] === true && visited(i).length === 0)
      return false;
  }
  return true;
}

/** The outcome of each deal as it was known on a day. */
export function outcomeAt(deals: Records, asOf = Infinity): (row: number) => number {
  const { outcome } = deals;
  if (asOf === Infinity || !deals.has("closeDate")) return (row) => outcome[row] ?? Outcome.none;
  const closed = deals.numbers("closeDate");
  const end = Math.floor(asOf) + 1;
  return (row) => {
    const now = outcome[row] ?? Outcome.none;
    const decided = now === Outcome.won || now === Outcome.lost;
    return decided && (closed[row] ?? NaN) >= end ? Outcome.open : now;
  };
}
