import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { parametersOf, describeParameter } from "../../core/metrics/parameters";
import type { Source } from "../../workbook";
import type { Draft, Settings } from "../draft";
import { entryDefinition, entryName, type Entry } from "../entries";
import { useLanguage } from "../texts";
import { DataFields } from "./DataFields";
import { ownEscape } from "./escape";
import { FormulaCode } from "./FormulaCode";
import { BackIcon } from "./icons";
import { OptionFields } from "./OptionFields";
import { useSharedStyles } from "./styles";

interface Props {
  readonly entry: Entry;
  readonly draft: Draft;
  readonly formula: string;
  readonly sources: readonly Source[];
  readonly settings: Settings;
  /** Beside the list there is nothing to go back to. */
  readonly wide: boolean;
  onChange(settings: Settings): void;
  onBack(): void;
  onInsert(): void;
}

/** Everything about one metric, and the choices its formula is made of. */
export function Detail(props: Props) {
  const { entry, draft, formula, wide } = props;
  const language = useLanguage();
  const shared = useSharedStyles();
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const { metric } = draft;
  const text = entry.is === "metric" ? metric?.text[language.locale] : undefined;
  const readsColumns = entry.is === "metric" || entry.id === "BY" || entry.id === "EXPLAIN";

  useEffect(() => {
    if (!wide) heading.current?.focus();
  }, [entry.id, wide]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      ownEscape(event);
      props.onBack();
    } else if (event.key === "Enter" && event.target === heading.current) {
      event.preventDefault();
      props.onInsert();
    }
  };

  return (
    <section className={styles.detail} aria-labelledby="detail-name" onKeyDown={onKeyDown}>
      <div className={styles.top}>
        {!wide && (
          <Button
            appearance="subtle"
            icon={<BackIcon />}
            aria-label={language.text("back")}
            title={language.text("back")}
            onClick={props.onBack}
          />
        )}
        <Text
          as="h2"
          id="detail-name"
          ref={heading}
          tabIndex={-1}
          weight="semibold"
          size={400}
          className={styles.name}
        >
          {entryName(entry, language.locale)}
        </Text>
      </div>
      <div className={mergeClasses(styles.body, wide && styles.roomy)}>
        <Text block>{entryDefinition(entry, language.locale)}</Text>
        {text && <Part title={language.text("formula")}>{text.formula}</Part>}
        {metric && (entry.is === "helper" || props.sources.length > 0) && (
          <DataFields
            entry={entry}
            metric={metric}
            draft={draft}
            sources={readsColumns ? props.sources : undefined}
            settings={props.settings}
            onChange={props.onChange}
          />
        )}
        {metric && readsColumns && (
          <OptionFields metric={metric} settings={props.settings} onChange={props.onChange} />
        )}
        <Part title={language.text("toInsert")}>
          <FormulaCode formula={formula} className={styles.code} />
        </Part>
        {entry.is === "metric" && (
          <Part title={language.text("otherArguments")}>
            <Text block size={200}>
              {language.text("otherArgumentsHow")}
            </Text>
            <dl className={styles.list}>
              {parametersOf(entry.metric)
                .filter(({ takes }) => takes === "number" || takes === "date")
                .map((parameter) => (
                  <div key={parameter.name}>
                    <dt className={shared.code}>{parameter.name}</dt>
                    <dd className={styles.meaning}>
                      {describeParameter(entry.metric, parameter, language.locale)}
                    </dd>
                  </div>
                ))}
            </dl>
          </Part>
        )}
        {text?.disagree && <Part title={language.text("otherReadings")}>{text.disagree}</Part>}
        {entry.is === "metric" && <Part title={language.text("source")}>{entry.metric.source}</Part>}
      </div>
    </section>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div>
      <Text as="h3" block weight="semibold" size={200} className={styles.title}>
        {title}
      </Text>
      <Text as="span" block className={styles.text}>
        {children}
      </Text>
    </div>
  );
}

const useStyles = makeStyles({
  detail: { display: "flex", flexDirection: "column", minHeight: 0, flexGrow: 1 },
  top: {
    flexShrink: 0,
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    minHeight: "32px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    ":focus": { outlineStyle: "none" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}`,
  },
  roomy: { paddingRight: tokens.spacingHorizontalXL },
  title: { margin: 0, color: tokens.colorNeutralForeground2 },
  text: { overflowWrap: "anywhere" },
  code: {
    display: "block",
    marginTop: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, display: "grid", gap: tokens.spacingVerticalXS },
  meaning: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});
