import {
  activities,
  and,
  any,
  count,
  derived,
  known,
  leads,
  plus,
  share,
  sum,
  won,
  type Expression,
} from "../evaluate/expression";
import { stop } from "../result";
import { conversions, duplicatesOption, leadDuplicates, leadInputs, linkInputs } from "./converted-leads";
import { seen } from "./lead-response";
import { may, metric } from "./metric";
import { choice } from "./options";

export const referrals = metric({
  id: "REFERRALS",
  example: '=SALES.REFERRALS(Leads[Created], Leads[Source], Leads[Referred by], "period=2025-Q1")',
  families: ["activity"],
  unit: "count",
  unitOf: ({ output }) => (output === "count" ? "count" : output === "revenue" ? "currency" : "ratio"),
  better: "higher",
  inputs: [
    may("createdDate", "lead"),
    may("source", "lead"),
    may("referredBy", "lead"),
    may("owner", "lead"),
    may("type", "activity"),
    may("date", "activity"),
    may("done", "activity"),
    may("owner", "activity"),
    may("leadRef", "activity"),
    may("customerRef", "activity"),
    ...leadInputs.slice(1),
    may("name", "lead"),
    ...linkInputs,
    may("amount"),
  ],
  period: true,
  asOf: true,
  options: { output: choice(["count", "conversion", "revenue"]), duplicates: duplicatesOption },
  duplicates: leadDuplicates,
  value({ output, duplicates }, given): Expression {
    const listed = given.kinds.includes("lead");
    if (listed && !given.has("referredLead", "lead"))
      stop("missingAnyOf", { first: "source", second: "referredBy" });
    const referred = known("referredLead");
    if (output === "revenue") {
      const day = given.asOf === undefined ? undefined : Math.floor(given.asOf);
      return sum(derived("leadRevenue", seen(day)), leads(and(any, referred), "createdDate"));
    }
    if (output === "conversion") {
      const { all, converted } = conversions(
        { converted: "customer", denominator: "all", window: undefined, duplicates },
        given,
      );
      return share(
        count(leads(and(converted, referred), "createdDate")),
        count(leads(and(all, referred), "createdDate")),
      );
    }
    const counts: Expression[] = [];
    if (listed) counts.push(count(leads(and(any, referred), "createdDate")));
    if (given.has("type", "activity"))
      counts.push(count(activities(and(won, known("unlistedReferral")), "date")));
    if (counts.length === 0) stop("missingAnyOf", { first: "source", second: "type" });
    return counts.length === 1 && counts[0] !== undefined ? counts[0] : plus(...counts);
  },
  text: {
    en: {
      name: "Referrals obtained",
      definition:
        "Leads that came by recommendation (by source or named referrer), and referrals noted as activities.",
      formula: "count of referred leads + referral activities without such a lead",
      disagree:
        "A partner's lead counts as a referral, a visitor from another site (referral traffic) does not. output=conversion and output=revenue tell what became of them.",
    },
    ro: {
      name: "Recomandări obținute",
      definition:
        "Clienți potențiali veniți prin recomandare (după sursă sau după cine i-a recomandat) și recomandări notate ca activități.",
      formula:
        "clienți potențiali recomandați + activități de recomandare fără un astfel de client potențial",
      disagree:
        "Cel trimis de un partener este recomandare, vizitatorul venit de pe alt site nu. output=conversion și output=revenue arată ce s-a ales de ei.",
    },
  },
  source: "Count of leads by source; Zoho and HubSpot list referral among the standard sources.",
});
