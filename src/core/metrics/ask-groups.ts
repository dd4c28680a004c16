import type { Column, WordColumn } from "../records/columns";
import type { Dataset } from "../records/dataset";
import { keysOf } from "../records/keys";
import { Outcome } from "../records/outcome";
import { Records } from "../records/records";
import type { Role } from "../records/roles";
import { wordKey, type ReadFilter } from "./ask-filters";

/** Label of the records that pass none of the filters; a line break stands in no cell word. */
const OTHERS = "\n";

/** Tables grouped by filters: what is asked of several values of the same columns is one grouping. */
export interface FilterGroups {
  readonly dataset: Dataset;
  /** The group of the records that pass. */
  labelOf(filters: readonly ReadFilter[]): string;
}

/** Filters with the same key can be asked together: the same columns, no two values of which share a record. */
export function filterKey(filters: readonly ReadFilter[]): string {
  return JSON.stringify(
    filters.map(({ role, words }) => [role, words.length > 1 || role === "currency" ? words : ""]),
  );
}

/** Groups the records of the tables that have all the columns by the filters, which have one key. O(rows × columns). */
export function groupByFilters(dataset: Dataset, asked: readonly (readonly ReadFilter[])[]): FilterGroups {
  const roles = asked[0]?.map(({ role }) => role) ?? [];
  const labels = new Map<string, string>();
  // Where nothing but a blank is asked for, the group is the blank one, which a team's targets stand in.
  for (const filters of asked)
    labels.set(tupleOf(filters), filters.every(({ words }) => words.join() === "") ? "" : `\n${labels.size}`);
  const labelOf = (filters: readonly ReadFilter[]): string => labels.get(tupleOf(filters)) ?? OTHERS;
  /** The place of each word among those that are asked for. */
  const places = roles.map((_, at) => {
    const known = new Map<string, number>();
    for (const filters of asked) {
      const { words = [] } = filters[at] ?? {};
      const place = known.get(words[0] ?? "") ?? known.size;
      for (const word of words) known.set(word, place);
    }
    return known;
  });
  const labelled = new Map<string, string>();
  for (const filters of asked) {
    const key = filters.map(({ words }, at) => places[at]?.get(words[0] ?? "")).join(" ");
    labelled.set(key, labelOf(filters));
  }
  const parts = new Map(
    Object.values(dataset).map((records): [string, Records] => {
      if (!roles.every((role) => records.has(role))) return [records.kind, records];
      const columns = roles.map((role) => keysOf(records, role));
      const codes = columns.map(({ words }, at) =>
        Int32Array.from(words, (word) => places[at]?.get(wordKey(word)) ?? -1),
      );
      const group = groupColumn(columns, (tuple) => {
        const key = tuple.map((code, at) => codes[at]?.[code] ?? -1).join(" ");
        return labelled.get(key) ?? (tuple.every((code) => code === 0) ? "" : OTHERS);
      });
      return [records.kind, records.grouped(new Map([["group", group], ...oneCurrency(records, asked)]))];
    }),
  );
  parts.set("calendar", listOfGroups([...new Set(["", ...labelled.values()])], dataset.calendar));
  return { dataset: Object.fromEntries(parts), labelOf };
}

/** The records that pass, grouped by the words of a role; `isGroup` tells the labels that are groups. */
export function groupWithin(
  dataset: Dataset,
  filters: readonly ReadFilter[],
  by: Role,
): { readonly dataset: Dataset; isGroup(label: string): boolean } {
  const parts = Object.values(dataset).map((records): [string, Records] => {
    if (!records.has(by) || !filters.every(({ role }) => records.has(role))) return [records.kind, records];
    const columns = [...filters.map(({ role }) => role), by].map((role) => keysOf(records, role));
    const passing = filters.map(({ words }, at) =>
      columns[at]?.words.map((word) => words.includes(wordKey(word))),
    );
    const labels = columns.at(-1)?.words ?? [];
    const group = groupColumn(columns, (tuple) =>
      passing.every((passes, at) => passes?.[tuple[at] ?? 0] === true)
        ? (labels[tuple[filters.length] ?? 0] ?? "")
        : OTHERS,
    );
    return [records.kind, records.grouped(new Map([["group", group], ...oneCurrency(records, [filters])]))];
  });
  return { dataset: Object.fromEntries(parts), isGroup: (label) => label !== OTHERS };
}

