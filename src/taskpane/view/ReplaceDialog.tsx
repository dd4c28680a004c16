import { useRef } from "react";
import type { Question } from "../use-insertion";
import { shortened } from "../shortened";
import { useLanguage } from "../texts";
import { ConfirmDialog } from "./ConfirmDialog";

interface Props {
  readonly question: Question | undefined;
  onReplace(question: Question): void;
  onKeep(): void;
}

/** A filled cell is replaced only when the person says so. */
export function ReplaceDialog({ question, onReplace, onKeep }: Props) {
  const language = useLanguage();
  // Its words stand until the dialog has closed.
  const last = useRef(question);
  if (question) last.current = question;
  const { cell = "", content = "" } = last.current?.error.details ?? {};
  return (
    <ConfirmDialog
      open={question !== undefined}
      title={language.text("replaceTitle", { cell })}
      body={language.text("replaceBody", { content: shortened(content, LONGEST) })}
      confirm={language.text("replace")}
      cancel={language.text("keep")}
      onConfirm={() => question && onReplace(question)}
      onCancel={onKeep}
    />
  );
}

const LONGEST = 80;
