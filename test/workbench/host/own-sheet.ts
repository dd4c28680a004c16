import { createHost, type Host } from "../../../src/workbench/host";
import { createHeadlessModel } from "../../../src/workbench/model/headless";
import type { WorkbookModel } from "../../../src/workbench/model/types";
import { startClient } from "./client";

export interface OwnSheet {
  readonly model: WorkbookModel;
  readonly host: Host;
  /** Name of the sheet of the test that runs, and its number in the file. */
  name: string;
  count: number;
  sheetOf(context: Excel.RequestContext): Excel.Worksheet;
  /** The code with which Excel refuses; "" where it does not. */
  codeOf(act: (sheet: Excel.Worksheet) => unknown): Promise<string>;
}

/** The real client on a workbook in which each test of the file has a new sheet. */
export function ownSheets(prefix: string): OwnSheet {
  const model = createHeadlessModel();
  const host = createHost(model);
  const own: OwnSheet = {
    model,
    host,
    name: "",
    count: 0,
    sheetOf: (context) => context.workbook.worksheets.getItem(own.name),
    async codeOf(act) {
      try {
        await Excel.run(async (context) => {
          act(own.sheetOf(context));
          await context.sync();
        });
      } catch (error) {
        return (error as OfficeExtension.Error).code;
      }
      return "";
    },
  };
  beforeAll(() => startClient(host));
  beforeEach(() => {
    own.name = `${prefix}${++own.count}`;
    model.addSheet(own.name);
  });
  afterAll(() => {
    host.dispose();
    model.dispose();
  });
  return own;
}