/** The records that pass the filters; tables without the columns stay whole. */
export function subsetPassing(dataset: Dataset, filters: readonly ReadFilter[]): Dataset {
  if (filters.length === 0) return dataset;
  const { dataset: grouped, labelOf } = groupByFilters(dataset, [filters]);
  const label = labelOf(filters);
  const parts = Object.values(dataset).map((records): [string, Records] => {
    const column = grouped[records.kind]?.columns.get("group");
    if (records.kind === "calendar" || column?.type !== "word") return [records.kind, records];
    const code = column.words.indexOf(label);
    const rows = [...records.outcome.keys()].filter(
      (row) => column.codes[row] === code && records.outcome[row] !== Outcome.none,
    );
    return [records.kind, records.subset(Int32Array.from(rows))];
  });
  return Object.fromEntries(parts);
}

function tupleOf(filters: readonly ReadFilter[]): string {
  return JSON.stringify(filters.map(({ words }) => words));
}

/** A label for each combination of words that occurs. */
function groupColumn(
  columns: readonly WordColumn[],
  labelOf: (tuple: readonly number[]) => string,
): WordColumn {
  const { codes, tuples } = combined(columns);
  const words = [""];
  const index = new Map([["", 0]]);
  const own = Int32Array.from(tuples, (tuple) => {
    const label = labelOf(tuple);
    const code = index.get(label) ?? words.push(label) - 1;
    index.set(label, code);
    return code;
  });
  return { type: "word", codes: codes.map((code) => own[code] ?? 0), words };
}

interface Combined {
  /** Combination of each row. */
  readonly codes: Int32Array;
  /** The codes that a combination consists of. */
  readonly tuples: readonly (readonly number[])[];
}

function combined([first, ...others]: readonly WordColumn[]): Combined {
  if (first === undefined) return { codes: new Int32Array(0), tuples: [] };
  const start: Combined = { codes: first.codes, tuples: first.words.map((_, code) => [code]) };
  return others.reduce(({ codes, tuples }, column): Combined => {
    const index = new Map<number, number>();
    const more: (readonly number[])[] = [];
    const count = column.words.length;
    const both = codes.map((code, row) => {
      const own = column.codes[row] ?? 0;
      const key = code * count + own;
      const known = index.get(key);
      if (known !== undefined) return known;
      index.set(key, more.length);
      return more.push([...(tuples[code] ?? []), own]) - 1;
    });
    return { codes: both, tuples: more };
  }, start);
}

/** Records of one currency can be added up, whatever the others are in. */
function oneCurrency(
  records: Records,
  asked: readonly (readonly ReadFilter[])[],
): readonly (readonly [Role, WordColumn])[] {
  const filter = asked[0]?.find(({ role }) => role === "currency");
  if (filter === undefined || filter.words.length > 1) return [];
  const { codes, words } = records.words("currency");
  const own = words.filter((word) => wordKey(word) === filter.words[0]);
  return [["currency", { type: "word", codes: codes.map(() => 0), words: ["", ...own.slice(0, 1)] }]];
}

/**
 * A group without records is one still: its count is 0. The list of the groups stands in the table of holidays, which no
 * metric adds up.
 */
function listOfGroups(labels: readonly string[], calendar: Records | undefined): Records {
  const days = calendar?.has("holidays") === true ? calendar.numbers("holidays") : new Float64Array(0);
  const rows = Math.max(labels.length, days.length);
  const holidays = new Float64Array(rows).fill(NaN);
  holidays.set(days);
  return new Records({
    kind: "calendar",
    rows,
    outcome: new Uint8Array(rows).fill(Outcome.unknown),
    columns: new Map<Role, Column>([
      ["holidays", { type: "number", values: holidays }],
      [
        "group",
        {
          type: "word",
          codes: Int32Array.from(holidays, (_, i) => (i < labels.length ? i : 0)),
          words: labels,
        },
      ],
    ]),
    problems: [],
    excluded: {},
    firstRow: 0,
    hasStatus: false,
    names: new Map(),
  });
}
