import type { Answer, Ask, Desk, TableAnswer, TableAsk } from "../core/metrics/ask";
import type { Locale } from "../core/messages";
import { refuse, RefusalError, type Refusal } from "../core/result";
import { breath, breathing } from "../dataset/breathe";
import { localNow } from "../dataset/clock";
import { deskOf } from "../dataset/desk";
import type { HeldData, MappedData, MappingFault } from "../dataset/mapped-data";
import { locale } from "./environment";

/** A cell that shows an answer, and shows it anew when the mapped tables have changed. */
export type LiveCell = NumberCell | TableCell | DataCell;

interface NumberCell {
  readonly is: "number";
  /** May refuse what was typed. */
  readonly ask: () => Ask;
  readonly show: (answer: Answer | Refusal, language: Locale) => void;
}

interface TableCell {
  readonly is: "table";
  readonly ask: () => TableAsk;
  readonly show: (answer: TableAnswer | Refusal, language: Locale) => void;
}

/** A cell that shows something of the tables themselves. */
interface DataCell {
  readonly is: "data";
  readonly show: (data: HeldData | Refusal, language: Locale, today: number) => void;
}

export interface LiveCells {
  /** Returns how to stop. */
  watch(cell: LiveCell): () => void;
}

/** Cells wait while data is read for the first time, are told together what was asked together, and told again on changes. */
export function liveCells(data: MappedData): LiveCells {
  const told = new Map<LiveCell, Told | undefined>();
  let unsubscribe: (() => void) | undefined;
  let midnight: ReturnType<typeof setTimeout> | undefined;
  let wanted = false;
  let working = false;
  return {
    watch(cell) {
      told.set(cell, undefined);
      unsubscribe ??= data.subscribe(soon);
      soon();
      return () => {
        told.delete(cell);
        if (told.size > 0) return;
        unsubscribe?.();
        unsubscribe = undefined;
        clearTimeout(midnight);
      };
    },
  };

  /** Excel calls the cells of a sheet one by one: those of one turn are answered together, one turn after the other. */
  function soon(): void {
    wanted = true;
    if (!working) void work();
  }

  async function work(): Promise<void> {
    working = true;
    while (wanted) {
      await breath();
      wanted = false;
      await tell();
    }
    working = false;
  }

  async function tell(): Promise<void> {
    const now = localNow();
    const today = Math.floor(now);
    const source = sourceOf(data);
    if (source === undefined || told.size === 0) return;
    const untold = [...told].filter(([, former]) => former?.source !== source || former.today !== today);
    const cells = untold.map(([cell]) => cell);
    for (const cell of cells) told.set(cell, { source, today });
    const isThere = (cell: LiveCell): boolean => told.has(cell);
    if ("error" in source) for (const cell of cells) cell.show(source, locale(), today);
    else {
      try {
        await answer(deskOf(source, today), cells, isThere);
        for (const cell of cells) if (cell.is === "data" && isThere(cell)) cell.show(source, locale(), today);
      } catch (error) {
        const failure = refuse("#VALUE!", "internal", { reason: String(error) });
        for (const cell of cells) if (isThere(cell)) cell.show(failure, locale(), today);
      }
    }
    // "This month" is another one tomorrow.
    clearTimeout(midnight);
    if (told.size > 0) midnight = setTimeout(soon, Math.ceil((today + 1 - now) * 86_400_000) + 1000);
  }
}

/** What a cell was last told: of which data, and as of which day. */
interface Told {
  readonly source: HeldData | Refusal;
  readonly today: number;
}

/** What cells are answered from; undefined while they have to wait. While data is read anew, the former one serves. */
function sourceOf({ state }: MappedData): HeldData | Refusal | undefined {
  switch (state.status) {
    case "loading":
      return undefined;
    case "unmapped":
      return unmapped;
    case "reading":
      return state.former;
    case "ready":
      return state.data;
    case "failed":
      // A reading that did not come through says nothing about the numbers; a mapping that no longer fits does.
      return "fault" in state.error ? refusalOf(state.error) : (state.former ?? unread);
  }
}

const unmapped = refuse("#N/A", "mapTablesFirst");
const unread = refuse("#N/A", "notRead");

const faults = new WeakMap<MappingFault, Refusal>();

/** The same one for the same fault, as cells are told anew only what differs. */
function refusalOf(error: MappingFault): Refusal {
  const { fault, details } = error;
  const known = faults.get(error);
  if (known !== undefined) return known;
  const message =
    fault === "sourceGone"
      ? "mappedTableGone"
      : fault === "columnGone"
        ? "mappedColumnGone"
        : "mappingFaulty";
  const refusal = refuse("#N/A", message, details);
  faults.set(error, refusal);
  return refusal;
}

async function answer(
  desk: Desk,
  cells: readonly LiveCell[],
  isThere: (cell: LiveCell) => boolean,
): Promise<void> {
  const language = locale();
  const numbers: { readonly cell: NumberCell; readonly ask: Ask }[] = [];
  for (const cell of cells) {
    if (cell.is !== "number") continue;
    const ask = asked(cell.ask);
    if ("error" in ask) cell.show(ask, language);
    else numbers.push({ cell, ask });
  }
  const answers = await breathing(desk.numbersInSteps(numbers.map(({ ask }) => ask)));
  numbers.forEach(({ cell }, at) => {
    const given = answers[at];
    if (given !== undefined && isThere(cell)) cell.show(given, language);
  });
  for (const cell of cells) {
    if (cell.is !== "table") continue;
    const ask = asked(cell.ask);
    const given = "error" in ask ? ask : await breathing(desk.tableInSteps(ask));
    if (isThere(cell)) cell.show(given, language);
  }
}

function asked<A extends Ask | TableAsk>(ask: () => A): A | Refusal {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    return refuse("#VALUE!", "internal", { reason: String(error) });
  }
}
