import type { ColumnInput, Metric } from "./metric";
import { kinds as kindRoles, type Kind, type Role } from "../records/roles";

/** One argument of a range function, derived from the metric's declaration. */
export type Parameter =
  | {
      readonly takes: "column";
      readonly name: string;
      readonly role: Role;
      readonly kinds: readonly Kind[];
      readonly required: boolean;
      /** See `ColumnInput`. */
      readonly impliedBySales?: true;
    }
  | {
      readonly takes: "number";
      readonly name: string;
      readonly required: boolean;
      readonly min?: number;
      readonly max?: number;
    }
  | { readonly takes: "date"; readonly name: "from" | "to" | "asOf"; readonly required: false }
  | { readonly takes: "options"; readonly name: "options"; readonly required: false };

/** Required columns, optional columns, numbers, then from, to, asOf, options: the order of every function. */
export function parametersOf(metric: Metric): readonly Parameter[] {
  const list: Parameter[] = metric.inputs.map((input) => {
    if (input.input === "column") {
      const { input: _, ...column } = input;
      return { takes: "column", name: columnName(metric, input), ...column };
    }
    const { name, required, min, max } = input;
    return {
      takes: "number",
      name,
      required,
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    };
  });
  if (metric.period)
    list.push(
      { takes: "date", name: "from", required: false },
      { takes: "date", name: "to", required: false },
    );
  if (metric.asOf) list.push({ takes: "date", name: "asOf", required: false });
  list.push({ takes: "options", name: "options", required: false });
  return list;
}

/** Names of columns of the small tables, whose roles alone would not say what they are. */
const TABLE_COLUMNS: Partial<Record<Kind, Partial<Record<Role, string>>>> = {
  target: { amount: "target", metric: "targetMetric" },
  cost: { amount: "cost" },
};
const TABLES: readonly Kind[] = ["target", "cost", "stage", "stageHistory"];
const RECORDS: readonly Kind[] = ["deal", "lead", "activity"];

/**
 * A column's argument name: its role, with the record kind before it where the role comes from two kinds of records,
 * and where a small table has it and deals, leads or activities may too (`costDate`). The one that is required of two
 * kinds of records needs no prefix.
 */
export function columnName(metric: Metric, { role, kinds, required }: ColumnInput): string {
  const [kind = "deal"] = kinds;
  const own = TABLE_COLUMNS[kind]?.[role];
  if (own !== undefined) return own;
  const elsewhere = metric.inputs.some(
    (input) =>
      input.input === "column" &&
      input.role === role &&
      (input.required || !required) &&
      !input.kinds.some((other) => kinds.includes(other) || TABLES.includes(other)),
  );
  const unclear =
    TABLES.includes(kind) && (role === "order" || RECORDS.some((other) => role in kindRoles[other]));
  return elsewhere || unclear ? `${kind}${role.charAt(0).toUpperCase()}${role.slice(1)}` : role;
}
