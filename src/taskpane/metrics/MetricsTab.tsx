import { makeStyles } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Metric } from "../../core/metrics/metric";
import { parametersOf, type Parameter } from "../../core/metrics/parameters";
import type { WorkbookView } from "../../workbook";
import { makeDraft, noSettings, type Draft, type Settings } from "../draft";
import { allEntries, entryGroups, searchEntries, type Entry } from "../entries";
import { formulaText } from "../formula/formula";
import { typedArgument } from "../formula/inputs";
import { parameterLabel } from "../labels";
import { problemText, type Notice } from "../problem-text";
import { useLanguage, type Language } from "../texts";
import { useInsertion } from "../use-insertion";
import { canBeAsked } from "../home/headlines";
import { useMapped } from "../mapped";
import { useFavourites } from "./use-favourites";
import { useShell } from "../shell/context";
import { TabFooter } from "../shell/TabFooter";
import { useMatches } from "../use-matches";
import type { WorkbookState } from "../use-workbook";
import { Detail } from "./Detail";
import { FormulaBar } from "./FormulaBar";
import { ListView } from "./ListView";
import { ReplaceDialog } from "../view/ReplaceDialog";

/** All metrics: list, details, and the footer with the formula and its button. */
export function MetricsTab() {
  const language = useLanguage();
  const styles = useStyles();
  const wide = useMatches("(min-width: 680px)"); // list and details side by side
  const { workbook, tell, wanted } = useShell();
  const { held } = useMapped();
  const favourites = useFavourites();
  const [query, setQuery] = useState("");
  const [selectedId, setSelectedId] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const [focusRequest, setFocusRequest] = useState(0);
  const [allSettings, setAllSettings] = useState<Readonly<Record<string, Settings>>>({});

  const [thisYear] = useState(() => new Date().getUTCFullYear());

  const entry = useMemo(() => selectedEntry(query, selectedId), [query, selectedId]);
  const settings = allSettings[entry.id] ?? noSettings;
  const draftOf = useCallback(
    (view: WorkbookView | undefined) =>
      makeDraft(entry, settings, view, language.locale, thisYear, held?.mapping),
    [entry, settings, language.locale, thisYear, held?.mapping],
  );
  const draft = useMemo(() => draftOf(workbook.view), [draftOf, workbook.view]);
  const formula = formulaText(draft.formula, workbook.separator);
  const insertion = useInsertion(workbook.refresh, draftOf, language, tell);
  const canInsert = workbook.status === "ready" && !insertion.inserting;
  const insert = () => void (canInsert && insertion.insert());
  const kpiOf = useCallback(
    () => makeDraft(kpiEntry, { ...settings, metric: entry.id }, undefined, language.locale),
    [settings, entry.id, language.locale],
  );
  const kpi = useInsertion(workbook.refresh, kpiOf, language, tell);
  const hasKpi = held !== undefined && entry.is === "metric" && canBeAsked(held.dataset, entry.metric);

  useEffect(() => {
    if (wanted === undefined) return;
    setQuery("");
    setSelectedId(wanted.metric);
    setIsOpen(true);
  }, [wanted]);

  const select = (next: Entry) => {
    setSelectedId(next.id);
    if (next.id !== entry.id) tell(undefined);
  };
  const open = (next: Entry) => {
    select(next);
    setIsOpen(true);
  };
  const close = () => {
    setIsOpen(false);
    setFocusRequest((count) => count + 1);
  };
  const copy = async () => {
    const done = await copyText(formula);
    tell({ intent: done ? "success" : "warning", text: language.text(done ? "copied" : "copyFailed") });
  };

  const standing = standingNotice(workbook, draft, settings, language);
  const showsList = wide || !isOpen;
  return (
    <>
      <div className={styles.views}>
        {showsList && (
          <ListView
            query={query}
            favourites={favourites.ids}
            selected={entry.id}
            focusRequest={focusRequest}
            wide={wide}
            onQuery={setQuery}
            onSelect={select}
            onOpen={open}
            onInsert={insert}
          />
        )}
        {(wide || isOpen) && (
          <Detail
            key={entry.id}
            entry={entry}
            draft={draft}
            formula={formula}
            separator={workbook.separator}
            sources={workbook.view?.sources ?? []}
            settings={settings}
            wide={wide}
            held={held}
            isFavourite={favourites.has(entry.id)}
            onFavourite={() => void favourites.toggle(entry.id)}
            onChange={(changed) => setAllSettings({ ...allSettings, [entry.id]: changed })}
            onBack={close}
            onInsert={insert}
          />
        )}
      </div>
      <TabFooter
        standing={standing}
        onRetry={workbook.status === "failed" ? () => void workbook.refresh() : undefined}
      >
        <FormulaBar
          formula={formula}
          target={workbook.view?.target?.address}
          spills={draft.spills}
          inserting={insertion.inserting}
          canInsert={canInsert}
          onInsert={insert}
          kpi={
            hasKpi
              ? {
                  formula: formulaText(kpiOf().formula, workbook.separator),
                  onInsert: () => void (canInsert && !kpi.inserting && kpi.insert()),
                }
              : undefined
          }
          onCopy={() => void copy()}
        />
      </TabFooter>
      <ReplaceDialog
        question={insertion.question ?? kpi.question}
        onReplace={({ place }) => void (insertion.question ? insertion : kpi).insert(place)}
        onKeep={(insertion.question ? insertion : kpi).withdraw}
      />
    </>
  );
}

