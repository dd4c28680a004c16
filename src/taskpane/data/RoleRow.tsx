import { InfoLabel, makeStyles, mergeClasses, Select, Text, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { Role } from "../../core/records/roles";
import { useLanguage } from "../texts";
import { ownEscape } from "../view/escape";
import { columnName } from "./block-name";
import type { Block } from "../../mapping/block";
import type { DraftSource } from "./mapping-draft";
import { percent, reasonsText } from "./reason-text";
import { roleName } from "../../core/role-names";
import { samplesOf } from "./samples";

interface Props {
  readonly source: DraftSource & { readonly block: Block };
  readonly role: Role;
  /** What the role would give, said while no column plays it. */
  readonly gain: string | undefined;
  onChange(column: number | undefined): void;
}

/** Which column plays a role, with the first values of the chosen one and how sure the guess is. */
export function RoleRow({ source, role, gain, onChange }: Props) {
  const { kind, block, guess, roles } = source;
  const language = useLanguage();
  const styles = useStyles();
  const id = useId();
  const chosen = roles.get(role);
  const guessed = guess?.roles.get(role);
  const candidates = guess?.open.get(role) ?? [];
  const isAsked = chosen === undefined && candidates.length > 0;
  const holds = guessed?.column === chosen ? guessed : candidates.find(({ column }) => column === chosen);
  const name = roleName(kind, role, language.locale);
  const others = block.columns.flatMap((_, at) =>
    candidates.some(({ column }) => column === at) ? [] : [at],
  );
  const column = chosen === undefined ? undefined : block.columns[chosen];
  const samples = column && samplesOf(column, language.locale);
  const why = holds && reasonsText(holds.reasons, kind, language);
  const said = samples
    ? samples.length === 0
      ? language.text("columnBlank")
      : samples.join(" · ")
    : isAsked
      ? language.text("chooseRole")
      : gain;
  return (
    <div className={styles.row}>
      {why ? (
        <div onKeyDown={ownEscape}>
          <InfoLabel
            htmlFor={id}
            size="small"
            className={styles.label}
            info={`${percent(holds.confidence, language)}. ${why}`}
            infoButton={{ "aria-label": language.text("whyColumn", { role: name }), className: styles.info }}
          >
            {name}
          </InfoLabel>
        </div>
      ) : (
        <label htmlFor={id} className={mergeClasses(styles.label, styles.plain)}>
          {name}
        </label>
      )}
      <Select
        id={id}
        size="small"
        value={chosen === undefined ? "" : String(chosen)}
        aria-describedby={`${id}-said`}
        onChange={(_, { value }) => onChange(value === "" ? undefined : Number(value))}
      >
        <option value="">{language.text(isAsked ? "chooseColumn" : "notUsed")}</option>
        {candidates.length > 0 && (
          <optgroup label={language.text("likelyColumns")}>
            {candidates.map(({ column: at, confidence }) => (
              <option key={at} value={at}>
                {`${columnName(block, at, language)} · ${percent(confidence, language)}`}
              </option>
            ))}
          </optgroup>
        )}
        {others.map((at) => (
          <option key={at} value={at}>
            {columnName(block, at, language)}
          </option>
        ))}
      </Select>
      <div id={`${id}-said`} className={styles.said}>
        {isAsked && <span className={styles.asks} aria-hidden="true" />}
        <Text
          size={200}
          className={styles.samples}
          truncate={samples !== undefined}
          wrap={samples === undefined}
        >
          {said}
        </Text>
        {holds && (
          <Text size={200} className={styles.confidence}>
            {percent(holds.confidence, language)}
          </Text>
        )}
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 2fr) minmax(0, 3fr)",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
  },
  label: { overflowWrap: "anywhere", minWidth: 0 },
  plain: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  info: { verticalAlign: "middle" },
  said: {
    gridColumn: 2,
    display: "flex",
    alignItems: "baseline",
    gap: tokens.spacingHorizontalXS,
    minHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  samples: { flexGrow: 1, minWidth: 0, overflow: "hidden" },
  confidence: { flexShrink: 0, fontVariantNumeric: "tabular-nums" },
  asks: {
    flexShrink: 0,
    width: "8px",
    height: "8px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorStatusWarningForeground3,
  },
});
