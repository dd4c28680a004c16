import { Field, Input, Text } from "@fluentui/react-components";
import { useId } from "react";
import type { Metric } from "../../core/metrics/metric";
import { describeParameter } from "../../core/metrics/describe-parameter";
import { parametersOf, type Parameter } from "../../core/metrics/parameters";
import { readPeriod } from "../../core/records/read-period";
import type { Settings } from "../draft";
import { typedArgument } from "../formula/inputs";
import { useLanguage, type TextKey } from "../texts";
import { Fields } from "../view/Fields";
import { Row } from "../view/FieldRow";

interface Props {
  readonly metric: Metric;
  /** As typed or suggested. */
  readonly period: string;
  readonly settings: Settings;
  onChange(settings: Settings): void;
}

/** Arguments that are typed: numbers, then the period. What is left blank stays out of the formula. */
export function InputFields({ metric, period, settings, onChange }: Props) {
  const language = useLanguage();
  const parameters = parametersOf(metric);
  const numbers = parameters.filter(({ takes }) => takes === "number");
  const dates = parameters.filter(({ takes }) => takes === "date");
  const row = (parameter: Parameter, label: string, hint?: string) => (
    <ArgumentRow
      key={parameter.name}
      label={label}
      hint={hint}
      required={parameter.required}
      parameter={parameter}
      value={settings.inputs[parameter.name] ?? ""}
      onChange={(value) => onChange({ ...settings, inputs: { ...settings.inputs, [parameter.name]: value } })}
    />
  );
  return (
    <>
      {numbers.length > 0 && (
        <Fields title={language.text("numbers")}>
          {numbers.map((parameter) =>
            row(parameter, parameter.name, describeParameter(metric, parameter, language.locale)),
          )}
        </Fields>
      )}
      {dates.length > 0 && (
        <Fields title={language.text("period")}>
          {metric.period && (
            <TypedRow
              label={language.text("periodWord")}
              value={period}
              problem={period.trim() === "" || readPeriod(period) ? undefined : language.text("notAPeriod")}
              onChange={(value) => onChange({ ...settings, options: { ...settings.options, period: value } })}
            />
          )}
          {dates.map((parameter) =>
            row(parameter, language.text(DATES[parameter.name as keyof typeof DATES])),
          )}
          <Text block size={200}>
            {language.text("dateHint")}
          </Text>
        </Fields>
      )}
    </>
  );
}

const DATES = { from: "dateFrom", to: "dateTo", asOf: "dateAsOf" } as const satisfies Record<string, TextKey>;

interface ArgumentRowProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required: boolean;
  readonly parameter: Parameter;
  readonly value: string;
  onChange(value: string): void;
}

/** Only what can stand in a formula reaches it; anything else is said to be wrong where it stands. */
export function ArgumentRow({ parameter, value, ...row }: ArgumentRowProps) {
  const language = useLanguage();
  const isWrong = value.trim() !== "" && typedArgument(parameter, value) === undefined;
  const problem = isWrong ? language.text(problemOf(parameter), limitsOf(parameter, language)) : undefined;
  return <TypedRow {...row} value={value} problem={problem} />;
}

interface TypedRowProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean;
  readonly value: string;
  readonly problem: string | undefined;
  onChange(value: string): void;
}

export function TypedRow({ label, hint, required, value, problem, onChange }: TypedRowProps) {
  const id = useId();
  return (
    <Row id={id} label={label} required={required}>
      <Field validationState={problem ? "error" : "none"} validationMessage={problem} hint={hint}>
        <Input id={id} size="small" value={value} onChange={(_, data) => onChange(data.value)} />
      </Field>
    </Row>
  );
}

function problemOf(parameter: Parameter): TextKey {
  if (parameter.takes === "date") return "notADate";
  const { min, max } = parameter.takes === "number" ? parameter : {};
  if (min === undefined) return "notANumber";
  return max === undefined ? "numberTooSmall" : "optionOutOfRange";
}

function limitsOf(
  parameter: Parameter,
  { number }: { number(value: number): string },
): Record<string, string> {
  const { min = 0, max = 0 } = parameter.takes === "number" ? parameter : {};
  return { min: number(min), max: number(max) };
}
