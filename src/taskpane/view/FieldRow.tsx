import { Label, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";

interface Choice {
  readonly value: string;
  readonly text: string;
}

interface SelectRowProps {
  readonly label: string;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  readonly value: string;
  readonly choices: readonly Choice[];
  onChange(value: string): void;
}

/** A choice with its label on the left, as narrow panes have no room above. */
export function SelectRow({ label, required, autoFocus, value, choices, onChange }: SelectRowProps) {
  const id = useId();
  return (
    <Row id={id} label={label} required={required}>
      <Select
        id={id}
        size="small"
        value={value}
        required={required}
        autoFocus={autoFocus}
        onChange={(_, data) => onChange(data.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </Select>
    </Row>
  );
}

interface RowProps {
  readonly id: string;
  readonly label: string;
  readonly required?: boolean | undefined;
  readonly children: ReactNode;
}

export function Row({ id, label, required, children }: RowProps) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <Label htmlFor={id} size="small" required={required === true}>
        {label}
      </Label>
      {children}
    </div>
  );
}

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 2fr) minmax(0, 3fr)",
    alignItems: "baseline",
    gap: tokens.spacingHorizontalS,
    overflowWrap: "anywhere",
  },
});
