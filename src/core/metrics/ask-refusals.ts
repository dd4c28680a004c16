import type { Dataset } from "../records/dataset";
import { kinds as kindRoles, type Kind } from "../records/roles";
import { refuse, type Refusal } from "../result";
import { hasWord, nearWords, type ReadFilter } from "./ask-filters";
import type { Input } from "./metric";

/** What was asked, as far as messages need it. */
export interface AskedOf {
  readonly metric: string;
  readonly inputs?: readonly Input[];
  readonly filters?: readonly ReadFilter[];
  readonly dataset?: Dataset;
}

/**
 * A refusal in the words of mapped tables: functions are told to pass a column, here it is to be mapped. Where a filter
 * names a word that no record has, that is the reason.
 */
export function toldForMapped(refusal: Refusal, asked: AskedOf): Refusal {
  const unknown = unknownWord(refusal, asked);
  if (unknown !== undefined) return unknown;
  const { error, message, values = {} } = refusal;
  const { metric, filters = [] } = asked;
  switch (message) {
    case "missingColumn":
      return refuse(error, "mapColumn", {
        metric,
        role: values.role ?? "",
        kind: kindOf(values.role, asked),
      });
    case "missingAnyOf":
      return refuse(error, "mapAnyOf", values);
    case "missingRecords":
      return refuse("#N/A", "mapFirst", values);
    case "missingArgument":
      return values.argument === "asOf"
        ? refuse(error, "dayBehindMetric", { metric, option: values.option ?? metric })
        : values.argument === "to"
          ? refuse(error, "periodNeeded", { metric })
          : refuse(error, "numberBehindMetric", { metric, name: values.argument ?? "" });
    case "missingNumber":
      return refuse(error, "numberBehindMetric", { metric, name: values.name ?? "" });
    case "needsPeriod":
      return refuse(error, "periodNeeded", { metric });
    case "ambiguousDates":
      return refuse(error, "mappedDates", values);
    case "mixedDates":
      return refuse(error, "mappedMixedDates", values);
    case "groupOfOneTable":
    case "groupMissing": {
      const { kind = "deal" } = values;
      const role = values.role === "group" ? missingRole(filters, kind, asked) : values.role;
      return filters.length > 0
        ? refuse(error, "filterMissing", { metric, kind, role: role ?? "" })
        : refuse(error, "groupMissingMapped", { metric, kind, role: role ?? "" });
    }
    default:
      return refusal;
  }
}

function unknownWord({ error }: Refusal, { filters = [], dataset }: AskedOf): Refusal | undefined {
  // Excel shows a message for #N/A and #VALUE! only.
  if (dataset === undefined || error !== "#N/A") return undefined;
  const unknown = filters.find((filter) => !hasWord(dataset, filter));
  if (unknown === undefined) return undefined;
  const { role, shown } = unknown;
  const near = nearWords(dataset, role, shown);
  return near.length === 0
    ? refuse("#N/A", "nothingWithValueAtAll", { role, value: shown })
    : refuse("#N/A", "nothingWithValue", { role, value: shown, near: near.join(", ") });
}

/** The first kind, among those the metric reads, that may have the role. */
function kindOf(role: string | number | undefined, { inputs = [] }: AskedOf): Kind {
  const kinds = inputs.flatMap((input) => (input.input === "column" ? input.kinds : []));
  const declared = inputs.find((input) => input.input === "column" && input.role === role);
  if (declared?.input === "column") return declared.kinds[0] ?? "deal";
  return kinds.find((kind) => String(role) in kindRoles[kind]) ?? "deal";
}

function missingRole(
  filters: readonly ReadFilter[],
  kind: string | number,
  { dataset }: AskedOf,
): string | undefined {
  const records = dataset?.[kind as Kind];
  return filters.find(({ role }) => records?.has(role) !== true)?.role;
}
