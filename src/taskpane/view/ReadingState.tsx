import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { MappingFault } from "../../dataset/mapped-data";
import { WorkbookError } from "../../workbook";
import { useMapped } from "../mapped";
import { faultText, problemText } from "../problem-text";
import { useLanguage } from "../texts";

/**
 * How the reading of the mapped tables stands: on its way, with a way out, or failed, with a way on; `onMend` leads to where
 * a mapping that no longer fits is mended.
 */
export function ReadingState({ onMend }: { readonly onMend?: () => void }) {
  const language = useLanguage();
  const styles = useStyles();
  const { state, service } = useMapped();
  const isLong = useAfter(state.status === "reading", 1000);
  if (state.status === "reading" && isLong) {
    return (
      <div className={styles.row}>
        <div className={styles.progress}>
          <Text size={200} block>
            {language.text("readingShare", { share: `${Math.round(state.share * 100)} %` })}
          </Text>
          <ProgressBar value={state.share} aria-label={language.text("reading")} />
        </div>
        <Button size="small" onClick={() => service?.cancel()}>
          {language.text("cancel")}
        </Button>
      </div>
    );
  }
  if (state.status !== "failed") return null;
  return (
    <MessageBar intent="error" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.words}>{failureText(state.error, language)}</MessageBarBody>
      <MessageBarActions>
        {onMend && "fault" in state.error && (
          <Button size="small" onClick={onMend}>
            {language.text("mendMapping")}
          </Button>
        )}
        <Button size="small" onClick={() => void service?.refresh()}>
          {language.text("retry")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function failureText(error: WorkbookError | MappingFault, language: ReturnType<typeof useLanguage>): string {
  return error instanceof WorkbookError ? problemText(error, language) : faultText(error, language);
}

/** Whether something has been so for a while. */
function useAfter(is: boolean, milliseconds: number): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!is) return;
    const timer = setTimeout(() => setLong(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [is, milliseconds]);
  return is && long;
}

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  progress: { flexGrow: 1, minWidth: 0, display: "grid", gap: tokens.spacingVerticalXXS },
  bar: { flexShrink: 0 },
  words: {
    minWidth: 0,
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});
