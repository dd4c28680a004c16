import { FluentProvider, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Locale } from "../core/messages";
import type { MappedData } from "../dataset/mapped-data";
import type { RefreshOutcome, Reports } from "../refresh/reports";
import { MappedDataContext } from "./mapped";
import { outcomeNotice } from "./reports/report-words";
import { ReportsContext } from "./reports/use-reports";
import { Shell, type Message } from "./shell/Shell";
import { createLanguage, LanguageContext } from "./texts";
import { useDarkTheme } from "./use-theme";

interface Props {
  /** Missing outside of Excel. */
  readonly data: MappedData | undefined;
  readonly reports: Reports | undefined;
  readonly locale: Locale;
  /** Hands over a listener for what ribbon buttons have to say. */
  onCommand(listener: (outcome: RefreshOutcome) => void): void;
}

export function App({ data, reports, locale: ofExcel, onCommand }: Props) {
  const locale = useLanguageOfWorkbook(data) ?? ofExcel;
  const language = useMemo(() => createLanguage(locale), [locale]);
  const isDark = useDarkTheme();
  const [message, setMessage] = useState<Message>();

  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = language.text("title");
    onCommand((outcome) =>
      setMessage({
        notice: outcomeNotice(outcome, language),
        ...(outcome.is === "done" ? {} : { tab: "reports" }),
      }),
    );
  }, [language, locale, onCommand]);

  return (
    <LanguageContext.Provider value={language}>
      <FluentProvider theme={isDark ? webDarkTheme : webLightTheme}>
        <MappedDataContext.Provider value={data}>
          <ReportsContext.Provider value={reports}>
            <Shell message={message} />
          </ReportsContext.Provider>
        </MappedDataContext.Provider>
      </FluentProvider>
    </LanguageContext.Provider>
  );
}

/** The language chosen in the settings of the workbook. */
function useLanguageOfWorkbook(data: MappedData | undefined): Locale | undefined {
  return useSyncExternalStore(
    (changed) => data?.subscribe(changed) ?? (() => undefined),
    () => data?.mapping?.settings.language,
  );
}
