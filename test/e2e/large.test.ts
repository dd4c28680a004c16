import { LOST, makeDeals, WON } from "../bench/deals";
import { dealsCsv } from "../bench/mapping/deals-csv";
import { takeLoad, timeEdit, timeFormulas, watchPane } from "../bench/mapping/in-page";
import { kpi, lostDealOf, repsIn } from "../bench/mapping/measure-mapping";
import { openPane } from "./support/pane";
import { useWorkbench } from "./support/workbench";

/* A hundred thousand deals. How fast they are is measured by npm run bench -- mapping; here, that the work is done once. */

jest.setTimeout(180_000);

const bench = useWorkbench();
const ROWS = 100_000;

test("100,000 deals are mapped, read once for all cells, and once more after an edit", async () => {
  const pane = await openPane(bench);
  const { workbench, page } = pane;
  page.setDefaultTimeout(60_000);
  await pane.open({ name: "deals.csv", mimeType: "text/csv", buffer: Buffer.from(dealsCsv(ROWS)) });
  await watchPane(pane.frame());
  await pane.goTo("data");
  const data = pane.panel("data");
  await data.getByText("100,000 rows").first().waitFor({ state: "attached" });
  await data.getByRole("button", { name: "Save mapping" }).click();
  await data.getByText(/^100,000 rows read/).waitFor();
  // blocks below 5 MB: a dozen columns do not take hundreds of round trips
  expect((await takeLoad(pane.frame())).syncs).toBeLessThan(80);

  const reps = await repsIn(page, ROWS);
  expect(reps).toHaveLength(20);
  await timeFormulas(pane.frame(), "O2:O21", reps.map(kpi));
  // the formulas are written; that cells ask reads nothing
  expect((await takeLoad(pane.frame())).syncs).toBeLessThan(10);
  const counts = reps.map(decidedIn2025);
  const shown = (await workbench.read("O2:O21")).flat();
  expect(shown).toEqual(counts.map(({ won, lost }) => expect.closeTo(won / (won + lost), 12)));

  const [first] = counts;
  await timeEdit(page, await lostDealOf(page, reps[0] ?? ""), WON, "O2");
  await workbench.idle();
  const { won = NaN, lost = NaN } = first ?? {};
  expect(await workbench.value("O2")).toBeCloseTo((won + 1) / (won + lost), 12);
  const edit = await takeLoad(pane.frame());
  expect(edit.syncs).toBeGreaterThan(0);
  expect(edit.syncs).toBeLessThan(60);
  expect(workbench.troubles).toEqual([]);
});

const deals = makeDeals(ROWS);

/** Counted from the generator: 1 January 2025 is day 45,658. */
function decidedIn2025(rep: string): { won: number; lost: number } {
  const counts = { won: 0, lost: 0 };
  for (let row = 0; row < ROWS; row++) {
    const closed = deals.closedDate[row] ?? NaN;
    if (deals.owner.words[deals.owner.at[row] ?? -1] !== rep || !(closed >= 45_658 && closed < 46_023))
      continue;
    const status = deals.status.words[deals.status.at[row] ?? -1];
    if (status === WON) counts.won++;
    else if (status === LOST) counts.lost++;
  }
  return counts;
}
