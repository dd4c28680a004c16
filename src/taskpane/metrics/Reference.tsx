import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import type { Metric } from "../../core/metrics/metric";
import {
  describeMetric,
  helperReferences,
  referenceTexts,
  type ArgumentText,
  type ExampleResult,
  type OptionText,
} from "../../reference";
import type { Entry } from "../entries";
import { separatedBy } from "../formula/formula";
import { useLanguage } from "../texts";
import { FormulaCode } from "../view/FormulaCode";
import { Part } from "../view/Part";
import { useSharedStyles } from "../view/styles";

interface Props {
  readonly entry: Entry;
  /** What parts arguments in this Excel. */
  readonly separator: "," | ";";
}

/** What the reference says about a metric or a helper: how it is counted, arguments, options, errors, and an example. */
export function Reference({ entry, separator }: Props) {
  const { locale } = useLanguage();
  if (entry.is === "metric") return <MetricReference metric={entry.metric} separator={separator} />;
  const about = helperReferences(locale).find(({ id }) => id === entry.id);
  if (about === undefined) return null;
  return (
    <>
      <Example {...about.example} separator={separator} />
      <Arguments list={about.arguments} />
    </>
  );
}

function MetricReference({ metric, separator }: Pick<Props, "separator"> & { readonly metric: Metric }) {
  const { locale } = useLanguage();
  const styles = useStyles();
  const shared = useSharedStyles();
  const texts = referenceTexts[locale];
  const about = describeMetric(metric, locale);
  return (
    <>
      <Part title={texts.formula}>
        {about.formula}
        <Text block size={200} className={styles.quiet}>
          {about.spills ? texts.spills : `${about.unit}; ${texts[about.better]}`}
        </Text>
      </Part>
      {about.disagree && <Part title={texts.otherReadings}>{about.disagree}</Part>}
      <Example {...about.example} separator={separator} />
      <Arguments list={about.arguments} />
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
      {about.errors.length > 0 && (
        <Part title={texts.errors}>
          <dl className={styles.list}>
            {about.errors.map(({ code, text }) => (
              <div key={code + text}>
                <dt className={shared.code}>{code}</dt>
                <dd className={styles.meaning}>{text}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      <Part title={texts.source}>{about.source}</Part>
    </>
  );
}

interface ExampleProps extends Pick<Props, "separator"> {
  readonly formula: string;
  readonly result?: ExampleResult;
}

function Example({ formula, result, separator }: ExampleProps) {
  const { locale } = useLanguage();
  const shared = useSharedStyles();
  return (
    <Part title={referenceTexts[locale].example}>
      <FormulaCode formula={separatedBy(separator, formula)} className={shared.codeBlock} />
      {result !== undefined && <Result result={result} />}
    </Part>
  );
}

function Arguments({ list }: { readonly list: readonly ArgumentText[] }) {
  const { locale } = useLanguage();
  const styles = useStyles();
  const shared = useSharedStyles();
  const texts = referenceTexts[locale];
  return (
    <Part title={texts.arguments}>
      <dl className={styles.list}>
        {list.map(({ name, required, table, text }) => (
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
  const language = useLanguage();
  const styles = useStyles();
  if (typeof result === "string") {
    const isText = result.includes("\n");
    return <div className={isText ? styles.lines : styles.result}>{result}</div>;
  }
  const [head = [], ...rows] = result;
  return (
    // wide tables scroll by keyboard too
    <div className={styles.wide} role="region" aria-label={language.text("exampleTable")} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={column} className={styles.cell}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column} className={mergeClasses(styles.cell, column > 0 && styles.number)}>
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
  lines: {
    marginTop: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: "pre-line",
  },
  wide: { overflowX: "auto", marginTop: tokens.spacingVerticalXS },
  table: { borderCollapse: "collapse", fontSize: tokens.fontSizeBase200, fontVariantNumeric: "tabular-nums" },
  cell: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: "nowrap",
    textAlign: "start",
  },
  number: { textAlign: "end" },
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
