import { ORIGIN } from "./appContext";
import type { BatchQueue } from "./connection";
import type { Faults } from "./faults";
import type { Channel } from "./session";

/** The add-in's window, as far as the host needs it. */
export interface FrameWindow {
  dispatchEvent(event: Event): boolean;
  MessageEvent: new (type: string, init: { data: string; origin: string }) => Event;
}

/** What the frame protocol asks of the host besides batches. */
export interface FrameOwner {
  appContext(): object;
  settings(): ReadonlyMap<string, string>;
  saveSettings(settings: ReadonlyMap<string, string>): void;
  commandCompleted(id: string): void;
  listening(event: string): void;
}

interface Message {
  _messageType: number;
  _actionName: string;
  _conversationId: string;
  _correlationId: number;
  _actionType: number;
  _data: {
    ArrayData?: unknown[];
    DdaMethod?: { DispatchId: number };
    DdaSettingsMethod?: { Properties?: [string, string][] };
    0?: unknown;
  };
}

/**
 * The message protocol between Excel on the web and the add-in's frame. The client takes `window.opener` for its
 * host, so the page of the add-in sets `window.opener = connect(window)` before it loads Office.js; messages go
 * through plain function calls and work over http and in jsdom alike.
 */
export class FrameTransport implements Channel {
  private readonly registered = new Map<string, Message>();
  private queue: BatchQueue | undefined;
  private closed = false;

  constructor(
    private readonly window: FrameWindow,
    private readonly owner: FrameOwner,
    private readonly faults: Faults,
  ) {}

  start(queue: BatchQueue): { postMessage(text: string): void } {
    this.queue = queue;
    return { postMessage: (text) => void this.receive(text) };
  }

  close(): void {
    this.closed = true;
  }

  event(name: string, data: unknown): void {
    const registration = this.registered.get(name);
    // After the answer to the batch that caused it, as in Excel.
    if (registration) setTimeout(() => this.answer(registration, data, EVENT_RESPONSE));
  }

  listensTo(name: string): boolean {
    return this.registered.has(name);
  }

  private async receive(text: string): Promise<void> {
    if (typeof text !== "string" || !text.startsWith("{")) return;
    const message = JSON.parse(text) as Message;
    if (message._messageType !== REQUEST) return;
    if (message._actionType === REGISTER) {
      this.registered.set(message._actionName, message);
      this.answer(message, { Error: 0, Version: 1 });
      this.owner.listening(message._actionName);
    } else if (message._actionType === UNREGISTER) {
      this.registered.delete(message._actionName);
      this.answer(message, { Error: 0, Version: 1 });
    } else if (message._actionName === "ContextActivationManager_getAppContextAsync")
      this.answer(message, this.owner.appContext());
    else if (message._actionName === "executeMethod") this.answer(message, await this.execute(message));
    else this.answer(message, { Error: 0, Version: 1 });
  }

  private async execute({ _data: data }: Message): Promise<object> {
    switch (data.DdaMethod?.DispatchId) {
      case BATCH: {
        const [, , , , body, , flags] = data.ArrayData ?? [];
        const answer = await this.queue?.run(String(body), Number(flags));
        // Excel's answer comes in a task of its own: between two round trips the page can breathe.
        await new Promise((resolve) => setTimeout(resolve));
        if (!answer?.ok) return { Error: answer?.error ?? INTERNAL_ERROR, Version: 1 };
        return { Error: 0, Version: 1, Data: [200, [], [answer.body]] };
      }
      case SAVE_SETTINGS: {
        const error = this.faults.ofConnection({ kind: "saveSettings", members: [], flags: 1 });
        if (error !== undefined) return { Error: error, Version: 1 };
        this.owner.saveSettings(new Map(data.DdaSettingsMethod?.Properties ?? []));
        return { Error: 0, Version: 1 };
      }
      case LOAD_SETTINGS: {
        const error = this.faults.ofConnection({ kind: "loadSettings", members: [], flags: 0 });
        if (error !== undefined) return { Error: error, Version: 1 };
        const Settings = [...this.owner.settings()].map(([Name, Value]) => ({ Name, Value }));
        return { Error: 0, Version: 1, Properties: { Settings } };
      }
      case COMMAND_COMPLETED:
        this.owner.commandCompleted(String(data[0]));
        return { Error: 0, Version: 1 };
      default:
        return { Error: NOT_SUPPORTED, Version: 1 };
    }
  }

  private answer(to: Message, data: unknown, responseType = METHOD_RESPONSE): void {
    if (this.closed) return;
    const text = JSON.stringify({
      _messageType: RESPONSE,
      _actionName: to._actionName,
      _conversationId: to._conversationId,
      _correlationId: to._correlationId,
      _origin: "",
      _errorCode: 0,
      _responseType: responseType,
      _serializerVersion: 1,
      _data: data,
    });
    // Always later: the client is still inside its own call when it posts a message.
    queueMicrotask(() => {
      if (!this.closed)
        this.window.dispatchEvent(new this.window.MessageEvent("message", { data: text, origin: ORIGIN }));
    });
  }
}

const REQUEST = 0;
const RESPONSE = 1;
const REGISTER = 1;
const UNREGISTER = 2;
const METHOD_RESPONSE = 0;
const EVENT_RESPONSE = 1;
const LOAD_SETTINGS = 75;
const SAVE_SETTINGS = 76;
const BATCH = 93;
const COMMAND_COMPLETED = 94;
const INTERNAL_ERROR = 5001;
/** The client's "not supported by the host". */
const NOT_SUPPORTED = 5000;
