import { Field, Input } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { Metric } from "../../core/metrics/metric";
import type { NumberOption } from "../../core/metrics/options";
import type { Settings } from "../draft";
import { useLanguage } from "../texts";
import { Fields } from "./Fields";
import { Row, SelectRow } from "./FieldRow";

interface Props {
  readonly metric: Metric;
  readonly settings: Settings;
  onChange(settings: Settings): void;
}

/** The metric's own options. One left at its default stays out of the formula. */
export function OptionFields({ metric, settings, onChange }: Props) {
  const language = useLanguage();
  const options = Object.entries(metric.options);
  if (options.length === 0) return null;
  const change = (name: string, value: string, fallback: string) => {
    const { [name]: _former, ...others } = settings.options;
    onChange({ ...settings, options: value === fallback ? others : { ...others, [name]: value } });
  };
  return (
    <Fields title={language.text("options")}>
      {options.map(([name, spec]) => {
        if (spec.option === "words") return null;
        if (spec.option === "text") {
          return (
            <TextRow
              key={`${metric.id}.${name}`}
              name={name}
              form={spec.form}
              value={settings.options[name] ?? ""}
              onChange={(value) => change(name, value, "")}
            />
          );
        }
        if (spec.option === "number") {
          return (
            <NumberRow
              key={`${metric.id}.${name}`}
              name={name}
              spec={spec}
              value={settings.options[name] ?? ""}
              onChange={(value) => change(name, value, "")}
            />
          );
        }
        const [fallback = ""] = spec.values;
        return (
          <SelectRow
            key={name}
            label={name}
            value={settings.options[name] ?? fallback}
            choices={spec.values.map((value) => ({
              value,
              text: value === fallback ? language.text("optionDefault", { value }) : value,
            }))}
            onChange={(value) => change(name, value, fallback)}
          />
        );
      })}
    </Fields>
  );
}

interface NumberRowProps {
  readonly name: string;
  readonly spec: NumberOption;
  readonly value: string;
  onChange(value: string): void;
}

/** Only a number within the limits reaches the formula; anything else is said to be wrong where it stands. */
function NumberRow({ name, spec, value, onChange }: NumberRowProps) {
  const language = useLanguage();
  const id = useId();
  const [typed, setTyped] = useState(value);
  const { min, max } = spec;
  const limits = { min: language.number(min), max: language.number(max) };
  const fallback = spec.default === undefined ? language.text("optionNone") : language.number(spec.default);
  const isWrong = typed.trim() !== "" && read(typed, spec) === undefined;
  return (
    <Row id={id} label={name}>
      <Field
        validationState={isWrong ? "error" : "none"}
        validationMessage={isWrong ? language.text("optionOutOfRange", limits) : undefined}
        hint={language.text("optionRange", { ...limits, fallback })}
      >
        <Input
          id={id}
          size="small"
          inputMode="decimal"
          value={typed}
          onChange={(_, data) => {
            setTyped(data.value);
            onChange(read(data.value, spec) ?? "");
          }}
        />
      </Field>
    </Row>
  );
}

interface TextRowProps {
  readonly name: string;
  readonly form: string;
  readonly value: string;
  onChange(value: string): void;
}

function TextRow({ name, form, value, onChange }: TextRowProps) {
  const id = useId();
  return (
    <Row id={id} label={name}>
      <Field hint={form}>
        {/* a semicolon would begin the next option */}
        <Input
          id={id}
          size="small"
          value={value}
          onChange={(_, data) => onChange(data.value.replace(/;/g, ""))}
        />
      </Field>
    </Row>
  );
}

/** The number in the form formulas want, if it is one and within the limits. */
function read(typed: string, { min, max }: NumberOption): string | undefined {
  const text = typed.trim().replace(",", ".");
  const value = Number(text);
  return text !== "" && value >= min && value <= max ? text : undefined;
}
