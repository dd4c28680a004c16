import { openPane } from "./support/pane";
import { useWorkbench } from "./support/workbench";

/* Questions to mapped tables, typed into cells of the workbench, with the built add-in and the real client. */

jest.setTimeout(180_000);

const bench = useWorkbench();

/** Six deals: three won, one lost, two open. */
const deals = `owner,status,amount,created,closed
Ana,Won,100,2026-01-05,2026-01-20
Ana,Lost,50,2026-01-06,2026-02-01
Ana,Won,300,2026-02-01,2026-02-15
Dan,Won,80,2026-02-03,2026-03-01
Dan,Open,70,2026-03-01,
Eva,Open,10,2026-03-02,
`;

test("cells say what to do before anything is mapped, answer once it is, and follow the table", async () => {
  const pane = await openPane(bench);
  const { workbench } = pane;
  await pane.open({ name: "deals.csv", mimeType: "text/csv", buffer: Buffer.from(deals) });
  await workbench.type("H2", '=SALES.KPI("REVENUE")');
  expect(await workbench.value("H2")).toBe("#N/A");
  await pane.goTo("data");
  await pane.panel("data").getByRole("button", { name: "Save mapping" }).click();
  await pane.heard(/^Saved and checked/);
  await workbench.idle();
  expect(await workbench.value("H2")).toBe(480);
  await workbench.type("H3", '=SALES.KPI("WINRATE","2026-Q1","owner","ana")');
  expect(await workbench.value("H3")).toBeCloseTo(2 / 3, 12);
  await workbench.type("J2", '=SALES.KPITABLE("WINRATE,REVENUE","owner","2026")');
  expect(await workbench.read("J2:L5")).toEqual([
    ["owner", "Win rate", "Revenue"],
    ["Ana", expect.closeTo(2 / 3, 12), 400],
    ["Dan", 1, 80],
    ["Eva", "—", 0],
  ]);
  await workbench.type("B3", "Won");
  await pane.page.waitForFunction(() => window.workbench?.read("H2")[0]?.[0] === 530);
  expect(await workbench.value("H3")).toBe(1);
  expect(workbench.troubles).toEqual([]);
});
