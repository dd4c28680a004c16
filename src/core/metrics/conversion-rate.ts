import {
  and,
  any,
  compare,
  constant,
  count,
  deals,
  distinct,
  leads,
  ratio,
  role,
  share,
  won,
} from "../evaluate/expression";
import {
  conversionOptions,
  conversionRemarks,
  conversions,
  leadDuplicates,
  leadInputs,
  linkInputs,
} from "./converted-leads";
import { may, metric, optionalNumber } from "./metric";
import { sales } from "./populations";

const { denominator, window, duplicates } = conversionOptions;

export const conversionRate = metric({
  id: "CONVRATE",
  example: '=SALES.CONVRATE(Leads[Created], Leads[Converted], , , Leads[E-mail], "period=2025-Q1")',
  families: ["performance"],
  unit: "ratio",
  better: "higher",
  inputs: [
    ...leadInputs,
    may("company", "lead"),
    may("name", "lead"),
    may("owner", "lead"),
    may("source", "lead"),
    ...linkInputs,
    may("createdDate"),
    may("customer"),
    optionalNumber(
      "visitors",
      {
        en: "number of visitors or sessions to divide the won deals (orders) by, as shops do",
        ro: "numărul de vizitatori sau sesiuni la care se împart ofertele câștigate (comenzile), ca la magazine",
      },
      { min: 0 },
    ),
  ],
  period: true,
  asOf: true,
  options: { denominator, window, duplicates },
  duplicates: leadDuplicates,
  value(options, given) {
    const visitors = given.number("visitors");
    if (visitors !== undefined) return ratio(count(sales()), constant(visitors));
    if (given.kinds.includes("lead")) {
      const { all, converted } = conversions({ ...options, converted: "customer" }, given);
      return share(
        distinct("person", leads(converted, "createdDate")),
        distinct("person", leads(all, "createdDate")),
      );
    }
    const bought =
      given.asOf === undefined ? won : and(won, compare(role("closeDate"), "<", Math.floor(given.asOf) + 1));
    return share(
      distinct("customer", deals(bought, "createdDate")),
      distinct("customer", deals(any, "createdDate")),
    );
  },
  remarks: (dataset, options, given) =>
    dataset.lead === undefined || given.number("visitors") !== undefined
      ? []
      : conversionRemarks(dataset, { ...options, converted: "customer" }, given),
  text: {
    en: {
      name: "Conversion rate",
      definition:
        "Share of prospects who became paying customers, each person or company once: of leads, else of customers with a deal.",
      formula: "prospects who bought ÷ prospects",
      disagree: "Shops divide orders by visitors or sessions (Peel): give visitors and the deals.",
    },
    ro: {
      name: "Rată de conversie",
      definition:
        "Ponderea celor interesați care au devenit clienți plătitori, fiecare o dată: din clienții potențiali, altfel din clienții cu ofertă.",
      formula: "cei care au cumpărat ÷ cei interesați",
      disagree: "Magazinele împart comenzile la vizitatori sau sesiuni (Peel): dați visitors și ofertele.",
    },
  },
  source: "Distinct prospects; Peel, Orders, for orders ÷ visitors; Wilson's interval.",
});
