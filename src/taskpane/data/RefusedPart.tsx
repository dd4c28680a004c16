import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { RefusalReason, RefusedBlock } from "../../mapping/block";
import { useLanguage, type TextKey } from "../texts";
import { Fold } from "../view/Fold";
import { refusedAddress } from "./block-name";

interface Props {
  readonly refused: readonly RefusedBlock[];
  readonly startsOpen: boolean;
}

/** Cells that look like data and can't be read as a list: which, why, and what would help. */
export function RefusedPart({ refused, startsOpen }: Props) {
  const language = useLanguage();
  const styles = useStyles();
  if (refused.length === 0) return null;
  return (
    <Fold title={language.plural("refused", refused.length)} startsOpen={startsOpen}>
      {refused.map((block) => (
        <div key={refusedAddress(block)}>
          <Text size={200} weight="semibold" block className={styles.where}>
            {refusedAddress(block)}
          </Text>
          <Text size={200} block>
            {language.text(TEXTS[block.reason])}
          </Text>
        </div>
      ))}
    </Fold>
  );
}

const TEXTS = {
  wideMatrix: "refusedWideMatrix",
  pivot: "refusedPivot",
  stackedBlocks: "refusedStacked",
  form: "refusedForm",
  tooWide: "refusedTooWide",
  noRecords: "refusedNoRecords",
} as const satisfies Record<RefusalReason, TextKey>;

const useStyles = makeStyles({ where: { overflowWrap: "anywhere", color: tokens.colorNeutralForeground2 } });
