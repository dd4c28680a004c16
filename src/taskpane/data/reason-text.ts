import type { Kind, Role } from "../../core/records/roles";
import type { Reason } from "../../mapping/guess";
import type { Language, TextKey } from "../texts";
import { roleName } from "../../core/role-names";

/** Why a guess is as it is, as sentences. */
export function reasonsText(reasons: readonly Reason[], kind: Kind, language: Language): string {
  return reasons.map((reason) => reasonText(reason, kind, language)).join(" ");
}

/** Why a block holds records of a kind: the headers that tell it in one sentence, then whatever else does. */
export function kindReasonsText(reasons: readonly Reason[], kind: Kind, language: Language): string {
  const isHeader = ({ is }: Reason) => is === "header" || is === "similarHeader";
  const headers = reasons.filter(isHeader).flatMap(({ values }) => (values?.header ? [values.header] : []));
  const told =
    headers.length === 0
      ? []
      : [
          language.text("reasonHeaders", {
            headers: headers.map((one) => language.text("quoted", { text: one })).join(", "),
          }),
        ];
  return [
    ...told,
    ...reasons.filter((reason) => !isHeader(reason)).map((reason) => reasonText(reason, kind, language)),
  ].join(" ");
}

function reasonText({ is, values = {} }: Reason, kind: Kind, language: Language): string {
  const { share, similarity, role, type, ...others } = values;
  const filled = {
    ...others,
    ...(share === undefined ? {} : { share: percent(share, language) }),
    ...(similarity === undefined ? {} : { similarity: percent(similarity, language) }),
    ...(role === undefined ? {} : { role: roleName(kind, role as Role, language.locale) }),
    ...(type === undefined ? {} : { type: typeText(String(type), language) }),
  };
  if (is === "header" && typeof others.tool === "string" && others.tool !== "") {
    return language.text("reasonHeaderTool", filled);
  }
  return language.text(TEXTS[is], filled);
}

export function percent(share: number | string, language: Language): string {
  return new Intl.NumberFormat(language.locale, { style: "percent", maximumFractionDigits: 0 }).format(
    Number(share),
  );
}

const TEXTS = {
  header: "reasonHeader",
  similarHeader: "reasonSimilarHeader",
  layout: "reasonLayout",
  values: "reasonValues",
  words: "reasonWords",
  fewWords: "reasonFewWords",
  unique: "reasonUnique",
  dateOrder: "reasonDateOrder",
  taken: "reasonTaken",
  derived: "reasonDerived",
  ambiguousDates: "reasonAmbiguousDates",
} as const satisfies Record<Reason["is"], TextKey>;

const TYPES: Readonly<Record<string, TextKey>> = {
  date: "typeDates",
  money: "typeAmounts",
  amount: "typeAmounts",
  number: "typeNumbers",
  probability: "typeShares",
  duration: "typeDurations",
  yesNo: "typeYesNo",
  word: "typeWords",
  email: "typeEmails",
};

function typeText(type: string, language: Language): string {
  const key = TYPES[type];
  return key === undefined ? type : language.text(key);
}
