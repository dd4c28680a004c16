import { Button, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { useId, useState, type ReactNode } from "react";
import { kinds, type Role } from "../../core/records/roles";
import type { Block } from "../../mapping/block";
import { kindName } from "../../reference";
import { useLanguage, type Language } from "../texts";
import { Fold } from "../view/Fold";
import { CheckIcon, ChevronDownIcon, ChevronIcon, DismissIcon } from "../view/icons";
import { blockName } from "./block-name";
import { ambiguousDate, DateOrderPart } from "./DateOrderPart";
import { bestGains, gainText, shortList } from "./gain-text";
import { GoneColumns } from "./GoneColumns";
import { keyOf, openQuestions, withColumn, type DraftSource } from "./mapping-draft";
import { needOf, type MappedRoles } from "./possible";
import { readingNotes } from "./reading-notes";
import { kindReasonsText, percent } from "./reason-text";
import { roleName } from "../../core/role-names";
import { RoleRow } from "./RoleRow";
import { WordsPart } from "./WordsPart";

interface Props {
  readonly source: DraftSource;
  /** Unfolded from the start; one that asks something is anyway. */
  readonly startsOpen: boolean;
  readonly blocks: readonly Block[];
  /** Names of the tables that may have taken the place of one that is gone. */
  readonly likely: readonly string[];
  readonly mapped: MappedRoles;
  /** It stands in the workbook as it is shown. */
  readonly isSaved: boolean;
  onChange(source: DraftSource): void;
  onBlock(block: Block): void;
  onSelection(): void;
  onRemove(): void;
  /** What is wrong with its records. */
  readonly children?: ReactNode;
}

/** One table and what it is: which columns play which roles, and what its words mean. */
export function SourceCard(props: Props) {
  const { source, blocks, likely, mapped, onChange } = props;
  const { kind, block, guess, roles } = source;
  const language = useLanguage();
  const styles = useStyles();
  const id = useId();
  const name = kindName(kind, language.locale);
  const [isOpen, setOpen] = useState(props.startsOpen || asksSomething(source));
  const all = (Object.keys(kinds[kind]) as Role[]).filter((role) => source.gone?.has(role) !== true);
  const shown = all.filter((role) => isShown(source, role));
  const others = all.filter((role) => !shown.includes(role) && needOf(kind, role) !== "unused");
  const [used, rest] = [others.filter((role) => roles.has(role)), others.filter((role) => !roles.has(role))];
  const row = (role: Role) =>
    block && (
      <RoleRow
        key={role}
        source={{ ...source, block }}
        role={role}
        gain={gainText(kind, role, mapped, language)}
        onChange={(column) => onChange({ ...source, roles: withColumn(roles, role, column) })}
      />
    );
  const isLikely = likely.flatMap((one) => blocks.find(({ place }) => place.table?.name === one) ?? []);
  const option = (one: Block) => (
    <option key={keyOf(kind, one)} value={keyOf(kind, one)}>
      {blockName(one, language)}
    </option>
  );
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.top}>
        <h2 id={id} className={styles.name}>
          <Button
            appearance="transparent"
            className={styles.unfold}
            icon={isOpen ? <ChevronDownIcon /> : <ChevronIcon />}
            aria-expanded={isOpen}
            aria-controls={`${id}-body`}
            onClick={() => setOpen(!isOpen)}
          >
            {name}
          </Button>
        </h2>
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
      {!isOpen && (
        <Text size={200} block className={styles.quiet}>
          {summary(source, language)}
        </Text>
      )}
      <div id={`${id}-body`} className={styles.body} hidden={!isOpen}>
        {isOpen && (
          <>
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
              {block === undefined && isLikely.length > 0 && (
                <optgroup label={language.text("likelyTables")}>{isLikely.map(option)}</optgroup>
              )}
              {(block && !blocks.includes(block) ? [...blocks, block] : blocks)
                .filter((one) => block !== undefined || !isLikely.includes(one))
                .map(option)}
              <option value={SELECTION}>{language.text("useSelection")}</option>
            </Select>
            {source.saved && block === undefined && (
              <div className={styles.gone}>
                <Text size={200}>
                  {language.text("sourceGone", {
                    name: source.saved.place.table?.name ?? source.saved.place.sheet,
                  })}
                </Text>
                <Button size="small" onClick={props.onRemove}>
                  {language.text("leaveOut")}
                </Button>
              </div>
            )}
            {block && source.gone && <GoneColumns source={{ ...source, block }} onChange={onChange} />}
            {guess && guess.reasons.length > 0 && !props.isSaved && (
              <Text size={200} block className={styles.quiet}>
                {kindReasonsText(guess.reasons, kind, language)}
              </Text>
            )}
            {shown.map(row)}
            {block && (
              <DateOrderPart source={source} onChange={(dateOrder) => onChange({ ...source, dateOrder })} />
            )}
            {readingNotes(source, language).map((note) => (
              <Text key={note} size={200} block className={styles.quiet}>
                {note}
              </Text>
            ))}
            <WordsPart source={source} onChange={(words) => onChange({ ...source, words })} />
            {block &&
              bestGains(kind, rest, mapped, language).map((gain) => (
                <Text key={gain} size={200} block className={styles.quiet}>
                  {gain}
                </Text>
              ))}
            {block && others.length > 0 && (
              <Fold title={optionalTitle(used.length, others.length, language)}>
                {[...used, ...rest].map(row)}
              </Fold>
            )}
          </>
        )}
      </div>
      {props.children}
    </section>
  );
}

/** Something that only the person can say. */
function asksSomething(source: DraftSource): boolean {
  const { block, guess, roles, saved } = source;
  if (block === undefined) return true;
  if (saved !== undefined) return openQuestions(source).length > 0;
  return (
    [...(guess?.open.keys() ?? [])].some(
      (role) => !roles.has(role) && needOf(source.kind, role) === "needed",
    ) || ambiguousDate(source) !== undefined
  );
}

/** "Deals · 601 rows · Customer, Owner, Status and 11 more" */
function summary({ kind, block, roles }: DraftSource, language: Language): string {
  if (block === undefined) return language.text("chooseSource");
  const names = (Object.keys(kinds[kind]) as Role[])
    .filter((role) => roles.has(role))
    .map((role) => roleName(kind, role, language.locale));
  return `${blockName(block, language)} · ${shortList(names, language)}`;
}

/** Instead of a block's key. */
const SELECTION = "#selection";

/** What metrics can't do without, where the table has or may have it; the rest is folded away. */
function isShown({ kind, roles, guess, saved }: DraftSource, role: Role): boolean {
  if (guess?.open.has(role)) return true;
  const isKnown = roles.has(role) || guess?.roles.has(role) === true || saved?.roles[role] !== undefined;
  return isKnown && needOf(kind, role) === "needed";
}

function optionalTitle(used: number, all: number, { plural, text, number }: Language): string {
  return `${plural("moreColumns", all)} · ${text("moreUsed", { count: number(used) })}`;
}

const useStyles = makeStyles({
  card: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)", // names of sheets are long
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  top: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, margin: 0, minWidth: 0, fontSize: "inherit" },
  unfold: {
    paddingLeft: 0,
    minWidth: 0,
    justifyContent: "flex-start",
    fontWeight: tokens.fontWeightSemibold,
  },
  body: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
    "&[hidden]": { display: "none" },
  },
  gone: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  saved: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorStatusSuccessForeground1,
  },
});
