import { catalogue } from "../../core/metrics/catalogue";
import { isTable, type Metric } from "../../core/metrics/metric";
import type { Source } from "../../workbook";
import { GRAINS, noSettings, sharedRoles, usedChoices, type Draft, type Settings } from "../draft";
import type { Entry } from "../entries";
import { columnParameters } from "../formula/kind-groups";
import { fieldLabel } from "../labels";
import { useLanguage, type Language, type TextKey } from "../texts";
import { Fields } from "../view/Fields";
import { SelectRow } from "../view/FieldRow";
import { columnChoices, KindFields } from "./KindFields";

interface Props {
  readonly entry: Entry;
  readonly metric: Metric;
  readonly draft: Draft;
  /** Missing for a helper that reads no columns. */
  readonly sources: readonly Source[] | undefined;
  readonly settings: Settings;
  onChange(settings: Settings): void;
}

/** Which metric (helpers only), and for each kind of records which table and columns. */
export function DataFields({ entry, metric, draft, sources, settings, onChange }: Props) {
  const language = useLanguage();
  const isBy = entry.is === "helper" && entry.id === "BY";
  return (
    <>
      {entry.is === "helper" && (
        <Fields title={language.text("whichMetric")}>
          <SelectRow
            label={language.text("metric")}
            value={metric.id}
            choices={catalogue
              .filter((one) => !isBy || !isTable(one))
              .map(({ id, text }) => ({ value: id, text: text[language.locale].name }))}
            onChange={(id) => onChange({ ...noSettings, metric: id })}
          />
          {isBy && (
            <SelectRow
              label={language.text("groupBy")}
              value={draft.group}
              choices={groupChoices(metric, draft, language)}
              onChange={(group) => onChange({ ...settings, group })}
            />
          )}
        </Fields>
      )}
      {sources &&
        draft.choices.map((choice) => (
          <KindFields
            key={choice.group.kinds[0]}
            choice={choice}
            isOnly={draft.choices.length === 1}
            sources={sources}
            settings={settings}
            onChange={onChange}
          />
        ))}
    </>
  );
}

/** Columns of the only table, or what the records of all tables have; then periods. */
function groupChoices(metric: Metric, { choices }: Draft, language: Language) {
  const [only, ...others] = usedChoices(choices);
  const parameters = columnParameters(metric);
  const records =
    only !== undefined && others.length === 0
      ? columnChoices(only.source, language)
      : sharedRoles(choices).map((role) => {
          const parameter = parameters.find((one) => one.role === role);
          return { value: role, text: parameter ? fieldLabel(parameter, language.locale) : role };
        });
  const grains = metric.period ? GRAINS : [];
  return [...records, ...grains.map((grain) => ({ value: grain, text: language.text(GRAIN_TEXTS[grain]) }))];
}

export const GRAIN_TEXTS = {
  year: "grainYear",
  quarter: "grainQuarter",
  month: "grainMonth",
  week: "grainWeek",
  day: "grainDay",
} as const satisfies Record<(typeof GRAINS)[number], TextKey>;
