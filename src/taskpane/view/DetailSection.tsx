import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import { ownEscape } from "./escape";
import { BackIcon } from "./icons";

interface Props {
  readonly name: string;
  /** What the button back is called; without it there is nothing to go back to, and the focus stays where it is. */
  readonly back: string | undefined;
  /** At the end of the heading's line. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
  onBack(): void;
  /** Enter on the heading, where the focus starts. */
  onEnter(): void;
}

/** The details of one thing: its heading takes the focus, Enter does the primary thing, Esc goes back. */
export function DetailSection({ name, back, beside, children, onBack, onEnter }: Props) {
  const styles = useStyles();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const takesFocus = back !== undefined;

  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [name, takesFocus]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      ownEscape(event);
      onBack();
    } else if (event.key === "Enter" && event.target === heading.current) {
      event.preventDefault();
      onEnter();
    }
  };
  return (
    <section className={styles.section} aria-labelledby={id} onKeyDown={onKeyDown}>
      <div className={styles.top}>
        {back !== undefined && (
          <Button appearance="subtle" icon={<BackIcon />} aria-label={back} title={back} onClick={onBack} />
        )}
        <Text
          as="h2"
          id={id}
          ref={heading}
          tabIndex={-1}
          weight="semibold"
          size={400}
          className={styles.name}
        >
          {name}
        </Text>
        {beside}
      </div>
      {children}
    </section>
  );
}

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", minHeight: 0, minWidth: 0, flexGrow: 1 },
  top: {
    flexShrink: 0,
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    minHeight: "32px",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    margin: 0,
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    ":focus": { outlineStyle: "none" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});
