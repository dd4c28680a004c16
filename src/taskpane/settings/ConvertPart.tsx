import { Button, Text } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { convertToValues, toWorkbookError } from "../../workbook";
import { problemText } from "../problem-text";
import { useShell } from "../shell/context";
import { useLanguage } from "../texts";
import { ConfirmDialog } from "../view/ConfirmDialog";
import { Fields } from "../view/Fields";
import { useSharedStyles } from "../view/styles";

type Scope = "sheet" | "selection";

/** Turning our formulas into what they show, for sending the workbook to somebody without the add-in. */
export function ConvertPart() {
  const language = useLanguage();
  const shared = useSharedStyles();
  const { tell } = useShell();
  const [asked, setAsked] = useState<Scope>();
  const [isBusy, setBusy] = useState(false);
  const last = useRef<Scope>("sheet");
  if (asked) last.current = asked;

  const convert = async (scope: Scope) => {
    setAsked(undefined);
    setBusy(true);
    try {
      const { formulas, waiting } = await convertToValues(scope);
      const told =
        formulas === 0 && waiting === 0
          ? language.text("convertedNone")
          : language.plural("converted", formulas);
      const rest = waiting === 0 ? "" : ` ${language.plural("convertedWaiting", waiting)}`;
      tell({ intent: waiting === 0 ? "success" : "warning", text: told + rest });
    } catch (problem) {
      tell({ intent: "error", text: problemText(toWorkbookError(problem), language) });
    } finally {
      setBusy(false);
    }
  };
  const button = (scope: Scope) => (
    <Button size="small" disabledFocusable={isBusy} onClick={() => !isBusy && setAsked(scope)}>
      {language.text(scope === "sheet" ? "convertSheet" : "convertSelection")}
    </Button>
  );
  return (
    <Fields title={language.text("convert")}>
      <Text size={200}>{language.text("convertWhat")}</Text>
      <div className={shared.buttons}>
        {button("sheet")}
        {button("selection")}
      </div>
      <ConfirmDialog
        open={asked !== undefined}
        title={language.text(last.current === "sheet" ? "convertSheetTitle" : "convertSelectionTitle")}
        body={language.text("convertBody")}
        confirm={language.text("convertConfirm")}
        cancel={language.text("cancel")}
        onConfirm={() => asked && void convert(asked)}
        onCancel={() => setAsked(undefined)}
      />
    </Fields>
  );
}
