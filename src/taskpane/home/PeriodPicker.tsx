import { makeStyles, Select, tokens } from "@fluentui/react-components";
import type { CalendarSettings } from "../../core/time/periods";
import { useLanguage, type TextKey } from "../texts";
import { periodChoices, ROLLING, THIS_AND_LAST } from "./periods";

export type Against = "previous" | "lastYear";

interface Props {
  readonly period: string;
  readonly against: Against;
  /** The day up to which there is data. */
  readonly day: number;
  readonly calendar: CalendarSettings;
  onPeriod(period: string): void;
  onAgainst(against: Against): void;
}

/** Which period the cards are of, and what it is compared with. */
export function PeriodPicker({ period, against, day, calendar, onPeriod, onAgainst }: Props) {
  const { text } = useLanguage();
  const styles = useStyles();
  const choices = periodChoices(day, calendar);
  const known = new Set<string>([...ROLLING, ...THIS_AND_LAST, ...choices.flatMap(({ labels }) => labels)]);
  return (
    <div className={styles.row}>
      <Select
        size="small"
        aria-label={text("period")}
        className={styles.period}
        value={period}
        onChange={(_, { value }) => onPeriod(value)}
      >
        {!known.has(period) && <option value={period}>{period}</option>}
        {choices.map(({ grain, labels }) => (
          <optgroup key={grain} label={text(GRAINS[grain])}>
            {labels.map((label) => (
              <option key={label} value={label}>
                {label}
              </option>
            ))}
          </optgroup>
        ))}
        <optgroup label={text("rolling")}>
          {[...THIS_AND_LAST, ...ROLLING].map((one) => (
            <option key={one} value={one}>
              {text(PERIOD_TEXTS[one])}
            </option>
          ))}
        </optgroup>
      </Select>
      <Select
        size="small"
        aria-label={text("against")}
        className={styles.against}
        value={against}
        onChange={(_, { value }) => onAgainst(value as Against)}
      >
        <option value="previous">{text("vsPrevious")}</option>
        <option value="lastYear">{text("vsLastYear")}</option>
      </Select>
    </div>
  );
}

/** A rolling period in the person's words; others are written alike everywhere. */
export function periodName(period: string, text: (key: TextKey) => string): string {
  return period in PERIOD_TEXTS ? text(PERIOD_TEXTS[period as keyof typeof PERIOD_TEXTS]) : period;
}

const GRAINS = { quarter: "quarters", month: "months", year: "years" } as const;

const PERIOD_TEXTS = {
  "this month": "thisMonth",
  "last month": "lastMonth",
  "this quarter": "thisQuarter",
  "last quarter": "lastQuarter",
  "this year": "thisYear",
  "last year": "lastYear",
  "last 30 days": "last30Days",
  "last 90 days": "last90Days",
  "last 12 months": "last12Months",
  YTD: "yearToDate",
} as const satisfies Record<(typeof ROLLING)[number] | (typeof THIS_AND_LAST)[number], TextKey>;

const useStyles = makeStyles({
  row: { display: "flex", gap: tokens.spacingHorizontalS, flexGrow: 1, minWidth: 0 },
  period: { flexGrow: 1, flexBasis: 0, minWidth: 0 },
  against: { flexGrow: 1, flexBasis: 0, minWidth: 0 },
});
