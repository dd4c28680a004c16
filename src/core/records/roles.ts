/** What a role's cells are read as. */
export type ColumnType = "word" | "status" | "money" | "number" | "date";

/**
 * The record kinds and the columns ("roles") a record of that kind may have. The names are public: they are the
 * parameter names of the custom functions and the roles of the mapping.
 */
export const kinds = {
  deal: {
    id: "word",
    name: "word",
    customer: "word",
    owner: "word",
    status: "status",
    stage: "word",
    amount: "money",
    currency: "word",
    createdDate: "date",
    closedDate: "date",
    wonDate: "date",
    lostDate: "date",
    expectedCloseDate: "date",
    source: "word",
    type: "word",
    pipeline: "word",
    lostReason: "word",
    refund: "money",
    refundDate: "date",
    cancelledDate: "date",
    product: "word",
  },
  subscription: {
    customer: "word",
    startDate: "date",
    endDate: "date",
    mrr: "money",
  },
} as const satisfies Record<string, Record<string, ColumnType>>;

export type Kind = keyof typeof kinds;
export type RoleOf<K extends Kind> = Extract<keyof (typeof kinds)[K], string>;
/** `group` is the column a caller groups by; any kind may carry it. */
export type Role = { [K in Kind]: RoleOf<K> }[Kind] | "group";
/** Columns computed from the roles when records are read. */
export type DerivedRole = "closeDate" | "netAmount";

export function typeOfRole(kind: Kind, role: Role): ColumnType {
  if (role === "group") return "word";
  const roles: Readonly<Record<string, ColumnType>> = kinds[kind];
  const type = roles[role];
  if (type === undefined) throw new Error(`${kind} has no role ${role}`);
  return type;
}
