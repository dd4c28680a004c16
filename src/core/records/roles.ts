/**
 * What a role's cells are read as. A probability is stored as 0 … 1, a duration in hours; a level is a number of whatever
 * its row is about, with the unit that its text names.
 */
export type ColumnType =
  "word" | "status" | "money" | "number" | "probability" | "duration" | "date" | "level";

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
    probability: "probability",
    forecastCategory: "word",
    source: "word",
    region: "word",
    type: "word",
    pipeline: "word",
    lostReason: "word",
    refund: "money",
    refundDate: "date",
    cancelledDate: "date",
    firstContactDate: "date",
    lastActivityDate: "date",
    stageEnteredDate: "date",
    proposalSentDate: "date",
    product: "word",
    quantity: "number",
    unitPrice: "money",
    score: "number",
    leadRef: "word",
  },
  lead: {
    id: "word",
    name: "word",
    email: "word",
    company: "word",
    owner: "word",
    source: "word",
    region: "word",
    status: "word",
    createdDate: "date",
    firstResponseDate: "date",
    qualifiedDate: "date",
    convertedDate: "date",
    converted: "word",
    dealRef: "word",
    customer: "word",
    value: "money",
    referredBy: "word",
  },
  activity: {
    id: "word",
    type: "word",
    subject: "word",
    date: "date",
    completedDate: "date",
    createdDate: "date",
    done: "word",
    owner: "word",
    duration: "duration",
    direction: "word",
    outcome: "word",
    dealRef: "word",
    leadRef: "word",
    customerRef: "word",
    source: "word",
    likes: "number",
    comments: "number",
    shares: "number",
    directMessages: "number",
    recipients: "number",
    inquiryDate: "date",
    replyDate: "date",
  },
  subscription: {
    customer: "word",
    status: "word",
    owner: "word",
    source: "word",
    region: "word",
    type: "word",
    product: "word",
    startDate: "date",
    endDate: "date",
    mrr: "money",
    amount: "money",
    recurringPeriod: "word",
    currency: "word",
  },
  /** Targets per period and owner; a blank owner is the team's. */
  target: {
    periodStart: "date",
    periodEnd: "date",
    owner: "word",
    metric: "word",
    amount: "money",
  },
  cost: {
    date: "date",
    category: "word",
    source: "word",
    amount: "money",
    /** The part of the amount that counts, where a cost serves more than selling. */
    allocation: "probability",
  },
  /** The stages of a pipeline in their order. */
  stage: {
    name: "word",
    order: "number",
    probability: "probability",
    kind: "word",
    pipeline: "word",
  },
  stageHistory: {
    dealId: "word",
    stage: "word",
    enteredDate: "date",
    exitedDate: "date",
  },
  survey: {
    date: "date",
    score: "number",
    scaleMin: "number",
    scaleMax: "number",
    customer: "word",
    owner: "word",
  },
  calendar: {
    holidays: "date",
  },
  /** What others reach, by metric; a blank segment is everybody's. */
  benchmark: {
    metric: "word",
    low: "level",
    typical: "level",
    high: "level",
    source: "word",
    year: "number",
    segment: "word",
  },
} as const satisfies Record<string, Record<string, ColumnType>>;

export type Kind = keyof typeof kinds;
export type RoleOf<K extends Kind> = Extract<keyof (typeof kinds)[K], string>;
/** `group` is the column a caller groups by; any kind may carry it. */
export type Role = { [K in Kind]: RoleOf<K> }[Kind] | "group";

/** What people split their sales by. */
export const GROUP_ROLES = [
  ...(["owner", "source", "region", "type"] as const),
  ...(["stage", "customer", "product", "pipeline"] as const),
] satisfies readonly Role[];

export function typeOfRole(kind: Kind, role: Role): ColumnType {
  if (role === "group") return "word";
  const roles: Readonly<Record<string, ColumnType>> = kinds[kind];
  const type = roles[role];
  if (type === undefined) throw new Error(`${kind} has no role ${role}`);
  return type;
}
