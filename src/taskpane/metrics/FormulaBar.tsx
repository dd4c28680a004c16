import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useLanguage } from "../texts";
import { FormulaCode } from "../view/FormulaCode";
import { CopyIcon } from "../view/icons";
import { useSharedStyles } from "../view/styles";

interface Props {
  readonly formula: string;
  readonly target: string | undefined;
  /** A table needs the cells around the target as well. */
  readonly spills: boolean;
  readonly inserting: boolean;
  readonly canInsert: boolean;
  onInsert(): void;
  /** The same from the mapped tables, where they allow it. */
  readonly kpi: { readonly formula: string; onInsert(): void } | undefined;
  onCopy(): void;
}

/** What will be inserted, where to, and the one primary button. */
export function FormulaBar(props: Props) {
  const { formula, target, inserting, canInsert, kpi } = props;
  const language = useLanguage();
  const shared = useSharedStyles();
  const styles = useStyles();
  return (
    <>
      <div className={styles.row}>
        <span className={shared.hidden}>{language.text("preview")}</span>
        <FormulaCode formula={formula} className={styles.preview} />
        <Button
          appearance="subtle"
          icon={<CopyIcon />}
          aria-label={language.text("copy")}
          title={language.text("copy")}
          onClick={props.onCopy}
        />
      </div>
      <div className={styles.row}>
        <Text size={200} className={styles.target} truncate wrap={false} title={target}>
          {target === undefined
            ? language.text("intoSelected")
            : language.text(props.spills ? "intoCellTable" : "intoCell", {
                // Beside two buttons there is no room for the sheet, which is the one looked at.
                cell: kpi ? target.slice(target.lastIndexOf("!") + 1) : target,
              })}
        </Text>
        {kpi && (
          <Button
            className={styles.insert}
            disabledFocusable={!canInsert || inserting}
            title={kpi.formula}
            onClick={kpi.onInsert}
          >
            {language.text("insertKpi")}
          </Button>
        )}
        <Button
          appearance="primary"
          className={styles.insert}
          disabledFocusable={!canInsert || inserting}
          onClick={props.onInsert}
        >
          {language.text(inserting ? "inserting" : "insert")}
        </Button>
      </div>
    </>
  );
}

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  preview: {
    flexGrow: 1,
    minWidth: 0,
    display: "-webkit-box",
    overflow: "hidden",
    WebkitLineClamp: 2,
    WebkitBoxOrient: "vertical",
    color: tokens.colorNeutralForeground2,
  },
  insert: { flexShrink: 0, whiteSpace: "nowrap" },
  target: { flexGrow: 1, minWidth: 0, color: tokens.colorNeutralForeground2, overflow: "hidden" },
});
