import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { openSampleData, toWorkbookError } from "../../workbook";
import { problemText } from "../problem-text";
import { useShell } from "../shell/context";
import { useLanguage } from "../texts";

interface Props {
  readonly why: string;
  /** The one thing to do where there is nothing else. */
  readonly primary?: boolean;
}

/** Opens a new workbook with sample records, for seeing what the metrics do before one's own are mapped. */
export function SampleData({ why, primary = false }: Props) {
  const language = useLanguage();
  const styles = useStyles();
  const { tell } = useShell();
  const [isOpening, setOpening] = useState(false);
  const open = async () => {
    setOpening(true);
    try {
      await openSampleData();
    } catch (problem) {
      tell({ intent: "error", text: problemText(toWorkbookError(problem), language) });
    } finally {
      setOpening(false);
    }
  };
  return (
    <div className={styles.part}>
      <Text size={primary ? 300 : 200} className={styles.why}>
        {why}
      </Text>
      <Button
        size={primary ? "medium" : "small"}
        appearance={primary ? "primary" : "secondary"}
        disabledFocusable={isOpening}
        onClick={() => void (isOpening || open())}
      >
        {language.text("useSampleData")}
      </Button>
    </div>
  );
}

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS },
  why: { color: tokens.colorNeutralForeground2 },
});
