import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { LogEntry } from "../../reports/registry";
import { useLanguage } from "../texts";
import { Fold } from "../view/Fold";
import { useSharedStyles } from "../view/styles";
import { logText, momentText } from "./report-words";

/** When reports were refreshed, and how that went. */
export function RefreshLog({ log }: { readonly log: readonly LogEntry[] }) {
  const language = useLanguage();
  const styles = useStyles();
  const shared = useSharedStyles();
  if (log.length === 0) return null;
  return (
    <Fold title={language.text("refreshLog")}>
      <ol className={styles.list}>
        {log.map((entry, index) => (
          <li key={index}>
            <Text size={200} className={shared.quiet}>
              {language.text("logEntry", {
                when: momentText(entry.at, language),
                outcome: logText(entry, language),
              })}
            </Text>
          </li>
        ))}
      </ol>
    </Fold>
  );
}

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: tokens.spacingVerticalXXS },
});
