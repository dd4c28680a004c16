import type { CellValue } from "../model/types";
import { dateSerial, timeFraction } from "./serial";

export interface TypedCell {
  value: CellValue;
  /** The number format Excel gives the cell for what it recognised. */
  format?: string;
}

/**
 * What Excel (US English) makes of a text in a delimited file: numbers, percentages, dollars, booleans, error values,
 * dates and times that can be read in one way only. Two deliberate differences:
 *
 * - Dates of the form 3/1/2017 stay text. Excel reads them by the language of Windows (January 3 or March 1), a
 *   European Excel even reads some rows of a column and leaves others. The add-in decides the order once per column
 *   and says so; the workbench must hand it the text it has to decide about.
 * - Numbers that would lose digits (leading zeros, more than 15 digits) and formulas stay text: Excel's own choice
 *   "don't convert", and no file may calculate anything by being opened.
 */
export function typedCell(text: string): TypedCell {
  const first = text.charCodeAt(0);
  // letters mostly stay text: a cheap way out for the commonest cells
  if (first >= 65 && !/^[A-Za-z]{3,9}\b|^true$|^false$/i.test(text)) return { value: text };
  const trimmed = text.trim();
  return number(trimmed) ?? dateOrTime(trimmed) ?? word(trimmed) ?? { value: text };
}

const plainNumber = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d*)(\.\d*)?(e[+-]?\d{1,3})?$/i;

function number(text: string): TypedCell | undefined {
  if (!/\d/.test(text)) return undefined;
  const accounting = /^\((.*)\)$/.exec(text);
  let body = accounting?.[1] ?? text;
  let negative = accounting !== null;
  if (accounting && /^[+-]/.test(body)) return undefined;
  let format: string | undefined;
  const dollar = /^([+-]?)\$\s?([+-]?)(.*)$/.exec(body);
  if (dollar) {
    if (dollar[1] && dollar[2]) return undefined;
    if (dollar[1] === "-" || dollar[2] === "-") negative = true;
    body = dollar[3] ?? "";
    format = body.includes(".") ? "$#,##0.00" : "$#,##0";
  }
  let scale = 1;
  if (body.endsWith("%") && !dollar) {
    body = body.slice(0, -1).trimEnd();
    scale = 100;
    format = body.includes(".") ? "0.00%" : "0%";
  }
  const match = plainNumber.exec(body);
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = ""] = match;
  if (whole === "" && fraction.length < 2) return undefined;
  const digits = whole.replaceAll(",", "");
  if (/^0\d/.test(digits)) return undefined;
  if (!exponent && (digits + fraction.slice(1)).replace(/^0+/, "").length > 15 && !fraction) return undefined;
  const value = (Number(`${digits}${fraction}${exponent}`) / scale) * (negative || sign === "-" ? -1 : 1);
  if (!Number.isFinite(value)) return undefined;
  if (!format && exponent) format = "0.00E+00";
  if (!format && whole.includes(",")) format = fraction ? "#,##0.00" : "#,##0";
  return { value: value === 0 ? 0 : value, ...(format && { format }) };
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthName =
  "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)";
const time = "(\\d{1,2}):(\\d{2})(?::(\\d{2}(?:\\.\\d+)?))?(?:\\s?([ap])m)?";
const isoDate = new RegExp(`^(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})(?:\\s+${time})?$`, "i");
const dayMonthYear = new RegExp(`^(\\d{1,2})[-\\s]${monthName}[-\\s,]\\s?(\\d{2}|\\d{4})$`, "i");
const monthDayYear = new RegExp(`^${monthName}\\s(\\d{1,2}),?\\s(\\d{4})$`, "i");
const timeOnly = new RegExp(`^${time}$`, "i");

function dateOrTime(text: string): TypedCell | undefined {
  const iso = isoDate.exec(text);
  if (iso) {
    const day = dateSerial(Number(iso[1]), Number(iso[3]), Number(iso[4]));
    if (day === undefined) return undefined;
    if (iso[5] === undefined) return { value: day, format: "yyyy-mm-dd" };
    const within = timeFraction(iso[5], iso[6], iso[7], iso[8]);
    if (within === undefined) return undefined;
    return { value: day + within, format: iso[7] ? "yyyy-mm-dd hh:mm:ss" : "yyyy-mm-dd hh:mm" };
  }
  const named = dayMonthYear.exec(text);
  if (named) return namedDate(named[1], named[2], named[3]);
  const american = monthDayYear.exec(text);
  if (american) return namedDate(american[2], american[1], american[3]);
  const clock = timeOnly.exec(text);
  if (clock) {
    const within = timeFraction(clock[1], clock[2], clock[3], clock[4]);
    if (within !== undefined) return { value: within, format: clock[3] ? "h:mm:ss" : "h:mm" };
  }
  return undefined;
}

function namedDate(day = "", month = "", year = ""): TypedCell | undefined {
  // Excel's window for two digits: 00–29 is this century
  const full = year.length === 2 ? Number(year) + (Number(year) < 30 ? 2000 : 1900) : Number(year);
  const serial = dateSerial(full, months.indexOf(month.slice(0, 3).toLowerCase()) + 1, Number(day));
  return serial === undefined ? undefined : { value: serial, format: "d-mmm-yy" };
}

const errorValues = new Set(["#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!"]);

function word(text: string): TypedCell | undefined {
  const upper = text.toUpperCase();
  if (upper === "TRUE") return { value: true };
  if (upper === "FALSE") return { value: false };
  if (errorValues.has(upper)) return { value: upper };
  return undefined;
}
