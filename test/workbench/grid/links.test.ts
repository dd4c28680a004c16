import { follow } from "../../../src/workbench/grid/follow-link";
import { createHeadlessModel } from "../../../src/workbench/model/headless";

/* Where links in cells lead. The hand and the click are the browser's test. */

const model = createHeadlessModel();
const sheet = model.addSheet("It's data");
model.addName("totals", "='It''s data'!$C$3:$D$4");
afterAll(() => model.dispose());

const opened: string[] = [];
const go = (link: object) => {
  follow(model, link, (address) => opened.push(address));
  const { sheet: front, areas } = model.selection();
  return [front.name, areas[0]?.row, areas[0]?.column];
};

test("a place on another sheet, a defined name, a place that is gone, and outside", () => {
  expect(go({ documentReference: "'It''s data'!B7" })).toEqual(["It's data", 6, 1]);
  expect(go({ documentReference: "Sheet1!A2" })).toEqual(["Sheet1", 1, 0]);
  expect(go({ documentReference: "totals" })).toEqual(["It's data", 2, 2]);
  expect(go({ documentReference: "Gone!A1" })).toEqual(["It's data", 2, 2]);
  expect(opened).toEqual([]);
  go({ address: "https://example.com/" });
  go({ address: "javascript:alert(1)" });
  go({ address: "file:///etc/passwd" });
  expect(opened).toEqual(["https://example.com/"]);
  expect(sheet.position).toBe(1);
});
