import { createDesk, type Desk } from "../../../src/core/metrics/ask";
import { linkRecords } from "../../../src/core/records/dataset";
import { readRecords } from "../../../src/core/records/read-records";
import { isRefusal } from "../../../src/core/result";
import { serialOf } from "../../../src/core/time/serial";
import { fixture } from "../../support/fixture";

const TODAY = serialOf(2025, 4, 10);

function deskOf(cells: Partial<typeof fixture> = fixture): Desk {
  const deals = readRecords("deal", cells, { duplicates: "keep" });
  return createDesk(linkRecords([deals]), { today: TODAY });
}

const value = (
  desk: Desk,
  metric: string,
  period?: string,
  ...filters: readonly [string, string][]
): unknown => {
  const [answer] = desk.numbers([
    { metric, period, filters: filters.map(([role, word]) => ({ role, value: word })) },
  ]);
  return isRefusal(answer?.value) ? `${answer.value.error} ${answer.value.message}` : answer?.value;
};

test("numbers of the fixture, counted by hand", () => {
  const desk = deskOf();
  // R§1: 5 of 7 decided in the first quarter of 2025
  expect(value(desk, "WINRATE", "2025-Q1")).toBeCloseTo(5 / 7, 12);
  expect(value(desk, "revenue", "2025-Q1")).toBe(1200 + 3000 + 800 + 2500 + 3000);
  expect(value(desk, "REVENUE")).toBe(10500 + 1000 + 900);
  expect(value(desk, "REVENUE", "2025-Q1", ["owner", "ana"])).toBe(1200 + 3000 + 2500 + 3000);
  expect(value(desk, "REVENUE", "2025-Q1", ["Owner", "ANA"], ["source", "referral"])).toBe(6000);
  expect(value(desk, "REVENUE", "2025-Q1", ["owner", "Ana|Dan"])).toBe(10500);
  expect(value(desk, "REVENUE", "2025-Q1", ["owner", "Nobody"])).toBe(0);
  expect(value(desk, "WINRATE", "2025-Q1", ["owner", "Nobody"])).toBe("#DIV/0! zeroDenominator");
  expect(value(desk, "AVGDEALSIZE", "2025-Q1", ["owner", "An"])).toBe("#N/A nothingWithValue");
});
