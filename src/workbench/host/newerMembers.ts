/**
 * Members of Excel's object model that Microsoft's present client has and the last one published as a package
 * (ExcelApi 1.15) lacks, sent as that client sends its older ones. Only those the add-in uses: the set the host reports
 * is newer than the package for their sake.
 */
export function addNewerMembers(client: NewerClient): void {
  const { Excel, OfficeExtension } = client;
  const add = (owner: string, member: string, method: Method) => {
    const prototype = Excel[owner]?.prototype;
    if (prototype && !(member in prototype)) prototype[member] = method;
  };
  const { invokeMethod } = OfficeExtension.BatchApiHelper;
  // ExcelApi 1.18
  add("RangeAreas", "select", function () {
    invokeMethod(this, "Select", READ, [], 0, 0);
  });
}

type Method = (this: unknown) => void;

/** What Office.js puts into its window. */
export interface NewerClient {
  Excel: Record<string, { prototype: Record<string, unknown> } | undefined>;
  OfficeExtension: {
    BatchApiHelper: {
      invokeMethod(
        on: unknown,
        name: string,
        operation: number,
        args: unknown[],
        flags: number,
        process: number,
      ): unknown;
    };
  };
}

/** The client's own numbers: 0 changes the workbook, 1 does not. */
const READ = 1;
