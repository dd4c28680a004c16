import { wordGroups } from "../evaluate/groups";
import { hasKey } from "../records/keys";
import type { Dataset } from "../records/dataset";
import type { Kind, Role } from "../records/roles";
import { isRefusal, refuse, stop, type Refusal, type Result } from "../result";
import { periodsBetween, type Grain } from "../time/periods";
import { dayOfObservation, guarded, type DeskContext } from "./ask-context";
import {
  atOnce,
  evaluated,
  needsDay,
  questionOf,
  refused,
  unevenRole,
  type PreparedAsk,
  type Steps,
} from "./ask-evaluate";
import { groupWithin, subsetPassing } from "./ask-groups";
import { dateExtent } from "./date-extent";
import { inOrder } from "./group-order";
import { measureAll } from "./measure-all";

/** The rows of a table, and what each column has in them. */
export interface Rows {
  readonly labels: readonly string[];
  /** As many as labels, or why there are none. */
  of(column: PreparedAsk): readonly Result[] | Refusal;
}

/** One row for all records. */
export function* oneRow({ today }: DeskContext, columns: readonly PreparedAsk[]): Steps<Rows> {
  const answers = yield* evaluated(columns, today);
  const results = new Map(answers.map(({ result }, at) => [columns[at], result]));
  return {
    labels: [""],
    of(column) {
      const result = results.get(column) ?? refused(nothing);
      return isRefusal(result.value) ? result.value : [result];
    },
  };
}

/** A row for each period in which the columns have dates; the last one may not be over yet. */
export function* byPeriod(context: DeskContext, columns: readonly PreparedAsk[], grain: Grain): Steps<Rows> {
  const { today, calendar } = context;
  let first = Infinity;
  let last = -Infinity;
  const failures = new Map<PreparedAsk, Refusal>();
  for (const column of columns) {
    const { asked, read, filters, period } = column;
    const question = { ...questionOf(column), ...(period === undefined ? {} : { period }) };
    const extent = guarded(() => {
      if (!asked.metric.period) stop("notGroupable", { metric: asked.metric.id });
      return dateExtent(subsetPassing(read.dataset, filters), question);
    });
    yield;
    if (extent === undefined) continue;
    if (isRefusal(extent)) failures.set(column, extent);
    else {
      first = Math.min(first, Math.max(extent.first, period?.start ?? -Infinity));
      last = Math.max(last, Math.min(extent.last, (period?.end ?? Infinity) - 1, asked.asOf ?? Infinity));
    }
  }
  const periods = first > last ? [] : periodsBetween(first, last, grain, calendar);
  const asks = columns
    .filter((column) => !failures.has(column))
    .flatMap((column) =>
      periods.map((period) => {
        const asOf = dayOfObservation(column.asked, column.read.kinds, period, today);
        const { asked, read, filters } = column;
        return { column, asked, read, filters, period, calendar, ...(asOf === undefined ? {} : { asOf }) };
      }),
    );
  const results = new Map<PreparedAsk, Result[]>();
  for (const { ask, result } of yield* evaluated(asks, today)) {
    const own = results.get(ask.column);
    if (own === undefined) results.set(ask.column, [result]);
    else own.push(result);
  }
  return {
    labels: periods.map(({ label }) => label),
    of: (column) => failures.get(column) ?? results.get(column) ?? refuse("#N/A", "noDates"),
  };
}

/** A row for each word of a role that the records of the columns have. */
export function* byWord({ today }: DeskContext, columns: readonly PreparedAsk[], role: Role): Steps<Rows> {
  const groups = new Set<string>();
  const results = new Map<PreparedAsk, ReadonlyMap<string, Result> | Refusal>();
  const byRead = new Map<string, PreparedAsk[]>();
  for (const column of columns) byRead.set(column.read.key, [...(byRead.get(column.read.key) ?? []), column]);
  for (const together of byRead.values()) {
    const [first] = together;
    if (first === undefined) continue;
    const { filters, read } = first;
    const within = filters.length === 0 ? undefined : groupWithin(read.dataset, filters, role);
    const grouping: Grouping = {
      dataset: within?.dataset ?? read.dataset,
      by: within === undefined ? role : "group",
    };
    for (const column of together) {
      const own = only(grouping.dataset, kindsWith(column, role));
      if (!Object.values(own).some((records) => hasKey(records, grouping.by))) continue;
      for (const label of wordGroups(own, grouping.by).labels)
        if (within?.isGroup(label) !== false) groups.add(label);
    }
    const roles = [...filters.map((filter) => filter.role), role];
    const most = atOnce(grouping.dataset);
    for (let from = 0; from < together.length; from += most) {
      yield;
      for (const [column, answer] of measured(grouping, together.slice(from, from + most), roles)) {
        const lacksDay = isRefusal(answer)
          ? answer
          : [...answer.values()].find(({ value }) => needsDay(column, value))?.value;
        const again = needsDay(column, lacksDay)
          ? measured(grouping, [{ ...column, asOf: today }], roles)[0]
          : undefined;
        results.set(column, again?.[1] ?? answer);
      }
    }
  }
  const labels = inOrder([...groups]);
  return {
    labels,
    of(column) {
      const own = results.get(column) ?? nothing;
      return isRefusal(own) ? own : labels.map((label) => own.get(label) ?? refused(nothing));
    },
  };
}

interface Grouping {
  readonly dataset: Dataset;
  readonly by: Role;
}

/** Results by label, or why there are none, of columns that read the same tables. */
function measured(
  { dataset, by }: Grouping,
  columns: readonly PreparedAsk[],
  roles: readonly Role[],
): readonly (readonly [PreparedAsk, ReadonlyMap<string, Result> | Refusal])[] {
  const period = columns[0]?.period;
  const answer = guarded(() =>
    measureAll(dataset, columns.map(questionOf), {
      by,
      ...(period === undefined ? {} : { periods: [period] }),
    }),
  );
  return columns.map((column, at) => {
    const failure = isRefusal(answer) ? answer : (answer.failure(at) ?? unevenRole(column, roles));
    if (failure !== undefined || isRefusal(answer)) return [column, failure ?? nothing];
    return [column, new Map(answer.groups.map((label, group) => [label, answer.at(at, group)]))];
  });
}

/** Kinds whose words are rows: those that the metric's function groups by the role, else all it reads. */
function kindsWith({ asked, read }: PreparedAsk, role: Role): ReadonlySet<Kind> {
  const declared = asked.metric.inputs.flatMap((input) =>
    input.input === "column" && input.role === role ? input.kinds.filter((kind) => read.kinds.has(kind)) : [],
  );
  return declared.length === 0 ? read.kinds : new Set(declared);
}

function only(dataset: Dataset, kinds: ReadonlySet<Kind>): Dataset {
  return Object.fromEntries(Object.entries(dataset).filter(([kind]) => kinds.has(kind as Kind)));
}

const nothing = refuse("#N/A", "noRecords");
