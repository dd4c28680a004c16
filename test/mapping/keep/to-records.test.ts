import type { CellColumn } from "../../../src/core/records/cells";
import type { Records } from "../../../src/core/records/records";
import type { Kind, Role } from "../../../src/core/records/roles";
import { Outcome } from "../../../src/core/records/outcome";
import { readRecords } from "../../../src/core/records/read-records";
import { finish } from "../../../src/core/steps";
import { stackRecords, type SourceCells } from "../../../src/mapping/keep/to-records";
import type { MappedSource } from "../../../src/mapping/mapping";

/** A list as it stands in a sheet, with the roles of its columns (undefined: none). */
function list(
  roles: readonly (Role | undefined)[],
  rows: readonly (readonly unknown[])[],
  source: Partial<MappedSource> = {},
): SourceCells {
  const columns = new Map<Role, CellColumn>();
  roles.forEach((role, at) => role && columns.set(role, { rows, at }));
  return { source: { kind: "deal", ...source }, rows: rows.length, columns };
}

const stack = (kind: Kind, ...parts: SourceCells[]): Records => finish(stackRecords(kind, parts));
const numbers = (records: Records, role: Role) => [...records.numbers(role)];
function words(records: Records, role: Role): (string | undefined)[] {
  const { codes, words } = records.words(role);
  return [...codes].map((code) => words[code]);
}

const WON = [
  ["x", "Won", 100, "13/02/2025"],
  ["y", "Lost", 50, "02/03/2025"],
];

test("one list is read as its columns are by the functions", () => {
  const one = stack("deal", list([undefined, "status", "amount", "closedDate"], WON));
  const column = (at: number) => WON.map((row) => [row[at]]);
  const same = readRecords("deal", { status: column(1), amount: column(2), closedDate: column(3) });
  expect(numbers(one, "amount")).toEqual(numbers(same, "amount"));
  expect(numbers(one, "closedDate")).toEqual(numbers(same, "closedDate"));
  expect(one.outcome).toEqual(same.outcome);
});

test("lists stand one below the other; a role that one lacks is blank there", () => {
  const records = stack(
    "deal",
    list(
      ["status", "amount"],
      [
        ["Won", 1],
        ["Lost", 2],
      ],
    ),
    list(["owner", "amount", "status"], [["Ana", 3, "Won"]]),
    list(["owner", "status"], []),
  );
  expect(numbers(records, "amount")).toEqual([1, 2, 3]);
  expect(words(records, "owner")).toEqual(["", "", "Ana"]);
  expect(words(records, "status")).toEqual(["Won", "Lost", "Won"]);
});

test("each list has its own order of day and month", () => {
  // 13/02 shows day first and 02/13 month first: together in one column they would contradict each other.
  const dmy = list(["closedDate"], [["13/02/2025"], ["02/03/2025"]]);
  const mdy = list(["closedDate"], [["02/13/2025"], ["03/02/2025"]]);
  const told = list(["closedDate"], [["01/02/2025"]], { dateOrder: "mdy" });
  // Serials: 1 January 2025 is 45658, so 13 February 45701, 2 March 45718, 2 January 45659.
  expect(numbers(stack("deal", dmy, mdy, told), "closedDate")).toEqual([45701, 45718, 45701, 45718, 45659]);
  // A list that does not show its order, and of which nobody said it, is still asked about.
  const unknown = stack("deal", dmy, list(["closedDate"], [["03/04/2025"]]));
  expect(unknown.columns.get("closedDate")).toMatchObject({
    fault: { reason: "ambiguousDates", sample: "03/04/2025" },
  });
});

test("cells that can't be read are counted in the rows of the stack", () => {
  const records = stack("deal", list(["amount"], [[1], [2]]), list(["amount"], [["n/a?"], [4]]));
  expect(records.problems).toEqual([{ role: "amount", reason: "unreadable", rows: [2], sample: "n/a?" }]);
});

test("words mean what the person decided, in all lists of the kind", () => {
  const first = list(["status"], [["Signed"], ["Dead"]], {
    words: { status: { Signed: "won", Dead: "lost" } },
  });
  const second = list(["status"], [["signed"], ["Won"]]);
  expect([...stack("deal", first, second).outcome]).toEqual([
    Outcome.won,
    Outcome.lost,
    Outcome.won,
    Outcome.won,
  ]);
});

test("a first record that reads like a header is a record; rows with the same id all stay", () => {
  const records = stack(
    "deal",
    list(
      ["id", "owner"],
      [
        ["ID", "Owner"],
        ["7", "Ana"],
        ["7", "Ion"],
      ],
    ),
  );
  expect(words(records, "owner")).toEqual(["Owner", "Ana", "Ion"]);
  expect([...records.outcome].every((outcome) => outcome !== Outcome.none)).toBe(true);
});
