import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { Question } from "../use-insertion";
import { useLanguage } from "../texts";

interface Props {
  readonly question: Question | undefined;
  onReplace(question: Question): void;
  onKeep(): void;
}

/** A filled cell is replaced only when the person says so. */
export function ReplaceDialog({ question, onReplace, onKeep }: Props) {
  const language = useLanguage();
  if (question === undefined) return null;
  const { cell = "", content = "" } = question.error.details;
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onKeep()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{language.text("replaceTitle", { cell })}</DialogTitle>
          <DialogContent>{language.text("replaceBody", { content: shortened(content) })}</DialogContent>
          <DialogActions>
            <Button onClick={onKeep}>{language.text("keep")}</Button>
            <Button appearance="primary" onClick={() => onReplace(question)}>
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
