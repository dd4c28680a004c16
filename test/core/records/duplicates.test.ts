import { collapsed, type DuplicateRule } from "../../../src/core/records/duplicates";
import { linkRecords } from "../../../src/core/records/dataset";
import { readRecords } from "../../../src/core/records/read-records";

const column = (cells: readonly unknown[]) => cells.map((cell) => [cell]);

const orders = {
  id: column(["O1", "O1", "O2", "O1"]),
  customer: column(["Ana", "", "Ion", ""]),
  amount: column([10, 5, 7, 1]),
};
const leads = {
  email: column(["a@x.ro", "A@x.ro", "b@x.ro"]),
  createdDate: column([46000, 46010, 46010]),
  source: column(["", "Web", "Ads"]),
};

/** What reading with a rule gives is what collapsing gives that was read with every row. */
test.each<DuplicateRule>(["last", "lines", "sum-lines", "keep"])("%s", (duplicates) => {
  const read = (rule: DuplicateRule) =>
    linkRecords([
      readRecords("deal", orders, { duplicates: rule }),
      readRecords("lead", leads, { duplicates: rule }),
    ]);
  const every = read("keep");
  const before = JSON.stringify([...(every.deal?.columns ?? [])]);
  const made = collapsed(every, duplicates);
  const expected = read(duplicates);
  for (const kind of ["deal", "lead"] as const) {
    expect(made[kind]?.outcome).toEqual(expected[kind]?.outcome);
    expect(made[kind]?.excluded).toEqual(expected[kind]?.excluded);
    expect([...(made[kind]?.columns ?? [])]).toEqual([...(expected[kind]?.columns ?? [])]);
    expect(made[kind]?.linked).toBe(made);
  }
  expect(JSON.stringify([...(every.deal?.columns ?? [])])).toBe(before);
  expect(collapsed(every, duplicates)).toBe(made);
});
