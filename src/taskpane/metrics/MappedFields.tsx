import { Text } from "@fluentui/react-components";
import { GROUP_ROLES } from "../../core/records/roles";
import { GRAINS, type Draft, type Settings } from "../draft";
import { roleName } from "../../core/role-names";
import { useLanguage } from "../texts";
import { SelectRow } from "../view/FieldRow";
import { Fields } from "../view/Fields";
import { GRAIN_TEXTS } from "./DataFields";
import { TypedRow } from "./InputFields";

interface Props {
  readonly draft: Draft;
  /** A table has a group; one number has none. */
  readonly isTable: boolean;
  readonly settings: Settings;
  onChange(settings: Settings): void;
}

/** What a formula over the mapped tables takes beside its metric: a group and a period. */
export function MappedFields({ draft, isTable, settings, onChange }: Props) {
  const { text, locale } = useLanguage();
  return (
    <Fields title={text("data")}>
      {isTable && (
        <SelectRow
          label={text("groupBy")}
          value={draft.group}
          choices={[
            ...GROUP_ROLES.map((role) => ({ value: role, text: roleName("deal", role, locale) })),
            ...GRAINS.map((grain) => ({ value: grain, text: text(GRAIN_TEXTS[grain]) })),
          ]}
          onChange={(group) => onChange({ ...settings, group })}
        />
      )}
      <TypedRow
        label={text("periodWord")}
        value={draft.period}
        problem={undefined}
        onChange={(value) => onChange({ ...settings, options: { ...settings.options, period: value } })}
      />
      <Text block size={200}>
        {text("mappedHint")}
      </Text>
    </Fields>
  );
}
