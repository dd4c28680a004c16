import { Text } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { dataQuality, type Quality } from "../../core/quality/quality";
import type { Kind } from "../../core/records/roles";
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
        {language.text("qualityOf", {
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

/** Checked kind by kind with pauses between, so that large workbooks do not hold up the pane. */
export function useQuality(held: HeldData | undefined): Quality | undefined {
  const [checked, setChecked] = useState<{ readonly of: HeldData; readonly quality: Quality }>();
  useEffect(() => {
    if (held === undefined) return;
    let stopped = false;
    const check = async () => {
      const parts: Quality[] = [];
      for (const kind of Object.keys(held.dataset) as Kind[]) {
        await new Promise((done) => setTimeout(done));
        if (stopped) return;
        parts.push(dataQuality(held.dataset, Math.floor(localNow()), [kind]));
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
