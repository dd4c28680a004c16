import { Checkbox, Field, Input, makeStyles, Switch, Textarea, tokens } from "@fluentui/react-components";
import { useLanguage, type Language, type TextKey } from "../texts";
import { SelectRow } from "../view/FieldRow";
import { Fields } from "../view/Fields";
import type { FormProblem, SettingsForm } from "./settings-form";

interface Props {
  readonly form: SettingsForm;
  readonly problems: readonly FormProblem[];
  onChange(form: SettingsForm): void;
}

/** Fiscal year, week, currency, language, opening hours and holidays. */
export function CalendarFields({ form, problems, onChange }: Props) {
  const language = useLanguage();
  const styles = useStyles();
  const { text } = language;
  const set = (changed: Partial<SettingsForm>) => onChange({ ...form, ...changed });
  const wrong = (problem: FormProblem, message: TextKey) =>
    problems.includes(problem) && { validationMessage: text(message), validationState: "error" as const };
  return (
    <>
      <Fields title={text("calendar")}>
        <SelectRow
          label={text("fiscalYearStart")}
          value={String(form.fiscalYearStart)}
          choices={Array.from({ length: 12 }, (_, month) => ({
            value: String(month + 1),
            text: monthName(month + 1, language),
          }))}
          onChange={(value) => set({ fiscalYearStart: Number(value) })}
        />
        <SelectRow
          label={text("weekStart")}
          value={String(form.weekStart)}
          choices={[0, 5, 6].map((day) => ({ value: String(day), text: dayName(day, "long", language) }))}
          onChange={(value) => set({ weekStart: Number(value) })}
        />
      </Fields>
      <Fields title={text("shown")}>
        <SelectRow
          label={text("languageOf")}
          value={form.language}
          choices={[
            { value: "", text: text("languageOfExcel") },
            { value: "en", text: LANGUAGES.en },
            { value: "ro", text: LANGUAGES.ro },
          ]}
          onChange={(value) => set({ language: value as SettingsForm["language"] })}
        />
        <Field
          label={text("currencyOf")}
          size="small"
          hint={text("currencyHint")}
          {...wrong("currency", "currencyWrong")}
        >
          <Input
            size="small"
            value={form.currency}
            maxLength={3}
            onChange={(_, { value }) => set({ currency: value })}
          />
        </Field>
      </Fields>
      <Fields title={text("openingHours")}>
        <Switch
          size="small"
          label={text("useHours")}
          checked={form.hasHours}
          onChange={(_, { checked }) => set({ hasHours: checked })}
        />
        {form.hasHours && (
          <>
            <div className={styles.pair}>
              <Field label={text("opensAt")} size="small" {...wrong("hours", "hoursWrong")}>
                <Input
                  size="small"
                  className={styles.time}
                  value={form.from}
                  onChange={(_, { value }) => set({ from: value })}
                />
              </Field>
              <Field label={text("closesAt")} size="small">
                <Input
                  size="small"
                  className={styles.time}
                  value={form.to}
                  onChange={(_, { value }) => set({ to: value })}
                />
              </Field>
            </div>
            <Field label={text("workdays")} size="small" {...wrong("days", "daysWrong")}>
              <div className={styles.days} role="group" aria-label={text("workdays")}>
                {Array.from({ length: 7 }, (_, day) => (
                  <Checkbox
                    key={day}
                    label={dayName(day, "short", language)}
                    aria-label={dayName(day, "long", language)}
                    checked={form.days.includes(day)}
                    onChange={(_, { checked }) =>
                      set({
                        days: checked === true ? [...form.days, day] : form.days.filter((one) => one !== day),
                      })
                    }
                  />
                ))}
              </div>
            </Field>
          </>
        )}
        <Field
          label={text("holidays")}
          size="small"
          hint={text("holidaysHint")}
          {...wrong("holidays", "holidaysWrong")}
        >
          <Textarea
            size="small"
            rows={3}
            value={form.holidays}
            onChange={(_, { value }) => set({ holidays: value })}
          />
        </Field>
      </Fields>
    </>
  );
}

/** Each language in its own name, whichever is spoken here. */
const LANGUAGES = { en: "English", ro: "Română" } as const;

function monthName(month: number, { locale }: Language): string {
  return new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(
    new Date(Date.UTC(2024, month - 1, 1)),
  );
}

/** 0 is Monday: 1 January 2024 was one. */
function dayName(day: number, style: "long" | "short", { locale }: Language): string {
  return new Intl.DateTimeFormat(locale, { weekday: style, timeZone: "UTC" }).format(
    new Date(Date.UTC(2024, 0, 1 + day)),
  );
}

const useStyles = makeStyles({
  pair: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: tokens.spacingHorizontalS,
  },
  time: { minWidth: 0 },
  days: { display: "flex", flexWrap: "wrap" },
});
