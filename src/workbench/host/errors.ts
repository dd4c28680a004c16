import { ModelError } from "../model/types";

/** An error as Excel answers it: its code, its message, and the member that failed. */
export class HostError extends Error {
  location: string | undefined;

  constructor(
    readonly code: string,
    message: string,
    location?: string,
  ) {
    super(message);
    this.name = "HostError";
    this.location = location;
  }
}

export function itemNotFound(): HostError {
  return new HostError("ItemNotFound", "The requested resource doesn't exist.");
}

export function invalidArgument(
  message = "The argument is invalid or missing or has an incorrect format.",
): HostError {
  return new HostError("InvalidArgument", message);
}

export function notImplemented(member: string): HostError {
  return new HostError("NotImplemented", `The stand-in for Excel does not implement ${member}.`, member);
}

/** Whatever was thrown, as an error for the client. */
export function toHostError(error: unknown, location: string): HostError {
  if (error instanceof HostError) {
    error.location ??= location;
    return error;
  }
  if (error instanceof ModelError) return new HostError(error.code, error.message, location);
  const message = error instanceof Error ? error.message : String(error);
  return new HostError("GeneralException", `There was an internal error: ${message}`, location);
}
