import { messageText } from "../../../src/core/messages";
import { readAnyPeriod } from "../../../src/core/records/read-any-period";
import { isoDate, serialOf } from "../../../src/core/time/serial";

/** A Thursday, in the fourth quarter. */
const TODAY = serialOf(2026, 11, 19);

function shown(text: string, calendar?: { fiscalYearStart: number; weekStart: number }): string | undefined {
  const period = readAnyPeriod(text, TODAY, calendar);
  if (period === undefined || period === "all") return period;
  return `${isoDate(period.start)} ${isoDate(period.end - 1)}`;
}

// Read off a calendar of 2026.
test.each([
  ["2026-Q1", "2026-01-01 2026-03-31"],
  ["Q1 2026", "2026-01-01 2026-03-31"],
  ["T1 2026", "2026-01-01 2026-03-31"],
  ["2026-T1", "2026-01-01 2026-03-31"],
  ["YTD", "2026-01-01 2026-11-19"],
  ["de la începutul anului", "2026-01-01 2026-11-19"],
  ["qtd", "2026-10-01 2026-11-19"],
  ["month to date", "2026-11-01 2026-11-19"],
  ["WTD", "2026-11-16 2026-11-19"],
  ["today", "2026-11-19 2026-11-19"],
  ["Ieri", "2026-11-18 2026-11-18"],
  ["this week", "2026-11-16 2026-11-22"],
  ["săptămâna trecută", "2026-11-09 2026-11-15"],
  ["this month", "2026-11-01 2026-11-30"],
  ["luna aceasta", "2026-11-01 2026-11-30"],
  ["Luna trecută", "2026-10-01 2026-10-31"],
  ["last month", "2026-10-01 2026-10-31"],
  ["next month", "2026-12-01 2026-12-31"],
  ["luna viitoare", "2026-12-01 2026-12-31"],
  ["this quarter", "2026-10-01 2026-12-31"],
  ["trimestrul trecut", "2026-07-01 2026-09-30"],
  ["previous quarter", "2026-07-01 2026-09-30"],
  ["anul acesta", "2026-01-01 2026-12-31"],
  ["last year", "2025-01-01 2025-12-31"],
  ["last 90 days", "2026-08-22 2026-11-19"],
  ["ultimele 90 de zile", "2026-08-22 2026-11-19"],
  ["last 1 day", "2026-11-19 2026-11-19"],
  ["Last 12 months", "2025-11-01 2026-10-31"],
  ["ultimele 12 luni", "2025-11-01 2026-10-31"],
  ["the past 4 weeks", "2026-10-19 2026-11-15"],
  ["ultimele 2 trimestre", "2026-04-01 2026-09-30"],
  ["ultimii 3 ani", "2023-01-01 2025-12-31"],
  ["ultima lună", "2026-10-01 2026-10-31"],
  ["all", "all"],
  ["Toată perioada", "all"],
])("%s is %s", (text, expected) => expect(shown(text)).toBe(expected));

test("a fiscal year that begins in April, a week that begins on Sunday", () => {
  const calendar = { fiscalYearStart: 4, weekStart: 6 };
  expect(shown("YTD", calendar)).toBe("2026-04-01 2026-11-19");
  expect(shown("this quarter", calendar)).toBe("2026-10-01 2026-12-31");
  expect(shown("last year", calendar)).toBe("2025-04-01 2026-03-31");
  expect(shown("FY2027", calendar)).toBe("2026-04-01 2027-03-31");
  expect(shown("FY2027-Q3", calendar)).toBe("2026-10-01 2026-12-31");
  expect(shown("this week", calendar)).toBe("2026-11-15 2026-11-21");
});

test.each([
  "",
  "soon",
  "last",
  "month",
  "last 0 days",
  "last 90",
  "next 90 days",
  "2026-13",
  "this day after",
])("“%s” is no period", (text) => expect(shown(text)).toBeUndefined());

test("labels name the period as it may be written", () => {
  for (const text of [
    "YTD",
    "last month",
    "trimestrul trecut",
    "last 90 days",
    "this week",
    "ieri",
    "last 3 months",
  ]) {
    const period = readAnyPeriod(text, TODAY);
    if (typeof period !== "object") throw new Error(text);
    expect(readAnyPeriod(period.label, TODAY)).toEqual({ ...period, label: period.label });
  }
});

test.each(["en", "ro"] as const)("what the message for no period offers can be read (%s)", (locale) => {
  const [, offered = ""] = messageText(locale, "notAPeriod", { period: "soon" }).split(
    /(?:one of|una dintre) /,
  );
  const forms = offered.replace(/\.$/, "").split(", ");
  expect(forms.length).toBeGreaterThan(12);
  for (const form of forms)
    expect([form, readAnyPeriod(form.replace(/[“”„]/g, ""), TODAY) !== undefined]).toEqual([form, true]);
});
