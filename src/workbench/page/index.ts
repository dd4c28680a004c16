import { createGrid } from "../grid";
import { loadAddin, type Addin } from "./addin";
import { watchCells } from "./cell-watch";
import { acceptDrops } from "./drop";
import { element } from "./element";
import { createFiles } from "./files";
import { publishHandle } from "./handle";
import { chosenLanguage, switchLanguage, translator } from "./language";
import { createNotices } from "./notices";
import { createPane } from "./pane";
import { createRibbon } from "./ribbon";
import { createStatus } from "./status";
import { createTheme } from "./theme";
import "./page.css";

const language = chosenLanguage();
const t = translator(language);
const theme = createTheme();
document.documentElement.lang = language;

const notices = createNotices(t);
const status = createStatus(t);
const pane = createPane(t, () => addin?.hidePane());
const ribbon = createRibbon(t, language, {
  startNew: () => void files.startNew(),
  open: () => void files.choose(),
  save: () => void files.save(),
  sample: () => void files.openSample(),
  switchTheme: () => theme.toggle(),
  switchLanguage: () => switchLanguage(language === "ro" ? "en" : "ro"),
});
const gridElement = element("div", { class: "grid" });
document
  .getElementById("page")
  ?.append(
    ribbon.root,
    notices.root,
    element("main", { class: "work" }, gridElement, pane.splitter, pane.root),
    status.root,
  );

const grid = createGrid(gridElement, { dark: theme.dark(), language });
const { model } = grid;
const setDark = (dark: boolean) => {
  grid.setDark(dark);
  ribbon.setDark(dark);
};
theme.onChange(setDark);
ribbon.setDark(theme.dark());

let addin: Addin | undefined;
const files = createFiles({
  language,
  model,
  t,
  notices,
  status,
  customFunctions: () => addin?.functionNames ?? [],
  // another workbook is another document to the add-in, as in Excel
  beforeReplace: (name) => addin?.start(name),
  focusGrid: () => grid.focus(),
});
acceptDrops(t, (file, others) => {
  if (others > 0) status.say(t("dropOne", { name: file.name }));
  void files.open(file);
});
watchCells(model, status);
publishHandle({ model, grid, files, ready: start() });

async function start(): Promise<void> {
  const failed = (reason: string) => notices.problem(t("addinFailed", { reason }));
  try {
    status.say(t("addinLoading"));
    const createWorkbook = (file: Uint8Array | undefined) => void files.create(file);
    addin = await loadAddin({ model, pane, ribbon, language, theme, t, notices, createWorkbook });
  } catch (error) {
    failed(error instanceof Error ? error.message : String(error));
  }
  await files.openSample({ ask: false });
  if (!addin) return;
  await addin.loaded();
  // the sample's formulas are answered as soon as the add-in has registered its functions
  const late = new Promise<"late">((done) => setTimeout(() => done("late"), 30_000));
  if ((await Promise.race([model.idle(), late])) === "late") failed(t("noAnswer"));
  status.say(t("ready"));
}
