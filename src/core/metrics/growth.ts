import { atLeast, minus, ratio, role, sum, type Expression } from "../evaluate/expression";
import type { Dataset } from "../records/dataset";
import type { MessageId } from "../messages";
import type { Note } from "../result";
import { isoDate } from "../time/serial";
import type { Given } from "./metric";
import { may, need, needSold } from "./metric";
import { choice } from "./options";
import { sales } from "./populations";

/** Columns of what is made of revenue over time. */
export const revenueInputs = [
  need("amount"),
  needSold,
  need("closedDate"),
  may("refund"),
  may("cancelledDate"),
  may("currency"),
  may("id"),
] as const;

/** With what an unfinished period is compared: as many days of the earlier one, or the whole of it. */
export const partialOption = choice(["to-date", "whole"]);

export const revenueOfPeriod = sum(role("netAmount"), sales());

/** (R₁ − R₀) ÷ R₀; growth from a base below zero means nothing. */
export const growth = (now: Expression, before: Expression): Expression =>
  ratio(minus(now, before), atLeast(before, 0, "negativeBase"));

/** Says that a period is not over, when `asOf` or the data end before it does, and what follows. */
export const unfinishedPeriod = (_dataset: Dataset, _options: unknown, given: Given): readonly Note[] =>
  notOver(given, "unfinishedPeriod");

export function notOver(given: Given, message: MessageId): readonly Note[] {
  const end = given.period?.end;
  if (end === undefined || end === Infinity) return [];
  if (given.asOf !== undefined) {
    return given.asOf + 1 < end ? [{ message, values: { date: isoDate(given.asOf) } }] : [];
  }
  const last = given.lastDay("closeDate");
  return last !== undefined && last + 1 < end
    ? [{ message: "dataEndsInPeriod", values: { date: isoDate(last) } }]
    : [];
}
