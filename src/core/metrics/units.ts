/** What a number is, and how Excel shows it: the one home of number formats. */
export const unitFormats = {
  ratio: "0.0%",
  currency: "#,##0.00",
  count: "#,##0",
  number: "#,##0.0",
  days: "#,##0.0",
  hours: "#,##0.00",
  months: "#,##0.0",
  score: "0.0",
  date: "yyyy-mm-dd",
  text: "@",
  table: "General",
} as const;

export type Unit = keyof typeof unitFormats;
