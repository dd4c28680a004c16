import { Button, makeStyles, Text } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { Kind } from "../../core/records/roles";
import type { Block } from "../../mapping/block";
import { noMapping } from "../../mapping/mapping";
import { isKeptKnown, useMapped } from "../mapped";
import { problemText } from "../problem-text";
import { useShell } from "../shell/context";
import { TabFooter } from "../shell/TabFooter";
import { useLanguage } from "../texts";
import { ConfirmDialog } from "../view/ConfirmDialog";
import { Skeletons } from "../view/Skeletons";
import { useSharedStyles } from "../view/styles";
import { TabBody } from "../view/TabBody";
import { AddKind } from "./AddKind";
import { ReadingState } from "../view/ReadingState";
import { emptySource, mappedRoles, sourceFromBlock, sourceMovedTo, type DraftSource } from "./mapping-draft";
import { possibleMetrics } from "./possible";
import { RefusedPart } from "./RefusedPart";
import { SampleData } from "./SampleData";
import { SavedProblems, useQuality } from "./SavedProblems";
import { SourceCard } from "./SourceCard";
import { useBlockOfSelection } from "./use-block-of-selection";
import { useFindings } from "./use-findings";
import { useMappingDraft } from "./use-mapping-draft";
import { useSaving } from "./use-saving";
import { catalogue } from "../../core/metrics/catalogue";

/** What the workbook holds and what it means: found and guessed, changed and saved by the person. */
export function DataTab() {
  const language = useLanguage();
  const styles = useStyles();
  const shared = useSharedStyles();
  const { workbook, tell } = useShell();
  const { service, state, mapping: saved, questions, held } = useMapped();
  const quality = useQuality(held);
  const { findings, error, look } = useFindings(workbook.status !== "outside");
  const draft = useMappingDraft(saved ?? noMapping, findings, questions);
  const saving = useSaving(service, draft);
  const blockOfSelection = useBlockOfSelection();
  const [added, setAdded] = useState(0);

  // What took the place of a table or column that is gone has to be among the choices, and what is back again, too.
  const asked = JSON.stringify(questions);
  const lookedAt = useRef(asked);
  useEffect(() => {
    if (lookedAt.current !== asked) look();
    lookedAt.current = asked;
  }, [asked, look]);

  const { sources, change } = draft;
  const blocks = findings?.blocks ?? [];
  const mapped = mappedRoles(sources);
  const replace = (former: DraftSource, next: DraftSource) =>
    change(sources.map((source) => (source === former ? next : source)));
  const setBlock = (source: DraftSource, block: Block) => {
    const guesses = findings?.guesses ?? [];
    if (source.saved && source.block === undefined) replace(source, sourceMovedTo(source, block, guesses));
    else replace(source, { ...sourceFromBlock(source.kind, block, guesses), key: source.key });
  };
  /** Names of tables that may be what a gone one has become. */
  const likelyFor = ({ saved: gone }: DraftSource) =>
    questions.flatMap((question) =>
      question.is === "sourceGone" && saved?.sources[question.source] === gone ? question.candidates : [],
    );
  const useSelection = (source: DraftSource) =>
    void blockOfSelection(blocks).then((block) => block && setBlock(source, block));
  const add = (kind: Kind) => {
    setAdded(added + 1);
    change([...sources, emptySource(kind, `${kind} new ${added}`)]);
  };

  if (workbook.status === "outside") {
    return (
      <>
        <TabBody>{null}</TabBody>
        <TabFooter standing={{ intent: "info", text: language.text("outsideExcelData") }} />
      </>
    );
  }
  if (error) {
    return (
      <>
        <TabBody>{null}</TabBody>
        <TabFooter standing={{ intent: "error", text: problemText(error, language) }} onRetry={look} />
      </>
    );
  }
  if (findings === undefined || !isKeptKnown({ state, mapping: saved })) {
    return (
      <TabBody>
        <ReadingState />
        {state.status !== "failed" && <Skeletons label={language.text("looking")} />}
      </TabBody>
    );
  }
  const canSave = draft.isChanged && draft.open === 0 && !saving.isSaving;
  const isEmpty = blocks.length === 0 && sources.length === 0;
  return (
    <>
      <TabBody>
        <div className={styles.intro}>
          <Text size={200} className={shared.quiet}>
            {isEmpty
              ? language.text("nothingFound")
              : language.text("possible", {
                  count: language.number(possibleMetrics(mapped).length),
                  all: language.number(catalogue.length),
                })}
          </Text>
          <Button size="small" appearance="subtle" className={styles.look} onClick={look}>
            {language.text("lookAgain")}
          </Button>
        </div>
        {isEmpty && (
          <>
            <RefusedPart refused={findings.refused} startsOpen />
            <SampleData
              why={language.text(findings.refused.length === 0 ? "dataEmpty" : "dataRefused")}
              primary
            />
          </>
        )}
        <ReadingState />
        {sources.map((source, at) => (
          <SourceCard
            key={source.key}
            source={source}
            startsOpen={at === 0 && source.saved === undefined}
            blocks={blocks}
            likely={likelyFor(source)}
            mapped={mapped}
            isSaved={source.saved !== undefined && source.block !== undefined && !draft.isChanged}
            onChange={(next) => replace(source, next)}
            onBlock={(block) => setBlock(source, block)}
            onSelection={() => useSelection(source)}
            onRemove={() => change(sources.filter((one) => one !== source))}
          >
            {source.saved && source.block && sources.find(({ kind }) => kind === source.kind) === source && (
              <SavedProblems kind={source.kind} quality={quality} />
            )}
          </SourceCard>
        ))}
        <AddKind
          guesses={findings.guesses}
          sources={sources}
          onGuess={(source) => change([...sources, source])}
          onKind={add}
        />
        {!isEmpty && <RefusedPart refused={findings.refused} startsOpen={false} />}
        {!isEmpty && (saved?.sources.length ?? 0) === 0 && <SampleData why={language.text("sampleWhy")} />}
      </TabBody>
      <TabFooter>
        {!isEmpty && (
          <div className={shared.buttons}>
            <Button
              appearance="primary"
              disabledFocusable={!canSave}
              onClick={() => canSave && void saving.save()}
            >
              {language.text(saving.isSaving ? "saving" : "saveMapping")}
            </Button>
            {saving.undo && (
              <Button
                appearance="subtle"
                disabledFocusable={saving.isSaving}
                onClick={() => {
                  tell(undefined);
                  void saving.undo?.();
                }}
              >
                {language.text(draft.canUndo ? "undo" : "undoSaving")}
              </Button>
            )}
            {draft.isChanged && (
              <Text size={200} className={shared.quiet}>
                {draft.open > 0 ? language.plural("openQuestions", draft.open) : language.text("notSavedYet")}
              </Text>
            )}
          </div>
        )}
      </TabFooter>
      <ConfirmDialog
        open={saving.asksToReplace}
        title={language.text("replaceMappingTitle")}
        body={language.text("replaceMappingBody")}
        confirm={language.text("replace")}
        cancel={language.text("keep")}
        onConfirm={() => void saving.save(true)}
        onCancel={saving.keep}
      />
    </>
  );
}

const useStyles = makeStyles({
  intro: { display: "flex", alignItems: "center", justifyContent: "space-between" },
  look: { flexShrink: 0, whiteSpace: "nowrap" },
});
