import { setLanguage, texts } from "../../../src/workbench/model/texts";

afterEach(() => setLanguage("en"));

test("errors speak Romanian too", () => {
  setLanguage("ro");
  expect(texts().noColumn("Deals", "Nope", "Status")).toBe(
    "Tabelul Deals nu are coloana „Nope”. Are: Status.",
  );
  expect(texts().argumentCount("SALES.BY", 1, 1, 0)).toBe("SALES.BY primește un argument, dar a primit 0.");
  expect(texts().argumentCount("SALES.BY", 2, 20, 1)).toBe(
    "SALES.BY primește de la 2 la 20 de argumente, dar a primit 1.",
  );
});
