import type { LogEntry } from "../../../src/reports/registry";
import { logText, momentText, outcomeNotice, rowsText } from "../../../src/taskpane/reports/report-words";
import { createLanguage } from "../../../src/taskpane/texts";

const [en, ro] = [createLanguage("en"), createLanguage("ro")];
const done: LogEntry = {
  ...{ at: 46_349.876, milliseconds: 1240, sheets: 8, outcome: "done" },
  rows: { used: 5203, skipped: 1 },
};

// Romanian: "de" before the noun from 20 on, but not after 1–19 beyond a hundred.
test.each<[used: number, skipped: number, en: string, ro: string]>([
  [1, 0, "1 row used, 0 left out", "1 rând folosit, 0 lăsate deoparte"],
  [19, 1, "19 rows used, 1 left out", "19 rânduri folosite, 1 lăsat deoparte"],
  [20, 20, "20 rows used, 20 left out", "20 de rânduri folosite, 20 lăsate deoparte"],
  [5203, 2, "5,203 rows used, 2 left out", "5.203 rânduri folosite, 2 lăsate deoparte"],
  [8800, 0, "8,800 rows used, 0 left out", "8.800 de rânduri folosite, 0 lăsate deoparte"],
])("%p rows used, %p left out", (used, skipped, english, romanian) => {
  expect(rowsText({ used, skipped }, en)).toBe(english);
  expect(rowsText({ used, skipped }, ro)).toBe(romanian);
});

test("a refresh in a sentence, and in the list of the last ones", () => {
  const { at, milliseconds, rows } = done;
  expect(outcomeNotice({ is: "done", at, milliseconds, rows, sheets: 20, leftOut: [] }, ro)).toEqual({
    intent: "success",
    text: "20 de foi sunt la zi: 5.203 rânduri folosite, 1 lăsat deoparte, în 1,2 s.",
  });
  expect(momentText(at, en)).toBe("23 Nov 2026, 21:01");
  expect(logText(done, en)).toBe("5,203 rows · 1.2 s");
  expect(logText({ ...done, outcome: "cancelled", problem: "cancelled" }, ro)).toBe("oprită");
});

test("a failure in the list says why, where that takes few words", () => {
  const failed = { ...done, outcome: "failed" as const };
  expect(logText({ ...failed, problem: "protectedSheet" }, en)).toBe("failed: a sheet is protected");
  expect(logText({ ...failed, problem: "columnGone" }, ro)).toBe(
    "nereușită: un tabel, o coloană sau o foaie nu mai există",
  );
  expect(logText({ ...failed, problem: "of another version" }, en)).toBe("failed");
  expect(logText(failed, en)).toBe("failed");
});
