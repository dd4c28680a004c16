import type { DateOrder } from "../core/records/read-date";
import type { Kind, Role } from "../core/records/roles";

/** What a person saved: which columns of which tables play which roles. Kept in the workbook as JSON. */
export interface Mapping {
  readonly version: 1;
  readonly sources: readonly MappedSource[];
  readonly settings: MappingSettings;
}

/** One table or range serving one kind. Several sources of a kind are read as one list; a table may serve two kinds. */
export interface MappedSource {
  readonly kind: Kind;
  readonly place: MappedPlace;
  readonly roles: Readonly<Partial<Record<Role, MappedColumn>>>;
  /** Order of day and month in text dates, where the person decided. */
  readonly dateOrder?: DateOrder;
  /** Words whose meaning the person decided: role → word as it stands in the cells → class of the role's vocabulary. */
  readonly words?: Readonly<Partial<Record<Role, Readonly<Record<string, string>>>>>;
}

/** Found again by id where there is one, else by name. */
export interface MappedPlace {
  readonly sheet: string;
  readonly sheetId: string;
  readonly table?: { readonly id: string; readonly name: string };
  /** Row of the header from 0, the lower one of two; missing for tables, and where a range has none. */
  readonly headerRow?: number;
  /** How many rows the header takes; missing = 1. */
  readonly headerRows?: number;
  /** First row of a range that has no header, from 0. */
  readonly row?: number;
  /** First column from 0, and how many there are. */
  readonly column: number;
  readonly columns: number;
}

export interface MappedColumn {
  readonly header: string;
  /** Position among the columns of the place. */
  readonly at: number;
  /** Excel's id of a table's column. */
  readonly id?: string;
}

export interface MappingSettings {
  /** Month in which the fiscal year starts, 1 … 12. */
  readonly fiscalYearStart: number;
  /** 0 = Monday … 6 = Sunday */
  readonly weekStart: number;
  /** ISO code shown beside money; missing = as the amounts have it. */
  readonly currency?: string;
  /** Language of the pane and the reports; missing = that of Excel. */
  readonly language?: "en" | "ro";
  readonly businessHours?: {
    /** Hours of the day, such as 9 and 17.5. */
    readonly from: number;
    readonly to: number;
    /** 0 = Monday … 6 = Sunday */
    readonly days: readonly number[];
  };
  /** Serial days, beside those of a mapped calendar. */
  readonly holidays?: readonly number[];
  /** Ids of metrics, in the order of the person. */
  readonly favourites?: readonly string[];
}

export const defaultSettings: MappingSettings = { fiscalYearStart: 1, weekStart: 0 };
export const noMapping: Mapping = { version: 1, sources: [], settings: defaultSettings };
