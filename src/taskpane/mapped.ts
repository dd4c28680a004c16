import { createContext, useContext, useSyncExternalStore } from "react";
import type { DataState, HeldData, MappedData } from "../dataset/mapped-data";
import type { RepairQuestion } from "../mapping/keep/locate";
import type { Mapping } from "../mapping/mapping";

/** The mapped records of the workbook; missing outside of Excel. */
export const MappedDataContext = createContext<MappedData | undefined>(undefined);

export interface Mapped {
  /** For saving and reading anew; missing outside of Excel. */
  readonly service: MappedData | undefined;
  readonly state: DataState;
  readonly mapping: Mapping | undefined;
  /** What has to be asked before the mapping can be used. */
  readonly questions: readonly RepairQuestion[];
  /** What was read last, still standing while it is read anew or could not be. */
  readonly held: HeldData | undefined;
}

/** Follows the mapped data as it is read, changes and fails. */
export function useMapped(): Mapped {
  const service = useContext(MappedDataContext);
  const state = useSyncExternalStore(
    (changed) => service?.subscribe(changed) ?? (() => undefined),
    () => service?.state ?? OUTSIDE,
  );
  const { mapping, questions = [] } = service ?? {};
  return {
    service,
    state,
    mapping,
    questions: questions.length === 0 ? NONE : questions,
    held: heldIn(state),
  };
}

/**
 * Whether it is known what the workbook keeps: nothing may be saved over what has not been looked at. A mapping that cannot be
 * understood is known as such, and replaced only once the person agrees.
 */
export function isKeptKnown({ state, mapping }: Pick<Mapped, "state" | "mapping">): boolean {
  return mapping !== undefined || (state.status === "failed" && "fault" in state.error);
}

const NONE: readonly RepairQuestion[] = [];
const OUTSIDE: DataState = { status: "unmapped" };

function heldIn(state: DataState): HeldData | undefined {
  if (state.status === "ready") return state.data;
  return state.status === "reading" || state.status === "failed" ? state.former : undefined;
}
