import type { HostClass, HostObject } from "./declare";
import { isHostObject } from "./declare";
import { invalidArgument } from "./errors";

/** A method's arguments, read with the checks Excel makes. Object arguments have been resolved. */
export class Arguments {
  constructor(readonly values: readonly unknown[]) {}

  raw(index: number): unknown {
    return this.values[index] ?? undefined;
  }

  text(index: number): string {
    const value = this.raw(index);
    if (typeof value !== "string") throw invalidArgument();
    return value;
  }

  optionalText(index: number): string | undefined {
    return this.raw(index) === undefined ? undefined : this.text(index);
  }

  integer(index: number, otherwise?: number): number {
    const value = this.raw(index) ?? otherwise;
    if (typeof value !== "number" || !Number.isInteger(value)) throw invalidArgument();
    return value;
  }

  optionalInteger(index: number): number | undefined {
    const value = this.raw(index);
    // Excel takes -1 and null alike for "at the end".
    return value === undefined || value === -1 ? undefined : this.integer(index);
  }

  boolean(index: number, otherwise = false): boolean {
    const value = this.raw(index) ?? otherwise;
    if (typeof value !== "boolean") throw invalidArgument();
    return value;
  }

  /** A name or id (text), or a number. */
  key(index: number): string | number {
    const value = this.raw(index);
    if (typeof value !== "string" && typeof value !== "number") throw invalidArgument();
    return value;
  }

  isObject(index: number, of: { name: string }): boolean {
    const value = this.raw(index);
    return isHostObject(value) && value.class.name === of.name;
  }

  object<T>(index: number, of: HostClass<T>): T | undefined {
    const value = this.raw(index);
    if (!isHostObject(value)) return undefined;
    if ((value as HostObject).class.name !== of.name) throw invalidArgument();
    return value.self as T;
  }
}
