import { sampleWorkbook } from "../sample";
import { collectWorkbook } from "../files/collect";
import { emptySheet, FileError, type WorkbookContent } from "../files/content";
import { fillWorkbook } from "../files/fill";
import { workbookFileName } from "../files/names";
import { openable, readWorkbookFile } from "../files/open";
import { sampleContent } from "../files/sample";
import { writeXlsx } from "../files/xlsx-write";
import type { WorkbookModel } from "../model/types";
import { element } from "./element";
import type { Language, Translate } from "./language";
import type { Notices } from "./notices";
import type { Status } from "./status";

export interface Files {
  /** The file dialog. */
  choose(): Promise<void>;
  open(file: File, options?: { ask?: boolean }): Promise<void>;
  openSample(options?: { ask?: boolean }): Promise<void>;
  startNew(): Promise<void>;
  /** A workbook the add-in makes: from a file, or empty. */
  create(file: Uint8Array | undefined): Promise<void>;
  save(): Promise<void>;
}

interface Parts {
  model: WorkbookModel;
  language: Language;
  t: Translate;
  notices: Notices;
  status: Status;
  customFunctions(): readonly string[];
  beforeReplace(name: string): void;
  focusGrid(): void;
}

export function createFiles({
  model,
  language,
  t,
  notices,
  status,
  customFunctions,
  beforeReplace,
  focusGrid,
}: Parts): Files {
  let changed = false;
  let filling = false;
  let made = 1;
  for (const event of ["changed", "settingsChanged", "customXmlChanged"] as const)
    model.on(event, () => (changed ||= !filling));

  function replaceBy(content: WorkbookContent): void {
    filling = true;
    try {
      beforeReplace(content.name);
      fillWorkbook(model, content);
    } finally {
      filling = false;
      changed = false;
    }
    document.title = `${content.name} – Sales Metrics`;
    focusGrid();
  }

  async function mayReplace(ask: boolean): Promise<boolean> {
    if (!ask || !changed) return true;
    const answer = await notices.askToReplace(model.name);
    if (answer === "save") await save();
    return answer !== "cancel";
  }

  async function open(file: File, { ask = true } = {}): Promise<void> {
    notices.clear();
    if (!(await mayReplace(ask))) return;
    status.say(t("opening", { name: file.name }));
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const content = await readWorkbookFile(bytes, file.name, customFunctions());
      replaceBy(content);
      const rows = Math.max(0, ...content.sheets.map((sheet) => sheet.values.length));
      status.say(rows === 1 ? t("openedOne", { name: file.name }) : t("opened", { name: file.name, rows }));
    } catch (error) {
      status.say(t("ready"));
      const reason = error instanceof FileError ? error.reason : "broken";
      notices.problem(
        t(reason, { name: file.name, detail: error instanceof Error ? error.message : String(error) }),
      );
      if (!(error instanceof FileError)) console.warn(error);
    }
  }

  async function startNew(): Promise<void> {
    notices.clear();
    if (!(await mayReplace(true))) return;
    const sheets = [emptySheet("Sheet1")];
    replaceBy({ name: "Book1", sheets, names: [], settings: new Map(), activeSheet: 0 });
  }

  async function save(): Promise<void> {
    const name = workbookFileName(model.name);
    try {
      await model.idle();
      const bytes = await writeXlsx(collectWorkbook(model), customFunctions());
      download(bytes, name);
      model.name = name;
      changed = false;
      status.say(t("saved", { name }));
    } catch (error) {
      notices.problem(t("saveFailed", { detail: error instanceof Error ? error.message : String(error) }));
    }
  }

  const chooser = element("input", { type: "file", accept: openable, class: "file-chooser", tabindex: -1 });
  chooser.setAttribute("aria-hidden", "true");
  chooser.addEventListener("change", () => {
    const file = chooser.files?.[0];
    // the same file can be chosen again
    chooser.value = "";
    if (file) void open(file);
  });
  document.body.append(chooser);
  const choose = () => Promise.resolve(chooser.click());

  // before the grid, which has its own idea of Ctrl+S, and the browser's
  window.addEventListener(
    "keydown",
    (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const action = { o: choose, s: save }[event.key.toLowerCase()];
      if (!action) return;
      event.preventDefault();
      event.stopPropagation();
      void action();
    },
    true,
  );

  return {
    choose,
    open,
    save,
    async openSample({ ask = true } = {}) {
      notices.clear();
      if (await mayReplace(ask)) replaceBy(sampleContent(sampleWorkbook({ language }), "Sample.xlsx"));
    },
    startNew,
    create: (file) => (file ? open(new File([file as BlobPart], `Book${++made}.xlsx`)) : startNew()),
  };
}

function download(bytes: Uint8Array, name: string): void {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = element("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
