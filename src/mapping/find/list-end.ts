import { isBlank, type Cell, type Cells } from "../../core/records/cells";
import { isForeignHeader, type OwnHeader } from "./header-cells";
import { hasTotalsWord, loneText, Profile } from "./list-cells";
import { textOf } from "./cell-shape";

/**
 * How many of the rows belong to a list that nothing bounds. Blank rows may stand between its records; it ends where
 * another list begins, or where nothing more below looks like its records.
 */
export function listLength(rows: Cells, counts: Uint16Array, own: OwnHeader): number {
  const profile = new Profile(rows[0]?.length ?? 0);
  let length = 0;
  let strange = 0;
  for (const segment of segmentsOf(counts)) {
    const start = afterTitles(rows, counts, segment);
    if (start === segment.to) {
      // titles, remarks or names without anything else: the next rows tell which
      if (length === 0 || profile.columns.length === 1) {
        if (length > 0 && !fits(rows[segment.from] ?? [], profile)) continue;
        profile.addRows(rows, counts, segment.from, segment.to);
        length = segment.to;
      }
      continue;
    }
    const first = rows[start] ?? [];
    const isOwn = own.isRepeatedIn(first);
    if (length > 0 && !isOwn) {
      if (isForeignHeader(first, rows[start + 1], profile, 0)) break;
      if (!segmentFits(rows, counts, { from: start, to: segment.to }, profile)) {
        if (++strange > 2 || segment.to - start > 3) break;
        continue;
      }
    }
    const to = nextHeader(rows, counts, { from: start, to: segment.to }, profile, own);
    profile.addRows(rows, counts, start, Math.min(to, start + ROWS_TO_KNOW));
    length = to;
    if (to < segment.to) break;
  }
  return length;
}

interface Segment {
  readonly from: number;
  readonly to: number;
}

/** Consecutive rows that are not blank. */
function* segmentsOf(counts: Uint16Array): Generator<Segment> {
  let from = -1;
  for (let r = 0; r <= counts.length; r++) {
    const isBlankRow = r === counts.length || counts[r] === 0;
    if (!isBlankRow && from < 0) from = r;
    if (isBlankRow && from >= 0) {
      yield { from, to: r };
      from = -1;
    }
  }
}

function afterTitles(rows: Cells, counts: Uint16Array, { from, to }: Segment): number {
  let row = from;
  while (row < to && loneText(rows[row] ?? [], counts[row] ?? 0) !== undefined) row++;
  return row;
}

/** So many records tell what the others look like. */
const ROWS_TO_KNOW = 2000;
const ROWS_TO_COMPARE = 20;

/** Half of its first rows look like the records above, totals apart. */
function segmentFits(rows: Cells, counts: Uint16Array, segment: Segment, profile: Profile): boolean {
  let fitting = 0;
  let compared = 0;
  for (let r = segment.from; r < segment.to && compared < ROWS_TO_COMPARE; r++) {
    const row = rows[r] ?? [];
    if (hasTotalsWord(row)) {
      if (segment.to - segment.from === 1) return true;
      continue;
    }
    if (counts[r] === 1 && profile.columns.length > 2) continue;
    compared++;
    if (fits(row, profile)) fitting++;
  }
  return compared === 0 ? hasTotalsWord(rows[segment.from] ?? []) : fitting * 2 >= compared;
}

/** Filled where records are, with numbers where they have numbers. */
function fits(row: readonly Cell[], profile: Profile): boolean {
  let usual = 0;
  let filled = 0;
  let usualNumbers = 0;
  let numbers = 0;
  let right = 0;
  for (let c = 0; c < profile.columns.length; c++) {
    const isFilled = !isBlank(row[c]);
    const isNumber = profile.isNumber(c);
    if (profile.isUsual(c)) {
      usual++;
      if (isFilled) filled++;
      if (isNumber) usualNumbers++;
    }
    if (isFilled && isNumber) {
      numbers++;
      if (textOf(row[c]) === "") right++;
    }
  }
  return filled * 2 >= usual && right * 2 >= numbers && (usualNumbers === 0 || numbers > 0);
}

/** Where, without a blank row before it, another list's header stands; else the end of the segment. */
function nextHeader(
  rows: Cells,
  counts: Uint16Array,
  { from, to }: Segment,
  above: Profile,
  own: OwnHeader,
): number {
  const profile = above.rows >= 20 ? above : new Profile(above.columns.length);
  if (profile !== above) profile.addRows(rows, counts, from, Math.min(to, from + 200));
  const numbers = profile.usualColumns().filter((c) => profile.isNumber(c));
  if (numbers.length === 0) return to;
  for (let r = from + 1; r < to - 1; r++) {
    const row = rows[r] ?? [];
    if (numbers.some((c) => typeof row[c] === "number") || own.isRepeatedIn(row)) continue;
    if (!isForeignHeader(row, rows[r + 1], profile, 2)) continue;
    // a title above it belongs to the other list
    let end = r;
    while (end > from + 1 && loneText(rows[end - 1] ?? [], counts[end - 1] ?? 0) !== undefined) end--;
    return end;
  }
  return to;
}
