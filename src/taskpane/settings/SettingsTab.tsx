import { Button, Text } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState } from "react";
import { noMapping, type MappingSettings } from "../../mapping/mapping";
import { toWorkbookError } from "../../workbook";
import { useMapped } from "../mapped";
import { problemText } from "../problem-text";
import { useShell } from "../shell/context";
import { TabFooter } from "../shell/TabFooter";
import { useLanguage } from "../texts";
import { ReadingState } from "../view/ReadingState";
import { Skeletons } from "../view/Skeletons";
import { useSharedStyles } from "../view/styles";
import { TabBody } from "../view/TabBody";
import { About } from "./About";
import { CalendarFields } from "./CalendarFields";
import { ConvertPart } from "./ConvertPart";
import { formOf, settingsOf, type SettingsForm } from "./settings-form";

/** What holds for the whole workbook: calendar, currency, language, opening hours; and the add-in's own words. */
export function SettingsTab() {
  const language = useLanguage();
  const shared = useSharedStyles();
  const { workbook, tell, goTo } = useShell();
  const { service, state, mapping: kept } = useMapped();
  const mapping = kept ?? noMapping;
  const saved = useMemo(() => formOf(mapping.settings), [mapping.settings]);
  const [edited, setEdited] = useState<SettingsForm>();
  const [isSaving, setSaving] = useState(false);
  const form = edited ?? saved;
  const { settings, problems } = settingsOf(form, mapping.settings);
  const savedText = JSON.stringify(saved);
  const isChanged = JSON.stringify(form) !== savedText;
  // What the workbook keeps has to be known before anything is saved over it.
  const canSave = isChanged && problems.length === 0 && !isSaving && kept !== undefined;

  // Favourites are settings, too: keeping one takes nothing back that is being typed here.
  useEffect(() => setEdited(undefined), [savedText]);

  // What is said after saving is said in the language that was saved.
  const latest = useRef(language);
  latest.current = language;

  const save = async (next: MappingSettings) => {
    setSaving(true);
    tell(undefined);
    try {
      await service?.saveMapping({ ...mapping, settings: next });
      tell({ intent: "success", text: latest.current.text("settingsSaved") });
    } catch (problem) {
      tell({ intent: "error", text: problemText(toWorkbookError(problem), language) });
    } finally {
      setSaving(false);
    }
  };

  const here = workbook.status !== "outside";
  return (
    <>
      <TabBody>
        <h2 className={shared.hidden}>{language.text("tabSettings")}</h2>
        {here && <ReadingState onMend={() => goTo("data")} />}
        {here && kept === undefined && state.status !== "failed" && (
          <Skeletons label={language.text("reading")} />
        )}
        {here && kept && <CalendarFields form={form} problems={problems} onChange={setEdited} />}
        {here && <ConvertPart />}
        <About />
      </TabBody>
      <TabFooter>
        {here && (
          <div className={shared.buttons}>
            <Button
              appearance="primary"
              disabledFocusable={!canSave}
              onClick={() => canSave && void save(settings)}
            >
              {language.text(isSaving ? "saving" : "saveSettings")}
            </Button>
            {isChanged && (
              <Text size={200} className={shared.quiet}>
                {language.text("notSavedYet")}
              </Text>
            )}
          </div>
        )}
      </TabFooter>
    </>
  );
}
