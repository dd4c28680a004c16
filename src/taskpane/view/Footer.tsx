import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarActions,
  Text,
  tokens,
} from "@fluentui/react-components";
import type { Notice } from "../problem-text";
import { useLanguage } from "../texts";
import { FormulaCode } from "./FormulaCode";
import { CopyIcon, DismissIcon } from "./icons";
import { useSharedStyles } from "./styles";

interface Props {
  readonly formula: string;
  readonly target: string | undefined;
  /** A table needs the cells around the target as well. */
  readonly spills: boolean;
  readonly notice: Notice | undefined;
  readonly inserting: boolean;
  readonly canInsert: boolean;
  onInsert(): void;
  onCopy(): void;
  onRetry: (() => void) | undefined;
  onDismiss: (() => void) | undefined;
}

/** What will be inserted, where to, and the one primary button. It never scrolls away. */
export function Footer(props: Props) {
  const { formula, target, notice, inserting, canInsert } = props;
  const language = useLanguage();
  const shared = useSharedStyles();
  const styles = useStyles();
  return (
    <footer className={styles.footer}>
      {notice && (
        <MessageBar intent={notice.intent} layout="multiline" className={styles.notice}>
          <MessageBarBody className={styles.words}>{notice.text}</MessageBarBody>
          {props.onRetry ? (
            <MessageBarActions>
              <Button size="small" onClick={props.onRetry}>
                {language.text("retry")}
              </Button>
            </MessageBarActions>
          ) : (
            props.onDismiss && (
              <MessageBarActions
                containerAction={
                  <Button
                    appearance="transparent"
                    size="small"
                    icon={<DismissIcon />}
                    aria-label={language.text("dismiss")}
                    onClick={props.onDismiss}
                  />
                }
              />
            )
          )}
        </MessageBar>
      )}
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
        <Text size={200} className={styles.target} truncate wrap={false}>
          {target === undefined
            ? language.text("intoSelected")
            : language.text(props.spills ? "intoCellTable" : "intoCell", { cell: target })}
        </Text>
        <Button
          appearance="primary"
          className={styles.insert}
          disabledFocusable={!canInsert || inserting}
          onClick={props.onInsert}
        >
          {language.text(inserting ? "inserting" : "insert")}
        </Button>
      </div>
    </footer>
  );
}

const useStyles = makeStyles({
  footer: {
    flexShrink: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  notice: { maxHeight: "108px", overflowY: "auto", flexShrink: 0 },
  words: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
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
