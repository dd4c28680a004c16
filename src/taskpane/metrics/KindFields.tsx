import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Kind } from "../../core/records/roles";
import { kindName } from "../../reference";
import { NO_SOURCE, NUMBER, sourceKey, type Settings } from "../draft";
import type { Choice } from "../formula/choose-sources";
import { parametersFor } from "../formula/kind-groups";
import { columnLetters, type Source } from "../../workbook";
import { fieldLabel } from "../labels";
import { useLanguage, type Language } from "../texts";
import { Fields } from "../view/Fields";
import { SelectRow } from "../view/FieldRow";
import { AddIcon } from "../view/icons";
import { ArgumentRow } from "./InputFields";

interface Props {
  readonly choice: Choice;
  /** A metric that reads one kind needs no name for it. */
  readonly isOnly: boolean;
  readonly sources: readonly Source[];
  readonly settings: Settings;
  onChange(settings: Settings): void;
}

/** Which table the records of one kind stand in, and which column is which argument. */
export function KindFields({ choice, isOnly, sources, settings, onChange }: Props) {
  const language = useLanguage();
  const { group, kind, source } = choice;
  const [key] = group.kinds;
  const scalar = group.parameters.find(({ name }) => name === "target" || name === "cost");
  const isNumber = scalar !== undefined && settings.sources[key] === NUMBER;
  const title = titleOf(choice, language);
  // The focus stays here when the button gives way to the fields, or they to it.
  const [isTouched, setTouched] = useState(false);
  const choose = (value: string) => {
    setTouched(true);
    const own = new Set(group.parameters.map(({ name }) => name));
    const others = <T,>(record: Readonly<Record<string, T>>) =>
      Object.fromEntries(Object.entries(record).filter(([name]) => !own.has(name)));
    onChange({
      ...settings,
      sources: { ...settings.sources, [key]: value },
      columns: others(settings.columns),
      inputs: others(settings.inputs),
    });
  };

  if (!group.isMain && source === undefined && !isNumber) {
    const first = sources[0];
    return first === undefined ? null : (
      <div>
        <Button
          size="small"
          appearance="subtle"
          icon={<AddIcon />}
          autoFocus={isTouched}
          onClick={() => choose(sourceKey(first))}
        >
          {language.text("addKind", { kind: title.toLowerCase() })}
        </Button>
      </div>
    );
  }
  const columns = source ? columnChoices(source, language) : [];
  return (
    <Fields title={isOnly ? language.text("data") : title}>
      <SelectRow
        label={language.text("dataFrom")}
        autoFocus={isTouched}
        required={group.isMain}
        value={isNumber ? NUMBER : source ? sourceKey(source) : NO_SOURCE}
        choices={[
          ...(group.isMain && source !== undefined
            ? []
            : [{ value: NO_SOURCE, text: language.text(group.isMain ? "chooseSource" : "notUsed") }]),
          ...sources.map((one) => ({ value: sourceKey(one), text: sourceText(one, language) })),
          ...(scalar ? [{ value: NUMBER, text: language.text("oneNumber") }] : []),
        ]}
        onChange={choose}
      />
      {isNumber && (
        <ArgumentRow
          label={scalar.name}
          required
          parameter={scalar}
          value={settings.inputs[scalar.name] ?? ""}
          onChange={(value) =>
            onChange({ ...settings, inputs: { ...settings.inputs, [scalar.name]: value } })
          }
        />
      )}
      {source &&
        parametersFor(group, kind).map((parameter) => (
          <SelectRow
            key={parameter.name}
            label={fieldLabel(parameter, language.locale)}
            required={parameter.required}
            value={String(choice.columns.get(parameter.name) ?? "")}
            choices={[
              { value: "", text: language.text(parameter.required ? "chooseColumn" : "notUsed") },
              ...columns,
            ]}
            onChange={(value) =>
              onChange({
                ...settings,
                sources: { ...settings.sources, [key]: sourceKey(source) },
                columns: { ...settings.columns, [parameter.name]: value === "" ? null : Number(value) },
              })
            }
          />
        ))}
    </Fields>
  );
}

/** Kinds of which any serves are all named until a source tells which it is. */
function titleOf({ group, kind, source }: Choice, { locale }: Language): string {
  const named: readonly Kind[] = source ? [kind] : group.kinds;
  return named.map((one) => kindName(one, locale)).join(" / ");
}

export function columnChoices(source: Source, language: Language) {
  return source.headers.map((header, index) => {
    const letters = columnLetters(source.column + index);
    const text = header.trim() === "" ? language.text("emptyHeader", { letters }) : header;
    return { value: String(index), text };
  });
}

function sourceText({ kind, name, rows }: Source, language: Language): string {
  return language.text(kind, { name, rows: language.plural("rows", rows) });
}
