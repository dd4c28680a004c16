import { finish } from "../../src/core/steps";
import { cellsOf, sourceReading } from "../../src/dataset/source-cells";
import { isRefused } from "../../src/mapping/block";
import { findBlocks } from "../../src/mapping/find";
import { locateSources } from "../../src/mapping/keep/locate";
import { mappedPlaceOf } from "../../src/mapping/keep/mapped-place";
import { noMapping, type MappedSource } from "../../src/mapping/mapping";
import { sketch } from "../support/sketch";

const WITH_A_NAME_LIKE_TOTALS = `
  Client         | Data   | Valoare | Agent | Județ
  Acme           | d45700 | 100     | Ana   | Cluj
  Total Soft SRL |        | 250     | Ana   | Iași
  Beta           | d45720 | 75      | Dan   | Cluj
  Gama           | d45721 | 80      | Dan   | Iași
`;
const WITH_REMARKS = `
  Client            | Data   | Agent | Valoare
  Acme              | d45700 | Ana   | 100
  Beta              | d45710 | Dan   | 250
  * fără TVA        |        |       |
  Întocmit: Ana Pop |        |       |
`;

/* What the pane shows before a mapping is saved is what is read afterwards, though few of the columns are mapped. */
test.each([
  [WITH_A_NAME_LIKE_TOTALS, { customer: 0, closedDate: 1, amount: 2 }, 4],
  [WITH_REMARKS, { customer: 0, closedDate: 1 }, 2],
])("the records that were found are those that are read", (drawn, columns, expected) => {
  const sheet = sketch(drawn);
  const [block] = findBlocks(sheet);
  if (block === undefined || isRefused(block)) throw new Error("no list");
  const roles = Object.fromEntries(
    Object.entries(columns).map(([role, at]) => [role, { header: block.columns[at]?.header ?? "", at }]),
  );
  const source: MappedSource = { kind: "deal", place: mappedPlaceOf(block), roles };
  const values = sheet.runs[0]?.values ?? [];
  const { sources } = locateSources(
    { ...noMapping, sources: [source] },
    { sheets: [{ ...sheet, top: values }], tables: [] },
  );
  const [located] = sources;
  if (located === undefined) throw new Error("not located");
  const parts = cellsOf(located).map(({ row, column, rows, columns: width }) => ({
    values: values.slice(row, row + rows).map((cells) => cells.slice(column, column + width)),
    formats: [],
  }));
  const { rows } = finish(sourceReading(located, parts));
  expect([block.columns[0]?.cells.length, rows]).toEqual([expected, expected]);
});
