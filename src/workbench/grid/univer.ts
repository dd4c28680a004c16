import { LocaleType, LogLevel, Univer, type Plugin, type PluginCtor } from "@univerjs/core";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import { UniverSheetsTablePreset } from "@univerjs/preset-sheets-table";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import { greenTheme } from "@univerjs/themes";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-table/lib/index.css";
import { repairUniver } from "../model/patches";
import { gridTexts } from "./locale";
import { tableTheme } from "./table-theme";

export type GridLanguage = "en" | "ro";

type Preset = { plugins: (PluginCtor<Plugin> | [PluginCtor<Plugin>, unknown])[] };

/** Univer with its screen parts: cells, formula bar, sheet tabs, context menu. Its toolbar is replaced by the page's. */
export function createUniver(
  container: HTMLElement,
  { dark, language }: { dark: boolean; language: GridLanguage },
): Univer {
  repairUniver();
  const univer = new Univer({
    theme: greenTheme,
    darkMode: dark,
    // Univer knows no Romanian: its slot for English carries ours
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: gridTexts(language) },
    logLevel: LogLevel.ERROR,
  });
  const core = UniverSheetsCorePreset({
    container,
    header: true,
    toolbar: false,
    formulaBar: true,
    footer: { menus: false },
    disableTextFormatAlert: true,
    disableTextFormatMark: true,
    menu: hiddenMenus,
  } as Parameters<typeof UniverSheetsCorePreset>[0]);
  for (const { plugins } of [core, UniverSheetsTablePreset()] as Preset[]) {
    for (const plugin of plugins) {
      if (plugin === UniverSheetsTablePlugin) {
        univer.registerPlugin(UniverSheetsTablePlugin, { userThemes: [tableTheme], defaultThemeIndex: 0 });
      } else if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1] as never);
      else univer.registerPlugin(plugin);
    }
  }
  return univer;
}

/** What a stand-in for Excel has no use for: Univer's own protection, which Excel's is not. */
const hiddenMenus = Object.fromEntries(
  [
    "sheet.contextMenu.permission",
    "sheet.command.add-range-protection-from-context-menu",
    "sheet.command.add-range-protection-from-sheet-bar",
    "sheet.command.change-sheet-protection-from-sheet-bar",
    "sheet.command.view-sheet-permission-from-context-menu",
    "sheet.command.view-sheet-permission-from-sheet-bar",
  ].map((id) => [id, { hidden: true }]),
);
