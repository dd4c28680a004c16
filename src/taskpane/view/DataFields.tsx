import { catalogue } from "../../core/metrics/catalogue";
import type { Metric } from "../../core/metrics/metric";
import type { Source } from "../../workbook";
import { GRAINS, roleLabel, sourceKey, type Draft, type Settings } from "../draft";
import type { Entry } from "../entries";
import { columnParameters } from "../formula/choose-columns";
import { columnLetters } from "../formula/reference";
import { useLanguage, type Language, type TextKey } from "../texts";
import { Fields } from "./Fields";
import { SelectRow } from "./FieldRow";

interface Props {
  readonly entry: Entry;
  readonly metric: Metric;
  readonly draft: Draft;
  /** Missing for a helper that reads no columns. */
  readonly sources: readonly Source[] | undefined;
  readonly settings: Settings;
  onChange(settings: Settings): void;
}

/** Which metric (helpers only), which table, and which column for which argument. */
export function DataFields({ entry, metric, draft, sources, settings, onChange }: Props) {
  const language = useLanguage();
  const source = draft.choice?.source ?? sources?.[0];
  const columns = source ? columnChoices(source, language) : [];
  const hasGroup = entry.is === "helper" && entry.id === "BY";
  return (
    <Fields title={language.text("data")}>
      {entry.is === "helper" && (
        <SelectRow
          label={language.text("metric")}
          value={metric.id}
          choices={catalogue.map(({ id, text }) => ({ value: id, text: text[language.locale].name }))}
          onChange={(id) => onChange({ ...settings, metric: id, columns: {}, options: {} })}
        />
      )}
      {sources && source && (
        <SelectRow
          label={language.text("dataFrom")}
          value={sourceKey(source)}
          choices={sources.map((one) => ({ value: sourceKey(one), text: sourceText(one, language) }))}
          onChange={(key) =>
            onChange({ source: key, columns: {}, options: settings.options, ...helperPart(settings) })
          }
        />
      )}
      {hasGroup && (
        <SelectRow
          label={language.text("groupBy")}
          value={String(draft.group)}
          choices={[
            ...columns,
            ...(metric.period
              ? GRAINS.map((grain) => ({ value: grain, text: language.text(grainText(grain)) }))
              : []),
          ]}
          onChange={(group) =>
            onChange({
              ...settings,
              ...(source && { source: sourceKey(source) }),
              group: /^\d+$/.test(group) ? Number(group) : group,
            })
          }
        />
      )}
      {sources &&
        source &&
        columnParameters(metric).map(({ name, required }) => (
          <SelectRow
            key={name}
            label={roleLabel(name, language.locale)}
            required={required}
            value={String(draft.choice?.columns.get(name) ?? "")}
            choices={[{ value: "", text: language.text(required ? "chooseColumn" : "notUsed") }, ...columns]}
            onChange={(value) =>
              onChange({
                ...settings,
                source: sourceKey(source),
                columns: { ...settings.columns, [name]: value === "" ? null : Number(value) },
              })
            }
          />
        ))}
    </Fields>
  );
}

/** The column to group by belongs to the former source. */
function helperPart({ metric }: Settings): Pick<Settings, "metric"> {
  return metric === undefined ? {} : { metric };
}

function columnChoices(source: Source, language: Language) {
  return source.headers.map((header, index) => {
    const letters = columnLetters(source.column + index);
    const text = header.trim() === "" ? language.text("emptyHeader", { letters }) : header;
    return { value: String(index), text };
  });
}

function sourceText({ kind, name, rows }: Source, language: Language): string {
  return language.text(kind, { name, rows: language.plural("rows", rows) });
}

function grainText(grain: (typeof GRAINS)[number]): TextKey {
  const texts = {
    year: "grainYear",
    quarter: "grainQuarter",
    month: "grainMonth",
    week: "grainWeek",
    day: "grainDay",
  } as const;
  return texts[grain];
}
