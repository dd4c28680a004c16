import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./support/server";
import { useWorkbench, type WorkbenchPage } from "./support/workbench";

const shared = join(repository, "../shared/data");
const here = existsSync(join(shared, "expected/maven_crm.json"));

interface Expected {
  value: unknown;
}

(here ? describe : describe.skip)("a CRM export of 8,800 deals, opened and asked", () => {
  const bench = useWorkbench();
  const expected = here
    ? (JSON.parse(readFileSync(join(shared, "expected/maven_crm.json"), "utf8")) as {
        values: Record<string, Expected>;
      })
    : { values: {} };
  const number = (name: string) => Number(expected.values[name]?.value);
  const table = (name: string) =>
    Object.entries(expected.values[name]?.value as Record<string, Record<string, number>>);

  async function openFile(name: string): Promise<WorkbenchPage> {
    const workbench = await bench.open();
    await workbench.choose(join(shared, "maven_crm", name));
    await workbench.opened(name);
    expect(await workbench.value("A8801")).not.toBe("");
    return workbench;
  }

  const days: Record<string, string> = {
    Q1: '"2017-01-01","2017-03-31"',
    Q2: '"2017-04-01","2017-06-30"',
    Q3: '"2017-07-01","2017-09-30"',
    Q4: '"2017-10-01","2017-12-31"',
  };

  test.each(["sales_pipeline.csv", "sales_pipeline_mdy.csv"])(
    "%s",
    async (name) => {
      const workbench = await openFile(name);
      const [agent, stage, engaged, closed, value] = ["B", "E", "F", "G", "H"].map((c) => `${c}2:${c}8801`);
      const cycle =
        number("cycle_days_won") || (expected.values.cycle_days_won?.value as Record<string, number>).mean;
      const median = (expected.values.cycle_days_won?.value as Record<string, number>).median;
      const single: [formula: string, result: number | undefined][] = [
        [`=SALES.WINRATE(${stage})`, number("win_rate")],
        [`=SALES.REVENUE(${value},${stage})`, number("revenue_total")],
        [`=SALES.AVGDEALSIZE(${value},${stage})`, number("avg_deal_size")],
        [`=SALES.DEALCYCLE(${engaged},${closed},${stage})`, cycle],
        [`=SALES.DEALCYCLE(${engaged},${closed},${stage},,,,"statistic=median")`, median],
        [`=SALES.OPPCOUNT(${stage},,,,,,,"which=open at asOf")`, number("open_deals")],
        ...Object.entries(days).map(([quarter, period]): [string, number | undefined] => [
          `=SALES.WINRATE(${stage},${closed},,,,,,,${period})`,
          (expected.values.win_rate_by_close_quarter?.value as Record<string, { win_rate: number }>)[
            `2017${quarter}`
          ]?.win_rate,
        ]),
      ];
      for (const [index, [formula, result]] of single.entries()) {
        const cell = `K${index + 2}`;
        await workbench.type(cell, formula);
        const shown = await workbench.value(cell);
        const message = await workbench.errorAt(cell);
        expect({ formula, message, shown }).toEqual({
          formula,
          message: undefined,
          shown: expect.closeTo(result ?? NaN, 9),
        });
      }
      await workbench.type("M2", `=SALES.BY("WINRATE",${agent},${stage})`);
      const agents = table("win_rate_by_agent");
      const spilled = await workbench.read(`M3:N${agents.length + 2}`);
      expect(Object.fromEntries(spilled)).toEqual(
        Object.fromEntries(agents.map(([who, { win_rate }]) => [who, expect.closeTo(win_rate ?? NaN, 12)])),
      );
      expect(workbench.troubles).toEqual([]);
    },
    240_000,
  );
});
