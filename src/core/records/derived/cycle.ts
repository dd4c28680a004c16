import type { Records } from "../records";
import type { DerivedColumn } from "./derived";
import { linkedRows, refsOf, rowsReferring } from "./links";

type Start = "firstContact" | "lead" | "created";

/** When the sale began: the first contact, else the lead it came from, else the deal's own creation. */
export const cycleStart: DerivedColumn = {
  has: (deals) => deals.has("firstContactDate") || deals.has("createdDate") || leadCreated.has(deals),
  values(deals) {
    const starts = startOf(deals);
    return Float64Array.from({ length: deals.rows }, (_, row) => starts(row)?.date ?? NaN);
  },
};

/** When the lead that a deal came from was created; of several the earliest. */
export const leadCreated: DerivedColumn = {
  has: (deals) =>
    deals.linked.lead?.has("createdDate") === true &&
    (deals.has("leadRef") || (deals.has("id") && deals.linked.lead.has("dealRef"))),
  values(deals) {
    const leads = deals.linked.lead;
    const values = new Float64Array(deals.rows).fill(NaN);
    if (leads === undefined) return values;
    const created = leads.numbers("createdDate");
    const byId = linkedRows(deals, "leadRef", leads, "id");
    const byAddress = linkedRows(deals, "leadRef", leads, "email");
    const referring = rowsReferring(leads, "dealRef");
    const ids = refsOf(deals, ["id"]);
    for (let i = 0; i < values.length; i++) {
      const own = [byId[i] ?? -1, byAddress[i] ?? -1].filter((row) => row >= 0);
      const rows = [...own, ...ids(i).flatMap((id) => referring.get(id) ?? [])];
      const dates = rows.map((row) => created[row] ?? NaN).filter((date) => date === date);
      if (dates.length > 0) values[i] = Math.min(...dates);
    }
    return values;
  },
};

/** Where each deal's sale began, and when. */
export function startOf(deals: Records): (row: number) => { from: Start; date: number } | undefined {
  const columns: [Start, Float64Array][] = [];
  if (deals.has("firstContactDate")) columns.push(["firstContact", deals.numbers("firstContactDate")]);
  if (deals.has("leadCreated")) columns.push(["lead", deals.numbers("leadCreated")]);
  if (deals.has("createdDate")) columns.push(["created", deals.numbers("createdDate")]);
  return (row) => {
    for (const [from, dates] of columns) {
      const date = dates[row] ?? NaN;
      if (date === date) return { from, date };
    }
    return undefined;
  };
}
