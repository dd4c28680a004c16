import { element } from "./element";
import type { Translate } from "./language";

/** Files dropped anywhere on the page, the grid's canvas and the pane's frame included. */
export function acceptDrops(t: Translate, open: (file: File, others: number) => void): void {
  const target = element("div", { class: "drop-target", hidden: true }, element("p", {}, t("drop")));
  document.body.append(target);
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const hide = () => void (target.hidden = true);

  // capture: the grid stops drag events that reach it
  window.addEventListener(
    "dragenter",
    (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      target.hidden = false;
    },
    true,
  );
  window.addEventListener(
    "dragover",
    (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      target.hidden = false;
    },
    true,
  );
  target.addEventListener("dragleave", hide);
  window.addEventListener(
    "drop",
    (event) => {
      hide();
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      const files = event.dataTransfer?.files;
      const first = files?.[0];
      if (files && first) open(first, files.length - 1);
    },
    true,
  );
  window.addEventListener("dragend", hide);
}
