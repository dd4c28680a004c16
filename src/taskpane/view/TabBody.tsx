import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

interface Props {
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** The one scroll area of a tab. */
export function TabBody({ children, className }: Props) {
  const styles = useStyles();
  return <div className={mergeClasses(styles.body, className)}>{children}</div>;
}

const useStyles = makeStyles({
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}`,
  },
});
