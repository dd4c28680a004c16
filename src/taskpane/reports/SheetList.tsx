import { Checkbox, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { REPORT_SHEETS, type SheetId } from "../../reports/plan";
import { reportText } from "../../reports/texts";
import type { ReportSettings } from "../../refresh/report-settings";
import type { ReportSheet, ReportsState } from "../../refresh/reports";
import { useLanguage } from "../texts";
import { Fields } from "../view/Fields";
import { useSharedStyles } from "../view/styles";

interface Props {
  readonly settings: ReportSettings;
  readonly sheets: ReportsState["sheets"];
  readonly isBusy: boolean;
  onChange(settings: ReportSettings): void;
  onGoTo(sheet: ReportSheet): void;
  onRemake(id: SheetId): void;
}

/** The sheets of the report: which ones are wanted, and where they are. */
export function SheetList({ settings, sheets, isBusy, onChange, onGoTo, onRemake }: Props) {
  const { text, locale } = useLanguage();
  const styles = useStyles();
  const shared = useSharedStyles();
  const choose = (id: SheetId, wanted: boolean) =>
    onChange({
      ...settings,
      sheets: REPORT_SHEETS.filter((one) => (one === id ? wanted : settings.sheets.includes(one))),
    });
  return (
    <Fields title={text("reportSheets")}>
      <div>
        {REPORT_SHEETS.map((id) => {
          const sheet = sheets.get(id);
          const name = reportText(locale, id);
          return (
            <div key={id} className={styles.row}>
              <Checkbox
                label={{ children: name, className: styles.name }}
                checked={settings.sheets.includes(id)}
                onChange={(_, { checked }) => choose(id, checked === true)}
              />
              {sheet?.is === "there" && (
                <Link
                  as="button"
                  aria-label={text("goToSheetNamed", { sheet: sheet.name })}
                  onClick={() => onGoTo(sheet)}
                  className={styles.link}
                >
                  {text("goToSheet")}
                </Link>
              )}
              {sheet?.is === "deleted" && (
                <span className={styles.gone}>
                  <Text size={200} className={shared.quiet}>
                    {text("sheetDeleted")}
                  </Text>
                  <Link
                    as="button"
                    disabledFocusable={isBusy}
                    aria-label={text("makeAgainNamed", { sheet: name })}
                    onClick={() => onRemake(id)}
                    className={styles.link}
                  >
                    {text("makeAgain")}
                  </Link>
                </span>
              )}
              {sheet === undefined && sheets.size > 0 && (
                <Text size={200} className={shared.quiet}>
                  {text("sheetNotMade")}
                </Text>
              )}
            </div>
          );
        })}
      </div>
    </Fields>
  );
}

const useStyles = makeStyles({
  row: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minHeight: "28px",
    "& .fui-Checkbox__indicator": {
      margin: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
    },
  },
  name: { padding: `${tokens.spacingVerticalXXS} 0` },
  link: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, flexShrink: 0 },
  gone: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "baseline" },
});
