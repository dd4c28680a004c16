import fc from "fast-check";
import { datedReferrers, firstNotBefore } from "../../../src/core/records/derived/links";
import { keysOf } from "../../../src/core/records/keys";
import { readRecords } from "../../../src/core/records/read-records";
import { runs } from "../../support/random";

const day = fc.oneof(fc.integer({ min: 45000, max: 45020 }), fc.constant(""));
/** Up to two hundred activities of two leads: groups short and long. */
const list = fc.array(fc.record({ lead: fc.constantFrom("L1", "l1", "L2"), date: day }), {
  minLength: 1,
  maxLength: 200,
});

test("rows that refer to one id stand in order of date, equal dates as they came, blank ones last", () => {
  fc.assert(
    fc.property(list, (rows) => {
      const records = readRecords("activity", {
        leadRef: rows.map(({ lead }) => [lead]),
        date: rows.map(({ date }) => [date]),
      });
      const dates = records.numbers("date");
      const found = datedReferrers(
        records,
        "leadRef",
        (row) => dates[row] ?? NaN,
        () => true,
      );
      const ids = [...new Set(rows.map(({ lead }) => lead.toUpperCase()))];
      ids.forEach((id, group) => {
        const expected = rows
          .map(({ lead, date }, row) => ({ lead, row, date: date === "" ? Infinity : date }))
          .filter(({ lead }) => lead.toUpperCase() === id)
          .sort((a, b) => (a.date === b.date ? a.row - b.row : a.date - b.date));
        const [from, to] = [found.starts[group] ?? 0, found.starts[group + 1] ?? 0];
        expect([...found.rows.subarray(from, to)]).toEqual(expected.map(({ row }) => row));
        const later = expected.findIndex(({ date }) => date >= 45010 && date < Infinity);
        const dated = expected.filter(({ date }) => date < Infinity).length;
        expect(firstNotBefore(found, group, 45010) - from).toBe(later < 0 ? dated : later);
      });
    }),
    runs(200),
  );
});

test.each([
  ["days close together", 45000],
  ["days too far apart for a table", 1],
])("events are told apart by day and name: %s", (_, first) => {
  const names = ["Fair", "fair", "Summit", "", ...Array.from({ length: 300 }, (_, i) => `Event ${i}`)];
  const rows = names.flatMap((name) => [45000, 45000.5, 45001, first].map((date) => ({ name, date })));
  const { codes } = keysOf(
    readRecords("activity", {
      subject: rows.map(({ name }) => [name]),
      date: rows.map(({ date }) => [date]),
    }),
    "event",
  );
  const texts = rows.map(({ name, date }) => `${name.toLowerCase()} ${Math.floor(date)}`);
  const codeOf = new Map<string, number>();
  texts.forEach((text, row) => {
    const code = codeOf.get(text) ?? codes[row] ?? 0;
    codeOf.set(text, code);
    expect(codes[row]).toBe(code);
  });
  expect(new Set(codeOf.values()).size).toBe(codeOf.size);
  expect([...codeOf.values()]).not.toContain(0);
});
