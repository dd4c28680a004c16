import { filterChoices } from "../../src/refresh/filter-choices";
import {
  defaultReportSettings,
  reportSettingsFromXml,
  reportSettingsToXml,
  type ReportSettings,
} from "../../src/refresh/report-settings";
import { filterWords } from "../../src/reports/request";
import { held } from "../support/mapped";

const column = (words: readonly string[]) => words.map((word) => [word]);

describe("filters of the reports", () => {
  test("one value, as it was first kept, and several are read back", () => {
    const filters = [
      { role: "owner", value: "Ana" },
      { role: "source", value: "Referral|Cold call" },
    ];
    const settings: ReportSettings = { ...defaultReportSettings, filters };
    const read = reportSettingsFromXml(reportSettingsToXml(settings));
    expect(read).toEqual(settings);
    expect(read?.filters.map(filterWords)).toEqual([["Ana"], ["Referral", "Cold call"]]);
  });

  test("a number or a truth value is a word", () => {
    expect(filterWords({ role: "product", value: 12 })).toEqual(["12"]);
    expect(filterWords({ role: "product", value: " | a | " })).toEqual(["a"]);
  });

  const { dataset } = held({
    deal: {
      owner: column(["Ion", "Ana", "ana", "", "A|B", "*"]),
      type: column(["New", "New", "", "", "", ""]),
    },
    lead: { owner: column(["Zoe"]) },
  });

  test("words to choose from, of all tables that have the column, each once", () => {
    expect(filterChoices(dataset)).toEqual([{ role: "owner", kind: "deal", words: ["Ana", "Ion", "Zoe"] }]);
  });

  test("regions of deals and leads are one choice", () => {
    const { dataset: regional } = held({
      deal: { region: column(["Vest", "Est"]) },
      lead: { region: column(["Nord", "est"]) },
    });
    expect(filterChoices(regional)).toEqual([
      { role: "region", kind: "deal", words: ["Est", "Nord", "Vest"] },
    ]);
  });

  test("one that was set stays in sight when its column has gone, or has one word left", () => {
    const set = [
      { role: "source", value: "Referral" },
      { role: "type", value: "Renewal" },
    ];
    expect(filterChoices(dataset, set).map(({ role, words }) => [role, words])).toEqual([
      ["owner", ["Ana", "Ion", "Zoe"]],
      ["source", []],
      ["type", []],
    ]);
  });
});
