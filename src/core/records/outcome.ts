/**
 * What a row is, one byte each: conditions on the outcome are bit tests. Leads are won when converted and lost when
 * disqualified; activities are won when done and open while planned; records of the other kinds have no outcome.
 */
export const Outcome = {
  /** Blank row, or left out as a duplicate. */
  none: 0,
  /** A record without a status, or with one that is blank or unreadable. */
  unknown: 1,
  open: 2,
  won: 3,
  lost: 4,
  /** A cancelled or refunded order, a cancelled meeting: it did not happen. */
  cancelled: 5,
} as const;
