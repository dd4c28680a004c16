import type { Answer, Ask, Desk, TableAnswer, TableAsk } from "../core/metrics/ask";
import type { Locale } from "../core/messages";
import { refuse, RefusalError, type Refusal } from "../core/result";
import { localNow } from "../dataset/clock";
import { deskOf } from "../dataset/desk";
import type { HeldData, MappedData } from "../dataset/mapped-data";
import { locale } from "./environment";

/** A cell that shows an answer, and shows it anew when the mapped tables have changed. */
export type LiveCell =
  | {
      readonly is: "number";
      /** May refuse what was typed. */
      readonly ask: () => Ask;
      readonly show: (answer: Answer | Refusal, language: Locale) => void;
    }
  | {
      readonly is: "table";
      readonly ask: () => TableAsk;
      readonly show: (answer: TableAnswer | Refusal, language: Locale) => void;
    };

export interface LiveCells {
  /** Returns how to stop. */
  watch(cell: LiveCell): () => void;
}

/** Cells wait while data is read for the first time, are told together what was asked together, and told again on changes. */
export function liveCells(data: MappedData): LiveCells {
  const told = new Map<LiveCell, Told | undefined>();
  let unsubscribe: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let midnight: ReturnType<typeof setTimeout> | undefined;
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
        clearTimeout(timer);
        clearTimeout(midnight);
        timer = undefined;
      };
    },
  };

  /** Excel calls the cells of a sheet one by one: those of one turn are answered together. */
  function soon(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      tell();
    }, 0);
  }

  function tell(): void {
    const now = localNow();
    const today = Math.floor(now);
    const source = sourceOf(data);
    if (source === undefined) return;
    const language = locale();
    const untold = [...told].filter(([, former]) => former?.source !== source || former.today !== today);
    const cells = untold.map(([cell]) => cell);
    if ("error" in source) for (const cell of cells) show(cell, source, language);
    else answer(deskOf(source, today), cells, language);
    for (const cell of cells) if (told.has(cell)) told.set(cell, { source, today });
    // "This month" is another one tomorrow.
    clearTimeout(midnight);
    midnight = setTimeout(soon, Math.ceil((today + 1 - now) * 86_400_000) + 1000);
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
      return "fault" in state.error ? faulty : (state.former ?? unread);
  }
}

const unmapped = refuse("#N/A", "mapTablesFirst");
const faulty = refuse("#N/A", "mappingFaulty");
const unread = refuse("#N/A", "notRead");

function answer(desk: Desk, cells: readonly LiveCell[], language: Locale): void {
  const numbers = cells.flatMap((cell) => (cell.is === "number" ? [{ cell, ask: asked(cell.ask) }] : []));
  const able = numbers.flatMap(({ cell, ask }) => ("error" in ask ? [] : [{ cell, ask }]));
  for (const { cell, ask } of numbers) if ("error" in ask) show(cell, ask, language);
  desk.numbers(able.map(({ ask }) => ask)).forEach((given, at) => able[at]?.cell.show(given, language));
  for (const cell of cells) {
    if (cell.is !== "table") continue;
    const ask = asked(cell.ask);
    cell.show("error" in ask ? ask : desk.table(ask), language);
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

function show(cell: LiveCell, refusal: Refusal, language: Locale): void {
  cell.show(refusal, language);
}
