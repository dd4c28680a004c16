import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useRef } from "react";
import type { Question } from "../use-insertion";
import { ownEscape } from "./escape";
import { useLanguage } from "../texts";

interface Props {
  readonly question: Question | undefined;
  onReplace(question: Question): void;
  onKeep(): void;
}

/** A filled cell is replaced only when the person says so. */
export function ReplaceDialog({ question, onReplace, onKeep }: Props) {
  const language = useLanguage();
  // The dialog stays mounted, closing by itself: taken away while open, it would leave the pane hidden from screen readers.
  const last = useRef(question);
  if (question) last.current = question;
  const { cell = "", content = "" } = last.current?.error.details ?? {};
  return (
    <Dialog open={question !== undefined} modalType="alert" onOpenChange={(_, { open }) => !open && onKeep()}>
      <DialogSurface
        onKeyDown={(event) => {
          if (event.key !== "Escape") return; // an alert has no Esc of its own
          ownEscape(event);
          onKeep();
        }}
      >
        <DialogBody>
          <DialogTitle>{language.text("replaceTitle", { cell })}</DialogTitle>
          <DialogContent>{language.text("replaceBody", { content: shortened(content) })}</DialogContent>
          <DialogActions>
            <Button onClick={onKeep}>{language.text("keep")}</Button>
            <Button appearance="primary" onClick={() => question && onReplace(question)}>
              {language.text("replace")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

const LONGEST = 80;

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
