import { defaultSettings, noMapping, type Mapping } from "../../../src/mapping/mapping";
import { savedTables } from "../../../src/taskpane/data/use-saving";

const deals: Mapping = {
  ...noMapping,
  sources: [{ kind: "deal", place: { sheet: "Deals", sheetId: "1", column: 0, columns: 2 }, roles: {} }],
};
const starred: Mapping = { ...deals, settings: { ...defaultSettings, favourites: ["WINRATE"] } };

test.each<[string, former: Mapping | undefined, now: Mapping | undefined, can: boolean]>([
  ["nothing was saved yet", undefined, deals, false],
  ["the first tables were saved", noMapping, deals, true],
  ["their saving was undone", deals, noMapping, true],
  ["a favourite was kept since", deals, starred, false],
  ["what was saved cannot be read now", deals, undefined, true],
])("whether the Data tab can undo the last saving: %s", (_, former, mapping, can) => {
  expect(savedTables({ former, mapping })).toBe(can);
});
