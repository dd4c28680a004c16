import { Records } from "../../src/core/records/records";
import { column, isError, sales, streamed, type StreamedCell } from "../support/custom-functions";
import { fixture } from "../support/fixture";
import { held, publishMapped, TablesInMemory } from "../support/mapped";

const data = new TablesInMemory();
const cells: StreamedCell[] = [];

/** Types a formula and waits for the turn in which it is answered. */
async function type(id: string, ...args: readonly unknown[]): Promise<StreamedCell> {
  const cell = await streamed(id, ...args);
  cells.push(cell);
  await turn();
  return cell;
}

/** Until nothing more is shown for a while, and every cell that can be answered shows something. */
async function turn(): Promise<void> {
  const count = (): number => cells.reduce((sum, { shown }) => sum + shown.length, 0);
  const waits = data.state.status === "loading" || data.state.status === "reading";
  for (let quiet = 0, before = count(); quiet < 2;) {
    await new Promise((resolve) => setTimeout(resolve, 15));
    const answered = waits || cells.every(({ shown }) => shown.length > 0);
    quiet = answered && count() === before ? quiet + 1 : 0;
    before = count();
  }
}
const last = ({ shown }: StreamedCell): unknown => shown.at(-1);
const message = (cell: unknown): string =>
  isError(cell) ? `${cell.code} ${cell.message}` : JSON.stringify(cell);
const ready = (): void => data.become({ status: "ready", data: held({ deal: fixture }) });

beforeAll(() => publishMapped(data));
afterEach(() => {
  for (const cell of cells.splice(0)) cell.cancel();
});

