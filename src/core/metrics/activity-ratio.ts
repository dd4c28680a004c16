import { activities, and, count, deals, decided, derived, ratio, sum, won } from "../evaluate/expression";
import { happened, ofTypes, plannedOption, unknownTypes } from "./activity-populations";
import { may, metric, need, needSold } from "./metric";
import { choice } from "./options";

const USUAL = ["call", "email", "meeting"];

export const activityRatio = metric({
  id: "ACTIVITYRATIO",
  example:
    '=SALES.ACTIVITYRATIO(Activities[Type], Deals[Status], Activities[Date], Activities[Done], Deals[Closed], "period=2025-Q1")',
  families: ["activity"],
  unit: "number",
  better: "lower",
  inputs: [
    need("type", "activity"),
    needSold,
    may("date", "activity"),
    may("done", "activity"),
    may("closedDate"),
    may("owner", "activity"),
    may("owner"),
    may("dealRef", "activity"),
    may("id"),
  ],
  period: true,
  asOf: true,
  options: {
    types: { option: "words" },
    denominator: choice(["won", "won+lost"]),
    link: choice(["totals", "linked"], { "period totals": "totals", "linked activities": "linked" }),
    planned: plannedOption,
  },
  value({ types, denominator, link, planned }) {
    const wanted = types.length === 0 ? USUAL : types;
    const closed = deals(denominator === "won" ? won : decided, "closeDate");
    if (link === "linked") {
      const given = {
        types: wanted.includes("all") ? "" : wanted.join("|"),
        planned: planned === "include" ? 1 : 0,
      };
      return ratio(sum(derived("activityCount", given), closed), count(closed));
    }
    return ratio(count(activities(and(happened(planned), ofTypes(wanted)), "date")), count(closed));
  },
  remarks: (dataset, { types }) => unknownTypes(dataset, types),
  text: {
    en: {
      name: "Sales activity ratio",
      definition: "Calls, e-mails and meetings for each deal won in the same period.",
      formula: "activities ÷ won deals",
      disagree:
        "types=all counts every activity; link=linked only those of the deals closed, whenever they were. dealcode takes activities between creation and close; Pipedrive's “sales activities” adds closed deals and stage changes: another thing.",
    },
    ro: {
      name: "Raportul activității de vânzări",
      definition: "Apeluri, e-mailuri și întâlniri pentru fiecare ofertă câștigată în aceeași perioadă.",
      formula: "activități ÷ oferte câștigate",
      disagree:
        "types=all socotește orice activitate; link=linked doar pe cele ale ofertelor închise, oricând au fost. dealcode ia activitățile dintre creare și închidere; „sales activities” din Pipedrive adună ofertele închise și schimbările de etapă: altceva.",
    },
  },
  source: "Activities per closed deal; dealcode, Won Deal Insights; Pipedrive, Infographics FAQ.",
});
