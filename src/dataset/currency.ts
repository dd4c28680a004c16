import type { HeldData } from "./mapped-data";

/** The currency of the settings, else the only one that the amounts of the deals name. */
export function currencyOf({ dataset, mapping }: HeldData): string | undefined {
  const { currency } = mapping.settings;
  if (currency !== undefined) return currency;
  const named = dataset.deal?.has("amount") === true ? dataset.deal.currencies("amount") : [];
  const [only, ...others] = named;
  return others.length === 0 && only !== undefined && /^[A-Z]{3}$/.test(only) ? only : undefined;
}
