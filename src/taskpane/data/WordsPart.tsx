import { Label, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { useLanguage } from "../texts";
import { Fields } from "../view/Fields";
import { Fold } from "../view/Fold";
import { className } from "./class-names";
import type { DraftSource } from "./mapping-draft";
import { roleName } from "./role-names";
import { decide, defaultClass, unknownCount, wordsOf, type WordMeaning } from "./words";

interface Props {
  readonly source: DraftSource;
  onChange(words: DraftSource["words"]): void;
}

/** What the words of a status, type or source column are taken for; any of them can be said otherwise. */
export function WordsPart({ source, onChange }: Props) {
  const { locale, text, plural } = useLanguage();
  const all = wordsOf(source);
  if (all.length === 0) return null;
  // An unknown status is an open deal; other unknown words say nothing until the person does.
  const unknown = all
    .filter(({ role }) => defaultClass(source.kind, role) === undefined)
    .reduce((sum, words) => sum + unknownCount(words), 0);
  return (
    <Fold title={`${text("words")}: ${unknown === 0 ? text("wordsKnown") : plural("wordsUnknown", unknown)}`}>
      {all.map((roleWords) => (
        <Fields key={roleWords.role} title={roleName(source.kind, roleWords.role, locale)}>
          {roleWords.words.map((meaning) => (
            <WordRow
              key={meaning.word}
              meaning={meaning}
              classes={roleWords.classes}
              fallback={defaultClass(source.kind, roleWords.role)}
              onChoose={(chosen) => onChange(decide(source.words, roleWords.role, meaning, chosen))}
            />
          ))}
        </Fields>
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
