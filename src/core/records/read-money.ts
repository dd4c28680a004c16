/** The sign of the decimals in a text number; `undefined` where the text alone does not tell (`1.200`). */
export type DecimalMark = "." | ",";

export interface MoneyText {
  readonly value: number;
  /** ISO code when the text names a currency. */
  readonly currency?: string;
  /** What the text shows about the convention in use. */
  readonly mark?: DecimalMark;
  /** A single separator before exactly three digits: thousands or decimals. */
  readonly ambiguous?: boolean;
}

const CURRENCIES: readonly [RegExp, string][] = [
  [/us\$|\$|\busd\b/, "USD"],
  [/€|\beur\b|\beuro\b/, "EUR"],
  [/£|\bgbp\b/, "GBP"],
  [/\bron\b|\blei\b|\bleu\b/, "RON"],
  [/\bchf\b/, "CHF"],
  [/\bhuf\b|\bft\b/, "HUF"],
  [/\bpln\b|zł/, "PLN"],
  [/\bczk\b|kč/, "CZK"],
  [/\bbgn\b|лв/, "BGN"],
  [/¥|\bjpy\b/, "JPY"],
  [/\bmdl\b/, "MDL"],
];

/** Multipliers as written after an amount; "mil" is Romanian for millions beside lei, as newspapers write it. */
const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 1e3,
  mii: 1e3,
  mie: 1e3,
  thousand: 1e3,
  tsd: 1e3,
  m: 1e6,
  mil: 1e6,
  mio: 1e6,
  mln: 1e6,
  milioane: 1e6,
  milion: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  mld: 1e9,
  miliarde: 1e9,
  miliard: 1e9,
  billion: 1e9,
};

/**
 * Reads money as people and exports write it: `$1,200.50`, `1.200,50 €`, `(1,200)`, `1.117,10K`, `1,2 mil lei`.
 * `preferred` decides `1.200` when the rest of the column showed the convention; otherwise it counts as thousands.
 * Answers undefined for what is not a number, misplaced separators (`101,2000.00`) included.
 */
export function readMoneyText(text: string, preferred?: DecimalMark): MoneyText | undefined {
  let rest = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\u2212/g, "-")
    .trim();
  let currency: string | undefined;
  for (const [pattern, code] of CURRENCIES) {
    if (pattern.test(rest)) {
      if (currency !== undefined) return undefined;
      currency = code;
      rest = rest.replace(pattern, " ");
    }
  }
  rest = rest.trim();
  let sign = 1;
  if (/^\(.*\)$/.test(rest)) {
    sign = -1;
    rest = rest.slice(1, -1).trim();
  }
  const signed = /^([+-])?\s*(.*?)\s*(-)?$/.exec(rest);
  if (signed === null) return undefined;
  if (signed[1] === "-" || signed[3] === "-") {
    if (sign < 0 || (signed[1] !== undefined && signed[3] !== undefined)) return undefined;
    sign = -1;
  }
  const parts = /^([\d.,\s'’]*\d[.,]?)\s*([a-z]*)\.?$/.exec((signed[2] ?? "").trim());
  if (parts === null) return undefined;
  const word = parts[2] ?? "";
  const multiplier = word === "" ? 1 : MULTIPLIERS[word];
  if (multiplier === undefined) return undefined;
  const digits = readDigits(
    (parts[1] ?? "").replace(/[.,]$/, ""),
    multiplier === 1 ? preferred : (preferred ?? undefined),
    multiplier > 1,
  );
  if (digits === undefined) return undefined;
  return {
    ...digits,
    value: sign * digits.value * multiplier,
    ...(currency === undefined ? {} : { currency }),
  };
}

type Digits = Pick<MoneyText, "value" | "mark" | "ambiguous">;

function readDigits(raw: string, preferred: DecimalMark | undefined, scaled: boolean): Digits | undefined {
  const text = raw.replace(/[\s'’]/g, (space, index: number, all: string) =>
    /\d/.test(all[index - 1] ?? "") && /^\d{3}(?!\d)/.test(all.slice(index + 1)) ? "" : space,
  );
  if (/[\s'’]/.test(text)) return undefined;
  const lastDot = text.lastIndexOf(".");
  const lastComma = text.lastIndexOf(",");
  if (lastDot < 0 && lastComma < 0) return { value: Number(text) };
  if (lastDot >= 0 && lastComma >= 0) {
    const mark: DecimalMark = lastDot > lastComma ? "." : ",";
    return withMark(text, mark);
  }
  const only: DecimalMark = lastDot >= 0 ? "." : ",";
  const groups = text.split(only);
  if (groups.length > 2) return withMark(text, only === "." ? "," : ".");
  const [whole = "", fraction = ""] = groups;
  // "1.200": three digits after the only separator, none or one to three before it
  if (fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) {
    if (preferred === only || (scaled && preferred === undefined))
      return { ...withMark(text, only), ambiguous: true, value: Number(`${whole}.${fraction}`) };
    return { value: Number(whole + fraction), ambiguous: true };
  }
  return withMark(text, only);
}

function withMark(text: string, mark: DecimalMark): Digits | undefined {
  const thousands = mark === "." ? "," : ".";
  const [whole = "", fraction, ...more] = text.split(mark);
  if (more.length > 0 || (fraction ?? "").includes(thousands)) return undefined;
  const groups = whole.split(thousands);
  if (groups.length > 1 && !groups.every((group, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group)))
    return undefined;
  const value = Number(`${groups.join("") || "0"}.${fraction ?? "0"}`);
  return Number.isFinite(value) ? { value, mark } : undefined;
}
