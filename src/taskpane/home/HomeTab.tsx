import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState } from "react";
import { localNow } from "../../dataset/clock";
import { currencyOf } from "../../dataset/currency";
import { lastDayOf } from "../../dataset/last-day";
import type { HeldData } from "../../dataset/mapped-data";
import { useMapped } from "../mapped";
import { useShell } from "../shell/context";
import { TabFooter } from "../shell/TabFooter";
import { useLanguage } from "../texts";
import { EmptyTab } from "../view/EmptyTab";
import { RefreshIcon } from "../view/icons";
import { ReadingState } from "../view/ReadingState";
import { Skeletons } from "../view/Skeletons";
import { TabBody } from "../view/TabBody";
import { CardDetail } from "./CardDetail";
import { cardMetrics } from "./headlines";
import { MetricCard } from "./MetricCard";
import { defaultPeriod, homePeriods } from "./periods";
import { PeriodPicker, periodName, type Against } from "./PeriodPicker";
import { readingText } from "./reading-text";
import { useCards } from "./use-cards";

/** The headline metrics of the chosen period. */
export function HomeTab() {
  const { workbook, goTo } = useShell();
  const { state, held } = useMapped();
  const language = useLanguage();
  if (workbook.status === "outside" || state.status === "unmapped")
    return <EmptyTab heading="homeEmptyTitle" promise="homeEmpty" />;
  if (held !== undefined) return <Cards held={held} />;
  return (
    <>
      <TabBody>
        <ReadingState onMend={() => goTo("data")} />
        {state.status !== "failed" && <Skeletons label={language.text("reading")} />}
      </TabBody>
      <TabFooter />
    </>
  );
}

function Cards({ held }: { readonly held: HeldData }) {
  const language = useLanguage();
  const styles = useStyles();
  const { goTo } = useShell();
  const { service, state } = useMapped();
  const today = Math.floor(localNow());
  const { settings } = held.mapping;
  const calendar = useMemo(
    () => ({ fiscalYearStart: settings.fiscalYearStart, weekStart: settings.weekStart }),
    [settings.fiscalYearStart, settings.weekStart],
  );
  const day = useMemo(() => lastDayOf(held.dataset, today), [held, today]);
  const [chosenPeriod, setPeriod] = useState<string>();
  const [against, setAgainst] = useState<Against>("previous");
  const [openId, setOpenId] = useState<string>();
  const period = chosenPeriod ?? defaultPeriod(day, calendar);
  const periods = useMemo(() => homePeriods(period, today, calendar), [period, today, calendar]);
  const metrics = useMemo(
    () => cardMetrics(held.dataset, settings.favourites ?? []),
    [held, settings.favourites],
  );
  const { cards, isBusy } = useCards(held, metrics, periods, today);
  const writing = useMemo(() => ({ language, currency: currencyOf(held) }), [language, held]);
  const opened = useRef<HTMLButtonElement>(null);
  const last = useRef<string>(undefined);

  // Back from the details the focus is where it was.
  useEffect(() => {
    if (openId === undefined && last.current !== undefined) opened.current?.focus();
    last.current = openId;
  }, [openId]);
  const [returnTo, setReturnTo] = useState<string>();

  const card = openId === undefined ? undefined : cards.get(openId);
  if (card !== undefined && periods !== undefined) {
    return (
      <CardDetail
        card={card}
        held={held}
        today={today}
        periods={periods}
        chosen={period}
        periodName={periodName(period, language.text)}
        writing={writing}
        onBack={() => setOpenId(undefined)}
      />
    );
  }
  const shown = metrics.filter(({ id }) => cards.has(id));
  return (
    <>
      <div className={styles.head}>
        <PeriodPicker
          period={period}
          against={against}
          day={day}
          calendar={calendar}
          onPeriod={setPeriod}
          onAgainst={setAgainst}
        />
        <Button
          appearance="subtle"
          size="small"
          icon={<RefreshIcon />}
          aria-label={language.text("readAgain")}
          title={language.text("readAgain")}
          disabledFocusable={state.status === "reading"}
          onClick={() => void service?.refresh()}
        />
      </div>
      <TabBody>
        <Text size={200} className={styles.quiet}>
          {readingText(held, periods?.toDate === true, language)}
        </Text>
        <ReadingState onMend={() => goTo("data")} />
        {metrics.length === 0 && <Text>{language.text("noCards")}</Text>}
        <div className={styles.grid} aria-busy={isBusy}>
          {shown.map(({ id }) => {
            const one = cards.get(id);
            return (
              one && (
                <MetricCard
                  key={id}
                  ref={id === returnTo ? opened : undefined}
                  card={one}
                  against={against}
                  than={language.text(against === "previous" ? "periodBefore" : "yearBefore")}
                  writing={writing}
                  onOpen={() => {
                    setReturnTo(id);
                    setOpenId(id);
                  }}
                />
              )
            );
          })}
        </div>
        {shown.length < metrics.length && (
          <Skeletons
            label={language.text("calculating")}
            count={Math.min(3, metrics.length - shown.length)}
          />
        )}
      </TabBody>
      <TabFooter />
    </>
  );
}

const useStyles = makeStyles({
  head: {
    flexShrink: 0,
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(148px, 1fr))",
    gap: tokens.spacingHorizontalS,
  },
});
