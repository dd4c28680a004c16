import { Button, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { kinds, type Role } from "../../core/records/roles";
import type { Block } from "../../mapping/block";
import { kindName } from "../../reference";
import { useLanguage } from "../texts";
import { Fold } from "../view/Fold";
import { CheckIcon, DismissIcon } from "../view/icons";
import { blockName } from "./block-name";
import { DateOrderPart } from "./DateOrderPart";
import { bestGains, gainText } from "./gain-text";
import { keyOf, type DraftSource } from "./mapping-draft";
import { needOf, type MappedRoles } from "./possible";
import { percent, reasonsText } from "./reason-text";
import { RoleRow } from "./RoleRow";
import { WordsPart } from "./WordsPart";

interface Props {
  readonly source: DraftSource;
  readonly blocks: readonly Block[];
  readonly mapped: MappedRoles;
  /** It stands in the workbook as it is shown. */
  readonly isSaved: boolean;
  onChange(source: DraftSource): void;
  onBlock(block: Block): void;
  onSelection(): void;
  onRemove(): void;
}

/** One table and what it is: which columns play which roles, and what its words mean. */
export function SourceCard(props: Props) {
  const { source, blocks, mapped, onChange } = props;
  const { kind, block, guess } = source;
  const language = useLanguage();
  const styles = useStyles();
  const id = useId();
  const name = kindName(kind, language.locale);
  const shown = shownRoles(source);
  const rest = (Object.keys(kinds[kind]) as Role[]).filter(
    (role) => !shown.includes(role) && needOf(kind, role) !== "unused",
  );
  const row = (role: Role) =>
    block && (
      <RoleRow
        key={role}
        source={{ ...source, block }}
        role={role}
        gain={gainText(kind, role, mapped, language)}
        onChange={(column) => onChange({ ...source, roles: changed(source.roles, role, column) })}
      />
    );
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.top}>
        <Text as="h2" id={id} weight="semibold" size={300} className={styles.name}>
          {name}
        </Text>
        {props.isSaved ? (
          <span className={styles.saved}>
            <CheckIcon />
            {language.text("savedMark")}
          </span>
        ) : (
          guess && (
            <Text size={200} className={styles.quiet}>
              {language.text("sure", { share: percent(guess.confidence, language) })}
            </Text>
          )
        )}
        <Button
          appearance="subtle"
          size="small"
          icon={<DismissIcon />}
          aria-label={language.text("removeKind", { kind: name })}
          title={language.text("removeKind", { kind: name })}
          onClick={props.onRemove}
        />
      </div>
      <Select
        size="small"
        aria-label={language.text("sourceOf", { kind: name })}
        value={block ? keyOf(kind, block) : ""}
        onChange={(_, { value }) => {
          const next = blocks.find((one) => keyOf(kind, one) === value);
          if (value === SELECTION) props.onSelection();
          else if (next) props.onBlock(next);
        }}
      >
        {block === undefined && <option value="">{language.text("chooseSource")}</option>}
        {(block && !blocks.includes(block) ? [...blocks, block] : blocks).map((one) => (
          <option key={keyOf(kind, one)} value={keyOf(kind, one)}>
            {blockName(one, language)}
          </option>
        ))}
        <option value={SELECTION}>{language.text("useSelection")}</option>
      </Select>
      {source.saved && block === undefined && (
        <Text size={200} block>
          {language.text("sourceGone", { name: source.saved.place.table?.name ?? source.saved.place.sheet })}
        </Text>
      )}
      {guess && guess.reasons.length > 0 && !props.isSaved && (
        <Text size={200} block className={styles.quiet}>
          {reasonsText(guess.reasons, kind, language)}
        </Text>
      )}
      {shown.map(row)}
      {block && (
        <DateOrderPart source={source} onChange={(dateOrder) => onChange({ ...source, dateOrder })} />
      )}
      <WordsPart source={source} onChange={(words) => onChange({ ...source, words })} />
      {bestGains(kind, rest, mapped, language).map((gain) => (
        <Text key={gain} size={200} block className={styles.quiet}>
          {gain}
        </Text>
      ))}
      {block && rest.length > 0 && (
        <Fold title={language.plural("moreColumns", rest.length)}>{rest.map(row)}</Fold>
      )}
    </section>
  );
}

/** Instead of a block's key. */
const SELECTION = "#selection";

/**
 * Roles that a column plays or may play, in the kind's order. One that a person empties stays where it was, so that the
 * row does not jump away from under the hand.
 */
function shownRoles({ kind, roles, guess, saved }: DraftSource): readonly Role[] {
  return (Object.keys(kinds[kind]) as Role[]).filter(
    (role) => roles.has(role) || guess?.roles.has(role) || guess?.open.has(role) || saved?.roles[role],
  );
}

/** A column that already plays another role gives it up, but for dates: closed and expected are often one column. */
function changed(
  roles: DraftSource["roles"],
  role: Role,
  column: number | undefined,
): ReadonlyMap<Role, number> {
  const next = new Map(roles);
  next.delete(role);
  if (column === undefined) return next;
  for (const [other, at] of roles) {
    if (at === column && !(CLOSE_DATES.has(other) && CLOSE_DATES.has(role))) next.delete(other);
  }
  return next.set(role, column);
}

const CLOSE_DATES: ReadonlySet<Role> = new Set<Role>(["closedDate", "expectedCloseDate"]);

const useStyles = makeStyles({
  card: {
    display: "grid",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  top: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, margin: 0, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  saved: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorStatusSuccessForeground1,
  },
});
