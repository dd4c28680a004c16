import fc from "fast-check";
import { isRefused, type Block } from "../../../src/mapping/block";
import { findBlocks } from "../../../src/mapping/find";
import { finding } from "../../support/finding";
import { runs } from "../../support/random";
import { Day, sheetOf } from "../../support/sketch";

const HEADERS =
  "Client Agent Stare Sursă Etapă Oraș Deal Owner Status Stage Source Region Produs Categorie Zonă Foo Cod".split(
    " ",
  );
const NUMBERS = "Valoare Suma Amount Quantity Preț Cantitate Bar Puncte".split(" ");
const DAYS = "Data|Created Date|Close Date|Data închiderii|Ziua".split("|");
const WORDS = "acme beta gama nord sud est vest ana dan ion roșu verde unu doi trei patru".split(" ");

type Type = "key" | "word" | "number" | "day";

interface List {
  readonly header: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly types: readonly Type[];
}

/** A proper list: the first column names every record, two others hold numbers and days. */
const list: fc.Arbitrary<List> = fc
  .record({
    extra: fc.array(fc.constantFrom<Type>("word", "number", "day"), { maxLength: 3 }),
    order: fc.integer(),
    height: fc.integer({ min: 2, max: 25 }),
    seed: fc.array(fc.nat(9999), { minLength: 200, maxLength: 200 }),
  })
  .map(({ extra, order, height, seed }) => {
    const types: Type[] = ["key", "number", "day", ...extra];
    if (order % 2 === 0) [types[1], types[2]] = ["day", "number"];
    let next = Math.abs(order) % 100;
    const random = (below: number): number => (seed[next++ % seed.length] ?? 0) % below;
    const used = new Set<string>();
    const header = types.map((type) => {
      const names = (type === "number" ? NUMBERS : type === "day" ? DAYS : HEADERS).filter(
        (name) => !used.has(name),
      );
      const name = names[random(names.length)] ?? "";
      used.add(name);
      return name;
    });
    const rows = Array.from({ length: height }, () =>
      types.map((type, at) => {
        // beyond the first three columns a record may lack something
        if (at > 2 && random(5) === 0) return "";
        if (type === "number") return 1 + random(9000);
        if (type === "day") return new Day(45000 + random(900));
        return WORDS[random(WORDS.length)] ?? "";
      }),
    );
    return { header, rows, types };
  });

/** Cells by row and column. */
class Paper {
  readonly rows: unknown[][] = [];

  put(row: number, column: number, cell: unknown): void {
    while (this.rows.length <= row) this.rows.push([]);
    const line = this.rows[row] ?? [];
    while (line.length <= column) line.push("");
    line[column] = cell;
  }

  putList(row: number, column: number, { header, rows }: List): number {
    [header, ...rows].forEach((cells, r) => cells.forEach((cell, c) => this.put(row + r, column + c, cell)));
    return row + 1 + rows.length;
  }
}

function asLine(top: number, column: number, { header, rows }: List, skipped = ""): string {
  const letter = (at: number): string => String.fromCharCode(65 + at);
  const cells = `${letter(column)}${top + 2}:${letter(column + header.length - 1)}${top + 1 + rows.length}`;
  return `${top + 1} > ${cells} (${rows.length}) ${header.join(", ")}${skipped}`;
}

const surroundings = fc.record({
  down: fc.integer({ min: 0, max: 4 }),
  right: fc.integer({ min: 0, max: 3 }),
  titles: fc.array(fc.constantFrom("Raport de vânzări", "Generat luni", "Filtre: toate"), { maxLength: 2 }),
  gap: fc.integer({ min: 0, max: 2 }),
  totals: fc.constantFrom(undefined, 0, 1),
  remark: fc.boolean(),
  note: fc.boolean(),
  blankTail: fc.integer({ min: 0, max: 30 }),
});

