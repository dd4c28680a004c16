import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import type { Metric } from "../../core/metrics/metric";
import { describeMetric, referenceTexts, type ExampleResult, type OptionText } from "../../reference";
import { useLanguage } from "../texts";
import { FormulaCode } from "./FormulaCode";
import { Part } from "./Part";
import { useSharedStyles } from "./styles";

interface Props {
  readonly metric: Metric;
  /** Under a helper the metric's definition is not yet said. */
  readonly isTopic: boolean;
}

/** What the reference says about a metric: how it is counted, its arguments, options, errors, and an example. */
export function Reference({ metric, isTopic }: Props) {
  const { locale } = useLanguage();
  const styles = useStyles();
  const shared = useSharedStyles();
  const texts = referenceTexts[locale];
  const about = describeMetric(metric, locale);
  return (
    <>
      {!isTopic && (
        <Text block>
          <b>{about.name}.</b> {about.definition}
        </Text>
      )}
      <Part title={texts.formula}>
        {about.formula}
        <Text block size={200} className={styles.quiet}>
          {[about.spills ? texts.spills : about.unit, ...(about.spills ? [] : [texts[about.better]])].join(
            "; ",
          )}
        </Text>
      </Part>
      {about.disagree && <Part title={texts.otherReadings}>{about.disagree}</Part>}
      <Part title={texts.example}>
        <FormulaCode formula={about.example.formula} className={styles.code} />
        {about.example.result !== undefined && <Result result={about.example.result} />}
      </Part>
      <Part title={texts.arguments}>
        <dl className={styles.list}>
          {about.arguments.map(({ name, required, table, text }) => (
            <div key={name}>
              <dt>
                <span className={shared.code}>{name}</span>
                <span className={styles.mark}>
                  {[...(table ? [table] : []), ...(required ? [texts.required] : [])].join(", ")}
                </span>
              </dt>
              <dd className={styles.meaning}>{text}</dd>
            </div>
          ))}
        </dl>
      </Part>
      {about.options.length > 0 && (
        <Part title={texts.options}>
          <dl className={styles.list}>
            {about.options.map((option) => (
              <div key={option.name}>
                <dt className={shared.code}>{option.name}</dt>
                <dd className={styles.meaning}>
                  <OptionValues option={option} />
                </dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      <Part title={texts.errors}>
        {about.errors.length === 0 ? (
          texts.noOwnErrors
        ) : (
          <dl className={styles.list}>
            {about.errors.map(({ code, text }) => (
              <div key={code + text}>
                <dt className={shared.code}>{code}</dt>
                <dd className={styles.meaning}>{text}</dd>
              </div>
            ))}
          </dl>
        )}
      </Part>
      <Part title={texts.source}>{about.source}</Part>
    </>
  );
}

function OptionValues({ option: { values, form, fallback } }: { readonly option: OptionText }) {
  const { locale, number } = useLanguage();
  const shared = useSharedStyles();
  const texts = referenceTexts[locale];
  if (values.length === 0) {
    return (
      <>
        {form}
        {fallback !== undefined && `; ${texts.default}: ${number(fallback)}`}
      </>
    );
  }
  return values.map(({ value, aliases }, index) => (
    <div key={value}>
      <span className={shared.code}>{value}</span>
      {aliases.length > 0 && ` = ${aliases.join(", ")}`}
      {index === 0 && ` (${texts.default})`}
    </div>
  ));
}

function Result({ result }: { readonly result: ExampleResult }) {
  const styles = useStyles();
  const shared = useSharedStyles();
  if (typeof result === "string") return <div className={styles.result}>{result}</div>;
  return (
    <div className={styles.wide}>
      <table className={mergeClasses(shared.code, styles.table)}>
        <tbody>
          {result.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column} className={styles.cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  code: {
    display: "block",
    marginTop: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  result: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} 0`,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
    "::before": {
      content: '"= "',
      color: tokens.colorNeutralForeground2,
      fontWeight: tokens.fontWeightRegular,
    },
  },
  wide: { overflowX: "auto", marginTop: tokens.spacingVerticalXS },
  table: { borderCollapse: "collapse" },
  cell: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: "nowrap",
  },
  list: { margin: `${tokens.spacingVerticalXXS} 0 0`, display: "grid", gap: tokens.spacingVerticalXS },
  mark: {
    marginLeft: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontStyle: "italic",
  },
  meaning: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});
