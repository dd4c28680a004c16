import type { SheetFeatures } from "../../model/features";
import { declareClass, type HostClass } from "../declare";

/** Whether a sheet is protected; the stand-in tells it and does not enforce it. */
export const WorksheetProtection: HostClass<SheetFeatures> = declareClass<SheetFeatures>({
  name: "WorksheetProtection",
  scalars: { Protected: { get: ({ isProtected }) => isProtected } },
});
