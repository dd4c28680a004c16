import { Arguments } from "./arguments";
import type { Context, HostObject } from "./declare";
import { identity, isHostObject, memberName, NULL_OBJECT } from "./declare";
import { HostError, invalidArgument, notImplemented, toHostError } from "./errors";
import { service, root } from "./objects";
import { queryObject, readSelect } from "./query";
import type { QueryInfo } from "./query";

export interface Batch {
  AutoKeepReference?: boolean;
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
}
interface ArgumentInfo {
  Arguments?: unknown[];
  ReferencedObjectPathIds?: unknown[];
}
interface Action {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
  ObjectState?: Record<string, unknown>;
}
interface ObjectPath {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}
export interface BatchAnswer {
  Results?: ActionResult[];
  Error?: { Code: string; Message: string; ActionIndex: number; Location: string };
  ProcessedResults?: { Results: ActionResult[]; TraceIds?: number[] };
  TraceIds?: number[];
}
interface ActionResult {
  ActionId: number;
  Value: unknown;
}
type Resolved = HostObject | typeof NULL_OBJECT;

/** May answer one action with an error, for tests. */
export type ActionFault = (member: string) => { code: string; message?: string } | undefined;

/**
 * Runs a batch: action by action, until the first error. What was done before it stays done. Once it has changed cells, a
 * person's own steps before it can no longer be undone, as where Excel's APIs do not support undoing: taken back one by one
 * they would no longer meet the cells they left.
 */
export async function runBatch(batch: Batch, context: Context, fault?: ActionFault): Promise<BatchAnswer> {
  const { model } = context;
  let changed = false;
  const stops = [
    model.on("changed", ({ origin }) => {
      changed ||= origin === "addin";
    }),
    model.on("cellsMoved", () => {
      changed = true;
    }),
  ];
  try {
    return await runActions(batch, context, fault);
  } finally {
    for (const stop of stops) stop();
    if (changed) model.forgetUndo();
  }
}

async function runActions(batch: Batch, context: Context, fault?: ActionFault): Promise<BatchAnswer> {
  const paths = new Paths(batch, context);
  const results: ActionResult[] = [];
  const traces: number[] = [];
  for (const [index, action] of batch.Actions.entries()) {
    let location = "";
    try {
      if (action.ActionType === TRACE) {
        traces.push(action.Id);
        results.push({ ActionId: action.Id, Value: null });
        continue;
      }
      location = paths.describe(action.ObjectPathId, action.Name);
      const injected = fault?.(location);
      if (injected) throw new HostError(injected.code, injected.message ?? "A fault was injected.", location);
      if (!paths.mayFollowWrite(action)) context.session.writes.flush();
      if (!paths.mayFollowFormat(action)) context.session.formats.flush();
      // Formulas have settled in Excel by the time anything is read.
      if (context.session.written && paths.reads(action)) {
        context.session.written = false;
        await context.model.calculated();
      }
      results.push({ ActionId: action.Id, Value: perform(action, paths, context) });
    } catch (thrown) {
      context.session.writes.flush();
      context.session.formats.flush();
      const error = toHostError(thrown, location);
      return {
        Error: {
          Code: error.code,
          Message: error.message,
          ActionIndex: index,
          Location: error.location ?? location,
        },
        ProcessedResults: { Results: results, ...(traces.length > 0 ? { TraceIds: traces } : {}) },
      };
    }
  }
  context.session.writes.flush();
  context.session.formats.flush();
  return { Results: results, ...(traces.length > 0 ? { TraceIds: traces } : {}) };
}

const INSTANTIATE = 1;
const QUERY = 2;
const METHOD = 3;
const SET_PROPERTY = 4;
const TRACE = 5;
const UPDATE = 9;

function perform(action: Action, paths: Paths, context: Context): unknown {
  const object = paths.resolve(action.ObjectPathId);
  if (object === NULL_OBJECT)
    return action.ActionType === METHOD || action.ActionType === SET_PROPERTY ? { _IsNull: true } : null;
  switch (action.ActionType) {
    case INSTANTIATE:
      return identity(object);
    case QUERY:
      return queryObject(object, readSelect(action.QueryInfo), action.QueryInfo ?? {}, context);
    case METHOD: {
      if (action.Name === "_KeepReference") {
        context.session.keep(object);
        return null;
      }
      const value = invoke(object, action.Name, paths.args(action.ArgumentInfo), context);
      if (!/^_?Get/.test(action.Name)) context.session.written = true;
      return isHostObject(value)
        ? identity(value)
        : value === NULL_OBJECT
          ? { _IsNull: true }
          : (value ?? null);
    }
    case SET_PROPERTY:
      setProperty(object, action.Name, paths.args(action.ArgumentInfo).values[0], context);
      return null;
    case UPDATE:
      for (const [name, value] of Object.entries(action.ObjectState ?? {}))
        setProperty(object, name[0]?.toUpperCase() + name.slice(1), value, context);
      return null;
    default:
      throw notImplemented(`action type ${action.ActionType}`);
  }
}

function setProperty(object: HostObject, name: string, value: unknown, context: Context): void {
  const scalar = object.class.scalars?.[name];
  const member = memberName(object.class.name, name);
  if (!scalar) throw notImplemented(member);
  if (!scalar.set) throw new HostError("InvalidOperation", `${member} is read-only.`, member);
  context.session.written = true;
  scalar.set(object.self as never, value, context);
}

