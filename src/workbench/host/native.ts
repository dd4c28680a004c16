import type { BatchQueue } from "./connection";
import type { Channel } from "./session";

/** What the client looks for as a global `_richApiNativeBridge` when there is no window: plain Node. */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?: (text: string) => void;
}

/** The bridge Excel on the desktop offers: batches and events, no settings and no commands. */
export class NativeTransport implements Channel {
  readonly bridge: NativeBridge = { sendMessageToHost: (text) => void this.receive(text) };
  private queue: BatchQueue | undefined;

  start(queue: BatchQueue): NativeBridge {
    this.queue = queue;
    return this.bridge;
  }

  event(name: string, data: unknown): void {
    if (name !== "richApiMessage") return;
    const entries = (data as { ArrayData: unknown[] }).ArrayData;
    setTimeout(() => this.send({ type: EVENT_MESSAGE, message: { entries } }));
  }

  private async receive(text: string): Promise<void> {
    const request = JSON.parse(text) as {
      id: number;
      type: number;
      flags: number;
      message: { body: unknown };
    };
    if (request.type !== REQUEST) return;
    const { body } = request.message;
    const answer = await this.queue?.run(
      typeof body === "string" ? body : JSON.stringify(body),
      request.flags,
    );
    const error = answer?.ok === false ? answer.error : 0;
    this.send({
      id: request.id,
      type: RESPONSE,
      flags: 0,
      message: answer?.ok
        ? { statusCode: 200, headers: {}, body: answer.body }
        : { statusCode: STATUS[error] ?? 500, headers: {}, body: errorBody(error) },
    });
  }

  private send(message: object): void {
    this.bridge.onMessageFromHost?.(JSON.stringify(message));
  }
}

const REQUEST = 1;
const RESPONSE = 2;
const EVENT_MESSAGE = 3;

const STATUS: Record<number, number> = { 5012: 408, 5102: 429, 5103: 400, 5104: 400, 7000: 401 };
const CODES: Record<number, string> = {
  5004: "InvalidOperationInCellEditMode",
  5012: "InvalidOrTimedOutSession",
  5102: "ActivityLimitReached",
  5103: "RequestPayloadSizeLimitExceeded",
  5104: "ResponsePayloadSizeLimitExceeded",
  7000: "AccessDenied",
};

function errorBody(error: number): string {
  const code = CODES[error] ?? "GeneralException";
  return JSON.stringify({ error: { code, message: `${code} (${error})` } });
}
