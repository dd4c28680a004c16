import { Button, makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import type { RefreshProgress } from "../../refresh/reports";
import type { Notice } from "../problem-text";
import { TabFooter } from "../shell/TabFooter";
import { useLanguage } from "../texts";
import { useSharedStyles } from "../view/styles";
import { progressText } from "./report-words";

interface Props {
  readonly standing: Notice | undefined;
  readonly progress: RefreshProgress | undefined;
  /** There are reports already. */
  readonly isMade: boolean;
  readonly canRefresh: boolean;
  onRefresh(): void;
  onCancel(): void;
}

/** The button that makes and refreshes the reports, always in reach, and what it is doing. */
export function RefreshFooter({ standing, progress, isMade, canRefresh, onRefresh, onCancel }: Props) {
  const language = useLanguage();
  const styles = useStyles();
  const shared = useSharedStyles();
  const isBusy = progress !== undefined;
  return (
    <TabFooter standing={isBusy ? undefined : standing}>
      {isBusy && (
        <div className={styles.progress}>
          <Text size={200} block className={shared.quiet}>
            {progressText(progress, language)}
          </Text>
          <ProgressBar value={progress.share} aria-label={language.text("refreshProgress")} />
        </div>
      )}
      <div className={shared.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={!canRefresh || isBusy}
          onClick={() => canRefresh && !isBusy && onRefresh()}
        >
          {language.text(isBusy ? "refreshing" : isMade ? "refreshReports" : "createReports")}
        </Button>
        {isBusy && (
          <Button disabledFocusable={progress.isStopping === true} onClick={onCancel}>
            {language.text("stopRefresh")}
          </Button>
        )}
        {!isBusy && !canRefresh && (
          <Text size={200} className={shared.quiet}>
            {language.text("noSheetChosen")}
          </Text>
        )}
      </div>
    </TabFooter>
  );
}

const useStyles = makeStyles({
  progress: { display: "grid", gap: tokens.spacingVerticalXXS },
});
