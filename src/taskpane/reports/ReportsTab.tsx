import { Switch, Text } from "@fluentui/react-components";
import { useState } from "react";
import { localNow } from "../../dataset/clock";
import type { HeldData } from "../../dataset/mapped-data";
import type { SheetId } from "../../reports/plan";
import type { ReportSettings } from "../../refresh/report-settings";
import type { Reports, ReportSheet, ReportsState } from "../../refresh/reports";
import { showSheet, toWorkbookError } from "../../workbook";
import { useMapped } from "../mapped";
import { problemText } from "../problem-text";
import { useShell } from "../shell/context";
import { TabFooter } from "../shell/TabFooter";
import { useLanguage } from "../texts";
import { EmptyTab } from "../view/EmptyTab";
import { Fields } from "../view/Fields";
import { ReadingState } from "../view/ReadingState";
import { Skeletons } from "../view/Skeletons";
import { useSharedStyles } from "../view/styles";
import { TabBody } from "../view/TabBody";
import { RefreshFooter } from "./RefreshFooter";
import { RefreshLog } from "./RefreshLog";
import { momentText, outcomeNotice, rowsText } from "./report-words";
import { RequestFields } from "./RequestFields";
import { SheetList } from "./SheetList";
import { useReports } from "./use-reports";

/** What the reports are to tell, the button that refreshes them, and how that went. */
export function ReportsTab() {
  const { workbook, goTo } = useShell();
  const { state: data, held } = useMapped();
  const { reports, state } = useReports();
  const language = useLanguage();
  if (workbook.status === "outside" || reports === undefined || data.status === "unmapped")
    return <EmptyTab heading="reportsEmptyTitle" promise="reportsEmpty" />;
  if (held !== undefined && state.status === "ready")
    return <Request held={held} reports={reports} state={state} />;
  const problem = state.status === "failed" ? state.problem : undefined;
  return (
    <>
      <TabBody>
        <ReadingState onMend={() => goTo("data")} />
        {data.status !== "failed" && problem === undefined && <Skeletons label={language.text("reading")} />}
      </TabBody>
      <TabFooter
        standing={problem && { intent: "error", text: problemText(problem, language) }}
        onRetry={problem && (() => void reports.look())}
      />
    </>
  );
}

interface RequestProps {
  readonly held: HeldData;
  readonly reports: Reports;
  readonly state: ReportsState;
}

function Request({ held, reports, state }: RequestProps) {
  const language = useLanguage();
  const shared = useSharedStyles();
  const { tell, goTo } = useShell();
  const { settings: kept, sheets, progress, outcome, log } = state;
  const [edited, setEdited] = useState<ReportSettings>();
  const { onOpening, afterChanges } = kept;
  const settings = edited === undefined ? kept : { ...edited, onOpening, afterChanges };
  const isBusy = progress !== undefined;
  const isMade = sheets.size > 0;
  const lastDone = log.find((entry) => entry.outcome === "done");

  const tried = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      tell({ intent: "error", text: problemText(toWorkbookError(error), language) });
    }
  };
  const refresh = (remake: readonly SheetId[] = []) =>
    tried(async () => {
      tell(undefined);
      if (edited !== undefined) await reports.keep(settings);
      // What is chosen from here on is of the next refresh.
      setEdited((now) => (now === edited ? undefined : now));
      tell(outcomeNotice(await reports.refresh({ remake }), language));
    });
  const show = (sheet: ReportSheet) => sheet.is === "there" && void tried(() => showSheet(sheet.sheetId));
  /** What happens by itself is agreed to at once; the other choices only with the next refresh. */
  const choose = (choice: Pick<ReportSettings, "onOpening"> | Pick<ReportSettings, "afterChanges">) =>
    void tried(() => reports.keep({ ...kept, ...choice }));

  return (
    <>
      <TabBody>
        <h2 className={shared.hidden}>{language.text("tabReports")}</h2>
        <ReadingState onMend={() => goTo("data")} />
        <Text block size={200} className={shared.quiet}>
          {lastDone === undefined
            ? language.text("reportsNew")
            : [
                language.text("refreshedAt", { when: momentText(lastDone.at, language) }),
                rowsText(lastDone.rows, language),
              ].join(" · ")}
        </Text>
        <RequestFields held={held} today={Math.floor(localNow())} settings={settings} onChange={setEdited} />
        <SheetList
          settings={settings}
          sheets={sheets}
          isBusy={isBusy}
          onChange={setEdited}
          onGoTo={show}
          onRemake={(id) => void refresh([id])}
        />
        {isMade && (
          <Fields title={language.text("byItself")}>
            <div>
              <Switch
                size="small"
                label={language.text("onOpening")}
                checked={onOpening}
                onChange={(_, { checked }) => choose({ onOpening: checked })}
              />
              <Switch
                size="small"
                label={language.text("afterChanges")}
                checked={afterChanges}
                onChange={(_, { checked }) => choose({ afterChanges: checked })}
              />
            </div>
          </Fields>
        )}
        <RefreshLog log={log} />
      </TabBody>
      <RefreshFooter
        // What went well can be dismissed, and stands above with its time; a refresh by itself may have failed unseen.
        standing={outcome?.is === "failed" ? outcomeNotice(outcome, language) : undefined}
        progress={progress}
        isMade={isMade}
        canRefresh={settings.sheets.length > 0}
        onRefresh={() => void refresh()}
        onCancel={() => reports.cancel()}
      />
    </>
  );
}
