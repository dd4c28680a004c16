import { createDesk, type Desk } from "../core/metrics/ask";
import type { DeskContext } from "../core/metrics/ask-context";
import type { HeldData } from "./mapped-data";

const desks = new WeakMap<HeldData, { readonly today: number; readonly desk: Desk }>();

/** The desk that answers from what was read, by the settings of its mapping; the same one for all on one day. */
export function deskOf(data: HeldData, today: number): Desk {
  const known = desks.get(data);
  if (known?.today === today) return known.desk;
  const { dataset, ...settings } = contextOf(data, today);
  const desk = createDesk(dataset, settings);
  desks.set(data, { today, desk });
  return desk;
}

/** What questions are understood by. */
export function contextOf({ dataset, mapping }: HeldData, today: number): DeskContext {
  const { fiscalYearStart, weekStart, businessHours } = mapping.settings;
  return { dataset, today, calendar: { fiscalYearStart, weekStart }, businessHours };
}
