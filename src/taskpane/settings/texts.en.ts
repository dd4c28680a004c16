import type { PluralText } from "../texts.en";

export const settingsTextsEn = {
  calendar: "Calendar",
  fiscalYearStart: "Fiscal year begins in",
  weekStart: "Week begins on",
  shown: "Display",
  languageOf: "Language",
  languageOfExcel: "As Excel",
  currencyOf: "Currency of the amounts",
  currencyHint: "Three letters, such as EUR; blank leaves amounts without a sign.",
  currencyWrong: "Enter the three letters of a currency, such as EUR.",
  openingHours: "Business hours and holidays",
  useHours: "Response times count business hours only",
  opensAt: "From",
  closesAt: "To",
  hoursWrong: "Enter times such as 9:00, the first before the second.",
  workdays: "Working days",
  daysWrong: "Choose at least one working day.",
  holidays: "Holidays",
  holidaysHint: "One day a line, such as 2026-12-25. A mapped list of holidays counts as well.",
  holidaysWrong: "One of the days cannot be read. Write them as 2026-12-25.",
  saveSettings: "Save settings",
  settingsSaved: "Settings saved and checked.",

  convert: "Convert to values",
  convertWhat:
    "Before sending the workbook to somebody without Sales Metrics: its formulas become the values they show.",
  convertSheet: "This sheet",
  convertSelection: "Selected cells",
  convertSheetTitle: "Convert the formulas of this sheet?",
  convertSelectionTitle: "Convert the formulas of the selected cells?",
  convertBody:
    "Formulas of Sales Metrics become plain values and no longer update. Other formulas stay as they are. Keep a copy of the workbook if you will need the formulas again.",
  convertConfirm: "Convert",
  converted: {
    one: "{count} formula is a value now.",
    few: "{count} formulas are values now.",
    other: "{count} formulas are values now.",
  },
  convertedNone: "There is no formula of Sales Metrics here.",
  convertedWaiting: {
    one: "{count} is still being calculated and was left: try again in a moment.",
    few: "{count} are still being calculated and were left: try again in a moment.",
    other: "{count} are still being calculated and were left: try again in a moment.",
  },

  privacy: "Privacy",
  privacyHow:
    "Nothing leaves the workbook. Your records are read and calculated on this computer, and what you set up here is kept in the workbook itself.",
  about: "About",
  aboutWhat: "Sales Metrics: sales metrics as Excel functions, each with one definition and its source.",
  licences: "Licences of the software used",
} as const satisfies Record<string, string | PluralText>;
