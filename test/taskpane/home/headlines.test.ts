import { cardMetrics } from "../../../src/taskpane/home/headlines";
import { held } from "../../support/mapped";

const column = (cells: readonly unknown[]) => cells.map((cell) => [cell]);
const deals = {
  status: column(["Won", "Lost"]),
  amount: column([100, 50]),
  closedDate: column([45_700, 45_710]),
};
const ids = (tables: Parameters<typeof held>[0], favourites: readonly string[] = []) =>
  cardMetrics(held(tables).dataset, favourites).map(({ id }) => id);

test("cards are of what is mapped: none of leads where there are none", () => {
  expect(ids({ deal: deals })).toEqual(expect.arrayContaining(["REVENUE", "WINRATE", "AVGDEALSIZE"]));
  expect(ids({ deal: deals })).not.toContain("LEADCONV");
  expect(ids({ deal: deals, lead: { status: column(["Converted", "New"]) } })).toContain("LEADCONV");
});

test("favourites come first, those that cannot be asked are left out", () => {
  expect(ids({ deal: deals }, ["WINRATE", "CSAT", "REVENUE"]).slice(0, 3)).toEqual([
    "WINRATE",
    "REVENUE",
    "SALESCOUNT",
  ]);
});
