import { CallFunction } from "../../../src/workbench/host/functionCalls";
import { Session } from "../../../src/workbench/host/session";
import type { CustomFunctionResult } from "../../../src/workbench/model/types";

/* When calls are sent: the conversation with the client itself is in runtime.test.ts. */

const invocation = { id: "ADD", args: [1, 2], address: "Sheet1!A1", stream: false, cancelable: true };
let sent: unknown[];
let session: Session;
let calls: CallFunction;
let results: CustomFunctionResult[];

const connect = () => {
  session = new Session({
    event: (_, data) => {
      const [entry] = (data as { ArrayData: unknown[][] }).ArrayData;
      sent.push([entry?.[1], JSON.parse(String(entry?.[3]))]);
    },
  });
};

beforeEach(() => {
  sent = [];
  results = [];
  connect();
  calls = new CallFunction(() => session);
});

test("a call waits until the add-in has registered its functions, and is then sent once", () => {
  calls.call(invocation, (result) => results.push(result));
  expect(sent).toEqual([]);
  calls.runtimeReady();
  calls.runtimeReady();
  expect(sent).toEqual([[1000, [1, "ADD", [1, 2], "Sheet1!A1", 5]]]);
  calls.answered([[1, true, 3]]);
  calls.answered([[1, true, 4]]);
  expect(results).toEqual([{ ok: true, value: 3 }]);
});

test("a call given up before it was sent is never sent, one under way is cancelled", () => {
  calls.call(invocation, (result) => results.push(result))();
  const giveUp = calls.call(invocation, (result) => results.push(result));
  calls.runtimeReady();
  giveUp();
  giveUp();
  calls.answered([[2, true, 3]]);
  expect(sent.map((entry) => (entry as unknown[])[0])).toEqual([1000, 1001]);
  expect(results).toEqual([]);
});

test("an add-in that is reloaded is asked again", () => {
  calls.runtimeReady();
  calls.call(invocation, (result) => results.push(result));
  connect();
  calls.runtimeReady();
  expect(sent).toHaveLength(2);
  calls.answered([[1, false, "Too little data.", 1]]);
  expect(results).toEqual([{ ok: false, code: "#N/A", message: "Too little data." }]);
});
