import type { Bound, ConditionalFormat, DataBarFormat } from "../model/conditionalFormats";

/*
 * What Excel 2010 added to bars within cells: plain fill, and how they end. It stands beside the older rule, which has its
 * id ([MS-XLSX], 2.6.30 CT_ConditionalFormattings); without it Excel draws a fill that shades off.
 */

const EXTENSION = "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}";
const FORMATTINGS = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}";
const X14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"';
const XM = 'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';

/** Completes the bars of a sheet. `formats` are all of the sheet's, in their order. */
export function completeDataBars(xml: string, formats: readonly ConditionalFormat[]): string {
  const bars = formats.flatMap(({ detail }) => (detail.type === "DataBar" ? [detail] : []));
  if (bars.length === 0) return xml;
  let at = 0;
  const later: string[] = [];
  const rules = xml.replace(
    /<conditionalFormatting\b[^>]*sqref="([^"]*)"[^>]*>[\s\S]*?<\/conditionalFormatting>/g,
    (group, ranges: string) =>
      group.replace(/<cfRule\b[^>]*type="dataBar"[^>]*>[\s\S]*?<\/cfRule>/g, (rule) => {
        const bar = bars[at];
        if (bar === undefined) return rule;
        const id = `{00000000-0000-4000-8000-${String(++at).padStart(12, "0")}}`;
        later.push(formatting(bar, id, ranges));
        return rule
          .replace("<dataBar>", '<dataBar minLength="0" maxLength="100">')
          .replace(
            "</cfRule>",
            `<extLst><ext ${X14} uri="${EXTENSION}"><x14:id>${id}</x14:id></ext></extLst></cfRule>`,
          );
      }),
  );
  const extension = `<ext ${X14} uri="${FORMATTINGS}"><x14:conditionalFormattings>${later.join("")}</x14:conditionalFormattings></ext>`;
  return rules.includes("<extLst>") && /<\/extLst>\s*<\/worksheet>\s*$/.test(rules)
    ? rules.replace(/<\/extLst>\s*<\/worksheet>\s*$/, `${extension}</extLst></worksheet>`)
    : rules.replace("</worksheet>", `<extLst>${extension}</extLst></worksheet>`);
}

function formatting(
  { lower, upper, positive, negative, axisColor }: DataBarFormat,
  id: string,
  ranges: string,
): string {
  const color = (name: string, value: string): string => `<x14:${name} rgb="FF${value.replace("#", "")}"/>`;
  const gradient = positive.gradientFill ? "" : ' gradient="0"';
  return (
    `<x14:conditionalFormatting ${XM}><x14:cfRule type="dataBar" id="${id}">` +
    `<x14:dataBar minLength="0" maxLength="100"${gradient}>${limit(lower, "autoMin")}${limit(upper, "autoMax")}` +
    `${color("negativeFillColor", negative.fillColor)}${color("axisColor", axisColor || "#000000")}</x14:dataBar>` +
    `</x14:cfRule><xm:sqref>${ranges}</xm:sqref></x14:conditionalFormatting>`
  );
}

function limit({ type, formula = "" }: Bound, automatic: string): string {
  const value = formula.replace(/^=/, "");
  const kind = LIMITS[type];
  if (kind === undefined) return `<x14:cfvo type="${automatic}"/>`;
  return kind === "min" || kind === "max"
    ? `<x14:cfvo type="${kind}"/>`
    : `<x14:cfvo type="${kind}"><xm:f>${value}</xm:f></x14:cfvo>`;
}

const LIMITS: Partial<Record<string, string>> = {
  LowestValue: "min",
  HighestValue: "max",
  Number: "num",
  Percent: "percent",
  Percentile: "percentile",
};
