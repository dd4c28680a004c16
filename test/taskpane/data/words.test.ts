import type { DraftSource } from "../../../src/taskpane/data/mapping-draft";
import { countWords, decide, mustDecide, undecided, wordsOf } from "../../../src/taskpane/data/words";

const source: DraftSource = {
  ...{ key: "", kind: "deal", block: undefined, guess: undefined, roles: new Map([["status" as const, 0]]) },
  ...{ dateOrder: undefined, words: {}, saved: undefined },
};
const counts = new Map([["status" as const, countWords(["Won", "won ", "Closed", "", "Signed up", "Lost"])]]);

test("spellings count together; what is ambiguous has to be decided, what is unknown is an open deal", () => {
  const [status] = wordsOf(source, counts);
  const found = Object.fromEntries((status?.words ?? []).map((word) => [word.word, word]));
  expect(found.Won).toMatchObject({ count: 2, reading: "won" });
  expect(found["Signed up"]).toMatchObject({ reading: "open" });
  expect(found.Closed).toMatchObject({ reading: undefined, mustDecide: true });
  expect(mustDecide(status!)).toBe(true);
  expect(undecided(status!)).toBe(1);
});

test("a decision is kept, and dropped again where it says what holds anyway", () => {
  const [status] = wordsOf(source, counts);
  const closed = status!.words.find(({ word }) => word === "Closed")!;
  const won = status!.words.find(({ word }) => word === "Won")!;
  const decided = decide({}, "status", closed, "won");
  expect(decided).toEqual({ status: { Closed: "won" } });
  expect(mustDecide(wordsOf({ ...source, words: decided }, counts)[0]!)).toBe(false);
  expect(decide(decided, "status", won, "lost")).toEqual({ status: { Closed: "won", Won: "lost" } });
  expect(decide({ status: { Won: "lost" } }, "status", won, "won")).toEqual({ status: {} });
});
