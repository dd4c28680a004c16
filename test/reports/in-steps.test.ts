import type { Ask } from "../../src/core/metrics/ask";
import { finish } from "../../src/core/steps";
import { inSteps } from "../../src/reports/in-steps";
import { reportInput, sampleData } from "../support/report-input";

const input = reportInput(sampleData(), { today: "2026-06-30" });
const revenue: readonly Ask[] = [{ metric: "REVENUE", period: "2026-Q1" }];
const winRate: readonly Ask[] = [{ metric: "WINRATE", period: "2026-Q1" }];

test("what is made gets the desk's answers, each worked out once, with pauses", () => {
  let worked = 0;
  const counted = {
    ...input,
    desk: {
      ...input.desk,
      numbersInSteps(asks: readonly Ask[]) {
        worked++;
        return input.desk.numbersInSteps(asks);
      },
    },
  };
  const steps = inSteps(counted, ({ desk, work }) => [
    desk.numbers(revenue)[0]?.value,
    desk.numbers(winRate)[0]?.value,
    desk.numbers(revenue)[0]?.value,
    work?.("sum", function* () {
      yield;
      return 1 + 1;
    }),
  ]);
  let pauses = 0;
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      const [one, two] = [input.desk.numbers(revenue)[0]?.value, input.desk.numbers(winRate)[0]?.value];
      expect(step.value).toEqual([one, two, one, 2]);
      break;
    }
    pauses++;
  }
  expect(worked).toBe(2);
  expect(pauses).toBeGreaterThanOrEqual(4); // before each new beginning
});

test("an error of what is made is told", () => {
  expect(() =>
    finish(
      inSteps(input, () => {
        throw new Error("broken");
      }),
    ),
  ).toThrow("broken");
});
