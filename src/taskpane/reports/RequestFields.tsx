import { roleName } from "../../core/role-names";
import type { CalendarSettings } from "../../core/time/periods";
import { filterChoices, type FilterChoice } from "../../refresh/filter-choices";
import { askedPeriods, olderPeriods } from "../../refresh/periods";
import type { ReportSettings } from "../../refresh/report-settings";
import type { HeldData } from "../../dataset/mapped-data";
import { lastDayOf } from "../../dataset/last-day";
import { filterWords, type ReportGrain } from "../../reports/request";
import { useMemo } from "react";
import { useLanguage } from "../texts";
import { SelectRow } from "../view/FieldRow";
import { Fields } from "../view/Fields";
import { Fold } from "../view/Fold";
import { SeveralRow } from "../view/SeveralRow";

interface Props {
  readonly held: HeldData;
  readonly today: number;
  readonly settings: ReportSettings;
  onChange(settings: ReportSettings): void;
}

/** Which period the reports tell of, and which records. */
export function RequestFields({ held, today, settings, onChange }: Props) {
  const { text, plural, locale } = useLanguage();
  const { fiscalYearStart, weekStart } = held.mapping.settings;
  const calendar = useMemo<CalendarSettings>(
    () => ({ fiscalYearStart, weekStart }),
    [fiscalYearStart, weekStart],
  );
  const lastDay = useMemo(() => lastDayOf(held.dataset, today), [held, today]);
  const choices = useMemo(() => filterChoices(held.dataset, settings.filters), [held, settings.filters]);
  const { grain, period: chosen, ...others } = settings;
  const labelOf = (period?: string): string =>
    askedPeriods({ grain, ...(period === undefined ? {} : { period }) }, today, lastDay, calendar).trend.at(
      -1,
    )?.label ?? "";
  const older = olderPeriods(grain, today, lastDay, calendar);
  const isKnown = chosen === undefined || chosen === "current" || older.includes(chosen);
  const set = settings.filters.length;
  return (
    <>
      <Fields title={text("reportOf")}>
        <SelectRow
          label={text("reportGrain")}
          value={grain}
          choices={(["month", "quarter", "year"] as const).map((value) => ({
            value,
            text: text(GRAINS[value]),
          }))}
          // A period of another length is no longer the one that was chosen.
          onChange={(value) => onChange({ ...others, grain: value as ReportGrain })}
        />
        <SelectRow
          label={text("reportPeriod")}
          value={chosen ?? ""}
          choices={[
            { value: "", text: text("periodLast", { label: labelOf() }) },
            { value: "current", text: text("periodCurrent", { label: labelOf("current") }) },
            ...(isKnown ? [] : [{ value: chosen, text: chosen }]),
            ...older.map((label) => ({ value: label, text: label })),
          ]}
          onChange={(value) => onChange({ ...others, grain, ...(value === "" ? {} : { period: value }) })}
        />
      </Fields>
      {choices.length > 0 && (
        <Fold title={set === 0 ? text("filters") : plural("filtersSet", set)} startsOpen={set > 0}>
          {choices.map((choice) => {
            const chosen = chosenOf(settings, choice);
            return (
              <SeveralRow
                key={choice.role}
                label={roleName(choice.kind, choice.role, locale)}
                // A word that has gone from the data is still what was asked for.
                words={[...chosen.filter((word) => !choice.words.includes(word)), ...choice.words]}
                chosen={chosen}
                all={text("filterAll")}
                onChange={(words) => onChange({ ...settings, filters: filtersWith(settings, choice, words) })}
              />
            );
          })}
        </Fold>
      )}
    </>
  );
}

const GRAINS = { month: "monthly", quarter: "quarterly", year: "yearly" } as const;

function chosenOf({ filters }: ReportSettings, { role }: FilterChoice): readonly string[] {
  const filter = filters.find((one) => one.role === role);
  return filter === undefined ? [] : filterWords(filter);
}

function filtersWith(
  { filters }: ReportSettings,
  { role }: FilterChoice,
  words: readonly string[],
): ReportSettings["filters"] {
  const others = filters.filter((filter) => filter.role !== role);
  return words.length === 0 ? others : [...others, { role, value: words.join("|") }];
}
