export { createHost } from "./host";
export type { Host, HostOptions } from "./host";
export { REQUIREMENTS } from "./appContext";
export type { Fault, HostCall } from "./faults";
export type { FrameWindow } from "./frame";
