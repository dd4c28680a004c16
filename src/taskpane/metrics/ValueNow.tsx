import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import type { Answer } from "../../core/metrics/ask";
import type { Metric } from "../../core/metrics/metric";
import { localNow } from "../../dataset/clock";
import { currencyOf } from "../../dataset/currency";
import { lastDayOf } from "../../dataset/last-day";
import { deskOf } from "../../dataset/desk";
import type { HeldData } from "../../dataset/mapped-data";
import { refusalText, valueText } from "../home/card-text";
import { canBeAsked } from "../home/headlines";
import { defaultPeriod } from "../home/periods";
import { useLanguage } from "../texts";
import { StarFilledIcon, StarIcon } from "../view/icons";
import { useSharedStyles } from "../view/styles";

interface Props {
  readonly metric: Metric;
  readonly held: HeldData;
  readonly isFavourite: boolean;
  onFavourite(): void;
}

/** The metric in the last quarter of the mapped data, and the star that keeps it on Home. */
export function ValueNow({ metric, held, isFavourite, onFavourite }: Props) {
  const language = useLanguage();
  const styles = useStyles();
  const shared = useSharedStyles();
  const today = Math.floor(localNow());
  const { fiscalYearStart, weekStart } = held.mapping.settings;
  const period = useMemo(
    () => defaultPeriod(lastDayOf(held.dataset, today), { fiscalYearStart, weekStart }),
    [held, today, fiscalYearStart, weekStart],
  );
  const can = canBeAsked(held.dataset, metric);
  const answer = useAnswer(can ? held : undefined, metric.id, period, today);
  if (!can) return null;
  const writing = { language, currency: currencyOf(held) };
  const star = language.text(isFavourite ? "favouriteRemove" : "favouriteAdd");
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <Text size={500} weight="semibold" className={styles.value}>
          {answer === undefined ? "…" : valueText(answer, answer.unit, writing)}
        </Text>
        <Text size={200} className={shared.quiet}>
          {` ${(answer && refusalText(answer, language)) ?? language.text("valueIn", { period })}`}
        </Text>
      </div>
      <Button
        appearance="subtle"
        icon={isFavourite ? <StarFilledIcon /> : <StarIcon />}
        aria-label={star}
        title={star}
        aria-pressed={isFavourite}
        onClick={onFavourite}
      />
    </div>
  );
}

function useAnswer(
  held: HeldData | undefined,
  metric: string,
  period: string,
  today: number,
): Answer | undefined {
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    setAnswer(undefined);
    if (held === undefined) return;
    const timer = setTimeout(() => setAnswer(deskOf(held, today).numbers([{ metric, period }])[0]));
    return () => clearTimeout(timer);
  }, [held, metric, period, today]);
  return answer;
}

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  words: { flexGrow: 1, minWidth: 0 },
  value: { fontVariantNumeric: "tabular-nums" },
});
