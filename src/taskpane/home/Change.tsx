import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import type { Comparison } from "../../core/metrics/compare";
import type { Unit } from "../../core/metrics/units";
import { changeText, isTold, verdictText, type Writing } from "./card-text";

interface Props {
  readonly compared: Comparison | undefined;
  readonly unit: Unit;
  readonly than: string;
  readonly writing: Writing;
}

/** A change with its sign, an arrow and a word where it can be told, and plain words where it can't. */
export function Change({ compared, unit, than, writing }: Props) {
  const styles = useStyles();
  const { language } = writing;
  if (compared === undefined) {
    return (
      <Text size={200} block className={styles.quiet}>
        {language.text("nothingBefore", { than })}
      </Text>
    );
  }
  const told = isTold(compared);
  const { better, difference } = compared;
  return (
    <Text size={200} block>
      <span
        className={mergeClasses(
          told && better === true && styles.good,
          told && better === false && styles.bad,
        )}
      >
        {told && <span aria-hidden="true">{difference > 0 ? "▲ " : "▼ "}</span>}
        {changeText(compared, unit, writing)}
        {told && ` ${verdictText(compared, language)}`}
      </span>
      <span className={styles.quiet}>
        {` ${language.text("thanPeriod", { than })}`}
        {!told && `: ${verdictText(compared, language)}`}
      </span>
    </Text>
  );
}

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
});
