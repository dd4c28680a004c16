import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeXlsx, type Cell, type CellValue } from "hucre/xlsx";
import type { Kind, Role } from "../../../src/core/records/roles";
import { LOST, WON } from "../deals";
import { monthsOf } from "../months";
import { convert, libreOfficeIsHere } from "../rivals/libreoffice";
import type { Answers } from "./ours";
import type { Tables } from "./tables";

/** Columns that the formulas look at, one sheet for each table. */
const SHEETS = {
  deal: [
    "owner",
    "status",
    "amount",
    "refund",
    "createdDate",
    "closedDate",
    "lostReason",
    "expectedCloseDate",
  ],
  activity: [
    "owner",
    "type",
    "done",
    "direction",
    "outcome",
    "date",
    "likes",
    "comments",
    "shares",
    "directMessages",
  ],
  target: ["owner", "periodStart", "amount"],
  survey: ["owner", "date", "score"],
  subscription: ["owner", "startDate", "endDate", "mrr"],
} as const satisfies Partial<Record<Kind, readonly Role[]>>;
type Sheet = keyof typeof SHEETS;

/** What a formula may use: columns, and the rows of an owner and a month. */
interface Place {
  column(sheet: Sheet, role: Role): string;
  /** Criteria: this owner, this date in this month, and more (`"role", "criterion"`). */
  where(sheet: Sheet, date: Role, ...more: readonly string[]): string;
  /** Criteria: this owner, this date before the end of this month. */
  until(sheet: Sheet, date: Role, ...more: readonly string[]): string;
  /** First day of the next month. */
  readonly end: number;
}

const activitiesOf = (at: Place, ...more: readonly string[]): string =>
  `COUNTIFS(${at.where("activity", "date", ...more)})`;
const revenue = (at: Place): string => {
  const won = at.where("deal", "closedDate", "status", WON);
  return `(SUMIFS(${at.column("deal", "amount")},${won})-SUMIFS(${at.column("deal", "refund")},${won}))`;
};
const sales = (at: Place): string =>
  `COUNTIFS(${at.where("deal", "closedDate", "status", WON, "amount", ">=0")})`;
const touches = (at: Place): string =>
  ["Call", "Email", "Meeting"].map((type) => activitiesOf(at, "type", type, "done", "yes")).join("+");

/** The metrics that COUNTIFS, SUMIFS and AVERAGEIFS can express over the tables as they stand. */
const formulas: Readonly<Record<string, (at: Place) => string>> = {
  REVENUE: revenue,
  SALESCOUNT: sales,
  AOV: (at) =>
    `AVERAGEIFS(${at.column("deal", "amount")},${at.where("deal", "closedDate", "status", WON, "amount", ">=0")})`,
  WINRATE(at) {
    const lost = ["status", LOST] as const;
    const all = `COUNTIFS(${at.where("deal", "closedDate", ...lost)})`;
    const invalid = `COUNTIFS(${at.where("deal", "closedDate", ...lost, "lostReason", "Duplicate")})`;
    return `${sales(at)}/(${sales(at)}+${all}-${invalid})`;
  },
  OPPCOUNT: (at) => `COUNTIFS(${at.where("deal", "createdDate")})`,
  PIPELINEVALUE(at) {
    const amount = at.column("deal", "amount");
    return `SUMIFS(${amount},${at.until("deal", "createdDate")})-SUMIFS(${amount},${at.until("deal", "closedDate")})`;
  },
  TARGETATTAIN: (at) =>
    `${revenue(at)}/SUMIFS(${at.column("target", "amount")},${at.where("target", "periodStart")})`,
  ACTIVITIES: (at) => `${activitiesOf(at, "done", "yes")}-${activitiesOf(at, "done", "yes", "type", "Note")}`,
  CALLS(at) {
    const call = ["type", "Call", "direction", "out"] as const;
    const tried = ["No answer", "Left voicemail"].map((outcome) =>
      activitiesOf(at, ...call, "done", "cancelled", "outcome", outcome),
    );
    return [activitiesOf(at, ...call, "done", "yes"), ...tried].join("+");
  },
  EMAILS: (at) => activitiesOf(at, "type", "Email", "direction", "out", "done", "yes"),
  MEETINGS: (at) =>
    `${activitiesOf(at, "type", "Meeting", "done", "<>cancelled")}+${activitiesOf(at, "type", "Demo", "done", "<>cancelled")}`,
  FOLLOWUPS: (at) => activitiesOf(at, "type", "Follow-up", "done", "yes"),
  DEMOS: (at) => activitiesOf(at, "type", "Demo", "done", "yes"),
  SOCIAL: (at) =>
    (["likes", "comments", "shares", "directMessages"] as const)
      .map(
        (role) =>
          `SUMIFS(${at.column("activity", role)},${at.where("activity", "date", "done", "<>cancelled")})`,
      )
      .join("+"),
  ACTIVITYRATIO: (at) => `(${touches(at)})/COUNTIFS(${at.where("deal", "closedDate", "status", WON)})`,
  CSAT: (at) =>
    `COUNTIFS(${at.where("survey", "date", "score", ">=4")})/COUNTIFS(${at.where("survey", "date")})`,
  MRR(at) {
    const mrr = at.column("subscription", "mrr");
    return `SUMIFS(${mrr},${at.until("subscription", "startDate")})-SUMIFS(${mrr},${at.until("subscription", "endDate")})`;
  },
};

