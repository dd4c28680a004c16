import { FluentProvider, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Locale } from "../core/messages";
import type { CommandOutcome } from "../commands";
import type { MappedData } from "../dataset/mapped-data";
import { MappedDataContext } from "./mapped";
import { problemText, type Notice } from "./problem-text";
import { Shell } from "./shell/Shell";
import { createLanguage, LanguageContext, type Language } from "./texts";
import { useDarkTheme } from "./use-theme";

interface Props {
  /** Missing outside of Excel. */
  readonly data: MappedData | undefined;
  readonly locale: Locale;
  /** Hands over a listener for what ribbon buttons have to say. */
  onCommand(listener: (outcome: CommandOutcome) => void): void;
}

export function App({ data, locale: ofExcel, onCommand }: Props) {
  const locale = useLanguageOfWorkbook(data) ?? ofExcel;
  const language = useMemo(() => createLanguage(locale), [locale]);
  const isDark = useDarkTheme();
  const [message, setMessage] = useState<Notice>();

  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = language.text("title");
    onCommand((outcome) => setMessage(commandNotice(outcome, language)));
  }, [language, locale, onCommand]);

  return (
    <LanguageContext.Provider value={language}>
      <FluentProvider theme={isDark ? webDarkTheme : webLightTheme} className="provider">
        <MappedDataContext.Provider value={data}>
          <Shell message={message} />
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

function commandNotice(outcome: CommandOutcome, language: Language): Notice {
  if (outcome.outcome === "failed") return { intent: "error", text: problemText(outcome.error, language) };
  return { intent: "info", text: language.text("noReports") };
}
