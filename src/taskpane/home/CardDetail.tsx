import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useState } from "react";
import type { Answer } from "../../core/metrics/ask";
import type { RowsBehind, RowsOfKind } from "../../core/metrics/ask-behind";
import type { Role } from "../../core/records/roles";
import { roleName } from "../../core/role-names";
import { deskOf } from "../../dataset/desk";
import type { HeldData } from "../../dataset/mapped-data";
import { exclusionText, noteText } from "../../core/exclusions";
import type { Draft } from "../draft";
import { formulaText } from "../formula/formula";
import { kpiFormula } from "../formula/kpi-formula";
import { useShell } from "../shell/context";
import { TabFooter } from "../shell/TabFooter";
import { useInsertion } from "../use-insertion";
import { DetailSection } from "../view/DetailSection";
import { FormulaCode } from "../view/FormulaCode";
import { Part } from "../view/Part";
import { ReplaceDialog } from "../view/ReplaceDialog";
import { useSharedStyles } from "../view/styles";
import { TabBody } from "../view/TabBody";
import { BenchmarkPart } from "./BenchmarkPart";
import { Change } from "./Change";
import { FactTable, type Fact } from "./FactTable";
import { numberText, refusalText, valueText, type Writing } from "./card-text";
import type { HomePeriods } from "./periods";
import type { Card } from "./use-cards";
import { useRowsBehind, useShowRows } from "./use-rows-behind";

interface Props {
  readonly card: Card;
  readonly held: HeldData;
  readonly today: number;
  readonly periods: HomePeriods;
  /** The period as chosen, and as formulas take it. */
  readonly chosen: string;
  readonly periodName: string;
  readonly writing: Writing;
  onBack(): void;
}

