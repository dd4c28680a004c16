import { normaliseWord } from "../text";

/** What a plain number may count; `excel` is a time as Excel stores it, a fraction of a day. */
export type DurationUnit = NamedUnit | "excel";
type NamedUnit = "seconds" | "minutes" | "hours" | "days";

const SECONDS_IN: Readonly<Record<NamedUnit, number>> = {
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86400,
};

/** Words of each unit, without accents; those of one letter or sign are abbreviations. */
const UNIT_WORDS: Readonly<Record<NamedUnit, string>> = {
  seconds: "s|sec|secs|second|seconds|secunda|secunde|sek|sekunde|sekunden|seconde|secondes|segundo|segundos",
  minutes: "m|'|′|’|min|mins|minute|minutes|minut|minuta|minuten|minuto|minutos",
  hours: "h|hr|hrs|hour|hours|ora|ore|std|stunde|stunden|heure|heures|hora|horas",
  days: "d|day|days|zi|zile|tag|tage|jour|jours|dia|dias",
};

const unitOf = new Map(
  (Object.keys(UNIT_WORDS) as NamedUnit[]).flatMap((unit) =>
    UNIT_WORDS[unit].split("|").map((word): [string, NamedUnit] => [word, unit]),
  ),
);

const CLOCK = /^(\d+):([0-5]\d)(?::([0-5]\d)(?:[.,]\d+)?)?$/;
const ISO_8601 = /^p(?:([\d.,]+)d)?(?:t(?:([\d.,]+)h)?(?:([\d.,]+)m)?(?:([\d.,]+)s)?)?$/;
const PART = /(\d+(?:[.,]\d+)?)\s*(?:de\s+)?(\p{L}+|['′’])?\.?/gu;

/**
 * Hours from a duration with its unit or colons: "0:30", "1:15:00", "30 min", "1h 30m", "1h30", "1,5 h", "2 ore și 15
 * minute", "PT30M". Two numbers with a colon are hours and minutes, as in Excel. Undefined for what is no duration, for
 * a number without unit, and for "1.200 min", which may be thousands.
 */
export function readDurationText(text: string): number | undefined {
  let rest = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .trim();
  const sign = /^[-−]/.test(rest) ? -1 : 1;
  rest = rest.replace(/^[-+−]\s*/, "");
  const clock = CLOCK.exec(rest);
  if (clock !== null)
    return (sign * (Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0))) / 3600;
  const iso = ISO_8601.exec(rest);
  const hours = iso === null ? hoursOfParts(rest) : hoursOfIso(iso.slice(1));
  return hours === undefined ? undefined : sign * hours;
}

/** The unit that a header names: "Duration (min)", "Durată (ore)"; undefined when it names none or several. */
export function durationUnitOf(header: string): NamedUnit | undefined {
  const words = normaliseWord(header.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")).split(" ");
  const found = new Set<NamedUnit>();
  words.forEach((word, i) => {
    const unit = unitOf.get(word);
    // A single letter is a unit at the end, as in "Duration (h)", but not in "rep's time".
    if (unit !== undefined && (word.length > 1 || i === words.length - 1)) found.add(unit);
  });
  return found.size === 1 ? [...found][0] : undefined;
}

/**
 * The unit of durations given as plain numbers, where their sizes leave no doubt; undefined where they do, to be asked.
 * An activity lasts minutes to hours, never more than a day, and people write durations as round numbers:
 * - all below 1: Excel times, which are fractions of a day (0:30 is 0.0208…) and no round decimals. Decimals of two
 *   digits are hours (0.25, 0.1), save quarters alone, which are also 6:00, 12:00 and 18:00.
 * - some above 24: minutes, no hours; unless most are small, when the large one may be a slip among hours, or most are
 *   above two hours or one is above a day as minutes, when they may be seconds.
 * - otherwise quarters of an hour are hours (0.5, 1.75), whole fives that reach 10 are minutes (5, 15, 20), and small
 *   whole numbers (1, 2, 8) may be either.
 * Zeros, negative and missing values say nothing. O(n).
 */
export function guessDurationUnit(values: Float64Array): "hours" | "minutes" | "excel" | undefined {
  const sizes = values.filter((value) => value > 0);
  if (sizes.length === 0) return "hours";
  const max = sizes.reduce((most, value) => Math.max(most, value), 0);
  const every = (step: number): boolean => sizes.every((value) => isMultiple(value, step));
  if (max < 1) {
    if (every(0.01)) return every(0.25) ? undefined : "hours";
    return max <= 0.5 ? "excel" : undefined;
  }
  if (max > 24) {
    const small = sizes.filter((value) => value <= 4).length;
    const large = sizes.filter((value) => value > 120).length;
    return max <= 1440 && 2 * small < sizes.length && 2 * large < sizes.length ? "minutes" : undefined;
  }
  if (every(5) && max >= 10) return "minutes";
  return every(0.25) && !every(1) && max <= 12 ? "hours" : undefined;
}

/** Multiples up to the rounding of binary fractions. */
function isMultiple(value: number, step: number): boolean {
  const times = value / step;
  return Math.abs(times - Math.round(times)) < 1e-6;
}

function hoursOfIso(parts: readonly (string | undefined)[]): number | undefined {
  if (parts.every((part) => part === undefined)) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) =>
    Number((part ?? "0").replace(",", ".")),
  );
  const total = (days * 86400 + hours * 3600 + minutes * 60 + seconds) / 3600;
  return Number.isFinite(total) ? total : undefined;
}

function hoursOfParts(text: string): number | undefined {
  let total = 0;
  let last: NamedUnit | undefined;
  // What is left between the parts: nothing, or words that join them.
  if (/[^\s,]/.test(text.replace(PART, " ").replace(/\b(?:si|and|und|et|y)\b/g, " "))) return undefined;
  for (const [, number = "", word] of text.matchAll(PART)) {
    // "1h30": minutes follow hours without their unit.
    const unit = word === undefined && last === "hours" ? "minutes" : unitOf.get(word ?? "");
    if (unit === undefined || (last !== undefined && SECONDS_IN[unit] >= SECONDS_IN[last])) return undefined;
    if (/^[1-9]\d*[.,]\d{3}$/.test(number)) return undefined;
    total += Number(number.replace(",", ".")) * SECONDS_IN[unit];
    last = unit;
  }
  return last === undefined ? undefined : total / 3600;
}
