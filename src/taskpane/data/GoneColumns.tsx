import { Field, Select } from "@fluentui/react-components";
import { roleName } from "../../core/role-names";
import type { Role } from "../../core/records/roles";
import type { Block } from "../../mapping/block";
import { useLanguage } from "../texts";
import { columnName } from "./block-name";
import { withColumn, type DraftSource } from "./mapping-draft";

interface Props {
  readonly source: DraftSource & { readonly block: Block };
  onChange(source: DraftSource): void;
}

/** Asks for each saved column that is gone which one it is now. A question stays where it is until its answer is saved. */
export function GoneColumns({ source, onChange }: Props) {
  const language = useLanguage();
  const { kind, block, roles, gone = new Map<Role, string>(), leftOut = new Set<Role>() } = source;
  const answer = (asked: readonly Role[], value: string) => {
    const left = new Set(leftOut);
    let next = roles;
    for (const role of asked) {
      left.delete(role);
      if (value === LEFT_OUT) left.add(role);
      next = withColumn(next, role, value === "" || value === LEFT_OUT ? undefined : Number(value));
    }
    onChange({ ...source, roles: next, leftOut: left });
  };
  return byHeader(gone).map(({ header, asked }) => {
    const [first] = asked;
    const used = new Set([...roles].flatMap(([role, at]) => (asked.includes(role) ? [] : [at])));
    const option = (at: number) => (
      <option key={at} value={at}>
        {columnName(block, at, language)}
      </option>
    );
    const columns = [...block.columns.keys()];
    const others = columns.filter((at) => used.has(at));
    const chosen = roles.get(first);
    const isOpen = chosen === undefined && !leftOut.has(first);
    const names = asked.map((role) => roleName(kind, role, language.locale)).join(", ");
    return (
      <Field
        key={first}
        size="small"
        label={language.text("columnGoneAsked", { header, role: names })}
        {...(isOpen && { validationState: "warning" as const })}
      >
        <Select
          size="small"
          value={chosen !== undefined ? String(chosen) : isOpen ? "" : LEFT_OUT}
          onChange={(_, { value }) => answer(asked, value)}
        >
          <option value="">{language.text("chooseColumn")}</option>
          <optgroup label={language.text("freeColumns")}>
            {columns.filter((at) => !used.has(at)).map(option)}
          </optgroup>
          <option value={LEFT_OUT}>{language.text("leaveOut")}</option>
          {others.length > 0 && (
            <optgroup label={language.text("usedColumns")}>{others.map(option)}</optgroup>
          )}
        </Select>
      </Field>
    );
  });
}

/** Instead of a column. */
const LEFT_OUT = "left out";

interface Question {
  readonly header: string;
  /** One column may have played several roles, as close and expected close dates often do: one answer is for all. */
  readonly asked: readonly [Role, ...Role[]];
}

function byHeader(gone: ReadonlyMap<Role, string>): readonly Question[] {
  const questions: Question[] = [];
  for (const [role, header] of gone) {
    const known = questions.findIndex((question) => header !== "" && question.header === header);
    const former = questions[known];
    if (former === undefined) questions.push({ header, asked: [role] });
    else questions[known] = { header, asked: [...former.asked, role] };
  }
  return questions;
}