describe("waiting", () => {
  test("cells wait while nothing is known, and are told when there is nothing to read", async () => {
    data.become({ status: "loading" });
    const cell = await type("KPI", "WINRATE", "2025-Q1");
    expect(cell.shown).toEqual([]);
    data.become({ status: "reading", share: 0.5 });
    await turn();
    expect(cell.shown).toEqual([]);
    data.become({ status: "unmapped" });
    await turn();
    expect(message(last(cell))).toMatch(/^#N\/A Map your deals first/);
    const table = await type("KPITABLE", "WINRATE", "owner");
    expect(message((last(table) as unknown[][])[0]?.[0])).toMatch(/^#N\/A Map your deals first/);
  });

  test("in Romanian, where Excel is", async () => {
    data.become({ status: "unmapped" });
    Object.assign(globalThis, { Office: { context: { displayLanguage: "ro-RO" } } });
    const cell = await type("KPI", "WINRATE");
    Object.assign(globalThis, { Office: undefined });
    expect(message(last(cell))).toMatch(/^#N\/A Mapați întâi ofertele/);
  });

  test("a mapping that does not fit is told; a reading that fails leaves the numbers that were there", async () => {
    ready();
    const former = held({ deal: fixture });
    const cell = await type("KPI", "SALESCOUNT");
    expect(cell.shown).toEqual([7]);
    data.become({ status: "failed", error: { fault: "damaged", details: {} }, former });
    await turn();
    expect(message(last(cell))).toMatch(/^#N\/A The mapping no longer fits/);
    const details = { kind: "deal", name: "Deals", role: "status", header: "Stare" };
    data.become({ status: "failed", error: { fault: "columnGone", details }, former });
    await turn();
    expect(message(last(cell))).toMatch(
      /^#N\/A The column “Stare” of “Deals” is no longer there: open the pane/,
    );
    data.become({ status: "failed", error: { fault: "sourceGone", details }, former });
    await turn();
    expect(message(last(cell))).toMatch(/^#N\/A The table “Deals” is no longer there: open the pane/);
  });
});

// Values: the twelve deals of the fixture, counted by hand.
describe("numbers", () => {
  beforeEach(ready);

  test.each([
    [["WINRATE", "2025-Q1"], 5 / 7],
    [["sales.winrate", "2025-q1"], 5 / 7],
    [["REVENUE", 2025], 10_500],
    [["REVENUE", null], 12_400],
    [["REVENUE", "all", "owner", "Ana"], 10_700],
    [["REVENUE", "", "owner", "ana", "source", "Web"], 4_700],
    [["REVENUE", "2025-02", "Owner", "*"], 3_800],
    [["REVENUE", "2025-02", "owner", "Ana|Dan", "", ""], 3_800],
    [["REVENUE", "2025-Q1", "responsabil", "Dan"], 800],
    [["WINRATE; basis=created-all", "2025-Q1"], 3 / 8],
    [["WINRATE; weight=value; level=0.9"], 12_400 / 18_900],
    [["OPPCOUNT; which=open"], 3],
  ])("%j", async (args, expected) => {
    expect(last(await type("KPI", ...args))).toBeCloseTo(expected, 12);
  });

  test.each([
    [["WINRAT"], /#VALUE! There is no metric “WINRAT”/],
    [[""], /#VALUE! Which metric/],
    [["WINRATE; basis=x"], /#VALUE! “x” is no value of basis/],
    [["REVENUE", "soon"], /#VALUE! “soon” is no period. Write one of 2026, 2026-Q1/],
    [["REVENUE", 45_717], /#VALUE! A date alone does not say which period.*"2025-03".*"2025-03-01"/],
    [["REVENUE", "2025", "owner"], /#VALUE! Filters come in pairs/],
    [["REVENUE", "2025", "colour", "red"], /#VALUE! “colour” is no column.*owner/],
    [["REVENUE", "2025", "owner", ""], /#VALUE! The value of owner is blank/],
    [["AVGDEALSIZE", "2025", "owner", "Anna"], /#N\/A There is no owner “Anna”. Did you mean Ana/],
    [["FUNNELLEAK", "2025"], /#VALUE! FUNNELLEAK is a table.*SALES.KPITABLE/],
    [["CALLS"], /#N\/A Map your activities first/],
    [["CAC"], /#N\/A Map your costs first/],
    [["SALESGROWTH"], /#VALUE! SALESGROWTH needs a period/],
    [["UPSELLRATE"], /^(?!.*argument)/],
  ])("%j is refused with what to do", async (args, reason) => {
    expect(message(last(await type("KPI", ...args)))).toMatch(reason);
  });

  test("nobody of that name: a count of nobody is 0, a rate has nothing to divide by", async () => {
    expect(last(await type("KPI", "REVENUE", "2025", "owner", "Nobody"))).toBe(0);
    expect(message(last(await type("KPI", "WINRATE", "2025", "owner", "Nobody")))).toMatch(/^#DIV\/0!/);
  });

  test("cells are told again when the tables change, and only those that show something else", async () => {
    const rate = await type("KPI", "WINRATE", "2025-Q1");
    const old = await type("KPI", "REVENUE", "2024");
    data.become({ status: "reading", share: 0, former: held({ deal: fixture }) });
    await turn();
    const status = column(fixture.status.map(([word], row) => (row === 3 ? "won" : word)));
    data.become({ status: "ready", data: held({ deal: { ...fixture, status } }) });
    await turn();
    expect(rate.shown).toEqual([5 / 7, 6 / 7]);
    expect(old.shown).toEqual([1_900]);
  });

  test("a cell that is given up is told nothing more, and with the last one the data is let go", async () => {
    const cell = await type("KPI", "SALESCOUNT");
    const other = await type("KPI", "SALESCOUNT");
    expect(data.listeners.size).toBe(1);
    cell.cancel();
    data.become({ status: "unmapped" });
    await turn();
    expect(cell.shown).toEqual([7]);
    expect(other.shown).toHaveLength(2);
    other.cancel();
    expect(data.listeners.size).toBe(0);
  });

  test("hundreds of cells group the records once for each choice of columns to filter by", async () => {
    const grouped = jest.spyOn(Records.prototype, "grouped");
    const typed = ["WINRATE", "REVENUE", "SALESCOUNT", "AVGDEALSIZE"].flatMap((metric) =>
      ["2025-01", "2025-02", "2025-03", "2025-Q1", "2024", ""].flatMap((period) =>
        ["Ana", "Dan", "Nobody"].flatMap((owner) => [
          streamed("KPI", metric, period, "owner", owner),
          streamed("KPI", metric, period, "owner", owner, "source", "Web"),
        ]),
      ),
    );
    cells.push(...(await Promise.all(typed)));
    await turn();
    expect(cells.every(({ shown }) => shown.length === 1)).toBe(true);
    expect(cells).toHaveLength(144);
    expect(grouped).toHaveBeenCalledTimes(2);
    grouped.mockRestore();
  });
});

describe("tables", () => {
  beforeEach(ready);

  test("by owner: heads, rows in alphabetical order, one column for each metric", async () => {
    expect(last(await type("KPITABLE", "WINRATE,REVENUE", "owner", "2025-Q1"))).toEqual([
      ["owner", "Win rate", "Revenue"],
      ["Ana", 1, 9_700],
      ["Dan", 1 / 3, 800],
    ]);
    expect(
      last(await type("KPITABLE", [["WINRATE"], ["REVENUE"]], "owner", "2025-Q1", "source", "Web")),
    ).toEqual([
      ["owner", "Win rate", "Revenue"],
      ["Ana", 1, 3_700],
      ["Dan", 0.5, 800],
    ]);
  });

  test("by month, without heads; one row without a group", async () => {
    expect(last(await type("KPITABLE", "SALESCOUNT; headers=no", "lună", "2025"))).toEqual([
      ["2025-01", 1],
      ["2025-02", 2],
      ["2025-03", 2],
    ]);
    expect(last(await type("KPITABLE", "SALESCOUNT; REVENUE"))).toEqual([
      ["Number of sales", "Revenue"],
      [7, 12_400],
    ]);
  });

  test("a metric that cannot be asked says why in its own column, and the others stand", async () => {
    const said = (table: unknown) =>
      (table as unknown[][]).map((row) =>
        row.map((cell) => (isError(cell) ? message(cell).slice(0, 32) : cell)),
      );
    const why = "#N/A Map your activities first: ";
    expect(said(last(await type("KPITABLE", "REVENUE,CALLS", "owner", "2025-Q1")))).toEqual([
      ["owner", "Revenue", "Calls"],
      ["Ana", 9_700, why],
      ["Dan", 800, why],
    ]);
    expect(said(last(await type("KPITABLE", "CALLS,SALESCOUNT", "month", "2025-Q1")))).toEqual([
      ["Period", "Calls", "Number of sales"],
      ["2025-01", why, 1],
      ["2025-02", why, 2],
      ["2025-03", why, 2],
    ]);
    expect(said(last(await type("KPITABLE", "SALESCOUNT,CALLS")))).toEqual([
      ["Number of sales", "Calls"],
      [7, why],
    ]);
  });

  test("a metric that is a table equals its own function", async () => {
    const names = await parameterNames("LEADERBOARD");
    const known = Object.fromEntries(Object.entries(fixture).filter(([name]) => names.includes(name)));
    const table = last(await type("KPITABLE", "LEADERBOARD", null, "2025-Q1"));
    expect((table as unknown[][]).length).toBe(3);
    expect(table).toEqual(await sales("LEADERBOARD", { ...known, options: "period=2025-Q1" }));
  });

  test.each([
    [["FUNNELLEAK,REVENUE"], /#VALUE! FUNNELLEAK is a table of its own/],
    [["REVENUE", "colour"], /#VALUE! “colour” is no group. Write one of day, week, month/],
    [["REVENUE,NONSENSE", "owner"], /#VALUE! There is no metric “NONSENSE”/],
    [["CALLS,MEETINGS", "owner"], /#N\/A Map your activities first/],
    [["CALLS,MEETINGS"], /#N\/A Map your activities first/],
    [[""], /#VALUE! Which metric/],
  ])("%j is refused with what to do", async (args, reason) => {
    expect(message((last(await type("KPITABLE", ...args)) as unknown[][])[0]?.[0])).toMatch(reason);
  });
});

async function parameterNames(name: string): Promise<readonly string[]> {
  const { metadata } = await import("../../src/functions/metadata");
  return (
    metadata("en")
      .functions.find((entry) => entry.name === name)
      ?.parameters.map((each) => each.name) ?? []
  );
}

describe("DATAQUALITY", () => {
  test("findings of all tables or of one, and again when the tables change", async () => {
    data.become({
      status: "ready",
      data: held({ deal: fixture, lead: { email: column(["a@x.ro", "A@x.ro"]) } }),
    });
    const cell = await type("DATAQUALITY");
    const rows = last(cell) as unknown[][];
    expect(rows[0]).toEqual(["Table", "Kind", "Finding", "Rows", "Share", "Where", "What to do"]);
    expect(
      rows.find(([table, , finding]) => table === "Leads" && String(finding).includes("e-mail")),
    ).toEqual(expect.arrayContaining([2, 1, "1–2"]));
    const leads = (last(await type("DATAQUALITY", "leads")) as unknown[][]).slice(1);
    expect(new Set(leads.map(([table]) => table))).toEqual(new Set(["Leads"]));
    data.become({ status: "ready", data: held({ lead: { email: column(["a@x.ro", "b@x.ro"]) } }) });
    await turn();
    expect((last(cell) as unknown[][]).some(([, , finding]) => String(finding).includes("e-mail"))).toBe(
      false,
    );
  });

  test("a table that is not mapped, and nothing mapped", async () => {
    data.become({ status: "ready", data: held({ deal: fixture }) });
    const wrong = last(await type("DATAQUALITY", "costs")) as unknown[][];
    expect(message(wrong[0]?.[0])).toMatch(/^#VALUE! No table of “costs” is mapped. Write one of deals/);
    data.become({ status: "unmapped" });
    await turn();
    const none = last(await type("DATAQUALITY")) as unknown[][];
    expect(message(none[0]?.[0])).toMatch(/^#N\/A Map your deals first/);
  });
});
