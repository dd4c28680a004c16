import { readDateText } from "../../core/records/read-date";
import { isoDate } from "../../core/time/serial";
import type { MappingSettings } from "../../mapping/mapping";

/** The settings as they are typed. */
export interface SettingsForm {
  readonly fiscalYearStart: number;
  readonly weekStart: number;
  readonly currency: string;
  readonly language: "" | "en" | "ro";
  /** Whether time is told by opening hours. */
  readonly hasHours: boolean;
  /** As typed: `9:00`. */
  readonly from: string;
  readonly to: string;
  readonly days: readonly number[];
  /** One day a line. */
  readonly holidays: string;
}

export type FormProblem = "currency" | "hours" | "days" | "holidays";

export function formOf(settings: MappingSettings): SettingsForm {
  const { businessHours: hours, holidays = [] } = settings;
  return {
    fiscalYearStart: settings.fiscalYearStart,
    weekStart: settings.weekStart,
    currency: settings.currency ?? "",
    language: settings.language ?? "",
    hasHours: hours !== undefined,
    from: clockText(hours?.from ?? 9),
    to: clockText(hours?.to ?? 17),
    days: hours?.days ?? [0, 1, 2, 3, 4],
    holidays: holidays.map(isoDate).join("\n"),
  };
}

/** What is typed as settings; what this form does not show is kept as it was. */
export function settingsOf(
  form: SettingsForm,
  former: MappingSettings,
): { readonly settings: MappingSettings; readonly problems: readonly FormProblem[] } {
  const {
    currency: _currency,
    language: _language,
    businessHours: _hours,
    holidays: _holidays,
    ...kept
  } = former;
  const problems: FormProblem[] = [];
  const currency = form.currency.trim().toUpperCase();
  if (currency !== "" && !/^[A-Z]{3}$/.test(currency)) problems.push("currency");
  const [from, to] = [readClock(form.from), readClock(form.to)];
  const hoursFit = from !== undefined && to !== undefined && from < to;
  if (form.hasHours && !hoursFit) problems.push("hours");
  if (form.hasHours && form.days.length === 0) problems.push("days");
  const holidays = readHolidays(form.holidays);
  if (holidays === undefined) problems.push("holidays");
  const settings: MappingSettings = {
    ...kept,
    fiscalYearStart: form.fiscalYearStart,
    weekStart: form.weekStart,
    ...(currency === "" ? {} : { currency }),
    ...(form.language === "" ? {} : { language: form.language }),
    ...(form.hasHours && hoursFit
      ? { businessHours: { from, to, days: [...form.days].sort((a, b) => a - b) } }
      : {}),
    ...(holidays === undefined || holidays.length === 0 ? {} : { holidays }),
  };
  return { settings, problems };
}

/** `9`, `9:30`, `17.30` → hours of the day. */
export function readClock(text: string): number | undefined {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const hours = Number(match[1]) + Number(match[2] ?? 0) / 60;
  return Number(match[2] ?? 0) < 60 && hours <= 24 ? hours : undefined;
}

function clockText(hours: number): string {
  const minutes = Math.round(hours * 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Days in any usual writing, ascending, each once; undefined where one cannot be read. 1.5.2026 is the first of May. */
export function readHolidays(text: string): readonly number[] | undefined {
  const days = new Set<number>();
  for (const part of text.split(/[\n;,]+/)) {
    const day = part.trim();
    if (day === "") continue;
    const read = readDateText(day);
    if (read === undefined) return undefined;
    if ("serial" in read) days.add(Math.floor(read.serial));
    else if (day.includes(".")) days.add(Math.floor(read.dmy));
    else return undefined;
  }
  return [...days].sort((a, b) => a - b);
}
