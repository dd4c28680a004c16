import type { Kind } from "./roles";
import type { Records } from "./records";

/** The records of each kind that a question is asked of. */
export type Dataset = Readonly<Partial<Record<Kind, Records>>>;

/** Records that belong together: columns derived along links (a lead's deal, a deal's activities) look here. */
export function linkRecords(parts: Iterable<Records>): Dataset {
  const dataset: Partial<Record<Kind, Records>> = {};
  for (const records of parts) dataset[records.kind] = records;
  for (const records of Object.values(dataset)) records.linked = dataset;
  return dataset;
}
