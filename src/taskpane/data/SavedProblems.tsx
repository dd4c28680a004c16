import { Text } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { dataQualityInSteps, type Quality } from "../../core/quality/quality";
import type { Kind } from "../../core/records/roles";
import { breath, breathing } from "../../dataset/breathe";
import type { HeldData } from "../../dataset/mapped-data";
import { showRows, toWorkbookError } from "../../workbook";
import { useMapped } from "../mapped";
import { problemText } from "../problem-text";
import { useShell } from "../shell/context";
import { useLanguage } from "../texts";
import { localNow } from "../../dataset/clock";
import { percent } from "./reason-text";
import { ProblemsPart } from "./ProblemsPart";

interface Props {
  readonly kind: Kind;
  readonly quality: Quality | undefined;
}

/** How good the saved records of a kind are, and what to look at. */
export function SavedProblems({ kind, quality }: Props) {
  const language = useLanguage();
  const { tell } = useShell();
  const { held } = useMapped();
  const own = quality?.kinds.find((one) => one.kind === kind);
  if (held === undefined || quality === undefined || own === undefined) return null;
  const show = (cells: Parameters<typeof showRows>[0]) =>
    void showRows(cells).then(
      (count) => tell({ intent: "info", text: language.plural("rowsShown", count) }),
      (problem: unknown) => tell({ intent: "error", text: problemText(toWorkbookError(problem), language) }),
    );
  return (
    <div>
      <Text size={200} block>
        {own.rows === 0
          ? language.text("qualityOfNothing")
          : language.text("qualityOf", {
              rows: language.plural("rows", own.rows),
              share: percent(own.score, language),
            })}
      </Text>
      <ProblemsPart
        findings={quality.findings.filter((finding) => finding.kind === kind)}
        held={held}
        onShow={show}
      />
    </div>
  );
}

/** Checked with pauses between, so that large workbooks do not hold up the pane. */
export function useQuality(held: HeldData | undefined): Quality | undefined {
  const [checked, setChecked] = useState<{ readonly of: HeldData; readonly quality: Quality }>();
  useEffect(() => {
    if (held === undefined) return;
    const stop = new AbortController();
    void check(held, stop.signal).then(
      (quality) => setChecked({ of: held, quality }),
      (error: unknown) => {
        if (!stop.signal.aborted) throw error;
      },
    );
    return () => stop.abort();
  }, [held]);
  return checked?.of === held ? checked?.quality : undefined;
}

async function check({ dataset }: HeldData, signal: AbortSignal): Promise<Quality> {
  await breath(); // what was just read is shown first
  return breathing(dataQualityInSteps(dataset, Math.floor(localNow())), signal);
}
