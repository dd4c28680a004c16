import type { ActionFault } from "./batch";

/** A call of the client to the host, for tests that want it to fail. */
export interface HostCall {
  kind: "batch" | "action" | "saveSettings" | "loadSettings";
  /** Of a batch the names of its actions' members ("Values", "GetRange"…), of an action its member ("Range.values"). */
  members: readonly string[];
  /** 1 write, 4 concurrent, 16 undoable. */
  flags: number;
}

/**
 * How it fails: a number is an error of the connection (5004 a cell is being edited, 5102 activity limit, 5103 and
 * 5104 payload too large, 7000 access denied, 5012 session timed out); a text is the error code of one action.
 */
export type Fault = number | string | { code: string; message: string };

export class Faults {
  private readonly all = new Set<{ when: (call: HostCall) => boolean; fault: Fault }>();

  inject(when: (call: HostCall) => boolean, fault: Fault): () => void {
    const entry = { when, fault };
    this.all.add(entry);
    return () => this.all.delete(entry);
  }

  /** The connection's error number for a call, if it is to fail. */
  ofConnection(call: HostCall): number | undefined {
    for (const { when, fault } of this.all) if (typeof fault === "number" && when(call)) return fault;
    return undefined;
  }

  ofActions(flags: number): ActionFault {
    return (member) => {
      for (const { when, fault } of this.all)
        if (typeof fault !== "number" && when({ kind: "action", members: [member], flags }))
          return typeof fault === "string" ? { code: fault } : fault;
      return undefined;
    };
  }
}
