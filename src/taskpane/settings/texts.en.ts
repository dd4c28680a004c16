export const settingsTextsEn = {
  privacy: "Privacy",
  privacyHow:
    "Nothing leaves the workbook. Your records are read and calculated on this computer, and what you set up here is kept in the workbook itself.",
  about: "About",
  aboutWhat: "Sales Metrics: sales metrics as Excel functions, each with one definition and its source.",
  licences: "Licences of the software used",
} as const;
