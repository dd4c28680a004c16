import type { Context, HostObject } from "./declare";
import { identity, memberName, NULL_OBJECT } from "./declare";
import { HostError, notImplemented } from "./errors";

export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

/** What was asked for: members in PascalCase, each with what was asked for below it. */
export interface Selection {
  [member: string]: Selection;
}

/** ["values", "format/fill/color", "items/name"] → a tree. Nothing at all means every plain property. */
export function readSelect(query: QueryInfo = {}): Selection {
  const tree: Selection = {};
  const paths = [...(query.Select ?? []), ...(query.Expand ?? []).map((path) => `${path}/*`)];
  for (const path of paths.length > 0 ? paths : ["*"]) {
    let node = tree;
    for (const part of path.split("/")) {
      if (part.toLowerCase() === "items" || part === "") continue;
      const name = part === "$all" || part === "$none" ? (part === "$all" ? "*" : "") : part;
      if (name) node = node[pascal(name)] ??= {};
    }
  }
  return tree;
}

export function queryObject(
  object: HostObject | typeof NULL_OBJECT,
  select: Selection,
  page: { Top?: number; Skip?: number },
  context: Context,
): Record<string, unknown> | null {
  if (object === NULL_OBJECT) return null;
  const { items, scalars = {} } = object.class;
  if (!items) return queryMembers(object, select, context);
  const all = items(object.self as never, context);
  const from = page.Skip ?? 0;
  const to = page.Top === undefined ? all.length : from + page.Top;
  const own: Selection = {};
  const ofItems: Selection = {};
  for (const [name, below] of Object.entries(select)) {
    if (name in scalars && name !== "Count") own[name] = below;
    else if (name !== "Count") ofItems[name] = below;
  }
  const wantsItems = Object.keys(ofItems).length > 0;
  return {
    ...identity(object),
    ...("Count" in scalars ? { Count: all.length } : {}),
    ...queryMembers(object, own, context),
    ...(wantsItems
      ? {
          _Items: all.slice(from, to).map((item, index) => ({
            _Index: from + index,
            ...queryMembers(item, ofItems, context),
          })),
        }
      : {}),
  };
}

function queryMembers(object: HostObject, select: Selection, context: Context): Record<string, unknown> {
  const { name: owner, scalars = {}, navigations = {} } = object.class;
  const answer: Record<string, unknown> = identity(object);
  const read = (name: string, get: (self: never, context: Context) => unknown) => {
    try {
      answer[name] = get(object.self as never, context);
    } catch (error) {
      if (error instanceof HostError) error.location ??= memberName(owner, name);
      throw error;
    }
  };
  for (const [name, below] of Object.entries(select)) {
    if (name === "*") {
      for (const [each, scalar] of Object.entries(scalars)) if (scalar.get) read(each, scalar.get);
      continue;
    }
    const scalar = scalars[name];
    const navigate = navigations[name];
    if (scalar?.get) read(name, scalar.get);
    else if (navigate) {
      const target = navigate(object.self as never, context);
      const deeper = Object.keys(below).length > 0 ? below : { "*": {} };
      answer[name] = queryObject(target, deeper, {}, context);
    } else throw notImplemented(memberName(owner, name));
  }
  return answer;
}

function pascal(name: string): string {
  return name.startsWith("_") ? name : name[0]?.toUpperCase() + name.slice(1);
}
