import { catalogue } from "../../src/core/metrics/catalogue";
import { metadata } from "../../src/functions/metadata";

const en = metadata("en");
const ro = metadata("ro");

test("ids and names follow Microsoft's rules", () => {
  for (const { id, name } of en.functions) {
    expect(id).toMatch(/^[A-Z][A-Z0-9.]{2,}$/);
    expect(name).toMatch(/^[A-Z][A-Z0-9.]+$/);
    expect(name).not.toMatch(/^[A-Z]{1,3}\d+$/);
    expect(name).not.toMatch(/^R\d*C\d*$/);
  }
  expect(new Set(en.functions.map(({ id }) => id)).size).toBe(en.functions.length);
});

/** Published: a workbook's formulas refer to these. Never remove or rename one. */
test("published ids stay", () => {
  expect(en.functions.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      "REVENUE",
      "SALESCOUNT",
      "AVGDEALSIZE",
      "AVGREVENUE",
      "AOV",
      "WINRATE",
      "DEALCYCLE",
      "OPPCOUNT",
      "PIPELINEVALUE",
      "SALESPERREP",
      "CLTV",
      "SALESGROWTH",
      "MOM",
      "QOQ",
      "YOY",
      "TTM",
      "RUNRATE",
      "TARGETATTAIN",
      "QUOTAATTAIN",
      "COVERAGE",
      "VELOCITY",
      "WEIGHTEDPIPELINE",
      "OPPQUALITY",
      "PIPECONV",
      "PIPELINESTAGES",
      "FUNNELLEAK",
      "LOSTREASONS",
      "CREATEDVSCLOSED",
      "LEADERBOARD",
      "CYCLELENGTH",
      "NEWCUSTOMERS",
      "CAC",
      "LTVCAC",
      "CACPAYBACK",
      "CHURN",
      "RETENTION",
      "REPEATRATE",
      "UPSELLRATE",
      "MRR",
      "CSAT",
      "RATEINTERVAL",
      "DIFFINTERVAL",
      "LEADCONV",
      "CONVRATE",
      "CONVBYSOURCE",
      "LEADRESPONSE",
      "INQUIRYRESPONSE",
      "SLA",
      "REFERRALS",
      "ACTIVITIES",
      "CALLS",
      "EMAILS",
      "MEETINGS",
      "FOLLOWUPS",
      "PROPOSALS",
      "DEMOS",
      "EVENTS",
      "SOCIAL",
      "TIMEBYTYPE",
      "ACTIVITYRATIO",
      "KPI",
      "KPITABLE",
      "DATAQUALITY",
      "GROUPBY",
      "EXPLAIN",
      "METRICS",
      "DEFINE",
    ]),
  );
});

test.each([["en", en] as const, ["ro", ro] as const])(
  "every %s function and parameter is described in one line",
  (_locale, file) => {
    for (const { name, description, parameters } of file.functions) {
      for (const text of [description, ...parameters.map((parameter) => parameter.description)]) {
        expect([name, text]).toEqual([name, expect.stringMatching(/^[^\n]{5,250}$/)]);
      }
      expect(parameters.length).toBeLessThanOrEqual(255);
    }
  },
);

test("Romanian differs in its descriptions only", () => {
  const bare = (file: typeof en): unknown =>
    JSON.parse(JSON.stringify(file, (key, value: unknown) => (key === "description" ? "" : value)));
  expect(bare(ro)).toEqual(bare(en));
  for (const [i, { description }] of ro.functions.entries())
    expect(description).not.toBe(en.functions[i]?.description);
});

test("error cells reach the functions; required parameters come first; from, to, asOf, options last", () => {
  expect(en).toMatchObject({ allowErrorForDataTypeAny: true });
  for (const { parameters } of en.functions) {
    const optional = parameters.map((parameter) => parameter.optional === true);
    expect(optional).toEqual([...optional].sort((a, b) => Number(a) - Number(b)));
    const tail = parameters
      .map(({ name }) => name)
      .filter((name) => ["from", "to", "asOf", "options"].includes(name));
    expect(parameters.slice(parameters.length - tail.length).map(({ name }) => name)).toEqual(tail);
  }
});

test("every metric is named and defined in both languages", () => {
  for (const { text, id } of catalogue) {
    for (const locale of ["en", "ro"] as const) {
      expect(text[locale].name).not.toBe("");
      expect([id, text[locale].definition]).toEqual([id, expect.stringMatching(/\.$/)]);
    }
    expect(text.ro.name).not.toBe(text.en.name);
  }
});
