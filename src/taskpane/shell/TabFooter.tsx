import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Notice } from "../problem-text";
import { useLanguage } from "../texts";
import { DismissIcon } from "../view/icons";
import { useSharedStyles } from "../view/styles";
import { useShell } from "./context";

interface Props {
  /** What has to be said as long as it is so; a passing notice goes before it. */
  readonly standing?: Notice | undefined;
  readonly onRetry?: (() => void) | undefined;
  /** The primary button and what belongs to it. */
  readonly children?: ReactNode;
}

/** Below a tab's scroll area: the message of the moment and the tab's primary button, always in sight. */
export function TabFooter({ standing, onRetry, children }: Props) {
  const { notice, tell } = useShell();
  const language = useLanguage();
  const shared = useSharedStyles();
  const styles = useStyles();
  const shown = notice ?? standing;
  return (
    <>
      {(shown !== undefined || (children != null && children !== false)) && (
        <footer className={styles.footer}>
          {shown && (
            <MessageBar intent={shown.intent} layout="multiline" className={styles.notice}>
              <MessageBarBody className={styles.words}>{shown.text}</MessageBarBody>
              {onRetry ? (
                <MessageBarActions>
                  <Button size="small" onClick={onRetry}>
                    {language.text("retry")}
                  </Button>
                </MessageBarActions>
              ) : (
                notice && (
                  <MessageBarActions
                    containerAction={
                      <Button
                        appearance="transparent"
                        size="small"
                        icon={<DismissIcon />}
                        aria-label={language.text("dismiss")}
                        onClick={() => tell(undefined)}
                      />
                    }
                  />
                )
              )}
            </MessageBar>
          )}
          {children}
        </footer>
      )}
      <div role="status" className={shared.hidden}>
        {shown?.text}
      </div>
    </>
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
  words: {
    minWidth: 0,
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});
