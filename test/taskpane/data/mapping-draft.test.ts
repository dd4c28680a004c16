import { noMapping } from "../../../src/mapping/mapping";
import type { Block } from "../../../src/mapping/block";
import { guessSources } from "../../../src/mapping/guess";
import {
  mappedRoles,
  openQuestions,
  sourceFromBlock,
  sourceFromGuess,
  sourceFromSaved,
  sourceMovedTo,
  toMapping,
  withColumn,
} from "../../../src/taskpane/data/mapping-draft";
import { proposedSources } from "../../../src/taskpane/data/use-mapping-draft";

/** Twenty deals as a table; its place may be another one. */
function deals(name: string, place: Partial<Block["place"]> = {}): Block {
  const rows = Array.from({ length: 20 }, (_, row) => row);
  const column = (header: string, cell: (row: number) => string | number, id: string, format?: string) => ({
    ...{ header, id, cells: rows.map(cell) },
    ...(format === undefined ? {} : { format }),
  });
  return {
    place: {
      ...{ sheet: name, sheetId: `{${name}}`, table: { id: name, name }, headerRow: 0 },
      ...{ row: 1, rows: 20, column: 0 },
      ...place,
    },
    visible: true,
    skipped: [],
    columns: [
      column("Deal ID", (row) => `D-${row}`, "1"),
      column("Status", (row) => ["Won", "Lost", "Open"][row % 3] ?? "", "2"),
      column("Amount", (row) => 100 * (row + 1), "3", "#,##0.00"),
      column("Close Date", (row) => 45_700 + row, "4", "yyyy-mm-dd"),
    ],
  };
}

test("what a guess proposes is saved, and read again as it was", () => {
  const block = deals("Deals");
  const [guess] = guessSources([block]).filter(({ kind }) => kind === "deal");
  const source = sourceFromGuess(guess!);
  expect([...source.roles]).toEqual(
    expect.arrayContaining([
      ["status", 1],
      ["amount", 2],
      ["closedDate", 3],
    ]),
  );
  const mapping = toMapping([{ ...source, words: { status: { Open: "lost" } } }], noMapping.settings);
  expect(mapping.sources).toHaveLength(1);
  const again = sourceFromSaved(mapping.sources[0]!, [block], []);
  expect(new Map([...again.roles].sort())).toEqual(new Map([...source.roles].sort()));
  expect(again.words).toEqual({ status: { Open: "lost" } });
  expect(toMapping([again], noMapping.settings)).toEqual(mapping);
});

test("columns that moved are found by id, then by header; a table that is gone is kept until it is taken out", () => {
  const [saved] = toMapping([sourceFromBlock("deal", deals("Deals"), [])], noMapping.settings).sources;
  const moved = deals("Deals");
  const swapped = { ...moved, columns: [...moved.columns].reverse() };
  expect(sourceFromSaved(saved!, [swapped], []).roles.get("status")).toBe(2);
  const gone = sourceFromSaved(saved!, [], []);
  expect(gone.block).toBeUndefined();
  expect(toMapping([gone], noMapping.settings).sources).toEqual([saved]);
});

describe("what is gone is asked for", () => {
  const [saved] = toMapping([sourceFromBlock("deal", deals("Deals"), [])], noMapping.settings).sources;
  const whole = deals("Deals");
  const without = (id: string): Block => ({
    ...whole,
    columns: whole.columns.filter((column) => column.id !== id),
  });

  test("a column: a question that is open until a column is chosen or it is left out", () => {
    const draft = sourceFromSaved(saved!, [without("2")], []);
    expect([...(draft.gone ?? [])]).toEqual([["status", "Status"]]);
    expect(openQuestions(draft)).toEqual(["status"]);
    expect(openQuestions({ ...draft, leftOut: new Set(["status"]) })).toEqual([]);
    // The first of the three columns left is the id.
    const chosen = { ...draft, roles: withColumn(draft.roles, "status", 0) };
    expect(openQuestions(chosen)).toEqual([]);
    const [mended] = toMapping([chosen], noMapping.settings).sources;
    expect(mended?.roles.status).toEqual({ header: "Deal ID", at: 0, id: "1" });
    expect(mended?.roles.id).toBeUndefined();
    expect(mended?.roles.amount).toEqual({ header: "Amount", at: 1, id: "3" });
  });

  test("a column that is asked about stays open, whatever looks like it", () => {
    const asked = [
      {
        is: "columnGone",
        source: 0,
        kind: "deal",
        name: "Deals",
        role: "amount",
        header: "Amount",
        candidates: [],
      },
    ] as const;
    expect(openQuestions(sourceFromSaved(saved!, [whole], [], asked))).toEqual(["amount"]);
  });

  test("a table: the one that takes its place keeps what was said of the columns both have", () => {
    const words = { status: { Open: "lost" } };
    const gone = sourceFromSaved({ ...saved!, words }, [], []);
    const other: Block = {
      ...deals("Oferte"),
      columns: without("4").columns.map((column, at) => ({ ...column, id: String(9 - at) })),
    };
    const moved = sourceMovedTo(gone, other, []);
    expect(Object.fromEntries(moved.roles)).toMatchObject({ id: 0, status: 1, amount: 2 });
    expect([moved.key, moved.words]).toEqual([gone.key, words]);
    expect(openQuestions(moved)).toEqual(["closedDate", "expectedCloseDate"]);
    // A table with none of its columns is taken as it is guessed.
    const strange: Block = {
      ...other,
      columns: other.columns.map((column) => ({ ...column, header: `x ${column.header}` })),
    };
    expect(sourceMovedTo(gone, strange, []).saved).toBeUndefined();
  });
});

test("of a kind the surest table is proposed, and others only with the same headers", () => {
  const january = deals("January");
  const february = deals("February");
  const orders: Block = { ...deals("Orders"), columns: deals("Orders").columns.slice(1) };
  const proposed = proposedSources(guessSources([january, february, orders])).map(({ block }) => block);
  expect(proposed).toContain(january);
  expect(proposed).toContain(february);
  expect(proposed).not.toContain(orders);
});

test("roles of all tables of a kind count together", () => {
  const first = { ...sourceFromBlock("deal", deals("A"), []), roles: new Map([["status" as const, 1]]) };
  const second = { ...sourceFromBlock("deal", deals("B"), []), roles: new Map([["amount" as const, 2]]) };
  expect(mappedRoles([first, second]).get("deal")).toEqual(new Set(["status", "amount"]));
});
