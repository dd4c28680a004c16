import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { forwardRef } from "react";
import { isRefusal } from "../../core/result";
import { Change } from "./Change";
import { intervalText, refusalText, valueText, type Writing } from "./card-text";
import { Sparkline } from "./Sparkline";
import type { Card } from "./use-cards";

interface Props {
  readonly card: Card;
  /** What the change is told against, and the name of that period. */
  readonly against: "previous" | "lastYear";
  readonly than: string;
  readonly writing: Writing;
  onOpen(): void;
}

/** One metric at a glance: the number, whether it is good, and whether to believe it. */
export const MetricCard = forwardRef<HTMLButtonElement, Props>(function MetricCard(
  { card, against, than, writing, onOpen },
  ref,
) {
  const styles = useStyles();
  const { metric, answer, trend, target } = card;
  const { language } = writing;
  const { unit, value } = answer;
  const why = refusalText(answer, language);
  const interval = intervalText(answer, unit, writing);
  return (
    <Button ref={ref} appearance="outline" className={styles.card} onClick={onOpen}>
      <Text size={200} className={styles.name}>
        {metric.text[language.locale].name}
      </Text>
      <span className={styles.line}>
        <Text size={500} weight="semibold" className={styles.value}>
          {valueText(answer, unit, writing)}
        </Text>
        <Sparkline values={trend.map((one) => (isRefusal(one.value) ? undefined : one.value))} />
      </span>
      {why === undefined ? (
        <Change
          compared={against === "previous" ? card.vsPrevious : card.vsLastYear}
          unit={unit}
          than={than}
          writing={writing}
        />
      ) : (
        <Text size={200} className={styles.why}>
          {why}
        </Text>
      )}
      {interval !== undefined && (
        <Text size={200} className={styles.quiet}>
          {interval}
        </Text>
      )}
      {target !== undefined && target > 0 && typeof value === "number" && (
        <Text size={200} className={styles.quiet}>
          {language.text("ofTarget", { share: shareText(value / target, language.locale) })}
        </Text>
      )}
    </Button>
  );
});

function shareText(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(share);
}

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    alignItems: "stretch",
    justifyContent: "flex-start",
    minWidth: 0,
    padding: tokens.spacingHorizontalS,
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
  },
  name: { color: tokens.colorNeutralForeground2 },
  line: {
    display: "flex",
    flexWrap: "wrap", // beside a long number there is no room for the bars
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalXS,
  },
  value: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  quiet: { color: tokens.colorNeutralForeground2 },
  why: {
    color: tokens.colorNeutralForeground2,
    display: "-webkit-box",
    overflow: "hidden",
    WebkitLineClamp: 3,
    WebkitBoxOrient: "vertical",
  },
});
