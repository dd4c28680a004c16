import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useLayoutEffect } from "react";
import { ownEscape } from "./escape";

interface Props {
  readonly open: boolean;
  readonly title: string;
  readonly body: string;
  readonly confirm: string;
  readonly cancel: string;
  onConfirm(): void;
  onCancel(): void;
}

/** Asks before something is done that cannot simply be taken back. It stays mounted, closing by itself. */
export function ConfirmDialog({ open, title, body, confirm, cancel, onConfirm, onCancel }: Props) {
  return (
    <Dialog open={open} modalType="alert" onOpenChange={(_, data) => !data.open && onCancel()}>
      <DialogSurface
        onKeyDown={(event) => {
          if (event.key !== "Escape") return; // an alert has no Esc of its own
          ownEscape(event);
          onCancel();
        }}
      >
        <FocusGoesBack />
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{body}</DialogContent>
          <DialogActions>
            <Button onClick={onCancel}>{cancel}</Button>
            <Button appearance="primary" onClick={onConfirm}>
              {confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Once the dialog has gone, the focus is where it was before: Fluent only knows of dialogs with a button of their own. */
function FocusGoesBack() {
  useLayoutEffect(() => {
    const before = document.activeElement;
    return () =>
      void setTimeout(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
      });
  }, []);
  return null;
}
