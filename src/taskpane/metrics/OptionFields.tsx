import { Button, Field, Input } from "@fluentui/react-components";
import { useId, useState } from "react";
import { commonOptions, tableOptions } from "../../core/metrics/common-options";
import type { Metric } from "../../core/metrics/metric";
import type { NumberOption, OptionSpec, OptionSpecs } from "../../core/metrics/options";
import type { Settings } from "../draft";
import { useLanguage } from "../texts";
import { Fields } from "../view/Fields";
import { Row, SelectRow } from "../view/FieldRow";
import { AddIcon, RemoveIcon } from "../view/icons";

interface Props {
  readonly metric: Metric;
  readonly spills: boolean;
  readonly settings: Settings;
  onChange(settings: Settings): void;
}

/** The metric's own options, and on request those every function takes. One left at its default stays out of the formula. */
export function OptionFields({ metric, spills, settings, onChange }: Props) {
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const change = (name: string, value: string, fallback: string) => {
    const { [name]: _former, ...others } = settings.options;
    onChange({ ...settings, options: value === fallback ? others : { ...others, [name]: value } });
  };
  const rows = (specs: OptionSpecs) =>
    Object.entries(specs).map(([name, spec]) => (
      <OptionRow
        key={`${metric.id}.${name}`}
        name={name}
        spec={spec}
        value={settings.options[name]}
        onChange={(value, fallback) => change(name, value, fallback)}
      />
    ));
  return (
    <>
      {Object.keys(metric.options).length > 0 && (
        <Fields title={language.text("options")}>{rows(metric.options)}</Fields>
      )}
      <div>
        <Button
          size="small"
          appearance="subtle"
          icon={isOpen ? <RemoveIcon /> : <AddIcon />}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {language.text("commonOptions")}
        </Button>
      </div>
      {isOpen && (
        <Fields title={language.text("commonOptions")}>
          {rows({ ...COMMON, ...(spills ? tableOptions : {}) })}
        </Fields>
      )}
    </>
  );
}

/** The period has its place among the days. */
const { period: _period, ...COMMON } = commonOptions;

interface OptionRowProps {
  readonly name: string;
  readonly spec: OptionSpec;
  readonly value: string | undefined;
  onChange(value: string, fallback: string): void;
}

function OptionRow({ name, spec, value, onChange }: OptionRowProps) {
  const language = useLanguage();
  if (spec.option === "number") {
    return (
      <NumberRow name={name} spec={spec} value={value ?? ""} onChange={(typed) => onChange(typed, "")} />
    );
  }
  if (spec.option !== "choice") {
    const form = spec.option === "text" ? spec.form : language.text("wordsForm");
    return <TextRow name={name} form={form} value={value ?? ""} onChange={(typed) => onChange(typed, "")} />;
  }
  const [fallback = ""] = spec.values;
  return (
    <SelectRow
      label={name}
      value={value ?? fallback}
      choices={spec.values.map((one) => ({
        value: one,
        text: one === fallback ? language.text("optionDefault", { value: one }) : one,
      }))}
      onChange={(chosen) => onChange(chosen, fallback)}
    />
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
