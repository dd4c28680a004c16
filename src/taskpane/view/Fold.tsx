import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState, type ReactNode } from "react";
import { ChevronDownIcon, ChevronIcon } from "./icons";

interface Props {
  readonly title: string;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}

/** What is folded away until it is wanted, under a button that says what it is. */
export function Fold({ title, startsOpen = false, children }: Props) {
  const styles = useStyles();
  const id = useId();
  const [open, setOpen] = useState(startsOpen);
  return (
    <div>
      <Button
        appearance="subtle"
        size="small"
        className={styles.button}
        icon={open ? <ChevronDownIcon /> : <ChevronIcon />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {title}
      </Button>
      <div id={id} hidden={!open} className={open ? styles.content : undefined}>
        {open && children}
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  button: {
    paddingLeft: 0,
    justifyContent: "flex-start",
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
  },
  content: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalXXS,
  },
});
