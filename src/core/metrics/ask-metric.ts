import { readDateText } from "../records/read-date";
import { stop } from "../result";
import { serialOf } from "../time/serial";
import { metricById } from "./catalogue";
import { commonOptions } from "./common-options";
import type { Metric } from "./metric";
import { numberOption, parseOptions, type OptionSpecs, type OptionValues } from "./options";

/** Opening hours and working days, as the settings of a mapping have them. */
export interface OpeningHours {
  /** Hours of the day, such as 9 and 17.5. */
  readonly from: number;
  readonly to: number;
  /** 0 = Monday … 6 = Sunday */
  readonly days: readonly number[];
}

/** A metric with what stands behind it. */
export interface AskedMetric {
  readonly metric: Metric;
  readonly options: OptionValues<OptionSpecs>;
  /** Numbers that the metric takes as arguments. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly level: number;
  /** A day of observation that was asked for. */
  readonly asOf?: number;
  /** The same for all that are asked alike. */
  readonly key: string;
}

/**
 * Reads `WINRATE`, or a metric with options behind it: `WINRATE; basis=created-all; level=0.9`. The numbers that a
 * metric takes stand there too (`CLTV; margin=0.4`), and its day of observation (`PIPELINEVALUE; asOf=2026-03-31`).
 * Where opening hours are set, time is told by them unless the options say otherwise.
 */
export function readMetric(text: string, hours?: OpeningHours): AskedMetric {
  const at = text.indexOf(";");
  const id = (at < 0 ? text : text.slice(0, at)).trim();
  if (id === "") stop("metricMissing");
  const metric = metricById(id) ?? stop("unknownMetric", { metric: id });
  const inputs = metric.inputs.filter((input) => input.input === "number");
  const numberSpecs = Object.fromEntries(
    inputs.map(({ name, min = -Infinity, max = Infinity }) => [name, numberOption({ min, max })]),
  );
  const specs: OptionSpecs = {
    ...metric.options,
    level: commonOptions.level,
    ...numberSpecs,
    ...(metric.asOf ? { asOf: { option: "text", form: "2026-03-31" } as const } : {}),
  };
  const given = at < 0 ? "" : text.slice(at + 1);
  const values = parseOptions(`${clockDefaults(specs, hours)}${given}`, specs) as Record<string, unknown>;
  const numbers: Record<string, number> = {};
  for (const { name, required } of inputs) {
    const value = values[name];
    if (typeof value === "number") numbers[name] = value;
    else if (required) stop("numberBehindMetric", { name, metric: metric.id });
  }
  const asOf = dayOf(values.asOf);
  return {
    metric,
    options: values as OptionValues<OptionSpecs>,
    numbers,
    level: values.level as number,
    ...(asOf === undefined ? {} : { asOf }),
    key: `${metric.id}${JSON.stringify(values)}`,
  };
}

function clockDefaults(specs: OptionSpecs, hours: OpeningHours | undefined): string {
  if (hours === undefined || !("clock" in specs && "hours" in specs && "workdays" in specs)) return "";
  const days = hours.days.map((day) => day + 1).join(",");
  return `clock=business; hours=${clock(hours.from)}-${clock(hours.to)}; workdays=${days};`;
}

/** 17.5 → "17:30" */
function clock(hour: number): string {
  const minutes = Math.round(hour * 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

function dayOf(text: unknown): number | undefined {
  if (typeof text !== "string" || text === "") return undefined;
  const date = readDateText(text.trim());
  if (date !== undefined && "serial" in date) return Math.floor(date.serial);
  const number = Number(text);
  const plausible = number >= serialOf(1950, 1, 1) && number < serialOf(2200, 1, 1);
  return plausible ? Math.floor(number) : stop("notADate", { name: "asOf", value: text });
}
