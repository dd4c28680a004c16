import type { WorkbookModel } from "../model/types";
import type { Arguments } from "./arguments";
import type { CallFunction } from "./functionCalls";
import type { Session } from "./session";

/** What the members of the object model work with. */
export interface Context {
  model: WorkbookModel;
  session: Session;
  services: Services;
}

/** What the services of a shared runtime do to the page around the grid. */
export interface Services {
  calls: CallFunction;
  pane: { state: string; startState: string };
  setPaneState(state: string): void;
  /** Opens an .xlsx file, or an empty workbook, as a new one. */
  createWorkbook(file: Uint8Array | undefined): void;
}

/** An object of Excel's object model, as one batch or a tracked reference holds it. */
export interface HostObject<T = unknown> {
  readonly class: HostClass;
  self: T;
  referenceId?: string;
}

/** What a "…OrNullObject" method answers when there is none. */
export const NULL_OBJECT = Symbol("null object");

export interface Scalar<T> {
  get?: (self: T, context: Context) => unknown;
  set?: (self: T, value: unknown, context: Context) => void;
}

/** Names are as the client writes them on the wire, in PascalCase. */
export interface ClassDeclaration<T> {
  name: string;
  /** Always answered, even when nothing was asked for. */
  identity?: (self: T) => Record<string, unknown>;
  scalars?: Record<string, Scalar<T>>;
  navigations?: Record<string, (self: T, context: Context) => HostObject | typeof NULL_OBJECT>;
  /** Answers an object, NULL_OBJECT or a plain value. `FooOrNullObject` follows from `Foo` by itself. */
  methods?: Record<string, (self: T, args: Arguments, context: Context) => unknown>;
  /** A collection's members, in order. */
  items?: (self: T, context: Context) => readonly HostObject[];
  /** Ranges: kept by reference over several batches. */
  tracked?: boolean;
}

export interface HostClass<T = never> extends ClassDeclaration<T> {
  of(self: T): HostObject<T>;
}

/** A class of the object model from its table of members. */
export function declareClass<T>(declaration: ClassDeclaration<T>): HostClass<T> {
  const declared: HostClass<T> = {
    ...declaration,
    of: (self) => ({ class: declared as unknown as HostClass, self }),
  };
  return declared;
}

/** The members every collection has: getItem by key, getItemAt, getCount. */
export function collectionMethods<T>(
  items: (self: T, context: Context) => readonly HostObject[],
  find: (self: T, key: unknown, context: Context) => HostObject | undefined,
  notFound: () => Error,
): NonNullable<ClassDeclaration<T>["methods"]> {
  const orThrow = (item: HostObject | undefined) => {
    if (!item) throw notFound();
    return item;
  };
  return {
    GetItem: (self, args, context) => orThrow(find(self, args.key(0), context)),
    GetItemAt: (self, args, context) => orThrow(items(self, context)[args.integer(0)]),
    GetCount: (self, _, context) => items(self, context).length,
  };
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && "class" in value && "self" in value;
}

/** What is always answered of an object. */
export function identity(object: HostObject): Record<string, unknown> {
  const own = object.class.identity?.(object.self as never) ?? {};
  return object.referenceId === undefined ? own : { ...own, _ReferenceId: object.referenceId };
}

/** ("Range", "GetCell") → "Range.getCell"; the class alone when no member is meant. */
export function memberName(owner: string, member: string): string {
  if (!member) return owner;
  const name = member[0]?.toLowerCase() + member.slice(1);
  return owner ? `${owner}.${name}` : name;
}
