import fc from "fast-check";
import type { Cell } from "../../../src/core/records/cells";
import { kinds, type Kind } from "../../../src/core/records/roles";
import type { Block } from "../../../src/mapping/block";
import { guessAs, guessSources, SURE } from "../../../src/mapping/guess";
import { runs } from "../../support/random";
import { rolesOf } from "./blocks";
import { example } from "./example-lists";

const examples = ["deals", "leads", "activities", "subscriptions"] as const;
const anyExample = fc.constantFrom(...examples).map((name) => example(name));

function withColumns(block: Block, columns: Block["columns"]): Block {
  return { ...block, columns };
}

/** Kind → role → header, with the confidence. */
function findings(block: Block): unknown {
  return guessSources([block]).map((guess) => [
    guess.kind,
    Math.round(guess.confidence * 1e9),
    Object.entries(rolesOf(guess)).sort(),
    [...guess.open]
      .map(([role, proposed]) => [role, proposed.map(({ column }) => guess.block.columns[column]?.header)])
      .sort(),
  ]);
}

test("the order of the columns changes nothing", () => {
  fc.assert(
    fc.property(
      anyExample.chain((block) =>
        fc.tuple(
          fc.constant(block),
          fc.shuffledSubarray([...block.columns], {
            minLength: block.columns.length,
            maxLength: block.columns.length,
          }),
        ),
      ),
      ([block, shuffled]) => {
        expect(findings(withColumns(block, shuffled))).toEqual(findings(block));
      },
    ),
    runs(60),
  );
});

test("a column that has nothing to do with it changes no role", () => {
  const unrelated: readonly (readonly [string, (row: number) => Cell])[] = [
    ["Remarks", (row) => `Wrote on the ${row}th, will see`],
    ["Shoe size", (row) => 36 + (row % 9)],
    ["Weather", (row) => ["sunny", "rain", "fog"][row % 3]],
    ["Ref check", (row) => row % 2 === 0],
    ["", () => ""],
  ];
  fc.assert(
    fc.property(anyExample, fc.constantFrom(...unrelated), fc.nat(20), (block, [header, make], at) => {
      const cells = Array.from({ length: block.place.rows }, (_, row) => make(row));
      const columns = [...block.columns];
      columns.splice(at % (columns.length + 1), 0, { header, cells });
      const [before, after] = [guessSources([block]), guessSources([withColumns(block, columns)])];
      expect(after.map(({ kind }) => kind)).toEqual(before.map(({ kind }) => kind));
      expect(after.map(rolesOf)).toEqual(before.map(rolesOf));
    }),
    runs(60),
  );
});

test("a header that says nothing leaves its column to be asked for", () => {
  fc.assert(
    fc.property(anyExample, fc.nat(20), (block, pick) => {
      const at = pick % block.columns.length;
      const [kind] = guessSources([block]).map((guess) => guess.kind);
      if (kind === undefined) throw new Error("an example of no kind");
      const columns = block.columns.map((column, i) => (i === at ? { ...column, header: "Qwx 7" } : column));
      const guess = guessAs(kind, withColumns(block, columns));
      expect(Object.values(rolesOf(guess))).not.toContain("Qwx 7");
    }),
    runs(60),
  );
});

const anyCell = fc.oneof(
  fc.constantFrom<Cell>(
    "",
    null,
    true,
    false,
    "#N/A",
    "Won",
    "lost",
    "2025-03-04",
    "03/04/2025",
    "a@b.ro",
    "€",
    "10%",
    " ",
  ),
  fc.double({ noNaN: false }),
  fc.integer(),
  fc.string({ maxLength: 12 }),
);
const anyHeader = fc.oneof(
  fc.constantFrom("Amount", "Close date", "Status", "Name", "Date", "", "Price", "Etapă"),
  fc.string({ maxLength: 20 }),
);

test("whatever the cells hold, no column plays two roles and confidences are what they say", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyHeader, fc.array(anyCell, { minLength: 6, maxLength: 6 })), { maxLength: 8 }),
      (columns) => {
        const place = { sheet: "S", sheetId: "1", row: 1, rows: 6, column: 0 };
        const block: Block = {
          place,
          visible: true,
          skipped: [],
          columns: columns.map(([header, cells]) => ({ header, cells })),
        };
        for (const kind of Object.keys(kinds) as Kind[]) {
          const guess = guessAs(kind, block);
          const taken = [...guess.roles]
            .filter(([role]) => role !== "expectedCloseDate")
            .map(([, { column }]) => column);
          expect(new Set(taken).size).toBe(taken.length);
          for (const [role, { column, confidence, reasons }] of guess.roles) {
            expect(confidence).toBeGreaterThanOrEqual(SURE);
            expect(confidence).toBeLessThan(1);
            expect(reasons.length).toBeGreaterThan(0);
            expect(guess.open.has(role)).toBe(false);
            expect(column).toBeLessThan(columns.length);
          }
          for (const proposed of guess.open.values())
            for (const { confidence } of proposed) expect(confidence).toBeLessThan(1);
        }
        guessSources([block]);
      },
    ),
    runs(100),
  );
});
