import { Label, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { useLanguage } from "../texts";
import { Fold } from "../view/Fold";
import { className } from "./class-names";
import type { DraftSource } from "./mapping-draft";
import { roleName } from "./role-names";
import { decide, defaultClass, unknownCount, wordsOf, type RoleWords, type WordMeaning } from "./words";

interface Props {
  readonly source: DraftSource;
  onChange(words: DraftSource["words"]): void;
}

/** What the words of a status, type or source column are taken for; any of them can be said otherwise. */
export function WordsPart({ source, onChange }: Props) {
  return (
    <>
      {wordsOf(source).map((words) => (
        <RoleWordsFold
          key={words.role}
          source={source}
          roleWords={words}
          onChoose={(meaning, chosen) => onChange(decide(source.words, words.role, meaning, chosen))}
        />
      ))}
    </>
  );
}

interface FoldProps {
  readonly source: DraftSource;
  readonly roleWords: RoleWords;
  onChoose(meaning: WordMeaning, chosen: string | undefined): void;
}

function RoleWordsFold({ source, roleWords, onChoose }: FoldProps) {
  const { locale, text, plural } = useLanguage();
  const { role, words } = roleWords;
  const unknown = unknownCount(roleWords);
  const fallback = defaultClass(source.kind, role);
  const title = [
    text("wordsOf", { role: roleName(source.kind, role, locale) }),
    unknown === 0 ? text("wordsKnown") : plural("wordsUnknown", unknown),
  ].join(": ");
  return (
    <Fold title={title} startsOpen={unknown > 0 && fallback === undefined}>
      {words.map((meaning) => (
        <WordRow
          key={meaning.word}
          meaning={meaning}
          classes={roleWords.classes}
          fallback={fallback}
          onChoose={(chosen) => onChoose(meaning, chosen)}
        />
      ))}
    </Fold>
  );
}

interface RowProps {
  readonly meaning: WordMeaning;
  readonly classes: readonly string[];
  readonly fallback: string | undefined;
  onChoose(chosen: string | undefined): void;
}

function WordRow({ meaning, classes, fallback, onChoose }: RowProps) {
  const { locale, number, text } = useLanguage();
  const styles = useStyles();
  const id = useId();
  const { word, count, usual, decided } = meaning;
  const standing = usual ?? fallback;
  const offered = [...new Set([...classes, ...(usual ? [usual] : [])])];
  return (
    <div className={styles.row}>
      <Label htmlFor={id} size="small" className={styles.word}>
        {word} <Text className={styles.count}>{number(count)}</Text>
      </Label>
      <Select
        id={id}
        size="small"
        value={decided ?? standing ?? ""}
        onChange={(_, { value }) => onChoose(value === "" ? undefined : value)}
      >
        {standing === undefined && <option value="">{text("wordNoClass")}</option>}
        {offered.map((one) => (
          <option key={one} value={one}>
            {className(one, locale)}
          </option>
        ))}
      </Select>
    </div>
  );
}

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
  word: { overflowWrap: "anywhere" },
  count: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});
