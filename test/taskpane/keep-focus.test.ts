/** @jest-environment jsdom */
import { keepFocus } from "../../src/taskpane/shell/keep-focus";

let stop: () => void = () => undefined;
let inSheet = false;

beforeEach(() => {
  inSheet = false;
  jest.spyOn(document, "hasFocus").mockImplementation(() => !inSheet);
  document.body.innerHTML = `<main>
    <div><button id="other">Look again</button></div>
    <div id="row"><span hidden><button>folded</button></span><button id="again">Make it again</button></div>
    <footer><div id="notice"><button id="dismiss">Dismiss</button></div><button id="primary">Refresh</button></footer>
  </main>`;
  stop = keepFocus(document.querySelector("main")!);
});
afterEach(() => stop());

const changed = () => new Promise((done) => setTimeout(done));
const element = (id: string): HTMLElement => document.getElementById(id)!;
const focused = () => document.activeElement?.id;

test("what takes the place of a control takes its focus", async () => {
  element("again").focus();
  const link = document.createElement("button");
  link.id = "go";
  element("again").replaceWith(link);
  await changed();
  expect(focused()).toBe("go");
});

test("a dismissed message leaves the focus beside it", async () => {
  element("dismiss").focus();
  element("notice").remove();
  await changed();
  expect(focused()).toBe("primary");
});

test("where nothing is left around it, the next one further out is taken", async () => {
  element("again").focus();
  element("row").remove();
  await changed();
  expect(focused()).toBe("dismiss"); // the next one
  element("notice").remove();
  element("primary").focus();
  element("primary").remove();
  await changed();
  expect(focused()).toBe("other"); // the last one before it, as none follows
});

test("nobody is called back from the sheet, and other changes move nothing", async () => {
  element("primary").focus();
  element("row").remove();
  await changed();
  expect(focused()).toBe("primary");
  inSheet = true;
  element("primary").remove();
  await changed();
  expect(document.activeElement).toBe(document.body);
});
