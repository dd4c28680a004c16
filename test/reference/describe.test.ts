import { catalogue, metricById } from "../../src/core/metrics/catalogue";
import type { Metric } from "../../src/core/metrics/metric";
import { asksFor, describeMetric, needsPeriod } from "../../src/reference";

function metric(id: string): Metric {
  const found = metricById(id);
  if (!found) throw new Error(id);
  return found;
}

const errorsOf = (id: string) =>
  describeMetric(metric(id), "en").errors.map(({ code, text }) => `${code} ${text}`);

test.each<[id: string, error: string]>([
  ["WINRATE", "#DIV/0! Nothing to divide by: no records match."],
  ["WINRATE", "#VALUE! basis=closed-plus-stale needs asOf. Pass it as an argument."],
  ["DEALCYCLE", "#N/A There are no records to average. Check the period and the status column."],
  ["SALESPERREP", "#VALUE! denominator=headcount: This needs the number headcount. Pass it as an argument."],
])("%s may end in %s", (id, error) => expect(errorsOf(id)).toContain(error));

test("a count ends in no error of its own", () => expect(errorsOf("SALESCOUNT")).toEqual([]));

test("arguments in their order, required ones marked, with their table where there are several", () => {
  const { arguments: list, syntax } = describeMetric(metric("CAC"), "en");
  expect(syntax).toMatch(
    /^SALES\.CAC\(customer, cost, \[closedDate\], .*\[from\], \[to\], (\[asOf\], )?\[options\]\)$/,
  );
  expect(list[0]).toMatchObject({
    name: "customer",
    required: true,
    table: expect.stringContaining("Deals"),
  });
  expect(list[1]).toMatchObject({ name: "cost", required: true, table: "Costs" });
  expect(list.at(-1)).toMatchObject({ name: "options", required: false });
  expect(describeMetric(metric("WINRATE"), "en").arguments.every(({ table }) => table === undefined)).toBe(
    true,
  );
});

test("options with their default first and other spellings", () => {
  const { options } = describeMetric(metric("OPPCOUNT"), "en");
  expect(options[0]?.name).toBe("which");
  expect(options[0]?.values[0]).toEqual({ value: "created", aliases: ["created in period"] });
  const stale = describeMetric(metric("WINRATE"), "en").options.find(({ name }) => name === "staleDays");
  expect(stale).toEqual({ name: "staleDays", values: [], form: "0 … 3650", fallback: 30 });
});

test.each([
  ["SALESGROWTH", true],
  ["PIPECONV", true],
  ["WINRATE", false],
  ["REVENUE", false],
])("%s needs a period: %p", (id, needed) => expect(needsPeriod(metric(id))).toBe(needed));

test("what an expression asks for by default, and what only with an option", () => {
  expect(asksFor(metric("UPSELLRATE"), "type", "deal")).toBe(true);
  expect(asksFor(metric("REVENUE"), "type", "deal")).toBe(false);
});

test("every metric can be described in both languages, none of its texts blank", () => {
  for (const one of catalogue) {
    for (const locale of ["en", "ro"] as const) {
      const { name, definition, formula, unit, arguments: list, errors } = describeMetric(one, locale);
      for (const text of [name, definition, formula, unit, ...list.map((argument) => argument.text)]) {
        expect({ id: one.id, text: text.trim() }).not.toEqual({ id: one.id, text: "" });
      }
      for (const { text } of errors) expect(text).not.toMatch(/\{\w+\}/);
    }
  }
});
