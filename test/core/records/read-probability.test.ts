import fc from "fast-check";
import { readProbabilities } from "../../../src/core/records/read-probability";
import { runs } from "../../support/random";

const read = (...values: number[]): { values: number[]; outOfRange: number[] } => {
  const { values: found, outOfRange } = readProbabilities(Float64Array.from(values));
  return { values: [...found], outOfRange };
};

test.each<[name: string, given: number[], values: number[], outOfRange: number[]]>([
  ["to 1", [0, 0.5, 0.8, 1], [0, 0.5, 0.8, 1], []],
  ["to 100", [0, 20, 50, 100], [0, 0.2, 0.5, 1], []],
  ["only 0 and 1: certain", [0, 1, 1], [0, 1, 1], []],
  ["1 among whole per cents is 1 %", [1, 20, 90], [0.01, 0.2, 0.9], []],
  ["missing stays missing", [NaN, 0.5], [NaN, 0.5], []],
  ["missing beside per cents", [NaN, 50], [NaN, 0.5], []],
  ["above 100", [50, 120], [0.5, NaN], [1]],
  ["below 0", [-0.1, 0.5], [NaN, 0.5], [0]],
  ["negative per cents", [-5, 40], [NaN, 0.4], [0]],
  ["mixed scales: the fractions are doubtful", [0.5, 80, 20], [NaN, 0.8, 0.2], [0]],
  ["mixed scales: so is a 1 then", [0.5, 1, 80], [NaN, NaN, 0.8], [0, 1]],
  ["infinite", [Infinity, 50], [NaN, 0.5], [0]],
  ["none", [], [], []],
  ["all missing", [NaN, NaN], [NaN, NaN], []],
])("%s", (_, given, values, outOfRange) => expect(read(...given)).toEqual({ values, outOfRange }));

test("every value is missing, told, or a probability; per cents read as their fractions", () => {
  const anything = fc.array(
    fc.oneof(fc.double(), fc.double({ min: 0, max: 100 }), fc.integer({ min: -5, max: 105 })),
  );
  fc.assert(
    fc.property(anything, (given) => {
      const { values, outOfRange } = read(...given);
      values.forEach((value, i) => {
        const lost = Number.isNaN(value);
        expect(lost).toBe(Number.isNaN(given[i]) || outOfRange.includes(i));
        if (!lost) expect(value >= 0 && value <= 1).toBe(true);
      });
    }),
    runs(300),
  );
  const percents = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1 });
  fc.assert(
    fc.property(percents, (given) => {
      expect(read(100, ...given).values).toEqual(read(...[100, ...given].map((value) => value / 100)).values);
    }),
    runs(200),
  );
});
