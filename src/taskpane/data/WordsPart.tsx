import { Label, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { useLanguage } from "../texts";
import { Fields } from "../view/Fields";
import { Fold } from "../view/Fold";
import { className } from "./class-names";
import type { DraftSource } from "./mapping-draft";
import { roleName } from "../../core/role-names";
import { useWordCounts } from "./use-word-counts";
import { decide, mustDecide, undecided, wordsOf, type DecidedWord } from "./words";

interface Props {
  readonly source: DraftSource;
  onChange(words: DraftSource["words"]): void;
}

/** What the words of a status, type or source column are taken for; any of them can be said otherwise. */
export function WordsPart({ source, onChange }: Props) {
  const { locale, text, plural } = useLanguage();
  const all = wordsOf(source, useWordCounts(source));
  if (all.length === 0) return null;
  const unknown = all.reduce((sum, words) => sum + undecided(words), 0);
  return (
    <Fold
      title={`${text("words")}: ${unknown === 0 ? text("wordsKnown") : plural("wordsUnknown", unknown)}`}
      startsOpen={all.some(mustDecide)}
    >
      {all.map((roleWords) => (
        <Fields key={roleWords.role} title={roleName(source.kind, roleWords.role, locale)}>
          {roleWords.words.map((word) => (
            <WordRow
              key={word.word}
              word={word}
              classes={roleWords.classes}
              onChoose={(chosen) => onChange(decide(source.words, roleWords.role, word, chosen))}
            />
          ))}
        </Fields>
      ))}
    </Fold>
  );
}

interface RowProps {
  readonly word: DecidedWord;
  readonly classes: readonly string[];
  onChoose(chosen: string | undefined): void;
}

function WordRow({ word: { word, count, reading, decided }, classes, onChoose }: RowProps) {
  const { locale, number, text } = useLanguage();
  const styles = useStyles();
  const id = useId();
  const offered = [...new Set([...classes, ...(reading ? [reading] : [])])];
  return (
    <div className={styles.row}>
      <Label htmlFor={id} size="small" className={styles.word}>
        {word} <Text className={styles.count}>{number(count)}</Text>
      </Label>
      <Select
        id={id}
        size="small"
        value={decided ?? reading ?? ""}
        onChange={(_, { value }) => onChoose(value === "" ? undefined : value)}
      >
        {reading === undefined && <option value="">{text("wordNoClass")}</option>}
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