function invoke(object: HostObject, name: string, args: Arguments, context: Context): unknown {
  const { methods } = object.class;
  const strictName = /^(.+)OrNullObject$/.exec(name)?.[1];
  const call = methods?.[name] ?? (strictName === undefined ? undefined : methods?.[strictName]);
  if (!call) throw notImplemented(memberName(object.class.name, name));
  try {
    return call(object.self as never, args, context);
  } catch (error) {
    if (strictName !== undefined && (error as { code?: string }).code === "ItemNotFound") return NULL_OBJECT;
    throw error;
  }
}

/** The objects a batch speaks of, made when first needed and only once. */
class Paths {
  private readonly resolved = new Map<number, Resolved>();

  constructor(
    private readonly batch: Batch,
    private readonly context: Context,
  ) {}

  resolve(id: number): Resolved {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.batch.ObjectPaths[id];
    if (!path) throw new HostError("InvalidObjectPath", "The object path is invalid.");
    const object = this.make(path);
    this.resolved.set(id, object);
    return object;
  }

  /** Whether an action depends on what formulas show. */
  reads({ ActionType, Name, ObjectPathId }: Action): boolean {
    if (ActionType === QUERY) return true;
    if (ActionType === METHOD) return Name.startsWith("Get");
    return (
      ActionType === INSTANTIATE && /Spill|Used|Region/.test(this.batch.ObjectPaths[ObjectPathId]?.Name ?? "")
    );
  }

  /** Whether an action can come between two pieces of one large write. */
  mayFollowWrite(action: Action): boolean {
    const { ActionType, Name, ObjectPathId } = action;
    if (ActionType === SET_PROPERTY)
      return Name === "Values" || Name === "Formulas" || Name === "FormulasLocal";
    if (ActionType === METHOD) return Name === "_KeepReference" || Name === "_ValidateArraySize";
    const path = this.batch.ObjectPaths[ObjectPathId];
    const makes = path?.ObjectPathType === METHOD_PATH && !path.Name.startsWith("Get");
    return ActionType === INSTANTIATE && !makes && !this.reads(action);
  }

  /** Whether an action may come between two changes of cells' formats: it looks at none. */
  mayFollowFormat(action: Action): boolean {
    const { ActionType, Name, ObjectPathId } = action;
    if (ActionType === SET_PROPERTY) {
      const object = this.resolve(ObjectPathId);
      return object === NULL_OBJECT || FORMATS.has(object.class.name) || Name === "Hyperlink";
    }
    return (ActionType === INSTANTIATE || ActionType === METHOD) && this.mayFollowWrite(action);
  }

  args(info: ArgumentInfo | undefined): Arguments {
    const references = info?.ReferencedObjectPathIds ?? [];
    return new Arguments(
      (info?.Arguments ?? []).map((value, index) => this.argument(value, references[index])),
    );
  }

  /** "WorksheetCollection.getItem", for errors. */
  describe(id: number, action: string): string {
    const known = this.resolved.get(id);
    if (known !== undefined && known !== NULL_OBJECT) return memberName(known.class.name, action);
    const path = this.batch.ObjectPaths[id];
    if (!path) return "";
    const parent =
      path.ParentObjectPathId === undefined ? undefined : this.resolved.get(path.ParentObjectPathId);
    const owner = parent === undefined || parent === NULL_OBJECT ? "" : parent.class.name;
    return memberName(owner, path.ObjectPathType === INDEXER ? "GetItem" : path.Name);
  }

  private make(path: ObjectPath): Resolved {
    if (path.ObjectPathType === GLOBAL) return root(this.context);
    if (path.ObjectPathType === NEW_OBJECT) return service(path.Name);
    if (path.ObjectPathType === NULL) return NULL_OBJECT;
    if (path.ObjectPathType === REFERENCE) {
      const kept = this.context.session.referenced(path.Name);
      if (!kept)
        throw new HostError("InvalidReference", "This reference is not valid for the current operation.");
      return kept;
    }
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (parent === NULL_OBJECT) return NULL_OBJECT;
    if (path.ObjectPathType === PROPERTY) {
      const navigate = parent.class.navigations?.[path.Name];
      if (!navigate) throw notImplemented(memberName(parent.class.name, path.Name));
      return navigate(parent.self as never, this.context);
    }
    const name = path.ObjectPathType === INDEXER ? "GetItem" : path.Name;
    const made = invoke(parent, name, this.args(path.ArgumentInfo), this.context);
    if (!/^_?Get/.test(name)) this.context.session.written = true;
    if (made === NULL_OBJECT || isHostObject(made)) return made;
    throw invalidArgument();
  }

  private argument(value: unknown, reference: unknown): unknown {
    if (Array.isArray(reference) && Array.isArray(value))
      return value.map((item: unknown, index) => this.argument(item, reference[index]));
    const nested = (value as { _ObjectPathId?: unknown } | null)?._ObjectPathId;
    const id = typeof nested === "number" ? nested : reference;
    return typeof id === "number" && id > 0 ? this.objectArgument(id) : value;
  }

  private objectArgument(id: number): HostObject {
    const object = this.resolve(id);
    if (object === NULL_OBJECT) throw invalidArgument();
    return object;
  }
}

/** Where formats of cells are set. */
const FORMATS = new Set(["RangeFont", "RangeFill", "RangeFormat", "RangeBorder"]);

const GLOBAL = 1;
const NEW_OBJECT = 2;
const METHOD_PATH = 3;
const PROPERTY = 4;
const INDEXER = 5;
const REFERENCE = 6;
const NULL = 7;
