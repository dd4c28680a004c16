import type { Records } from "../records";
import type { DerivedColumn } from "./derived";
import { groupsReferringTo, linkedRows, referrers } from "./links";
import { numbersFrom } from "./numbers-from";

type Start = "firstContact" | "lead" | "created";

/** When the sale began: the first contact, else the lead it came from, else the deal's own creation. */
export const cycleStart: DerivedColumn = {
  has: (deals) => deals.has("firstContactDate") || deals.has("createdDate") || leadCreated.has(deals),
  values(deals) {
    const columns = startsOf(deals);
    return numbersFrom(deals.rows, (row) => {
      for (const { dates } of columns) {
        const date = dates[row] ?? NaN;
        if (date === date) return date;
      }
      return NaN;
    });
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
    const referring = referrers(leads, "dealRef");
    const groups = groupsReferringTo(deals, "id", referring);
    for (let i = 0; i < values.length; i++) {
      take(i, byId[i] ?? -1);
      take(i, byAddress[i] ?? -1);
      const group = groups[i] ?? -1;
      if (group < 0) continue;
      for (let at = referring.starts[group] ?? 0; at < (referring.starts[group + 1] ?? 0); at++)
        take(i, referring.rows[at] ?? -1);
    }
    return values;

    function take(deal: number, lead: number): void {
      const date = created[lead] ?? NaN;
      const earliest = values[deal] ?? NaN;
      if (date < earliest || (date === date && earliest !== earliest)) values[deal] = date;
    }
  },
};

/** Where a deal's sale may have begun, and when: the first that is known. */
export function startsOf(deals: Records): readonly { readonly from: Start; readonly dates: Float64Array }[] {
  const columns: { from: Start; dates: Float64Array }[] = [];
  if (deals.has("firstContactDate"))
    columns.push({ from: "firstContact", dates: deals.numbers("firstContactDate") });
  if (deals.has("leadCreated")) columns.push({ from: "lead", dates: deals.numbers("leadCreated") });
  if (deals.has("createdDate")) columns.push({ from: "created", dates: deals.numbers("createdDate") });
  return columns;
}
