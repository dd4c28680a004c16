import { isoDate } from "../../../src/core/time/serial";
import { makeDeals, type Words } from "../deals";

const HEADERS =
  "Deal ID,Deal name,Account,Owner,Status,Amount,Created,Closed,Expected close,Source,Product,Region";
const PRODUCTS = ["Cold room", "Ice machine", "Display cabinet", "Milk cooling tank", "Blast chiller"];
const REGIONS = ["North", "South", "East", "West"];

/** The made-up deals as an export of twelve columns; status stands in E, the owner in D, the day of closing in H. */
export function dealsCsv(rows: number): string {
  const { owner, customer, status, source, amount, createdDate, closedDate, expectedCloseDate } =
    makeDeals(rows);
  const word = ({ words, at }: Words, row: number): string => words[at[row] ?? 0] ?? "";
  const day = (days: Float64Array, row: number): string => {
    const serial = days[row] ?? NaN;
    return Number.isNaN(serial) ? "" : isoDate(serial);
  };
  const lines = [HEADERS];
  for (let row = 0; row < rows; row++) {
    lines.push(
      [
        `D-${100_000 + row}`,
        `Contract no. ${row % 5000}`,
        word(customer, row),
        word(owner, row),
        word(status, row),
        Math.abs(amount[row] ?? 0), // no credit notes: a plain count of words is to be the same question
        day(createdDate, row),
        day(closedDate, row),
        day(expectedCloseDate, row),
        word(source, row),
        PRODUCTS[row % PRODUCTS.length],
        REGIONS[row % REGIONS.length],
      ].join(","),
    );
  }
  return lines.join("\n");
}