export interface Calculated {
  readonly answers: Answers;
  /** Milliseconds of the formulas alone. */
  readonly time: number;
  readonly formulas: number;
}

/**
 * The grid of formulas for the first `owners`, as a spreadsheet calculates it when it opens the file: the time to convert
 * a workbook with the formulas, less the time for the same workbook without. Undefined where LibreOffice is not there.
 */
export async function libreOfficeCatalogue(
  tables: Tables,
  owners: readonly string[],
  cache: string,
): Promise<Calculated | undefined> {
  if (!(await libreOfficeIsHere())) return undefined;
  const folder = join(cache, "libreoffice");
  await mkdir(folder, { recursive: true });
  const [withFormulas, without] = [join(folder, "catalogue.xlsx"), join(folder, "catalogue-plain.xlsx")];
  const data = dataSheets(tables);
  await writeFile(without, await workbook(tables, owners, data, false));
  await writeFile(withFormulas, await workbook(tables, owners, data, true));
  await convert(without, folder);
  const opening = await convert(without, folder);
  const calculating = await convert(withFormulas, folder);
  const csv = await readFile(join(folder, "catalogue.csv"), "utf8");
  const cells = csv
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(",").slice(1).map(Number));
  const months = monthsOf().length;
  const ids = Object.keys(formulas);
  const answers: Answers = new Map(
    ids.map((id, at) => [
      id,
      Float64Array.from(cells.flatMap((row) => row.slice(at * months, (at + 1) * months))),
    ]),
  );
  return { answers, time: calculating - opening, formulas: ids.length * months * owners.length };
}

type DataSheet = { name: string; rows: CellValue[][] };

function dataSheets(tables: Tables): DataSheet[] {
  return (Object.keys(SHEETS) as Sheet[]).map((name) => {
    const roles: readonly Role[] = SHEETS[name];
    const table = tables[name];
    const rows: CellValue[][] = [[...roles]];
    const columns = roles.map((role) => table?.columns[role]);
    for (let i = 0; i < (table?.rows ?? 0); i++) {
      rows.push(
        columns.map((column) => {
          if (column === undefined) return null;
          if (!(column instanceof Float64Array)) return column.words[column.at[i] ?? 0] || null;
          const value = column[i] ?? NaN;
          return Number.isNaN(value) ? null : value;
        }),
      );
    }
    return { name, rows };
  });
}

async function workbook(
  tables: Tables,
  owners: readonly string[],
  data: readonly DataSheet[],
  withFormulas: boolean,
): Promise<Uint8Array> {
  const cells = new Map<string, Partial<Cell>>();
  owners.forEach((_, owner) => {
    Object.values(formulas).forEach((formula, metric) => {
      monthsOf().forEach((period, month) => {
        const at = `${owner},${1 + metric * 12 + month}`;
        cells.set(at, withFormulas ? { formula: formula(placeOf(tables, owner, period)) } : { value: 1 });
      });
    });
  });
  return writeXlsx({
    sheets: [{ name: "Grid", rows: owners.map((owner): CellValue[] => [owner]), cells }, ...data],
  });
}

function placeOf(tables: Tables, owner: number, { start, end }: { start: number; end: number }): Place {
  const column = (sheet: Sheet, role: Role): string => {
    const letter = String.fromCharCode(65 + (SHEETS[sheet] as readonly Role[]).indexOf(role));
    return `${sheet}!$${letter}$2:$${letter}$${(tables[sheet]?.rows ?? 0) + 1}`;
  };
  const criteria = (sheet: Sheet, more: readonly string[]): string[] => {
    const list = [column(sheet, "owner"), `$A${owner + 1}`];
    for (let i = 0; i < more.length; i += 2)
      list.push(column(sheet, more[i] as Role), `"${more[i + 1] ?? ""}"`);
    return list;
  };
  return {
    column,
    where: (sheet, date, ...more) =>
      criteria(sheet, [date, `>=${start}`, date, `<${end}`, ...more]).join(","),
    until: (sheet, date, ...more) => criteria(sheet, [date, `<${end}`, ...more]).join(","),
    end,
  };
}