/** What stands behind a card: definition, counts, what was left out and why, its course, and its formula to insert. */
export function CardDetail(props: Props) {
  const { card, periods, chosen, writing } = props;
  const { language } = writing;
  const { metric, answer, target } = card;
  const { locale } = language;
  const styles = useStyles();
  const shared = useSharedStyles();
  const { workbook, tell, goTo } = useShell();
  const explained = useExplained(props);
  const rows = useRowsBehind(props.held, props.today, metric, periods.period);
  const show = useShowRows(props.held);
  const formula = kpiFormula(metric.id, chosen);
  const draftOf = useCallback(
    (): Draft => ({
      ...{
        formula: kpiFormula(metric.id, chosen),
        metric,
        choices: [],
        group: "",
        period: "",
        spills: false,
      },
      unit: answer.unit,
    }),
    [metric, chosen, answer.unit],
  );
  const insertion = useInsertion(workbook.refresh, draftOf, language, tell);

  const ways: Ways = (of) => {
    const own = rows && of(rows);
    return own?.some((one) => one.rows.length > 0) === true ? () => show(own) : undefined;
  };
  const why = refusalText(answer, language);
  const number = (value: number) => numberText(value, answer.unit, writing);
  return (
    <DetailSection
      name={metric.text[locale].name}
      back={language.text("backHome")}
      beside={
        <Text size={200} className={styles.period}>
          {props.periodName}
        </Text>
      }
      onBack={props.onBack}
      onEnter={() => void insertion.insert()}
    >
      <TabBody>
        <div>
          <Text block size={600} weight="semibold" className={styles.value}>
            {valueText(answer, answer.unit, writing)}
          </Text>
          {why !== undefined && <Text block>{why}</Text>}
          {why === undefined && (
            <>
              <Change
                compared={card.vsPrevious}
                unit={answer.unit}
                than={language.text("periodBefore")}
                writing={writing}
              />
              <Change
                compared={card.vsLastYear}
                unit={answer.unit}
                than={language.text("yearBefore")}
                writing={writing}
              />
            </>
          )}
        </div>
        <Part title={language.text("definition")}>
          <Text block>{metric.text[locale].definition}</Text>
          <Text block size={200} className={shared.quiet}>
            {metric.text[locale].formula}
          </Text>
        </Part>
        <Part title={language.text("behind")}>
          <FactTable rows={factsOf(answer, explained, writing, ways)} />
        </Part>
        {card.benchmark && <BenchmarkPart {...card.benchmark} unit={answer.unit} writing={writing} />}
        <Part title={language.text("course")}>
          <FactTable
            rows={[
              ...periods.trend.map(({ label }, at): [string, string] => {
                const one = card.trend[at];
                return [label, one === undefined ? "—" : valueText(one, one.unit, writing)];
              }),
              [capitalised(language.text("periodBefore")), valueText(card.previous, answer.unit, writing)],
              [capitalised(language.text("yearBefore")), valueText(card.lastYear, answer.unit, writing)],
              ...(target === undefined
                ? []
                : [[language.text("target"), number(target)] as [string, string]]),
            ]}
          />
        </Part>
        <div>
          <Button size="small" onClick={() => goTo("metrics", metric.id)}>
            {language.text("openInMetrics")}
          </Button>
        </div>
      </TabBody>
      <TabFooter>
        <FormulaCode formula={formulaText(formula, workbook.separator)} className={styles.formula} />
        <div className={shared.buttons}>
          <Button
            appearance="primary"
            disabledFocusable={workbook.status !== "ready" || insertion.inserting}
            onClick={() => void insertion.insert()}
          >
            {language.text(insertion.inserting ? "inserting" : "insert")}
          </Button>
          <Text size={200} className={shared.quiet}>
            {workbook.view?.target === undefined
              ? language.text("intoSelected")
              : language.text("intoCell", { cell: workbook.view.target.address })}
          </Text>
        </div>
      </TabFooter>
      <ReplaceDialog
        question={insertion.question}
        onReplace={({ place }) => void insertion.insert(place)}
        onKeep={insertion.withdraw}
      />
    </DetailSection>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What was left out, and why: further passes over the records, made once the details are on the screen. */
function useExplained({ card, held, today, periods }: Props): Answer | undefined {
  const [explained, setExplained] = useState<Answer>();
  const { metric } = card;
  const { period } = periods;
  useEffect(() => {
    const timer = setTimeout(() => setExplained(deskOf(held, today).explain({ metric: metric.id, period })));
    return () => clearTimeout(timer);
  }, [held, today, metric, period]);
  return explained;
}

/** The way to some of the rows behind the number, where there are any. */
type Ways = (of: (rows: RowsBehind) => readonly RowsOfKind[] | undefined) => (() => void) | undefined;

function factsOf(
  answer: Answer,
  explained: Answer | undefined,
  writing: Writing,
  ways: Ways,
): readonly Fact[] {
  const { language } = writing;
  const { text, number, locale } = language;
  const { n, numerator, denominator, interval, unit } = answer;
  const facts: Fact[] = [[text("recordsBehind"), number(n), ways(({ all }) => all)]];
  if (unit === "ratio" && numerator !== undefined && denominator !== undefined) {
    facts.push(
      [text("numerator"), number(numerator), ways((rows) => rows.numerator)],
      [text("denominator"), number(denominator), ways((rows) => rows.denominator)],
    );
  }
  if (interval !== undefined && Number.isFinite(interval.upper - interval.lower)) {
    const ends = [interval.lower, interval.upper].map((end) => numberText(end, unit, writing));
    facts.push([text("interval", { level: number(100 * interval.level) }), ends.join(" – ")]);
  }
  const [first] = answer.metric?.inputs ?? [];
  const kind = first?.input === "column" ? (first.kinds[0] ?? "deal") : "deal";
  const nameOf = (role: string) => roleName(kind, role as Role, locale);
  for (const [reason, count] of Object.entries(explained?.excluded ?? {})) {
    const name = text("leftOut", { reason: exclusionText(reason, locale, nameOf) });
    facts.push([name, number(count), ways(({ leftOut }) => leftOut.get(reason))]);
  }
  for (const note of explained?.notes ?? []) facts.push([noteText(note, locale), ""]);
  return facts;
}

const useStyles = makeStyles({
  period: { color: tokens.colorNeutralForeground2, paddingRight: tokens.spacingHorizontalS },
  value: { fontVariantNumeric: "tabular-nums" },
  formula: { color: tokens.colorNeutralForeground2 },
});
