/** English texts of questions to mapped tables. The functions' script is built without them (webpack.config.js). */
export const mappedMessagesEn = {
  mapFirst: "Map your {kind} first: open the pane of Sales Metrics and choose their table under Data.",
  mapTablesFirst: "Map your deals first: open the pane of Sales Metrics and choose their table under Data.",
  mappingFaulty:
    "The mapping no longer fits this workbook: open the pane of Sales Metrics, which says why under Data.",
  mappedTableGone:
    "The table “{name}” is no longer there: open the pane of Sales Metrics, which asks under Data what took its place.",
  mappedColumnGone:
    "The column “{header}” of “{name}” is no longer there: open the pane of Sales Metrics, which asks under Data what took its place.",
  notRead: "The mapped tables could not be read: open the pane of Sales Metrics, which says why under Data.",
  mapColumn: "{metric} needs the column {role} of the table of {kind}. Map it in the pane, under Data.",
  mapAnyOf: "This needs {first} or {second}. Map one of them in the pane, under Data.",
  mappedDates:
    "{role}: “{sample}” can be day/month or month/day, and no other date tells which. Choose the order in the pane, under Data.",
  mappedMixedDates:
    "{role} mixes day/month (“{sample}”) and month/day (“{other}”). Correct the column, or choose the order in the pane, under Data.",
  metricMissing: 'Which metric? Write its id, such as "WINRATE". SALES.METRICS() lists them all.',
  numberBehindMetric: 'This needs the number {name}. Write it behind the metric: "{metric}; {name}=…".',
  dayBehindMetric:
    '{option} needs a day of observation. Write it behind the metric: "{metric}; asOf=2026-03-31".',
  tableNotOneNumber:
    '{metric} is a table, not one number. Use SALES.KPITABLE("{metric}"), or its own function SALES.{metric}.',
  tableAlone: "{metric} is a table of its own: ask for it alone and without a group.",
  notAPeriod:
    "“{period}” is no period. Write one of 2026, 2026-Q1, 2026-03, 2026-W12, FY2026, 2026-01-01..2026-03-31, YTD, QTD, MTD, “this month”, “last quarter”, “last 90 days”, “last 12 months”, all.",
  dateIsNoPeriod:
    'A date alone does not say which period. Write it as text: "{month}" for the month, "{day}" for the day.',
  noFilterRole: "“{role}” is no column of the mapped tables. Filter by one of {valid}.",
  noFilterValue:
    'The value of {role} is blank. Write a word, "(blank)" for records without one, or "*" for all.',
  filterPairs: 'Filters come in pairs: a column and a value, such as "owner", "Ana".',
  filterMissing:
    "{metric} reads the table of {kind}, which has no column “{role}” to filter by. Map that column, or leave the filter out.",
  groupMissingMapped:
    "{metric} reads the table of {kind}, which has no column “{role}” to group by. Map that column, or choose another group.",
  periodNeeded: '{metric} needs a period, such as "2026-Q1" or "last month".',
  nothingWithValue: "There is no {role} “{value}”. Did you mean {near}?",
  nothingWithValueAtAll: "There is no {role} “{value}”.",
  noSuchTable: "No table of “{table}” is mapped. Write one of {valid}, or nothing for all.",
  noGroup: "“{group}” is no group. Write one of {valid}.",
} as const;
