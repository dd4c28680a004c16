import type { Column } from "./columns";
import type { Role } from "./roles";

/*
 * A list that gives quantity and unit price, and no amount, lists the lines of orders: rows with the same id are one order,
 * whose amount is the sum of its lines.
 */

/** Gives such lines their amount: quantity × unit price, missing where either is. Beside amounts a unit price says nothing. */
export function priceLines(columns: Map<Role, Column>): void {
  const price = columns.get("unitPrice");
  if (price === undefined) return;
  const quantity = columns.get("quantity");
  if (columns.has("amount") || price.type !== "number" || quantity?.type !== "number") {
    columns.delete("unitPrice");
    return;
  }
  const fault = price.fault ?? quantity.fault;
  columns.set("amount", {
    ...price,
    values: price.values.map((each, row) => each * (quantity.values[row] ?? NaN)),
    ...(fault === undefined ? {} : { fault }),
  });
}

export const areLines = (columns: ReadonlyMap<Role, Column>): boolean => columns.has("unitPrice");

/** What differs from line to line of one order. */
export const OF_LINES: ReadonlySet<Role> = new Set<Role>([
  "product",
  "quantity",
  "unitPrice",
  "name",
  "group",
]);
