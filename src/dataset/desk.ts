import { createDesk, type Desk } from "../core/metrics/ask";
import type { HeldData } from "./mapped-data";

const desks = new WeakMap<HeldData, { readonly today: number; readonly desk: Desk }>();

/** The desk that answers from what was read, by the settings of its mapping; the same one for all on one day. */
export function deskOf(data: HeldData, today: number): Desk {
  const known = desks.get(data);
  if (known?.today === today) return known.desk;
  const { fiscalYearStart, weekStart, businessHours } = data.mapping.settings;
  const desk = createDesk(data.dataset, { today, calendar: { fiscalYearStart, weekStart }, businessHours });
  desks.set(data, { today, desk });
  return desk;
}
