import { hexColor } from "../../model/formats";
import type { Scalar } from "../declare";
import { invalidArgument } from "../errors";

/** A part of a chart, a conditional format …: plain data, and how to tell that it changed. */
export interface Part<T> {
  at: T;
  changed(): void;
}

/** Reads what the client sends for a member, or throws. */
export type Read = (value: unknown) => unknown;

/** Members that are read and written as they stand in the data. Names are the data's, with a capital. */
export function fields<T extends object>(reads: { [K in keyof T]?: Read }): Record<string, Scalar<Part<T>>> {
  const scalars: Record<string, Scalar<Part<T>>> = {};
  for (const [key, read] of Object.entries(reads) as [keyof T & string, Read][])
    scalars[key[0]?.toUpperCase() + key.slice(1)] = {
      get: ({ at }) => at[key],
      set: (part, value) => {
        part.at[key] = read(value) as T[keyof T & string];
        part.changed();
      },
    };
  return scalars;
}

/** The same change-teller over another piece of data. */
export function partOf<T, U>({ changed }: Part<T>, at: U): Part<U> {
  return { at, changed };
}

export const text: Read = (value) => {
  if (typeof value !== "string") throw invalidArgument();
  return value;
};

export const flag: Read = (value) => {
  if (typeof value !== "boolean") throw invalidArgument();
  return value;
};

export const number: Read = (value) => {
  if (typeof value !== "number" || !Number.isFinite(value)) throw invalidArgument();
  return value;
};

/** "" leaves it to the chart. */
export const numberOrAutomatic: Read = (value) => (value === "" ? "" : number(value));

export const color: Read = (value) => {
  const read = typeof value === "string" ? hexColor(value) : "";
  if (read === "") throw invalidArgument();
  return read;
};

export function oneOf(...values: readonly string[]): Read {
  return (value) => {
    if (!values.includes(value as string)) throw invalidArgument();
    return value;
  };
}

/** A property may be written as one object of several members: `legend.format.font = { color, size }` sends each singly. */
export function plainObject(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalidArgument();
  return value as Record<string, unknown>;
}
