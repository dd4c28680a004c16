import type { Records } from "../records";
import type { Role } from "../roles";

/** Choices that a derived column depends on beside the records. */
export type DerivedArguments = Readonly<Record<string, number | string>>;

/** A number per record, computed from the record's own roles or along links to records of other kinds. */
export interface DerivedColumn {
  /** Whether the roles it is made of are there. */
  has(records: Records): boolean;
  /** The money role it is made of, where it is money. */
  readonly money?: Role;
  /** NaN = missing. */
  values(records: Records, given: DerivedArguments): Float64Array;
}
