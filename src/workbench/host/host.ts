import type { CallCustomFunction, WorkbookModel } from "../model/types";
import type { PageIdentity } from "./appContext";
import { appContext, hostInfo, windowName } from "./appContext";
import { Commands } from "./commands";
import { BatchQueue, WEB_LIMIT } from "./connection";
import type { Context, Services } from "./declare";
import { notImplemented } from "./errors";
import { forwardEvents } from "./events";
import type { Fault, HostCall } from "./faults";
import { Faults } from "./faults";
import { FrameTransport } from "./frame";
import type { FrameWindow } from "./frame";
import { CallFunction } from "./functionCalls";
import type { NativeBridge } from "./native";
import { NativeTransport } from "./native";
import type { Channel } from "./session";
import { EVENT, Session } from "./session";

export interface HostOptions {
  addinId?: string;
  locale?: string;
  documentUrl?: string;
  /** The largest request and answer in bytes; Excel on the web allows 5 MB. Infinity imitates the desktop. */
  payloadLimit?: number;
  /** The add-in asks for its pane to be shown or hidden (Office.addin.showAsTaskpane, hide). */
  onPane?: (visible: boolean) => void;
  /** The add-in opens a new workbook (Excel.createWorkbook): from an .xlsx file, or an empty one. */
  onCreateWorkbook?: (file: Uint8Array | undefined) => void;
  /** Whether the pane is shown when the add-in starts. */
  paneVisible?: boolean;
  /** A member of the object model that is not imitated was used. */
  onUnknown?: (member: string) => void;
}

export interface Host {
  /** Connects the add-in's window: `window.opener = host.connect(window)`, before Office.js is loaded. */
  connect(window: FrameWindow): { postMessage(text: string): void };
  /** Connects plain Node: `globalThis._richApiNativeBridge = host.connectNative()`, before the client is loaded. */
  connectNative(): NativeBridge;
  /** For the frame's `name`, set before it is appended, and its `?_host_Info=` query. */
  readonly windowName: string;
  readonly hostInfo: string;
  /** Calls a custom function of the add-in; `model.setCustomFunctions(functions, host.callFunction)`. */
  readonly callFunction: CallCustomFunction;
  /** Runs a ribbon button's function; resolves when it calls `event.completed()`. */
  invokeCommand(functionName: string, buttonId?: string): Promise<void>;
  /** Tells the add-in that its pane was shown or hidden by the person. */
  paneChanged(visible: boolean): void;
  /** Lets calls fail, for tests. Returns how to stop. */
  injectFault(when: (call: HostCall) => boolean, fault: Fault): () => void;
  /** Members asked for that are not imitated, in order. */
  readonly unknown: readonly string[];
  dispose(): void;
}

/** Excel's side of Office.js over a workbook: answers the unmodified client. */
export function createHost(model: WorkbookModel, options: HostOptions = {}): Host {
  const identity: PageIdentity = {
    addinId: options.addinId ?? "addin-1",
    conversationId: `conversation-${Math.random().toString(36).slice(2)}`,
    locale: options.locale ?? "en-US",
    documentUrl: options.documentUrl ?? "https://localhost/Book1.xlsx",
  };
  const faults = new Faults();
  const unknown: string[] = [];
  let session: Session | undefined;
  let disconnect = (): void => undefined;
  const calls = new CallFunction(() => session);
  const commands = new Commands(() => session);

  const services: Services = {
    calls,
    pane: { state: (options.paneVisible ?? true) ? "Visible" : "Background", startState: "Inactive" },
    setPaneState(state) {
      const before = services.pane.state;
      services.pane.state = state;
      if (state !== before) {
        session?.message(EVENT, VISIBILITY_CHANGED, "", { visibility: state });
        options.onPane?.(state === "Visible");
      }
    },
    createWorkbook(file) {
      if (!options.onCreateWorkbook) throw notImplemented("Excel.createWorkbook");
      // once the add-in has its answer: another workbook is another add-in
      setTimeout(() => options.onCreateWorkbook?.(file), 50);
    },
  };

  const open = (channel: Channel, close: () => void): BatchQueue => {
    disconnect();
    const opened = new Session(channel);
    session = opened;
    const stop = forwardEvents(model, opened);
    disconnect = () => {
      stop();
      close();
    };
    const context: Context = { model, session: opened, services };
    return new BatchQueue(context, faults, options.payloadLimit ?? WEB_LIMIT, (member) => {
      unknown.push(member);
      options.onUnknown?.(member);
    });
  };

  return {
    connect(window) {
      const frame: FrameTransport = new FrameTransport(
        window,
        {
          appContext: () => appContext(identity, model.settings, services.pane.state === "Visible"),
          settings: () => model.settings,
          saveSettings: (settings) => model.replaceSettings(settings),
          commandCompleted: (id) => commands.completed(id),
          listening: (event) => commands.listening(event),
        },
        faults,
      );
      return frame.start(open(frame, () => frame.close()));
    },
    connectNative() {
      const native = new NativeTransport();
      return native.start(open(native, () => undefined));
    },
    windowName: windowName(identity),
    hostInfo: hostInfo(identity),
    callFunction: (invocation, deliver) => calls.call(invocation, deliver),
    invokeCommand: (functionName, buttonId) => commands.invoke(functionName, buttonId ?? functionName),
    paneChanged: (visible) => {
      const state = visible ? "Visible" : "Hidden";
      if (services.pane.state === state) return;
      services.pane.state = state;
      session?.message(EVENT, VISIBILITY_CHANGED, "", { visibility: state });
    },
    injectFault: (when, fault) => faults.inject(when, fault),
    unknown,
    dispose: () => disconnect(),
  };
}

const VISIBILITY_CHANGED = 65539;
