import { catalogue } from "../../../src/core/metrics/catalogue";
import { metricNamed, namesOf } from "../../../src/core/metrics/named-metric";

test.each<[string, string | undefined, boolean]>([
  ["WINRATE", "WINRATE", false],
  ["winrate", "WINRATE", false],
  ["Win rate", "WINRATE", false],
  ["Win rate (%)", "WINRATE", false],
  ["Win rate %", "WINRATE", false],
  ["Rată de câștig", "WINRATE", false],
  ["RATA DE CASTIG", "WINRATE", false],
  ["Customer satisfaction", "CSAT", false],
  ["Costul de achiziție a clienților", "CAC", false],
  ["Win rates", "WINRATE", true],
  ["Wnirate", "WINRATE", true], // n and i exchanged: two letters
  ["Churn rate", "CHURN", false],
  ["LTV:CAC", "LTVCAC", false],
  ["Average deal sise", "AVGDEALSIZE", true],
  ["CAC", "CAC", false],
  ["CAX", undefined, false], // short names are not misspelt but others
  ["Happiness", undefined, false],
  ["", undefined, false],
  ["(%)", undefined, false],
])("“%s” is %s", (text, id, isNear) => {
  const named = metricNamed(text);
  expect(named?.metric.id).toBe(id);
  if (named !== undefined) expect(named.isNear).toBe(isNear);
});

test("each metric is known by its id and its names in both languages, unless an earlier one has the same", () => {
  const taken = new Map<string, string>();
  for (const metric of catalogue) {
    for (const name of namesOf(metric)) {
      const found = metricNamed(name)?.metric.id;
      expect([name, found]).toEqual([name, taken.get(found ?? "") ?? found]);
      if (found !== metric.id) taken.set(name, found ?? "");
    }
    expect(metricNamed(metric.id)?.metric.id).toBe(metric.id);
  }
  expect([...taken]).toEqual([]);
});
