import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { dataQuality, type Quality } from "../../core/quality/quality";
import type { Kind } from "../../core/records/roles";
import type { HeldData } from "../../dataset/mapped-data";
import { kindName } from "../../reference";
import { showRows, toWorkbookError } from "../../workbook";
import { useMapped } from "../mapped";
import { problemText } from "../problem-text";
import { useShell } from "../shell/context";
import { useLanguage } from "../texts";
import { localNow } from "../../dataset/clock";
import { percent } from "./reason-text";
import { ProblemsPart } from "./ProblemsPart";

/** How good the saved records are, table by table. */
export function SavedProblems() {
  const language = useLanguage();
  const styles = useStyles();
  const { tell } = useShell();
  const { held } = useMapped();
  const quality = useQuality(held);
  if (held === undefined || quality === undefined) return null;
  return (
    <section className={styles.part} aria-label={language.text("dataQuality")}>
      <Text as="h2" weight="semibold" size={300} className={styles.title}>
        {language.text("dataQuality")}
      </Text>
      {quality.kinds.map(({ kind, rows, score }) => (
        <div key={kind}>
          <Text size={200} block>
            {language.text("qualityOf", {
              kind: kindName(kind, language.locale),
              rows: language.plural("rows", rows),
              share: percent(score, language),
            })}
          </Text>
          <ProblemsPart
            findings={quality.findings.filter((finding) => finding.kind === kind)}
            held={held}
            onShow={(cells) =>
              void showRows(cells).catch((problem: unknown) =>
                tell({ intent: "error", text: problemText(toWorkbookError(problem), language) }),
              )
            }
          />
        </div>
      ))}
    </section>
  );
}

/** Checked kind by kind with pauses between, so that large workbooks do not hold up the pane. */
function useQuality(held: HeldData | undefined): Quality | undefined {
  const [checked, setChecked] = useState<{ readonly of: HeldData; readonly quality: Quality }>();
  useEffect(() => {
    if (held === undefined) return;
    let stopped = false;
    const check = async () => {
      const parts: Quality[] = [];
      for (const kind of Object.keys(held.dataset) as Kind[]) {
        await new Promise((done) => setTimeout(done));
        if (stopped) return;
        parts.push(dataQuality({ [kind]: held.dataset[kind] }, Math.floor(localNow())));
      }
      setChecked({ of: held, quality: joined(parts) });
    };
    void check();
    return () => {
      stopped = true;
    };
  }, [held]);
  return checked?.of === held ? checked?.quality : undefined;
}

function joined(parts: readonly Quality[]): Quality {
  return {
    findings: parts.flatMap(({ findings }) => findings),
    kinds: parts.flatMap(({ kinds }) => kinds),
    score: undefined,
  };
}

const useStyles = makeStyles({
  part: { display: "grid", gap: tokens.spacingVerticalXS },
  title: { margin: 0 },
});
