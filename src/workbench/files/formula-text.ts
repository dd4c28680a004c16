import { columnLetters } from "./address";

/**
 * Formulas as a file spells them and as a person does. Files prefix functions newer than 2007 (`_xlfn.`), the
 * parameters of LET and LAMBDA (`_xlpm.`), and an add-in's functions (`_xldudf_SALES_WINRATE` is SALES.WINRATE).
 */
export function formulaFromFile(formula: string, customFunctions: readonly string[]): string {
  const custom = new Map(customFunctions.map((name) => [inFile(name).toUpperCase(), name]));
  return `=${outsideTexts(formula, (part) =>
    part
      .replace(/_xlfn\.(?:_xlws\.)?|_xlpm\./gi, "")
      .replace(/_xldudf_[A-Z0-9_]+/gi, (name) => custom.get(name.toUpperCase()) ?? name),
  )}`;
}

export function formulaToFile(formula: string, customFunctions: readonly string[]): string {
  const custom = new Map(customFunctions.map((name) => [name.toUpperCase(), inFile(name)]));
  return outsideTexts(formula.replace(/^=/, ""), (part) =>
    part.replace(/(?<![\w.])[A-Z][A-Z0-9_.]*(?=\()/gi, (name) => {
      const upper = name.toUpperCase();
      if (newerInWorksheets.has(upper)) return `_xlfn._xlws.${name}`;
      if (newer.has(upper)) return `_xlfn.${name}`;
      return custom.get(upper) ?? name;
    }),
  );
}

/** A shared formula as it reads some rows and columns away from where it was written: relative addresses move along. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const address = /(?<![\w.$[])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.])/gi;
  return outsideTexts(formula, (part) =>
    part.replace(
      address,
      (_whole, fixedColumn: string, letters: string, fixedRow: string, digits: string) => {
        const column =
          [...letters.toUpperCase()].reduce((sum, char) => sum * 26 + char.charCodeAt(0) - 64, 0) - 1;
        const shownColumn = fixedColumn ? letters : columnLetters(Math.max(0, column + columns));
        const shownRow = fixedRow ? digits : String(Math.max(1, Number(digits) + rows));
        return `${fixedColumn}${shownColumn}${fixedRow}${shownRow}`;
      },
    ),
  );
}

const inFile = (name: string) => `_xldudf_${name.replaceAll(".", "_")}`;

const newerInWorksheets = new Set(["FILTER", "SORT"]);
const newer = new Set(
  (
    "ANCHORARRAY ARRAYTOTEXT BYCOL BYROW CHOOSECOLS CHOOSEROWS CONCAT DROP EXPAND FORMULATEXT HSTACK IFNA IFS LAMBDA LET " +
    "MAKEARRAY MAP MAXIFS MINIFS NUMBERVALUE RANDARRAY REDUCE SCAN SEQUENCE SHEET SHEETS SORTBY SWITCH TAKE TEXTAFTER " +
    "TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNIQUE VALUETOTEXT VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR ISOWEEKNUM " +
    "DAYS PERCENTILE.EXC PERCENTILE.INC QUARTILE.EXC QUARTILE.INC RANK.AVG RANK.EQ STDEV.P STDEV.S VAR.P VAR.S " +
    "NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV MODE.SNGL MODE.MULT FORECAST.LINEAR COVARIANCE.P COVARIANCE.S"
  ).split(" "),
);

/** Applies `change` to what stands outside "texts" and 'quoted sheet names'. */
function outsideTexts(formula: string, change: (part: string) => string): string {
  return formula.replace(/("(?:[^"]|"")*"|'(?:[^']|'')*')|([^"']+)/g, (whole, text: string | undefined) =>
    text === undefined ? change(whole) : whole,
  );
}
