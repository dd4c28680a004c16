import { Dropdown, makeStyles, Option } from "@fluentui/react-components";
import { useId, useState } from "react";
import { ownEscape } from "./escape";
import { Row } from "./FieldRow";

interface Props {
  readonly label: string;
  readonly words: readonly string[];
  /** None chosen means all of them, which is called `all`. */
  readonly chosen: readonly string[];
  readonly all: string;
  onChange(chosen: readonly string[]): void;
}

/** A choice of any number of words, with its label on the left. */
export function SeveralRow({ label, words, chosen, all, onChange }: Props) {
  const id = useId();
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const shown = chosen.length === 0 ? all : chosen.join(", ");
  return (
    <Row id={id} label={label}>
      <div className={styles.holder} onKeyDown={isOpen ? ownEscape : undefined}>
        <Dropdown
          id={id}
          size="small"
          multiselect
          inlinePopup // so that it belongs to the tab for those who hear it; fixed, as the tab scrolls
          positioning={{ strategy: "fixed", fallbackPositions: ["above"] }}
          className={styles.dropdown}
          button={{ className: styles.button, children: <span className={styles.shown}>{shown}</span> }}
          listbox={{ className: styles.list }}
          value={shown}
          selectedOptions={chosen.length === 0 ? [ALL] : [...chosen]}
          open={isOpen}
          onOpenChange={(_, { open }) => setOpen(open)}
          onOptionSelect={(_, { optionValue, selectedOptions }) =>
            onChange(optionValue === ALL ? [] : selectedOptions.filter((one) => one !== ALL))
          }
        >
          <Option value={ALL}>{all}</Option>
          {words.map((word) => (
            <Option key={word} value={word} text={word}>
              {word}
            </Option>
          ))}
        </Dropdown>
      </div>
    </Row>
  );
}

/** No word of a sheet: blank ones are not among them. */
const ALL = "";

const useStyles = makeStyles({
  holder: { minWidth: 0 },
  dropdown: { minWidth: 0, width: "100%" },
  button: { gridTemplateColumns: "[content] minmax(0, 1fr) [icon] auto" },
  shown: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  list: { maxHeight: "220px", overflowWrap: "anywhere" },
});
