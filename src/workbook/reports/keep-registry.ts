import {
  chooseRegistry,
  REGISTRY_NAMESPACE,
  registryFromXml,
  registryToXml,
  type ReportRegistry,
} from "../../reports/registry";
import { WorkbookError } from "../errors";
import { readParts, writePart } from "../kept-part";

/** What the workbook says of its reports; nothing where it was never written or cannot be read. */
export async function readRegistry(): Promise<ReportRegistry> {
  const kept = chooseRegistry(await readParts(REGISTRY_NAMESPACE));
  if (kept.is === "newerVersion") throw new WorkbookError("reportsNewer");
  return kept.registry;
}

export function writeRegistry(registry: ReportRegistry): Promise<void> {
  return writePart(REGISTRY_NAMESPACE, registryToXml(registry), (readBack) => {
    const kept = registryFromXml(readBack);
    return kept.is === "registry" && JSON.stringify(kept.registry) === JSON.stringify(registry);
  });
}
