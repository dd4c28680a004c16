import type { Metric } from "../../core/metrics/metric";
import type { Kind, Role } from "../../core/records/roles";
import type { Language } from "../texts";
import { gainOf, onlySplits, type MappedRoles } from "./possible";
import { roleName } from "../../core/role-names";

const MOST_NAMES = 3;

/** "Makes possible: Win rate, Sales cycle and 4 more." */
export function gainText(
  kind: Kind,
  role: Role,
  mapped: MappedRoles,
  language: Language,
): string | undefined {
  const { opens, serves } = gainOf(kind, role, mapped);
  if (opens.length > 0) return language.text("gainOpens", { metrics: metricNames(opens, language) });
  if (serves.length > 0) return language.text("gainServes", { metrics: metricNames(serves, language) });
  return onlySplits(role) ? language.text("gainSplits") : undefined;
}

/** "With a lost reason: Lost reasons.", of the roles that would open most. */
export function bestGains(
  kind: Kind,
  roles: readonly Role[],
  mapped: MappedRoles,
  language: Language,
): readonly string[] {
  return roles
    .map((role) => ({ role, opens: gainOf(kind, role, mapped).opens }))
    .filter(({ opens }) => opens.length > 0)
    .sort((one, other) => other.opens.length - one.opens.length)
    .slice(0, 2)
    .map(({ role, opens }) =>
      language.text("gainWith", {
        role: roleName(kind, role, language.locale).toLocaleLowerCase(language.locale),
        metrics: metricNames(opens, language),
      }),
    );
}

function metricNames(metrics: readonly Metric[], language: Language): string {
  return shortList(
    metrics.map((metric) => metric.text[language.locale].name),
    language,
  );
}

/** "Win rate, Revenue, Sales cycle and 4 more" */
export function shortList(names: readonly string[], { locale, text, number }: Language): string {
  const shown = names.slice(0, MOST_NAMES);
  const rest = names.length - shown.length;
  return rest === 0
    ? new Intl.ListFormat(locale, { type: "conjunction" }).format(shown)
    : text("andMore", { names: shown.join(", "), count: number(rest) });
}
