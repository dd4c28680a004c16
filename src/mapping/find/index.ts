export { extentOf, type Extent } from "./extent";
export { findBlocks } from "./find-blocks";
export { headersOf } from "./header-cells";
export type { ListCells } from "./list-cells";
export { recordRows, recordRowsInSteps, type RecordRows } from "./record-rows";
