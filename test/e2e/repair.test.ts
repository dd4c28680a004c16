import { check, focused, openPane, tabTo, type Pane } from "./support/pane";
import { useWorkbench } from "./support/workbench";

/* A mapped column or table that is gone: what is asked, where it is said, and what saving the answer does. */

const bench = useWorkbench();

/** Deals with a second column of states; the mapping takes the first. */
const lines = [
  "Deal ID,Status,Amount,Close Date,Owner,Result",
  ...Array.from({ length: 12 }, (_, at) => {
    const [state, result] = [at % 3 === 0 ? "Lost" : "Won", at % 4 === 0 ? "Lost" : "Won"];
    return `D-${at},${state},${100 + at},2025-03-${10 + at},${at % 2 ? "Ana" : "Dan"},${result}`;
  }),
];
const file = { name: "deals.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) };

async function mapped(query: string): Promise<Pane> {
  const pane = await openPane(bench, query);
  await pane.open(file);
  await pane.goTo("data");
  const data = pane.panel("data");
  await data.locator("section").first().waitFor();
  await data.locator("footer button").first().click();
  await pane.heard(/^(Saved and checked|Salvată și verificată)/);
  await pane.workbench.type("J1", '=SALES.KPI("SALESCOUNT","2025-03")');
  expect(await pane.workbench.value("J1")).toBe(8); // of twelve every third is lost
  return pane;
}

/** Takes a column out of the sheet. */
const drop = (pane: Pane, column: string) =>
  pane.frame().evaluate(
    (address) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange(address).delete("Left");
        await context.sync();
      }),
    `${column}:${column}`,
  );

async function shows(pane: Pane, address: string, wanted: unknown): Promise<void> {
  for (let wait = 0; wait < 100 && (await pane.workbench.value(address)) !== wanted; wait++)
    await pane.page.waitForTimeout(100);
  expect(await pane.workbench.value(address)).toBe(wanted);
}

test("by keyboard: a column that is gone is asked for, and saving the answer mends the cells", async () => {
  const pane = await mapped("");
  const { page, workbench } = pane;
  const data = pane.panel("data");
  await drop(pane, "B");
  const question = data.getByLabel("The column “Status” (Status) is gone. Which column is it now?");
  await question.waitFor();
  await shows(pane, "I1", "#N/A");
  expect(await workbench.errorAt("I1")).toContain("The column “Status” of");

  await pane.goTo("home");
  await pane.panel("home").getByText("The column “Status” (Status) of").waitFor();
  await pane.panel("home").getByRole("button", { name: "Open Data" }).press("Enter");
  await data.getByText("1 question is open above").waitFor();
  await check(pane, "data", "a question");

  const save = data.getByRole("button", { name: "Save mapping" });
  expect(await save.getAttribute("aria-disabled")).toBe("true");
  await question.focus();
  await question.selectOption({ label: "Leave it out" });
  await data.getByText("Not saved yet").waitFor();
  await question.selectOption({ label: "Result" });
  expect(await question.evaluate((element) => element === document.activeElement)).toBe(true);
  await tabTo(pane, /^\s*Save mapping/);
  await page.keyboard.press("Enter");
  await pane.heard(/^Saved and checked/);
  expect(await focused(pane.frame())).toBe("Save mapping");
  await shows(pane, "I1", 9); // of twelve every fourth is lost, by the other column
  await question.waitFor({ state: "detached" });
  expect(workbench.troubles).toEqual([]);
});

test("in Romanian: a table that is gone is chosen anew with what its columns were, or left out", async () => {
  const pane = await mapped("?lang=ro&theme=dark");
  const { workbench } = pane;
  const data = pane.panel("data");
  const name = (await data.locator("section h2").first().textContent()) ?? "";
  // The list moves to another sheet without its last column but one, and the old sheet goes.
  await pane.frame().evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const former = worksheets.getActiveWorksheet();
      const cells = former.getRange("A1:F13").load("values");
      await context.sync();
      const sheet = worksheets.add("Oferte");
      sheet.getRange("B3:F15").values = cells.values.map((row) => row.filter((_, at) => at !== 4));
      sheet.getRange("J1").formulas = [['=SALES.KPI("SALESCOUNT","2025-03")']];
      sheet.activate();
      former.delete();
      await context.sync();
    }),
  );
  await data.getByText("nu mai există. Alegeți ce i-a luat locul").waitFor();
  await check(pane, "data", "a table is gone");
  const table = data.getByLabel(`Tabelul pentru ${name}`);
  const options = await table.locator("option").allTextContents();
  await table.selectOption({ label: options.find((text) => text.startsWith("Oferte!")) ?? "" });
  const owner = data.getByLabel("Coloana „Owner” (Responsabil) nu mai există. Care coloană este acum?");
  await owner.selectOption({ label: "Lăsați-o deoparte" });
  await check(pane, "data", "a table is chosen");
  await data.getByRole("button", { name: "Salvare mapare" }).click();
  await pane.heard(/^Salvată și verificată/);
  await shows(pane, "J1", 8);
  expect(workbench.troubles).toEqual([]);
});