const kpiEntry: Entry = { is: "helper", id: "KPI" };

/** The selected entry while the search lets it through, else the first it finds. */
function selectedEntry(query: string, selectedId: string): Entry {
  const found = searchEntries(query);
  const first = entryGroups(found)[0]?.entries[0] ?? allEntries[0];
  const selected = (found.length === 0 ? allEntries : found).find(({ id }) => id === selectedId) ?? first;
  if (selected === undefined) throw new Error("The catalogue is empty.");
  return selected;
}

/** What has to be said as long as it is so. */
function standingNotice(
  workbook: WorkbookState,
  draft: Draft,
  settings: Settings,
  language: Language,
): Notice | undefined {
  const { status, error } = workbook;
  if (status === "outside") return { intent: "info", text: language.text("outsideExcel") };
  if (status === "failed" && error) return { intent: "error", text: problemText(error, language) };
  const { metric, choices, formula } = draft;
  if (status !== "ready" || metric === undefined) return undefined;
  const hasColumns = choices.length === 0 || choices.some(({ columns }) => columns.size > 0);
  if (!hasColumns) {
    const isEmpty = workbook.view?.sources.length === 0;
    return { intent: "info", text: language.text(isEmpty ? "noData" : "noFit") };
  }
  if (formula.placeholders.length === 0) return undefined;
  return { intent: "info", text: missingText(metric, draft, settings, language) };
}

/** What of the required arguments is not there: columns to choose, numbers to enter. */
function missingText(metric: Metric, { choices }: Draft, { inputs }: Settings, language: Language): string {
  const missing = parametersOf(metric).filter(
    (parameter) =>
      parameter.required &&
      typedArgument(parameter, inputs[parameter.name] ?? "") === undefined &&
      !choices.some(({ columns }) => columns.has(parameter.name)),
  );
  const labels = (takes: Parameter["takes"]) =>
    missing
      .filter((parameter) => parameter.takes === takes)
      .map((parameter) => parameterLabel(parameter, language.locale))
      .join(", ");
  const [columns, names] = [labels("column"), labels("number")];
  return [
    ...(columns === "" ? [] : [language.text("missingColumns", { columns })]),
    ...(names === "" ? [] : [language.text("missingNumbers", { names })]),
  ].join(" ");
}

/** Panes inside Excel may not have the right to the clipboard; then an old way sometimes works. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    return copied;
  }
}

const useStyles = makeStyles({
  views: { display: "flex", flexGrow: 1, minHeight: 0 },
});
