import { useWorkbench, type WorkbenchPage } from "./support/workbench";

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

async function openDeals(): Promise<WorkbenchPage> {
  const workbench = await bench.open();
  await workbench.choose({ name: "deals.csv", mimeType: "text/csv", buffer: Buffer.from(deals) });
  await workbench.opened("deals.csv");
  return workbench;
}

test("a function of the add-in, typed with its help, gives a number", async () => {
  const workbench = await openDeals();
  const { page } = workbench;
  await workbench.select("H2");
  await page.keyboard.type("=SALES.WIN", { delay: 20 });
  await page.getByText("Share of decided deals", { exact: false }).first().waitFor();
  await page.waitForTimeout(400); // as long as a person looks at it
  await page.keyboard.press("Tab");
  await page.getByText("[closedDate]").locator("visible=true").first().waitFor();
  await page.keyboard.type("B2:B7", { delay: 20 });
  await page.keyboard.type(")");
  await page.keyboard.press("Enter");
  await workbench.idle();
  expect(await workbench.value("H2")).toBe(0.75);
  expect(workbench.troubles).toEqual([]);
});

test("it follows its cells", async () => {
  const workbench = await openDeals();
  await workbench.type("H2", "=SALES.REVENUE(C2:C7,B2:B7)");
  expect(await workbench.value("H2")).toBe(480);
  await workbench.type("B3", "Won");
  expect(await workbench.value("H2")).toBe(530);
});

test("SALES.BY spills a table", async () => {
  const workbench = await openDeals();
  await workbench.type("H2", '=SALES.BY("WINRATE",A2:A7,B2:B7)');
  const table = await workbench.read("H2:I5");
  expect(table.map((row) => row[0]).slice(1)).toEqual(expect.arrayContaining(["Ana", "Dan", "Eva"]));
  const rate = new Map(table.map(([owner, value]) => [owner, value]));
  expect(rate.get("Ana")).toBeCloseTo(2 / 3, 12);
  expect(rate.get("Dan")).toBe(1);
});

test("what is wrong is said: in the status line, over the cell, and through the handle", async () => {
  const workbench = await openDeals();
  const { page } = workbench;
  await workbench.type("H2", "=SALES.REVENUE(C2:C7,B2:B5)");
  expect(await workbench.value("H2")).toBe("#VALUE!");
  const message = await workbench.errorAt("H2");
  expect(message).toMatch(/6.*4|4.*6/);
  await workbench.select("H2");
  await page.locator(".status-message").waitFor();
  expect(await page.locator(".status-cell").textContent()).toContain(message);

  const cells = await page.locator('.grid canvas[id^="univer-sheet-main-canvas"]').boundingBox();
  if (!cells) throw new Error("There is no grid.");
  // along row 2, over column H, whose place depends on the widths of those before it
  const tips = page.getByText(message ?? "?", { exact: true });
  for (let x = cells.x + 560; x < cells.x + 720 && (await tips.count()) < 2; x += 20) {
    await page.mouse.move(x, cells.y + 50);
    await page.waitForTimeout(250);
  }
  expect(await tips.count()).toBe(2);
});

/** Our function and the native formula that a careful person would write, in the same grid on the same tables. */
const beside: readonly [string, string][] = [
  [
    "=SALES.LEADCONV(Leads[Created],Leads[Converted on])",
    "=COUNT(Leads[Converted on])/COUNT(Leads[Created])",
  ],
  [
    '=SALES.MEETINGS(Activities[Type],Activities[Date],Activities[Done],"period=2026-Q1")',
    '=COUNTIFS(Activities[Type],"Meeting",Activities[Date],">="&DATE(2026,1,1),Activities[Date],"<"&DATE(2026,4,1))+COUNTIFS(Activities[Type],"Demo",Activities[Date],">="&DATE(2026,1,1),Activities[Date],"<"&DATE(2026,4,1))',
  ],
  [
    '=SALES.CAC(Deals[Customer],Costs[Amount],Deals[Closed],Deals[Status],Costs[Date],Costs[Category],"period=2025")*SALES.NEWCUSTOMERS(Deals[Customer],Deals[Closed],Deals[Status],"period=2025")',
    '=SUMIFS(Costs[Amount],Costs[Category],"<>Other",Costs[Date],">="&DATE(2025,1,1),Costs[Date],"<"&DATE(2026,1,1))',
  ],
  ["=SALES.CSAT(Surveys[Score])", '=COUNTIFS(Surveys[Score],">=4")/COUNT(Surveys[Score])'],
  [
    "=SALES.MRR(Subscriptions[Customer],Subscriptions[Start date],Subscriptions[End date],Subscriptions[MRR],,,,,,,,,,,DATE(2026,3,31))",
    '=SUMIFS(Subscriptions[MRR],Subscriptions[Start date],"<="&DATE(2026,3,31),Subscriptions[End date],">"&DATE(2026,3,31))+SUMIFS(Subscriptions[MRR],Subscriptions[Start date],"<="&DATE(2026,3,31),Subscriptions[End date],"")',
  ],
];

test("over the sample's tables our functions equal the native formulas beside them", async () => {
  const workbench = await bench.open();
  for (const [row, [ours, native]] of beside.entries()) {
    await workbench.type(`F${row + 2}`, ours);
    await workbench.type(`G${row + 2}`, native);
  }
  const cells = await workbench.read(`F2:G${beside.length + 1}`);
  cells.forEach(([ours, native], row) => {
    expect([beside[row]?.[0], typeof ours]).toEqual([beside[row]?.[0], "number"]);
    expect(Number(ours)).toBeCloseTo(Number(native), 6);
    expect(Number(ours)).toBeGreaterThan(0);
  });
});

test("a word groups several tables at once, and a metric that is a table spills", async () => {
  const workbench = await bench.open();
  await workbench.type(
    "F2",
    '=SALES.BY("ACTIVITYRATIO","owner",Activities[Type],Deals[Status],Activities[Date],Activities[Done],Deals[Closed],Activities[Owner],Deals[Owner])',
  );
  const owners = await workbench.read("F3:G8");
  for (const [owner, ratio] of owners) {
    expect([owner, typeof owner, typeof ratio]).toEqual([owner, "string", "number"]);
  }
  await workbench.type("J2", "=SALES.TIMEBYTYPE(Activities[Type],Activities[Duration (minutes)])");
  const [head, ...types] = await workbench.read("J2:L6");
  expect(head?.[0]).not.toBe("#VALUE!");
  expect(types.map(([type]) => type).sort()).toEqual(["Call", "Demo", "Email", "Meeting"]);
  await workbench.type("N2", '=SALES.DEFINE("SLA")');
  expect(await workbench.value("N2")).toContain("5 minutes");
});

test("what stands behind a number, with remarks that only the pane's script has", async () => {
  const workbench = await openDeals();
  await workbench.type("H2", '=SALES.EXPLAIN("CYCLELENGTH",E2:E7,B2:B7,D2:D7)');
  // 15, 14 and 26 days
  expect(await workbench.value("I2")).toBeCloseTo(55 / 3, 9);
  const rows = await workbench.read("H2:I9");
  expect(rows).toContainEqual(["Note", "Mean 18.3, median 15.0 days."]);
  expect(workbench.troubles).toEqual([]);
});