describe("what was put on a sheet is found", () => {
  test("a list with anything around it", () => {
    fc.assert(
      fc.property(list, surroundings, (data, around) => {
        const paper = new Paper();
        let row = around.down;
        let skipped = "";
        for (const title of around.titles) {
          paper.put(row++, around.right, title);
          skipped += `; ${row} title`;
        }
        if (around.titles.length > 0) row += around.gap;
        const top = row;
        row = paper.putList(top, around.right, data);
        if (around.totals !== undefined) {
          row += around.totals;
          paper.put(row, around.right, "Total");
          data.types.forEach((type, at) => {
            if (type !== "number") return;
            const sum = data.rows.reduce((total, cells) => total + (Number(cells[at]) || 0), 0);
            paper.put(row, around.right + at, sum);
          });
          skipped += `; ${++row} totals`;
        }
        if (around.remark) {
          paper.put(row + 1, around.right, "Sursa: export din luna trecută");
          skipped += `; ${row + 2} remark`;
        }
        if (around.note) {
          paper.put(top, around.right + data.header.length + 1, "Notă");
          paper.put(top + 2, around.right + data.header.length + 1, "de verificat");
        }
        for (let i = 0; i < around.blankTail; i++) paper.put(paper.rows.length, 0, "");
        const found = findBlocks(sheetOf(paper.rows)).map(finding);
        expect(found).toEqual([asLine(top, around.right, data, skipped)]);
      }),
      runs(500),
    );
  });

  test("two lists side by side", () => {
    fc.assert(
      fc.property(list, list, fc.nat(3), (left, right, lower) => {
        const paper = new Paper();
        paper.putList(0, 0, left);
        const column = left.header.length + 1;
        paper.putList(lower, column, right);
        const found = findBlocks(sheetOf(paper.rows)).map(finding);
        expect(found).toEqual([asLine(0, 0, left), asLine(lower, column, right)]);
      }),
      runs(300),
    );
  });

  test("two lists one below the other", () => {
    fc.assert(
      fc.property(list, list, fc.integer({ min: 1, max: 3 }), fc.boolean(), (above, below, gap, titled) => {
        fc.pre(above.header.join() !== below.header.join());
        const paper = new Paper();
        let row = paper.putList(0, 0, above) + gap;
        if (titled) paper.put(row++, 0, "Altă listă");
        paper.putList(row, 0, below);
        const found = findBlocks(sheetOf(paper.rows)).map(finding);
        const title = titled ? `; ${row} title` : "";
        expect(found).toEqual([asLine(0, 0, above), asLine(row, 0, below, title)]);
      }),
      runs(300),
    );
  });
});

describe("laws", () => {
  test("moving a whole sheet moves the block and nothing else", () => {
    fc.assert(
      fc.property(list, surroundings, fc.nat(2000), fc.nat(60), (data, around, down, right) => {
        const paper = new Paper();
        around.titles.forEach((title, at) => paper.put(at, 0, title));
        paper.putList(around.titles.length + around.gap, around.right, data);
        const at = (row: number, column: number): readonly Block[] =>
          findBlocks(sheetOf(paper.rows, { row, column })).filter((found) => !isRefused(found)) as Block[];
        const moved = at(0, 0).map((block) => ({
          ...block,
          place: {
            ...block.place,
            row: block.place.row + down,
            headerRow: (block.place.headerRow ?? 0) + down,
            column: block.place.column + right,
          },
          skipped: block.skipped.map(({ row, why }) => ({ row: row + down, why })),
        }));
        expect(moved).toHaveLength(1);
        expect(at(down, right)).toEqual(moved);
      }),
      runs(200),
    );
  });

  test("blank rows between the records change nothing but where it ends", () => {
    fc.assert(
      fc.property(list, fc.array(fc.nat(24), { maxLength: 6 }), (data, gaps) => {
        const rows = data.rows.flatMap((cells, at) => (at > 0 && gaps.includes(at) ? [[], cells] : [cells]));
        const [block, ...others] = findBlocks(sheetOf([data.header, ...rows]));
        expect(others).toEqual([]);
        if (block === undefined || isRefused(block)) throw new Error("nothing found");
        expect(block.place.rows).toBe(rows.length);
        expect(block.columns.map(({ cells }) => cells)).toEqual(
          data.header.map((_, c) =>
            data.rows.map((cells) => (cells[c] instanceof Day ? (cells[c] as Day).serial : cells[c])),
          ),
        );
      }),
      runs(200),
    );
  });

  test("whatever stands on a sheet, findings lie within it and share no cell", () => {
    const cell = fc.oneof(
      { weight: 4, arbitrary: fc.constant("") },
      fc.constantFrom(
        "Client",
        "Valoare",
        "Total",
        "Ana",
        "Data:",
        "Ian",
        "-",
        "#N/A",
        " ",
        true,
        null,
        "1.200,50",
      ),
      fc.nat(50000),
      fc.nat(900).map((day) => new Day(45000 + day)),
    );
    const cells = fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 8 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(cells, (rows) => {
        const sheet = sheetOf(rows);
        const seen = new Set<string>();
        for (const found of findBlocks(sheet)) {
          const box = isRefused(found)
            ? found
            : {
                row:
                  found.place.row - (found.place.headerRow === undefined ? 0 : (found.place.headerRows ?? 1)),
                rows:
                  found.place.rows +
                  (found.place.headerRow === undefined ? 0 : (found.place.headerRows ?? 1)),
                column: found.place.column,
                columns: found.columns.length,
              };
          expect(box.row).toBeGreaterThanOrEqual(0);
          expect(box.row + box.rows).toBeLessThanOrEqual(sheet.rows);
          expect(box.column + box.columns).toBeLessThanOrEqual(sheet.columns);
          for (let r = box.row; r < box.row + box.rows; r++) {
            for (let c = box.column; c < box.column + box.columns; c++) {
              const filled = String(rows[r]?.[c] ?? "").trim() !== "";
              if (filled) expect(seen).not.toContain(`${r},${c}`);
              seen.add(`${r},${c}`);
            }
          }
        }
      }),
      runs(500),
    );
  });
});
