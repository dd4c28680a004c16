import type { Context, HostObject } from "../declare";
import { notImplemented } from "../errors";
import { SERVICES } from "./services";
import { Workbook } from "./workbook";

/** Where every path of a batch begins. */
export function root({ model }: Context): HostObject {
  return Workbook.of(model) as HostObject;
}

export function service(name: string): HostObject {
  const found = SERVICES[name];
  if (!found) throw notImplemented(name);
  return found.of(null) as HostObject;
}
