import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import { readDateText, type DateOrder } from "../../core/records/read-date";
import type { Role } from "../../core/records/roles";
import { useLanguage } from "../texts";
import type { DraftSource } from "./mapping-draft";
import { roleName } from "../../core/role-names";
import { dateText } from "./samples";

interface Props {
  readonly source: DraftSource;
  onChange(order: DateOrder): void;
}

/** Asks which way round text dates are, with one of the person's own dates as the example. */
export function DateOrderPart({ source, onChange }: Props) {
  const language = useLanguage();
  const asked = ambiguousDate(source);
  if (asked === undefined) return null;
  const { role, text, dmy, mdy } = asked;
  const name = roleName(source.kind, role, language.locale);
  return (
    <Field
      label={language.text("dateOrderAsked", { role: name, text })}
      size="small"
      {...(source.dateOrder === undefined && {
        validationState: "warning" as const,
        validationMessage: language.text("dateOrderWhy"),
      })}
    >
      <RadioGroup
        value={source.dateOrder ?? ""}
        onChange={(_, { value }) => onChange(value as DateOrder)}
        layout="horizontal"
      >
        <Radio value="dmy" label={dateText(dmy, language.locale)} />
        <Radio value="mdy" label={dateText(mdy, language.locale)} />
      </RadioGroup>
    </Field>
  );
}

interface Ambiguous {
  readonly role: Role;
  readonly text: string;
  readonly dmy: number;
  readonly mdy: number;
}

/** The first date that reads both ways in a column that the guess found to be so. */
export function ambiguousDate({ guess, roles, block }: DraftSource): Ambiguous | undefined {
  for (const [role, at] of roles) {
    const guessed = guess?.roles.get(role) ?? guess?.open.get(role)?.find(({ column }) => column === at);
    if (guessed?.column !== at || !guessed.reasons.some(({ is }) => is === "ambiguousDates")) continue;
    for (const cell of block?.columns[at]?.cells ?? []) {
      const read = typeof cell === "string" ? readDateText(cell) : undefined;
      if (read && "dmy" in read && read.dmy !== read.mdy) return { role, text: String(cell).trim(), ...read };
    }
  }
  return undefined;
}
